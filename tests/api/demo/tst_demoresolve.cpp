// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/demo/demotalk.h"
#include "tests/models/workout/recording.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace demotalk;

namespace {

const QString sports = u"/api/v1/athlete/0/sport-settings/"_s;
const QString day = u"2026-03-20"_s;

/// What the service resolves of a text, by a demo whose athlete has these settings.
QJsonObject resolved(
    demo::DemoApi &api, const QJsonObject &event, const QJsonObject &settings, const QString &more = {})
{
    const QString type = event.value("type"_L1).toString();
    const auto set = ask(api, "PUT", sports + type + u"?recalcHrZones=false"_s, settings);
    if (set.status != 200)
        return {{u"settings"_s, QString::fromUtf8(set.body)}};
    QJsonObject body {
        {u"category"_s, u"WORKOUT"_s}, {u"name"_s, u"Resolved"_s}, {u"start_date_local"_s, day + u"T00:00:00"_s}};
    for (const auto &key : {u"type"_s, u"description"_s, u"indoor"_s})
        body.insert(key, event.value(key));
    const qint64 id = ask(api, "POST", events, body).json.value("id"_L1).toInteger();
    const auto list = ask(api, "GET", events + u"?resolve=true&oldest=%1&newest=%1"_s.arg(day) + more).list;
    for (const auto &entry : list) {
        if (entry["id"_L1].toInteger() == id)
            return entry["workout_doc"_L1].toObject();
    }
    return {};
}

QJsonObject settingsOf(const QJsonObject &document)
{
    QJsonObject settings {{u"max_hr"_s, 190}, {u"hr_zones"_s, QJsonArray {115, 140, 155, 178, 190}}};
    for (const auto &key : {u"ftp"_s, u"lthr"_s, u"threshold_pace"_s, u"pace_units"_s}) {
        if (document.contains(key))
            settings.insert(key, document.value(key));
    }
    return settings;
}

/// The resolved values of all steps, in order: those of the service's keys with an underscore.
void collect(const QJsonArray &steps, QStringList &values)
{
    for (const auto &step : steps) {
        const QJsonObject object = step.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (it.key().startsWith(u'_'))
                values << it.key() + support::textOf(it.value());
        }
        collect(object.value("steps"_L1).toArray(), values);
    }
}

QStringList valuesOf(const QJsonObject &document)
{
    QStringList values;
    collect(document.value("steps"_L1).toArray(), values);
    return values;
}

}

/// The demo resolves the targets of planned workouts as the service does.
class DemoResolveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordedTargetsEqualTheService();
    void widthsFollowTheQuery_data();
    void widthsFollowTheQuery();
    void nothingIsResolvedUnasked();
};

void DemoResolveTest::recordedTargetsEqualTheService()
{
    const QString folder = support::corpus();
    if (folder.isEmpty())
        QSKIP("NOT COMPARED: no recorded answers on this machine");
    const auto json = QJsonDocument::fromJson(support::contentOf(folder + u"/recorded/events-resolve-true.json"_s));
    const QJsonArray recorded = json.array();
    int total = 0;
    int equal = 0;
    auto api = made();
    for (const auto &entry : recorded) {
        const QJsonObject theirs = entry["workout_doc"_L1].toObject();
        const QStringList wanted = valuesOf(theirs);
        if (wanted.isEmpty())
            continue;
        const QJsonObject ours = resolved(api, entry.toObject(), settingsOf(theirs));
        total += int(wanted.size());
        QVERIFY2(support::agrees(ours.value("steps"_L1), theirs.value("steps"_L1)),
            qPrintable(support::textOf(ours) + u"\nnot\n"_s + support::textOf(theirs)));
        QCOMPARE(valuesOf(ours).size(), wanted.size());
        equal += int(wanted.size());
    }
    qInfo("resolved targets: %d of %d equal", equal, total);
    QVERIFY(total > 0);
}

void DemoResolveTest::widthsFollowTheQuery_data()
{
    QTest::addColumn<QString>("more");
    QTest::addColumn<bool>("indoor");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a single value is a range outdoors") << u""_s << false << u"195-205"_s;
    QTest::newRow("its width can be asked for") << u"&powerRange=10"_s << false << u"180-220"_s;
    QTest::newRow("on a trainer it stays one value") << u"&powerRange=10"_s << true << u"200-200"_s;
}

void DemoResolveTest::widthsFollowTheQuery()
{
    QFETCH(QString, more);
    QFETCH(bool, indoor);
    auto api = made();
    const QJsonObject event {{u"type"_s, u"Ride"_s}, {u"indoor"_s, indoor}, {u"description"_s, u"- 10m 200w"_s}};
    const QJsonValue power = resolved(api, event, {{u"ftp"_s, 250}}, more)["steps"_L1][0]["_power"_L1];
    QTEST(u"%1-%2"_s.arg(power["start"_L1].toInt()).arg(power["end"_L1].toInt()), "expected");
    QCOMPARE(ask(api, "GET", events + u"?resolve=true&powerRange=wide&oldest=%1"_s.arg(day)).status, 422);
}

void DemoResolveTest::nothingIsResolvedUnasked()
{
    auto api = made();
    const auto list = ask(api, "GET", events + u"?oldest=2026-03-01&newest=2026-03-31"_s).list;
    QVERIFY(!list.isEmpty());
    for (const auto &entry : list)
        QCOMPARE(valuesOf(entry["workout_doc"_L1].toObject()), QStringList());
}

MICROCYCLE_CORE_TEST(DemoResolveTest)
#include "tst_demoresolve.moc"
