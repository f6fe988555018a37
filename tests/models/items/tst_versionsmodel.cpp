// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "models/items/trashmodel.h"
#include "models/items/versionsmodel.h"
#include "models/store/remotefold.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>

using namespace Qt::StringLiterals;
using commands::Planner;
using items::FieldWords;
using store::Kind;

namespace {

const QDate tuesday(2026, 3, 10);

QJsonObject keptRecord(const QString &name, int load, const QString &start = u"2026-03-10T00:00:00"_s)
{
    return {{u"id"_s, 7},
        {u"category"_s, u"WORKOUT"_s},
        {u"type"_s, u"Run"_s},
        {u"name"_s, name},
        {u"start_date_local"_s, start},
        {u"updated"_s, name},
        {u"icu_training_load"_s, load}};
}

const QLocale british(QLocale::English, QLocale::UnitedKingdom);

}

/// What is kept of earlier times, in words: differences of fields, versions of an item, the trash.
class VersionsModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fieldsAreToldInWords_data();
    void fieldsAreToldInWords();
    void versionsTellWhoChangedWhatAndWhen();
    void whatNeverChangedHasOneVersion();
    void theDeletedCanBeLookedAt();
    void theTrashTellsWhoDeletedWhatAndWhen();

private:
    void pull(const QJsonObject &record)
    {
        QVERIFY(store::RemoteFold(*m_store).events({tuesday, tuesday}, {record}).ok());
    }
    void later(int minutes) { m_clock = domain::FixedClock(m_clock.now().addSecs(60 * minutes)); }
    void rename(const QString &name);
    [[nodiscard]] static QString printed(const QAbstractItemModel &model);

    domain::FixedClock m_clock {QDateTime(tuesday, QTime(8, 0), Qt::UTC)};
    std::unique_ptr<store::Store> m_store;
    domain::LocalId m_id;
};

void VersionsModelTest::init()
{
    m_clock = domain::FixedClock(QDateTime(tuesday, QTime(8, 0), Qt::UTC));
    m_store = *store::Store::open(u":memory:"_s, m_clock);
    pull(keptRecord(u"Easy"_s, 40));
    m_id = *m_store->findRemote(Kind::Event, u"7"_s);
}

void VersionsModelTest::rename(const QString &name)
{
    auto event = *m_store->event(m_id);
    event.name = name;
    QVERIFY(Planner(*m_store).edit(m_id, event).ok());
}

QString VersionsModelTest::printed(const QAbstractItemModel &model)
{
    QStringList lines;
    for (int i = 0; i < model.rowCount(); ++i) {
        const QModelIndex row = model.index(i, 0);
        QString line = row.data().toString() + u" | "_s + row.data(items::KeptDetailRole).toString();
        for (const auto &each : row.data(items::KeptDifferencesRole).value<QList<items::FieldDifference>>())
            line += u" | %1: %2 -> %3"_s.arg(each.field, each.before, each.after);
        lines.append(line + (row.data(items::KeptRestorableRole).toBool() ? u" | restorable"_s : QString()));
    }
    return lines.join(u'\n');
}

void VersionsModelTest::fieldsAreToldInWords_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("before");
    QTest::addColumn<QJsonValue>("after");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *name,
                         const QString &key,
                         const QJsonValue &before,
                         const QJsonValue &after,
                         const QString &told) { QTest::newRow(name) << key << before << after << told; };
    row("a name", u"name"_s, u"Easy"_s, u"Hard"_s, u"Name: Easy -> Hard"_s);
    row("something where nothing was", u"icu_training_load"_s, QJsonValue(), 60, u"Load: \u2013 -> 60"_s);
    row("a time as hours and minutes", u"moving_time"_s, 3600, 4500, u"Duration: 1h00 -> 1h15"_s);
    row("a distance in kilometres", u"distance"_s, 10000, 12500.4, u"Distance: 10 km -> 12.5 km"_s);
    row("another day",
        u"start_date_local"_s,
        u"2026-03-10T00:00:00"_s,
        u"2026-03-12T00:00:00"_s,
        u"Day: Tue 10 Mar -> Thu 12 Mar"_s);
    row("the same day at another time",
        u"start_date_local"_s,
        u"2026-03-10T07:00:00"_s,
        u"2026-03-10T18:30:00"_s,
        u"Time of day: 07:00 -> 18:30"_s);
    row("the last day of what ends at midnight",
        u"end_date_local"_s,
        u"2026-03-11T00:00:00"_s,
        u"2026-03-13T00:00:00"_s,
        u"Until: Tue 10 Mar -> Thu 12 Mar"_s);
    row("a sport in words", u"type"_s, u"Ride"_s, u"VirtualRide"_s, u"Sport: Ride -> Virtual ride"_s);
    row("only the lines of a text that differ",
        u"description"_s,
        u"- 10m 50%\n- 20m 80%\n- 10m 50%"_s,
        u"- 10m 50%\n- 25m 85%\n- 10m 50%"_s,
        u"Text: - 20m 80% -> - 25m 85%"_s);
    row("a field of wellness", u"weight"_s, 71.5, 70, u"Weight: 71.5 -> 70"_s);
    row("tags", u"tags"_s, QJsonArray {}, QJsonArray {u"a"_s, u"b"_s}, u"Tags: \u2013 -> a and b"_s);
    row("a field that nobody has named", u"some_new_key"_s, false, true, u"Some new key: no -> yes"_s);
}

void VersionsModelTest::fieldsAreToldInWords()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, before);
    QFETCH(QJsonValue, after);
    QFETCH(QString, told);
    const FieldWords words(british, [](const QString &each) { return each == "weight"_L1 ? u"Weight"_s : QString(); });
    const auto each = words.difference(key, before, after);
    QCOMPARE(u"%1: %2 -> %3"_s.arg(each.field, each.before, each.after), told);
}

void VersionsModelTest::versionsTellWhoChangedWhatAndWhen()
{
    items::VersionsModel model(*m_store, FieldWords(british, {}));
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setItem(m_id);
    later(60);
    pull(keptRecord(u"Tempo"_s, 55));
    later(24 * 60);
    rename(u"Tempo 2x20"_s);
    QCOMPARE(model.itemName(), u"Tempo 2x20"_s);
    QCOMPARE(printed(model),
        u"Changed here | today 10:00 \u00b7 as it is now | Name: Tempo -> Tempo 2x20\n"
        "Changed on Intervals.icu | yesterday 10:00 | Name: Easy -> Tempo | Load: 40 -> 55 | restorable\n"
        "The oldest version kept |  | restorable"_s);
    QCOMPARE(model.version(2).value("name"_L1).toString(), u"Easy"_s);
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
        u"Changed here. today 10:00 \u00b7 as it is now. Name: Tempo 2x20, before: Tempo"_s);
}

void VersionsModelTest::whatNeverChangedHasOneVersion()
{
    items::VersionsModel model(*m_store, FieldWords(british, {}));
    model.setItem(m_id);
    QCOMPARE(printed(model), u"As it is now | No earlier version is kept"_s);
}

void VersionsModelTest::theDeletedCanBeLookedAt()
{
    items::VersionsModel model(*m_store, FieldWords(british, {}));
    later(60);
    QVERIFY(Planner(*m_store).remove({m_id}).ok());
    model.setItem(m_id);
    QCOMPARE(model.itemName(), u"Easy"_s);
    QCOMPARE(printed(model), u"Deleted here | today 10:00\nThe oldest version kept |  | restorable"_s);
}

void VersionsModelTest::theTrashTellsWhoDeletedWhatAndWhen()
{
    items::TrashModel model(*m_store, british);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    domain::Event mine;
    mine.category = domain::Category::Workout;
    mine.name = u"Long run"_s;
    mine.type = u"Run"_s;
    mine.start = {tuesday.addDays(2), {}};
    const auto id = *Planner(*m_store).create(mine);
    QVERIFY(Planner(*m_store).remove({id}).ok());
    later(24 * 60);
    QVERIFY(store::RemoteFold(*m_store).vanished(m_id).ok());
    QCOMPARE(printed(model),
        u"Easy | Tue 10 Mar \u00b7 deleted on Intervals.icu today 09:00 | restorable\n"
        "Long run | Thu 12 Mar \u00b7 deleted here yesterday 09:00 | restorable"_s);
    QVERIFY(m_store->undo().ok());
    QCOMPARE(model.rowCount(), 1);
}

MICROCYCLE_CORE_TEST(VersionsModelTest)
#include "tst_versionsmodel.moc"
