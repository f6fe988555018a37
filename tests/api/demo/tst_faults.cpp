// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/faults.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using demo::Fault;

/// The words of a scripted fault, and which requests it strikes.
class FaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFaultStrikesTheRequestsItNames_data();
    void aFaultStrikesTheRequestsItNames();
    void theFirstFaultThatStrikesWins();
    void chanceIsTheSameAgain();
    void wrongWordsAreNamed_data();
    void wrongWordsAreNamed();
    void aStatusCarriesItsWaitingTime();
};

namespace {

const http::Request list {"GET", u"/api/v1/athlete/0/events"_s, {}, {}, {}, {}};

Fault read(const QString &text)
{
    const auto fault = Fault::parse(text);
    if (!fault)
        qFatal("%s", qPrintable(fault.error().item + fault.error().detail));
    return *fault;
}

/// The numbers of the struck among so many requests.
QList<int> struck(demo::Faults faults, int requests, const http::Request &request = list)
{
    QList<int> numbers;
    for (int i = 1; i <= requests; ++i) {
        if (faults.next(request))
            numbers.append(i);
    }
    return numbers;
}

}

void FaultsTest::aFaultStrikesTheRequestsItNames_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("numbers"); // of ten requests for the list of events
    const auto row = [](const char *name, const QString &text, const QList<int> &numbers) {
        QTest::newRow(name) << text << numbers;
    };
    row("alone it strikes always", u"500"_s, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
    row("every third", u"429 every 3"_s, {3, 6, 9});
    row("one of them", u"reset at 4"_s, {4});
    row("a stretch", u"hang from 2 to 4"_s, {2, 3, 4});
    row("a certainty", u"cut p 1 on GET *"_s, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
    row("its path", u"html every 5 on GET /api/v1/athlete/*/events"_s, {5, 10});
    row("any method", u"html every 5 on * *events"_s, {5, 10});
    row("another method", u"html on PUT *"_s, {});
    row("another path", u"html on GET /api/v1/athlete/*/wellness"_s, {});
    row("the beginning of a path is not the path", u"html on GET /api/v1/athlete"_s, {});
    row("a dot is a dot", u"html on GET /api/v1/athlete/./events"_s, {});
    row("spaces do not matter", u"  empty \t at  2 "_s, {2});
}

void FaultsTest::aFaultStrikesTheRequestsItNames()
{
    QFETCH(QString, text);
    QFETCH(QList<int>, numbers);
    QCOMPARE(struck(demo::Faults({read(text)}, 1), 10), numbers);
}

void FaultsTest::theFirstFaultThatStrikesWins()
{
    demo::Faults faults({read(u"429 every 2"_s), read(u"503 every 3"_s), read(u"500 at 1 on GET */wellness"_s)}, 1);
    QList<int> statuses;
    for (int i = 0; i < 6; ++i) {
        const auto fault = faults.next(list);
        statuses.append(fault ? fault->status : 200);
    }
    QCOMPARE(statuses, (QList<int> {200, 429, 503, 429, 200, 429}));
    // What goes elsewhere was not counted.
    QCOMPARE(faults.next({"GET", u"/api/v1/athlete/0/wellness"_s, {}, {}, {}, {}})->status, 500);
}

void FaultsTest::chanceIsTheSameAgain()
{
    const auto fault = read(u"reset p 0.1"_s);
    const auto numbers = struck(demo::Faults({fault}, 1), 1000);
    QVERIFY(numbers.size() > 60 && numbers.size() < 140);
    QCOMPARE(struck(demo::Faults({fault}, 1), 1000), numbers);
    QVERIFY(struck(demo::Faults({fault}, 2), 1000) != numbers);
    demo::Faults two({fault, fault}, 1);
    QVERIFY(struck(two, 1000).size() > numbers.size());
}

void FaultsTest::wrongWordsAreNamed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *name, const QString &text, const QString &word, const QString &why) {
        QTest::newRow(name) << text << word << why;
    };
    row("nothing", u""_s, u"“”"_s, u"broken-json"_s);
    row("an unknown kind", u"explode every 2"_s, u"“explode”"_s, u"a status from 201 to 999"_s);
    row("a status that is none", u"42"_s, u"“42”"_s, u"a status"_s);
    row("an unknown clause", u"429 sometimes"_s, u"“sometimes”"_s, u"one of every"_s);
    row("every nothing", u"429 every"_s, u"“”"_s, u"after every"_s);
    row("every zero", u"429 every 0"_s, u"“0”"_s, u"from 1"_s);
    row("a stretch that ends before it begins", u"429 from 5 to 3"_s, u"“3”"_s, u"from 5"_s);
    row("a stretch without its end", u"429 from 5"_s, u"“”"_s, u"“to”"_s);
    row("two times", u"429 every 2 at 3"_s, u"“at”"_s, u"only one"_s);
    row("more than certain", u"429 p 1.5"_s, u"“1.5”"_s, u"share"_s);
    row("no number", u"429 p nan"_s, u"“nan”"_s, u"share"_s);
    row("an unknown method", u"429 on PATCH *"_s, u"“PATCH”"_s, u"GET, POST"_s);
    row("a path without a root", u"429 on GET events"_s, u"“events”"_s, u"a path"_s);
    row("a waiting time below zero", u"429 retry-after -1"_s, u"“-1”"_s, u"after retry-after"_s);
    row("a waiting time on a broken line", u"reset retry-after 2"_s, u"“retry-after”"_s, u"only a status"_s);
}

void FaultsTest::wrongWordsAreNamed()
{
    QFETCH(QString, text);
    QFETCH(QString, word);
    QFETCH(QString, why);
    const auto fault = Fault::parse(text);
    QVERIFY(!fault.ok());
    QVERIFY2(fault.error().item.endsWith(word), qPrintable(fault.error().item));
    QVERIFY2(fault.error().detail.contains(why), qPrintable(fault.error().detail));
}

void FaultsTest::aStatusCarriesItsWaitingTime()
{
    const auto answer = read(u"429 retry-after 2"_s).harmed({200, "[]", "application/json", {}});
    QCOMPARE(answer.status, 429);
    QCOMPARE(answer.headers.value("retry-after"), QByteArray("2"));
    QCOMPARE(answer.body, QByteArray(R"({"error":"Too Many Requests","status":429})"));
    QVERIFY(!read(u"503"_s).harmed({}).headers.contains("retry-after"));
    QVERIFY(!read(u"500"_s).applied);
    QVERIFY(read(u"500 applied"_s).applied);
    QVERIFY(read(u"lost"_s).applied);
}

MICROCYCLE_CORE_TEST(FaultsTest)
#include "tst_faults.moc"
