// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "models/items/accountsmodel.h"
#include "models/store/remotefold.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

const QDate wednesday(2026, 3, 11);

}

/// Accounts with what is kept of them on this computer.
class AccountsModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void factsAreReadFromAnOpenDatabase();
    void aDatabaseThatCannotBeReadIsListed();
    void accountsAreToldInWords();

private:
    [[nodiscard]] static QString printed(const QAbstractItemModel &model);

    QTemporaryDir m_folder;
    domain::FixedClock m_clock {QDateTime(wednesday, QTime(8, 0), Qt::UTC)};
};

void AccountsModelTest::factsAreReadFromAnOpenDatabase()
{
    const QString path = m_folder.filePath(u"a.db"_s);
    const auto store = *store::Store::open(path, m_clock, u"https://intervals.icu i7"_s);
    QVERIFY(!store::factsOf(path).lastSync.isValid());
    QVERIFY(store::RemoteFold(*store).athlete({{u"id"_s, u"i7"_s}, {u"name"_s, u"  Ada \n L "_s}}).ok());
    QVERIFY(store::RemoteFold(*store).events({wednesday, wednesday}, {}).ok());
    domain::Event event;
    event.category = domain::Category::Note;
    event.name = u"Rest"_s;
    event.start = {wednesday, {}};
    QVERIFY(commands::Planner(*store).create(event).ok());
    const store::DataFacts facts = store::factsOf(path);
    QVERIFY(facts.isReadable);
    QCOMPARE(facts.owner, u"https://intervals.icu i7"_s);
    QCOMPARE(facts.athleteId, u"i7"_s);
    QCOMPARE(facts.athleteName, u"Ada L"_s);
    QCOMPARE(facts.waiting, 1);
    QCOMPARE(facts.lastSync, m_clock.now());
    QVERIFY(facts.bytes >= QFile(path).size());
}

void AccountsModelTest::aDatabaseThatCannotBeReadIsListed()
{
    QFile file(m_folder.filePath(u"b.db"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no database") > 0);
    file.close();
    const store::DataFacts facts = store::factsOf(file.fileName());
    QVERIFY(!facts.isReadable);
    QCOMPARE(facts.bytes, 11);
}

QString AccountsModelTest::printed(const QAbstractItemModel &model)
{
    QStringList lines;
    for (int i = 0; i < model.rowCount(); ++i)
        lines.append(model.index(i, 0).data().toString() + u" | "_s
            + model.index(i, 0).data(items::AccountFactsRole).toStringList().join(u' '));
    return lines.join(u'\n');
}

void AccountsModelTest::accountsAreToldInWords()
{
    items::AccountsModel model(QLocale(QLocale::English, QLocale::UnitedKingdom));
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto data = [this](int waiting, qint64 bytes, bool synced, bool readable) {
        return store::DataFacts {u"x.db"_s, {}, {}, {}, synced ? m_clock.now() : QDateTime(), bytes, waiting, readable};
    };
    model.setAccounts({{u"Ada"_s, u"i7"_s, u"intervals.icu"_s, true, false, data(3, 12'400'000, true, true)},
                          {u"Demo athlete"_s, u"i1"_s, u"the demo server"_s, false, true, data(1, 2'000, false, true)},
                          {u"i9"_s, u"i9"_s, u"example.org"_s, false, false, data(0, 900, false, false)}},
        wednesday);
    QCOMPARE(printed(model),
        u"Ada | Athlete i7 Service intervals.icu Last sync today 09:00 On this computer 12.4 MB Waiting to be sent 3 "
        u"changes\n"
        "Demo athlete | Athlete i1 Service the demo server Last sync never On this computer 2.0 kB, until it is closed "
        "Waiting to be sent 1 change\n"
        "i9 | Athlete i9 Service example.org Last sync never On this computer 900 bytes Waiting to be sent nothing"
        " State The database cannot be read. What waits can still be exported."_s);
    QCOMPARE(model.index(0).data(items::AccountWaitingRole).toInt(), 3);
    QVERIFY(model.index(0).data(items::AccountOpenRole).toBool());
    QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().startsWith(u"Ada. Athlete: i7. "_s));
}

MICROCYCLE_CORE_TEST(AccountsModelTest)
#include "tst_accountsmodel.moc"
