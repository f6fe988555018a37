// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/createevents.h"
#include "api/endpoints/deleteevent.h"
#include "api/endpoints/listevents.h"
#include "api/endpoints/manyevents.h"
#include "api/endpoints/markeventdone.h"
#include "tests/api/endpoints/readingcheck.h"
#include "tests/api/endpoints/requesttext.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace endpoints;
using support::Reader;
using support::refusalOf;

/// What is asked of the calendar beside the plain list, and what comes back.
class EventEndpointsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsReadAsTheServiceDocumentsThem_data();
    void requestsReadAsTheServiceDocumentsThem();
    void answersAreReadOrRefused_data();
    void answersAreReadOrRefused();
    void aTableIsNoPage();
    void unknownKeysSurvive();
};

void EventEndpointsTest::requestsReadAsTheServiceDocumentsThem_data()
{
    QTest::addColumn<QString>("made");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const http::Request &request, const QString &expected) {
        QTest::newRow(name) << support::text(request).remove(u" [application/json]"_s) << expected;
    };
    const domain::DateRange week {QDate(2026, 3, 9), QDate(2026, 3, 15)};
    const QString athlete = u"/api/v1/athlete/0"_s;
    const EventQuery everything {.categories = {u"NOTE"_s, u"RACE_A"_s},
        .limit = 5,
        .calendar = 1,
        .ext = u"zwo"_s,
        .resolve = true,
        .powerRangePercent = 5,
        .heartRateRangePercent = 1.5,
        .paceRangePercent = 0,
        .locale = u"de"_s};
    row("a list with every parameter",
        ListEvents {.days = week, .more = everything}.request(),
        u"GET "_s + athlete
            + u"/events?oldest=2026-03-09&newest=2026-03-15&category=NOTE,RACE_A&limit=5&calendar_id=1&ext=zwo&powerRange=5&hrRange=1.5&paceRange=0&locale=de&resolve=true"_s);
    row("a table",
        ExportEvents {.days = week}.request(),
        u"GET "_s + athlete + u"/events.csv?oldest=2026-03-09&newest=2026-03-15"_s);
    row("deleting with the others of its plan",
        DeleteEvent {.event = {7}, .others = true, .notBefore = week.last}.request(),
        u"DELETE "_s + athlete + u"/events/7?others=true&notBefore=2026-03-15"_s);
    row("a last day alone does not reach others",
        DeleteEvent {.event = {7}, .notBefore = week.last}.request(),
        u"DELETE "_s + athlete + u"/events/7"_s);
    row("many matched by uid, as one plan",
        CreateEvents {.events = {QJsonObject()}, .match = CreateEvents::Match::Uid, .asOnePlan = true}.request(),
        u"POST "_s + athlete + u"/events/bulk?upsertOnUid=true&updatePlanApplied=true [{}]"_s);
    row("hiding days",
        UpdateEvents {.days = week, .hideFromAthlete = true}.request(),
        u"PUT "_s + athlete + u"/events?oldest=2026-03-09&newest=2026-03-15 {\"hide_from_athlete\":true}"_s);
    row("deleting days",
        DeleteEvents {.oldest = week.first, .newest = week.last, .categories = {u"NOTE"_s}}.request(),
        u"DELETE "_s + athlete + u"/events?oldest=2026-03-09&newest=2026-03-15&category=NOTE"_s);
    row("deleting what one coach planned",
        DeleteEvents {.oldest = week.first, .categories = {u"NOTE"_s}, .createdBy = u"i9"_s}.request(),
        u"DELETE "_s + athlete + u"/events?oldest=2026-03-09&category=NOTE&createdById=i9"_s);
    row("deleting by name",
        BulkDeleteEvents {.events = {domain::EventId {1}}, .externalIds = {u"x"_s}}.request(),
        u"PUT "_s + athlete + u"/events/bulk-delete [{\"id\":1},{\"external_id\":\"x\"}]"_s);
    row("copies",
        DuplicateEvents {.events = {domain::EventId {3}}, .copies = 2, .weeksBetween = 4}.request(),
        u"POST "_s + athlete + u"/duplicate-events {\"eventIds\":[3],\"numCopies\":2,\"weeksBetween\":4}"_s);
    row("marking as done", MarkEventDone {.event = {3}}.request(), u"POST "_s + athlete + u"/events/3/mark-done"_s);
    row("tags", ListEventTags {}.request(), u"GET "_s + athlete + u"/event-tags"_s);
    row("fitness", ListFitnessModelEvents {}.request(), u"GET "_s + athlete + u"/fitness-model-events"_s);
    row("calendars", ListCalendars {}.request(), u"GET "_s + athlete + u"/calendars"_s);
}

void EventEndpointsTest::requestsReadAsTheServiceDocumentsThem()
{
    QFETCH(QString, made);
    QFETCH(QString, expected);
    QCOMPARE(made, expected);
}

void EventEndpointsTest::answersAreReadOrRefused_data()
{
    QTest::addColumn<Reader>("read");
    QTest::addColumn<QByteArray>("good");
    QTest::addColumn<bool>("mayBeAnything");
    const QByteArray events = R"([{"id":1,"start_date_local":"2026-03-12T00:00:00","category":"NOTE","Custom":[1]}])";
    QTest::newRow("changed days") << Reader(refusalOf<UpdateEvents>) << events << false;
    QTest::newRow("copies") << Reader(refusalOf<DuplicateEvents>) << events << false;
    QTest::newRow("fitness") << Reader(refusalOf<ListFitnessModelEvents>) << events << false;
    QTest::newRow("done") << Reader(refusalOf<MarkEventDone>)
                          << QByteArray(R"({"id":"i7","start_date_local":"2026-03-12T07:00:00","source":"MANUAL"})")
                          << false;
    QTest::newRow("how many went") << Reader(refusalOf<BulkDeleteEvents>) << QByteArray(R"({"eventsDeleted":2})")
                                   << false;
    QTest::newRow("tags") << Reader(refusalOf<ListEventTags>) << QByteArray(R"(["a","b"])") << false;
    QTest::newRow("calendars") << Reader(refusalOf<ListCalendars>) << QByteArray(R"([{"id":1}])") << false;
    QTest::newRow("days deleted") << Reader(refusalOf<DeleteEvents>) << QByteArray("{}") << true;
}

void EventEndpointsTest::answersAreReadOrRefused()
{
    QFETCH(Reader, read);
    QFETCH(QByteArray, good);
    QFETCH(bool, mayBeAnything);
    support::checkReading(read, good, mayBeAnything);
}

void EventEndpointsTest::aTableIsNoPage()
{
    QCOMPARE(*ExportEvents::parse("id,name\n1,A\n"), QByteArray("id,name\n1,A\n"));
    QVERIFY(ExportEvents::parse("").ok()); // nothing was planned
    QVERIFY(!ExportEvents::parse("<html></html>").ok());
    QVERIFY(!ExportEvents::parse(R"({"status":401})").ok());
    QVERIFY(!ListEventTags::parse(R"(["a",1])").ok());
    QVERIFY(!BulkDeleteEvents::parse(R"({"eventsDeleted":"many"})").ok());
}

void EventEndpointsTest::unknownKeysSurvive()
{
    const auto events
        = DuplicateEvents::parse(R"([{"id":1,"start_date_local":"2026-03-12T00:00:00","Mood2":{"x":[1]}}])");
    QVERIFY(events.ok());
    QCOMPARE(domain::toJson(events->values.constFirst().value).value("Mood2"_L1),
        QJsonValue(QJsonObject {{u"x"_s, QJsonArray {1}}}));
}

MICROCYCLE_CORE_TEST(EventEndpointsTest)
#include "tst_eventendpoints.moc"
