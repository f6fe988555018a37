// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "models/store/remotefold.h"
#include "models/store/wholedata.h"
#include "tests/app/driver.h"
#include "tests/support/plannedride.h"
#include "tests/support/testmain.h"
#include "ui/accounts/accountspage.h"
#include "ui/kept/versionspanel.h"
#include "ui/outbox/outboxpanel.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace {

const QDate thursday(2026, 3, 12);

}

/// What the store knows, told in the window of an account that has no connection; and its data as a whole.
class DataFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus"); }
    void init();
    void cleanup();
    void aConflictIsToldAndOpensInTheOutbox();
    void whatGaveWayIsToldWithItsValue();
    void aMassAbsenceIsToldAndCanBeKept();
    void aBackupTakesThePlaceOfTheData();
    void allLocalDataGoes();

private:
    [[nodiscard]] app::AccountWindow *account() const { return m_application->account(); }
    [[nodiscard]] store::Store &store() const { return account()->session().store(); }
    [[nodiscard]] ui::MessageBar &bar() const { return account()->shell().messageBar(); }
    void pull(const QList<QJsonObject> &records)
    {
        QVERIFY(store::RemoteFold(store()).events({thursday, thursday}, records).ok());
    }
    void rename(const QString &name);
    [[nodiscard]] QStringList shown() const;

    const app::Account m_account {QUrl(u"http://127.0.0.1:9"_s), u"i7"_s, u"Ada"_s};
    domain::FixedClock m_clock {QDateTime(thursday, QTime(9, 0), Qt::UTC)};
    std::unique_ptr<support::DataFolder> m_folder;
    std::unique_ptr<app::Application> m_application;
    domain::LocalId m_id;
};

void DataFlowTest::init()
{
    m_folder = std::make_unique<support::DataFolder>();
    m_folder->remember(m_account);
    m_application = std::make_unique<app::Application>(m_clock);
    QCOMPARE(m_application->start({}), QString());
    QVERIFY(account());
    QTRY_COMPARE(bar().currentKey(), u"key"_s); // there is none; the calendar can be used all the same
    bar().dismiss(u"key"_s);
    pull({support::plannedRide(7, u"Tempo"_s, u"Tempo"_s)});
    m_id = *store().findRemote(store::Kind::Event, u"7"_s);
}

void DataFlowTest::cleanup()
{
    m_application.reset();
}

void DataFlowTest::rename(const QString &name)
{
    auto event = *store().event(m_id);
    event.name = name;
    QVERIFY(commands::Planner(store()).edit(m_id, event).ok());
}

QStringList DataFlowTest::shown() const
{
    QStringList names;
    for (const auto &event : store().events({thursday, thursday}))
        names.append(event.name);
    return names;
}

void DataFlowTest::aConflictIsToldAndOpensInTheOutbox()
{
    rename(u"Mine"_s);
    pull({support::plannedRide(7, u"Theirs"_s, u"Theirs"_s)});
    QCOMPARE(bar().currentKey(), u"store.conflict"_s);
    QVERIFY(bar().currentText().startsWith(u"\u201cMine\u201d was changed here and on"_s));
    QVERIFY(QTest::qWaitFor([&] { return support::press(bar(), u"Choose"_s); }));
    ui::OutboxPanel &panel = account()->window().outbox().panel();
    QVERIFY(panel.isVisible());
    bar().dismiss(u"store.conflict"_s);
    pull({support::plannedRide(7, u"Theirs"_s, u"Theirs"_s)}); // once is enough
    QVERIFY(bar().currentKey().isEmpty());
    QVERIFY(QTest::qWaitFor([&] { return support::press(panel, u"Take theirs"_s); }));
    QCOMPARE(shown(), QStringList {u"Theirs"_s});
    QVERIFY(store().undo().ok());
    QCOMPARE(shown(), QStringList {u"Mine"_s});
}

void DataFlowTest::whatGaveWayIsToldWithItsValue()
{
    rename(u"Mine"_s);
    QJsonObject locked = support::plannedRide(7, u"Theirs"_s, u"Theirs"_s);
    locked.insert(u"athlete_cannot_edit"_s, true);
    pull({locked});
    QCOMPARE(bar().currentKey(), u"store.gaveWay"_s);
    QVERIFY2(bar().currentText().contains(u"Name Mine"_s), qPrintable(bar().currentText()));
    QVERIFY(QTest::qWaitFor([&] { return support::press(bar(), u"Show history"_s); }));
    QVERIFY(account()->window().kept().versions().isVisible());
}

void DataFlowTest::aMassAbsenceIsToldAndCanBeKept()
{
    QList<domain::LocalId> ids;
    for (int i = 0; i < 42; ++i)
        ids.append({QString::number(i)});
    Q_EMIT account()->session().engine().missingHeld(ids);
    QCOMPARE(bar().currentKey(), u"store.missing"_s);
    QVERIFY2(bar().currentText().startsWith(u"42 items are missing"_s), qPrintable(bar().currentText()));
    QVERIFY(QTest::qWaitFor([&] { return support::press(bar(), u"Keep them"_s); }));
    Q_EMIT account()->session().engine().missingHeld(ids);
    QVERIFY2(bar().currentKey().isEmpty(), "what was answered is not asked again");
    ids.append({u"one more"_s});
    Q_EMIT account()->session().engine().missingHeld(ids);
    QVERIFY(bar().currentText().startsWith(u"43 items"_s));
}

void DataFlowTest::aBackupTakesThePlaceOfTheData()
{
    const QString database = account()->session().database();
    const QString backup = m_folder->path() + u"/kept.backup"_s;
    QVERIFY(store::backUpDatabase(database, backup).ok());
    pull({support::plannedRide(7, u"Later"_s, u"Later"_s)});
    QCOMPARE(shown(), QStringList {u"Later"_s});
    Q_EMIT account()->window().accounts().restoreRequested(backup);
    QTRY_VERIFY(account() && shown() == QStringList {u"Tempo"_s});
    QTRY_VERIFY(bar().currentText().startsWith(u"The backup was restored."_s) || bar().waiting() > 1);
}

void DataFlowTest::allLocalDataGoes()
{
    const QString database = account()->session().database();
    Q_EMIT account()->window().accounts().deleteRequested();
    QTRY_VERIFY(!account());
    QVERIFY(!QFile::exists(database));
    QCOMPARE(store::localFiles(database), QStringList());
    QVERIFY(!m_folder->remembered());
    QVERIFY(m_application->startEntry()->page().isVisible());
}

MICROCYCLE_WIDGET_TEST(DataFlowTest)
#include "tst_dataflow.moc"
