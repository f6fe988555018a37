// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/fitness.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>
#include <cstdio>

using namespace Qt::StringLiterals;

/// Fitness and fatigue against a recorded season of the service.
class FitnessCorpusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRecordedDayIsMet();
};

void FitnessCorpusTest::everyRecordedDayIsMet()
{
    if (support::corpus().isEmpty())
        QSKIP("the corpus is not there");
    QFile file(support::corpus() + u"/recorded/fitness-days.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray records = QJsonDocument::fromJson(file.readAll()).object().value("records"_L1).toArray();
    QVERIFY(records.size() > 50);
    const auto number
        = [&records](qsizetype day, QLatin1StringView key) { return records.at(day).toObject().value(key).toDouble(); };
    std::vector<analysis::DayLoad> loads;
    for (qsizetype day = 1; day < records.size(); ++day)
        loads.push_back({number(day, "ctlLoad"_L1), number(day, "atlLoad"_L1)});
    std::vector<analysis::FitnessPoint> points(loads.size());
    analysis::project({number(0, "ctl"_L1), number(0, "atl"_L1)}, loads, points);
    int met = 0;
    double worst = 0;
    for (qsizetype day = 1; day < records.size(); ++day) {
        const auto &point = points[size_t(day - 1)];
        double off = std::max(std::abs(point.ctl - number(day, "ctl"_L1)), std::abs(point.atl - number(day, "atl"_L1)));
        if (day > 7)
            off = std::max(off, std::abs(point.ctl - points[size_t(day - 8)].ctl - number(day, "rampRate"_L1)));
        worst = std::max(worst, off);
        met += off < 1e-4 ? 1 : 0;
    }
    std::printf("fitness: %d of %d recorded days, at most %.1e off\n", met, int(loads.size()), worst);
    QCOMPARE(met, int(loads.size()));
}

MICROCYCLE_CORE_TEST(FitnessCorpusTest)
#include "tst_fitnesscorpus.moc"
