// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/http/scriptedserver.h"
#include "tests/e2e/desk.h"
#include "tests/e2e/service.h"

using namespace Qt::StringLiterals;
using e2e::eventually;
using e2e::settled;

/// What goes wrong outside the program is told in one plain sentence, and the calendar stays usable.
class TroubleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void aWrongKeyIsTold();
    void aWebPageInsteadOfDataIsTold();
    void theServerGoesAwayInTheMiddleOfADrag();
    void aSessionFileThatIsNoneIsRefused_data();
    void aSessionFileThatIsNoneIsRefused();

private:
    [[nodiscard]] QString file(const QString &name, const QByteArray &content) const;
    [[nodiscard]] QJsonObject line() const;

    e2e::Desk m_desk;
    std::unique_ptr<e2e::Service> m_service;
    QDate m_today = QDate::currentDate();
    QDate m_monday = m_today.addDays(8 - m_today.dayOfWeek()); ///< of the week after this one
};

void TroubleTest::initTestCase()
{
    const QString failure = m_desk.open();
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    m_service = std::make_unique<e2e::Service>(m_desk.stage().environment(), m_desk.stage().path(u"service"_s));
    const QString serviceFailure = m_service->start();
    QVERIFY2(serviceFailure.isEmpty(), qPrintable(serviceFailure));
}

void TroubleTest::cleanup()
{
    if (QTest::currentTestFailed())
        m_desk.photograph(QTest::currentTestFunction());
    m_desk.stopProgram();
}

void TroubleTest::cleanupTestCase()
{
    if (m_service)
        m_service->stop();
}

QString TroubleTest::file(const QString &name, const QByteArray &content) const
{
    QFile file(m_desk.stage().path(name));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
}

QJsonObject TroubleTest::line() const
{
    QFile session(m_service->sessionFile());
    return session.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(session.readAll()).object() : QJsonObject();
}

void TroubleTest::aWrongKeyIsTold()
{
    QJsonObject wrong = line();
    wrong.insert(u"key"_s, u"wrongwrongwrongwrong"_s);
    const QString session = file(u"wrong.json"_s, QJsonDocument(wrong).toJson(QJsonDocument::Compact));
    const QString failure = m_desk.startProgram(session);
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    QVERIFY(eventually([&] { return m_desk.syncWords().startsWith(u"Sign in again"_s); }));
    QVERIFY(eventually([&] { return m_desk.sentence(u"Intervals.icu does not accept this key"_s).endsWith(u'.'); }));
    QVERIFY(m_desk.dayCell(m_today).exists());
}

void TroubleTest::aWebPageInsteadOfDataIsTold()
{
    const QByteArray page = "<!doctype html><html><body><b>Welcome to the hotel network</b></body></html>";
    support::ScriptedServer hotel(QByteArrayList(500, support::ScriptedServer::reply("200 OK", page)));
    QJsonObject there = line();
    there.insert(u"url"_s, hotel.origin());
    const QString session = file(u"hotel.json"_s, QJsonDocument(there).toJson(QJsonDocument::Compact));
    const QString failure = m_desk.startProgram(session);
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    QVERIFY(eventually([&] { return !m_desk.sentence(u"Intervals.icu answered"_s).isEmpty(); }));
    const QString told = m_desk.sentence(u"Intervals.icu answered"_s);
    QVERIFY2(told.endsWith(u'.') && !told.contains(u'<') && !told.contains(u"hotel"_s), qPrintable(told));
    QVERIFY(m_desk.dayCell(m_today).exists());
    m_desk.stopProgram(); // while the hotel still answers
}

void TroubleTest::theServerGoesAwayInTheMiddleOfADrag()
{
    const QDate from = m_monday.addDays(1);
    const QDate to = m_monday.addDays(2);
    const auto made = m_service->cli({u"events"_s,
                                         u"create"_s,
                                         u"--text"_s,
                                         u"-"_s,
                                         u"--date"_s,
                                         from.toString(Qt::ISODate),
                                         u"--type"_s,
                                         u"Ride"_s,
                                         u"--name"_s,
                                         u"Held in the air"_s},
        "- 20m 60%\n- 20m 85%\n");
    QCOMPARE(made.err, QByteArray());
    const qint64 id = made.object().value("id"_L1).toInteger();
    const QString failure = m_desk.startProgram(m_service->sessionFile());
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    QVERIFY(eventually([&] { return m_desk.card(from, u"Held in the air"_s).exists(); }));
    QVERIFY(eventually([&] { return m_desk.syncWords().startsWith(u"Saved at"_s); }));

    const QPoint grip = m_desk.card(from, u"Held in the air"_s).middle();
    const QPoint target = m_desk.dayCell(to).middle();
    m_desk.hands().press(grip);
    m_desk.hands().moveTo(grip, (grip + target) / 2);
    m_service->stop();
    m_desk.hands().moveTo((grip + target) / 2, target);
    m_desk.hands().release();
    QVERIFY(eventually([&] { return m_desk.card(to, u"Held in the air"_s).exists(); }));
    QVERIFY(eventually([&] { return m_desk.syncWords().startsWith(u"Offline"_s); }));
    QVERIFY(m_desk.syncWords().contains(u"1 change"_s));
    QVERIFY(eventually([&] { return m_desk.sentence(u"No connection"_s).endsWith(u'.'); }));

    const QString serviceFailure = m_service->start();
    QVERIFY2(serviceFailure.isEmpty(), qPrintable(serviceFailure));
    QCOMPARE(settled([&] { return m_service->dayOf(id); }, to), to);
    QVERIFY(eventually([&] { return m_desk.syncWords().startsWith(u"Saved at"_s); }));
    QVERIFY(eventually([&] { return m_desk.sentence(u"No connection"_s).isEmpty(); }));
}

void TroubleTest::aSessionFileThatIsNoneIsRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("it is empty") << QByteArray();
    QTest::newRow("it is no JSON") << QByteArray("hello\n");
    QTest::newRow("it has no key") << QByteArray(R"({"url":"http://127.0.0.1:1","athlete":"i1"})");
    QTest::newRow("it has no athlete") << QByteArray(R"({"url":"http://127.0.0.1:1","key":"0123456789abcdef"})");
    QTest::newRow("its server would be reached in the open")
        << QByteArray(R"({"url":"http://example.org","key":"0123456789abcdef","athlete":"i1"})");
}

void TroubleTest::aSessionFileThatIsNoneIsRefused()
{
    QFETCH(QByteArray, content);
    support::Program program(QStringLiteral(MICROCYCLE_PROGRAM));
    program.setEnvironment(m_desk.stage().environment());
    const auto outcome = program.run({u"--session"_s, file(u"none.json"_s, content)});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.count('\n') == 1 && outcome.err.endsWith(".\n"), outcome.err.constData());
    QVERIFY(!outcome.err.contains("0123456789abcdef"));
}

MICROCYCLE_STAGE_TEST(TroubleTest)

#include "tst_e2etrouble.moc"
