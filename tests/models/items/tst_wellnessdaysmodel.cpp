// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "models/items/wellnessdaysmodel.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using items::WellnessDaysModel;

namespace {

const QDate today(2026, 3, 12);

/// The table as text: one line for each day, "-" where there is nothing.
QString printed(const WellnessDaysModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            const QString text = model.index(row, column).data().toString();
            cells << (text.isEmpty() ? u"-"_s : text);
        }
        lines << cells.join(u' ');
    }
    return lines.join(u" | "_s);
}

}

class WellnessDaysModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void daysStandNewestFirst();
    void anEditChangesOneRow();
    void anEditElsewhereChangesNothing();
    void anotherDayStartsAnew();
    void theUnitFollowsThePerson();

private:
    void log(QDate day, std::optional<double> weight, std::optional<int> mood);

    domain::FixedClock m_clock {QDateTime(today, QTime(9, 0), Qt::UTC)};
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<WellnessDaysModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void WellnessDaysModelTest::init()
{
    auto opened = store::Store::open(u":memory:"_s, m_clock);
    QVERIFY(opened.ok());
    m_store = *std::move(opened);
    m_model = std::make_unique<WellnessDaysModel>(*m_store, items::WellnessNumbers(QLocale(u"en_GB"_s)));
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    m_model->setFields(items::chosenWellnessFields({u"weight"_s, u"mood"_s}));
    m_model->setDays(today, 3);
}

void WellnessDaysModelTest::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_store.reset();
}

void WellnessDaysModelTest::log(QDate day, std::optional<double> weight, std::optional<int> mood)
{
    domain::Wellness wellness = m_store->wellness(day);
    wellness.day = day;
    wellness.weightKg = weight;
    wellness.mood = mood;
    QVERIFY(commands::WellnessLog(*m_store).set(wellness).ok());
}

void WellnessDaysModelTest::daysStandNewestFirst()
{
    log(today, 71.8, 2);
    log(today.addDays(-2), {}, 4);
    QCOMPARE(printed(*m_model), u"Thu 12 71.8 2 | Wed 11 - - | Tue 10 - 4"_s);
    m_model->setHeadings({u"Day"_s, u"Weight"_s, u"Mood"_s});
    QCOMPARE(m_model->headerData(2, Qt::Horizontal).toString(), u"Mood"_s);
    QCOMPARE(m_model->index(2, 2).data(WellnessDaysModel::KeyRole).toString(), u"mood"_s);
    QCOMPARE(m_model->index(2, 2).data(WellnessDaysModel::DayRole).toDate(), today.addDays(-2));
}

void WellnessDaysModelTest::anEditChangesOneRow()
{
    const QSignalSpy changed(m_model.get(), &WellnessDaysModel::dataChanged);
    const QSignalSpy reset(m_model.get(), &WellnessDaysModel::modelReset);
    log(today.addDays(-1), 72.4, {});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
    QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 1);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(printed(*m_model), u"Thu 12 - - | Wed 11 72.4 - | Tue 10 - -"_s);
    QVERIFY(m_store->undo().ok());
    QCOMPARE(printed(*m_model), u"Thu 12 - - | Wed 11 - - | Tue 10 - -"_s);
}

void WellnessDaysModelTest::anEditElsewhereChangesNothing()
{
    const QSignalSpy changed(m_model.get(), &WellnessDaysModel::dataChanged);
    log(today.addDays(-3), 72.4, {});
    QCOMPARE(changed.size(), 0);
}

void WellnessDaysModelTest::anotherDayStartsAnew()
{
    log(today.addDays(-3), 72.4, 1);
    m_model->setDays(today.addDays(-2), 2);
    QCOMPARE(printed(*m_model), u"Tue 10 - - | Mon 9 72.4 1"_s);
}

void WellnessDaysModelTest::theUnitFollowsThePerson()
{
    log(today, 71.8, {});
    m_model->setNumbers(items::WellnessNumbers(QLocale(u"de_DE"_s), true));
    QCOMPARE(printed(*m_model), u"Do 12 158,3 - | Mi 11 - - | Di 10 - -"_s);
}

MICROCYCLE_CORE_TEST(WellnessDaysModelTest)
#include "tst_wellnessdaysmodel.moc"
