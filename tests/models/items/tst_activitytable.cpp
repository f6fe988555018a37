// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "models/items/activityfilter.h"
#include "models/items/activitytable.h"
#include "models/store/remotefold.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using items::ActivityColumn;

namespace {

QString printed(const QAbstractItemModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(row, column).data().toString().replace(QChar(0xa0), u' ');
        rows << cells.join(u" | "_s);
    }
    return rows.join(u'\n');
}

QString names(const QAbstractItemModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows << model.index(row, int(ActivityColumn::Name)).data().toString();
    return rows.join(u", "_s);
}

QJsonObject activity(
    const QString &id, const QString &start, const QString &type, const QString &name, QJsonObject more = {})
{
    more.insert(u"id"_s, id);
    more.insert(u"start_date_local"_s, start);
    more.insert(u"type"_s, type);
    more.insert(u"name"_s, name);
    return more;
}

}

class ActivityTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void printsFinishedText();
    void speaksTheLanguageAndUnitsOfTheAthlete();
    void aChangeTellsOneRow();
    void newerComesFirstAndDeletedGoes();
    void search_data();
    void search();
    void tagsFollowAnEdit();
    void familiesFilter();
    void unknownComesLastInBothDirections();

private:
    void add(const QJsonObject &json) { QVERIFY(store::RemoteFold(*m_store).record(store::Kind::Activity, json).ok()); }
    [[nodiscard]] items::ActivityTable table(const QLocale &locale = QLocale(QLocale::English, QLocale::UnitedKingdom))
    {
        return items::ActivityTable(*m_store, locale, [](const QString &type) { return type; });
    }
    void addThree();

    domain::FixedClock m_clock {QDateTime(QDate(2026, 3, 12), QTime(9, 0), Qt::UTC)};
    std::unique_ptr<store::Store> m_store;
};

void ActivityTableTest::init()
{
    auto opened = store::Store::open(u":memory:"_s, m_clock);
    QVERIFY(opened.ok());
    m_store = std::move(opened).value();
}

void ActivityTableTest::addThree()
{
    add(activity(u"i1"_s,
        u"2026-03-10T07:00:00"_s,
        u"Run"_s,
        u"Easy run"_s,
        {{u"moving_time"_s, 3000}, {u"distance"_s, 9876.0}, {u"icu_training_load"_s, 41}}));
    add(activity(u"i2"_s,
        u"2026-03-12T17:42:00"_s,
        u"Ride"_s,
        u"VO2 5×4"_s,
        {{u"moving_time"_s, 3624},
            {u"distance"_s, 31500.0},
            {u"icu_training_load"_s, 79},
            {u"icu_intensity"_s, 88.2},
            {u"compliance"_s, 101.0},
            {u"tags"_s, QJsonArray {u"build"_s, u"Indoor"_s}}}));
    add(activity(u"i3"_s,
        u"2026-03-11T06:00:00"_s,
        u"Swim"_s,
        u"Technique"_s,
        {{u"moving_time"_s, 2700}, {u"distance"_s, 1900.0}}));
}

void ActivityTableTest::printsFinishedText()
{
    addThree();
    auto model = table();
    QAbstractItemModelTester tester(&model);
    QCOMPARE(printed(model),
        u"Thu 12 Mar 2026 | VO2 5×4 | Ride | 1:00:24 | 31.5 km | 79 | 88 % | 101 %\n"
        "Wed 11 Mar 2026 | Technique | Swim | 45:00 | 1,900 m | – | – | –\n"
        "Tue 10 Mar 2026 | Easy run | Run | 50:00 | 9.9 km | 41 | – | –"_s);
    QCOMPARE(model.index(0, int(ActivityColumn::Distance)).data(items::RawRole).toDouble(), 31500.0);
    QVERIFY(!model.index(1, int(ActivityColumn::Load)).data(items::RawRole).isValid());
    QCOMPARE(model.index(0, int(ActivityColumn::Distance)).data(items::UnitRole).toString(), u"km"_s);
}

void ActivityTableTest::speaksTheLanguageAndUnitsOfTheAthlete()
{
    addThree();
    auto model = table(QLocale(QLocale::German, QLocale::Germany));
    QAbstractItemModelTester tester(&model);
    QCOMPARE(model.index(0, int(ActivityColumn::Distance)).data().toString(), u"31,5\u00a0km"_s);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QVERIFY(store::RemoteFold(*m_store).athlete({{u"id"_s, u"i9"_s}, {u"measurement_preference"_s, u"feet"_s}}).ok());
    QCOMPARE(model.index(0, int(ActivityColumn::Distance)).data().toString(), u"19,6\u00a0mi"_s);
    QCOMPARE(model.index(1, int(ActivityColumn::Distance)).data().toString(), u"2.078\u00a0yd"_s);
    QCOMPARE(changed.count(), 1);
}

void ActivityTableTest::aChangeTellsOneRow()
{
    addThree();
    auto model = table();
    QAbstractItemModelTester tester(&model);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const auto id = *m_store->findRemote(store::Kind::Activity, u"i3"_s);
    auto edited = m_store->activity(id).value();
    edited.name = u"Drills"_s;
    QVERIFY(commands::Reviewer(*m_store).edit(id, edited).ok());
    QCOMPARE(reset.count(), 0);
    QVERIFY(changed.count() >= 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 1);
    QCOMPARE(changed.first().at(1).toModelIndex().row(), 1);
    QCOMPARE(names(model), u"VO2 5×4, Drills, Easy run"_s);
}

void ActivityTableTest::newerComesFirstAndDeletedGoes()
{
    addThree();
    auto model = table();
    QAbstractItemModelTester tester(&model);
    add(activity(u"i4"_s, u"2026-03-11T18:00:00"_s, u"Ride"_s, u"Evening spin"_s));
    QCOMPARE(names(model), u"VO2 5×4, Evening spin, Technique, Easy run"_s);
    QCOMPARE(model.rowOf(*m_store->findRemote(store::Kind::Activity, u"i1"_s)), 3);
    add(activity(u"i1"_s, u"2026-03-13T18:00:00"_s, u"Run"_s, u"Easy run"_s));
    QCOMPARE(names(model), u"Easy run, VO2 5×4, Evening spin, Technique"_s);
    QCOMPARE(model.rowOf(*m_store->findRemote(store::Kind::Activity, u"i3"_s)), 3);
}

void ActivityTableTest::search_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing lets all pass") << u"  "_s << u"VO2 5×4, Technique, Easy run"_s;
    QTest::newRow("case does not matter") << u"vO2"_s << u"VO2 5×4"_s;
    QTest::newRow("a sport") << u"swim"_s << u"Technique"_s;
    QTest::newRow("all words must be there") << u"easy swim"_s << QString();
    QTest::newRow("the order of words does not matter") << u"run easy"_s << u"Easy run"_s;
    QTest::newRow("a tag by its beginning") << u"#ind"_s << u"VO2 5×4"_s;
    QTest::newRow("a tag nobody has") << u"#race"_s << QString();
    QTest::newRow("a lone sign is not yet a tag") << u"#"_s << u"VO2 5×4, Technique, Easy run"_s;
    QTest::newRow("signs of patterns are only signs") << u".*"_s << QString();
}

void ActivityTableTest::search()
{
    addThree();
    auto model = table();
    items::ActivityFilter filter(model);
    QAbstractItemModelTester tester(&filter);
    QFETCH(QString, text);
    filter.setSearch(text);
    if (text.startsWith(u'#') && text.size() > 1)
        QTRY_VERIFY(model.tagsRead());
    QTEST(names(filter), "expected");
}

void ActivityTableTest::tagsFollowAnEdit()
{
    addThree();
    auto model = table();
    items::ActivityFilter filter(model);
    filter.setSearch(u"#build"_s);
    QTRY_COMPARE(names(filter), u"VO2 5×4"_s);
    QTRY_VERIFY(model.tagsRead());
    const auto id = *m_store->findRemote(store::Kind::Activity, u"i2"_s);
    auto edited = m_store->activity(id).value();
    edited.tags = {u"peak"_s};
    QVERIFY(commands::Reviewer(*m_store).edit(id, edited).ok());
    QTRY_COMPARE(names(filter), QString());
}

void ActivityTableTest::familiesFilter()
{
    addThree();
    auto model = table();
    items::ActivityFilter filter(model);
    QAbstractItemModelTester tester(&filter);
    filter.setFamilies({int(domain::SportFamily::Run), int(domain::SportFamily::Swim)});
    QCOMPARE(names(filter), u"Technique, Easy run"_s);
    QCOMPARE(filter.rowOf(*m_store->findRemote(store::Kind::Activity, u"i2"_s)), -1);
    QCOMPARE(filter.idAt(1), *m_store->findRemote(store::Kind::Activity, u"i1"_s));
    filter.setFamilies({});
    QCOMPARE(filter.rowCount(), 3);
}

void ActivityTableTest::unknownComesLastInBothDirections()
{
    addThree();
    auto model = table();
    items::ActivityFilter filter(model);
    filter.sort(int(ActivityColumn::Load), Qt::AscendingOrder);
    QCOMPARE(names(filter), u"Easy run, VO2 5×4, Technique"_s);
    filter.sort(int(ActivityColumn::Load), Qt::DescendingOrder);
    QCOMPARE(names(filter), u"VO2 5×4, Easy run, Technique"_s);
    filter.sort(int(ActivityColumn::Name), Qt::AscendingOrder);
    QCOMPARE(names(filter), u"Easy run, Technique, VO2 5×4"_s);
}

MICROCYCLE_CORE_TEST(ActivityTableTest)
#include "tst_activitytable.moc"
