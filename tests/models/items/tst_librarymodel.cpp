// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/librarian.h"
#include "models/domain/sport.h"
#include "models/items/librarybands.h"
#include "models/items/libraryfilter.h"
#include "models/items/librarymime.h"
#include "models/items/librarymodel.h"
#include "models/items/libraryplan.h"
#include "models/store/remotefold.h"
#include "models/workout/profile.h"
#include "tests/support/foldlibrary.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using commands::Librarian;
using items::LibraryDrag;
using items::LibraryFilter;
using items::LibraryModel;
using items::LibraryNode;
using items::LibraryWish;

namespace {

const QDate thursday(2026, 3, 12);

QJsonObject folder(int id, const QString &name, const QString &type = u"FOLDER"_s)
{
    return {{u"id"_s, id}, {u"name"_s, name}, {u"type"_s, type}};
}

QJsonObject ride(int id, int folder, const QString &name, const QJsonObject &more = {})
{
    QJsonObject json {{u"id"_s, id},
        {u"folder_id"_s, folder},
        {u"name"_s, name},
        {u"type"_s, u"Ride"_s},
        {u"icu_training_load"_s, 60},
        {u"moving_time"_s, 3600}};
    for (auto it = more.begin(); it != more.end(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

items::LibraryWords words()
{
    return {[](bool plans) { return plans ? u"Plans"_s : u"Folders"_s; },
        [](const store::LibraryRow &row) { return u"workout "_s + row.name; },
        [](const store::LibraryFolder &folder, int workouts, int weeks) {
            return u"%1 %2 %3"_s.arg(folder.name).arg(workouts).arg(weeks);
        }};
}

/// "Folders(Bike(A, B)) Plans(Base(C@2))"
QString printed(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QStringList parts;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        QString text = index.data().toString();
        if (const QVariant day = index.data(items::LibraryDayRole); day.isValid())
            text += u"@%1"_s.arg(day.toInt());
        const QString inside = printed(model, index);
        parts.append(inside.isEmpty() ? text : text + u'(' + inside + u')');
    }
    return parts.join(u", "_s);
}

}

Q_DECLARE_METATYPE(LibraryWish)

/// The library's tree and what of it is asked for.
class LibraryModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theTreeIsReadFromTheStore();
    void nothingIsSaidOfNoRow();
    void editsTouchNoMoreThanTheyChange();
    void aPulledOrderIsFollowed();
    void rowsSayWhatTheyAre();
    void workoutsAndPlansCanBeDragged();
    void typingANameOnlyAsks();
    void theWishFiltersTheTree_data();
    void theWishFiltersTheTree();
    void bandsHaveBounds();
    void theMainZoneIsTheHardestThatCounts();
    void aDropIsForeseen();

private:
    void fill();

    domain::FixedClock m_clock {QDateTime(thursday, QTime(9, 0), Qt::UTC)};
    std::unique_ptr<store::Store> m_store;
};

void LibraryModelTest::init()
{
    m_store = *store::Store::open(u":memory:"_s, m_clock);
    QVERIFY(store::RemoteFold(*m_store)
                .sports({{{u"id"_s, 1}, {u"types"_s, QJsonArray {u"Ride"_s}}, {u"ftp"_s, 250}}})
                .ok());
}

void LibraryModelTest::fill()
{
    const QJsonObject hard {{u"description"_s, u"- 10m 60%\n\n5x\n- 4m 112%\n- 4m 50%"_s},
        {u"tags"_s, QJsonArray {u"vo2"_s, u"indoor"_s}},
        {u"icu_training_load"_s, 85}};
    const QJsonObject run {{u"type"_s, u"Run"_s},
        {u"moving_time"_s, 6300},
        {u"icu_training_load"_s, 130},
        {u"tags"_s, QJsonArray {u"long"_s}}};
    const QJsonObject unknown {
        {u"type"_s, u"WeightTraining"_s}, {u"moving_time"_s, 1800}, {u"icu_training_load"_s, QJsonValue::Null}};
    const QJsonObject note {{u"type"_s, u"NOTE"_s},
        {u"day"_s, 7},
        {u"days"_s, 7},
        {u"moving_time"_s, QJsonValue::Null},
        {u"icu_training_load"_s, QJsonValue::Null}};
    QVERIFY(support::foldLibrary(*m_store,
        {folder(10, u"Bike"_s), folder(20, u"Gym and run"_s), folder(30, u"Base"_s, u"PLAN"_s)},
        {ride(101, 10, u"VO2 5x4"_s, hard),
            ride(102, 10, u"Endurance"_s, {{u"description"_s, u"- 1h 65%"_s}}),
            ride(201, 20, u"Long run"_s, run),
            ride(202, 20, u"Strength"_s, unknown),
            ride(301, 30, u"Endurance"_s, {{u"day"_s, 8}}),
            ride(302, 30, u"Rest week"_s, note),
            ride(303, 30, u"VO2 5x4"_s, {{u"day"_s, 1}})})
                .ok());
}

void LibraryModelTest::nothingIsSaidOfNoRow()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    LibraryModel model(*m_store, words());
    LibraryFilter filter(model);
    QVERIFY(!filter.data({}).isValid());
}

void LibraryModelTest::theTreeIsReadFromTheStore()
{
    LibraryModel model(*m_store, words());
    QAbstractItemModelTester tester(&model);
    QCOMPARE(printed(model), u"Folders, Plans"_s);
    QVERIFY(model.isLibraryEmpty());
    fill();
    QCOMPARE(printed(model),
        u"Folders(Bike(Endurance, VO2 5x4), Gym and run(Long run, Strength)), Plans(Base(VO2 5x4@1, Rest week@7, Endurance@8))"_s);
    QVERIFY(!model.isLibraryEmpty());
    QCOMPARE(model.workouts(), 7);
    QCOMPARE(model.tags(), (QStringList {u"indoor"_s, u"long"_s, u"vo2"_s}));
    QCOMPARE(model.folders().size(), 3);
}

void LibraryModelTest::editsTouchNoMoreThanTheyChange()
{
    fill();
    LibraryModel model(*m_store, words());
    QAbstractItemModelTester tester(&model);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
    QSignalSpy data(&model, &QAbstractItemModel::dataChanged);
    Librarian librarian(*m_store);
    const auto bike = *m_store->findRemote(store::Kind::Folder, u"10"_s);
    const auto gym = *m_store->findRemote(store::Kind::Folder, u"20"_s);
    const auto vo2 = *m_store->findRemote(store::Kind::Workout, u"101"_s);
    const QPersistentModelIndex kept = model.indexOf(*m_store->findRemote(store::Kind::Workout, u"102"_s));

    QVERIFY(librarian.rename(vo2, u"A new name"_s).ok());
    QCOMPARE(moved.size(), 1); // it now comes before the other
    QCOMPARE(data.size(), 1);
    QVERIFY(librarian.moveTo({vo2}, gym).ok());
    QCOMPARE(printed(model, model.index(0, 0)), u"Bike(Endurance), Gym and run(A new name, Long run, Strength)"_s);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(removed.size(), 1);
    QVERIFY(librarian.remove({gym}).ok());
    QCOMPARE(removed.size(), 2);
    QVERIFY(m_store->undo().ok());
    QCOMPARE(inserted.size(), 2);
    QCOMPARE(printed(model, model.index(0, 0)), u"Bike(Endurance), Gym and run(A new name, Long run, Strength)"_s);
    QVERIFY(librarian.createFolder(u"Zzz"_s).ok());
    QCOMPARE(resets.size(), 0);
    QVERIFY(kept.isValid());
    QCOMPARE(kept.data().toString(), u"Endurance"_s);
    QCOMPARE(model.parent(kept), model.indexOf(bike));
}

void LibraryModelTest::aPulledOrderIsFollowed()
{
    LibraryModel model(*m_store, words());
    QAbstractItemModelTester tester(&model);
    QList<QJsonObject> workouts;
    const QStringList first {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s};
    for (int i = 0; i < first.size(); ++i)
        workouts.append(ride(100 + i, 10, first.at(i)));
    QVERIFY(support::foldLibrary(*m_store, {folder(10, u"F"_s)}, workouts).ok());
    QList<QPersistentModelIndex> kept;
    const QModelIndex shelf = model.index(0, 0, model.index(0, 0));
    for (int row = 1; row < model.rowCount(shelf); ++row)
        kept.append(model.index(row, 0, shelf));
    const QStringList second {u"5"_s, u"3"_s, u"x"_s, u"1"_s};
    workouts.clear();
    for (int i = 0; i < second.size(); ++i)
        workouts.append(ride(101 + i, 10, second.at(i)));
    workouts.append(ride(200, 10, u"4"_s));
    QVERIFY(support::foldLibrary(*m_store, {folder(10, u"F"_s)}, workouts).ok());
    QCOMPARE(printed(model), u"Folders(F(1, 3, 4, 5, x)), Plans"_s);
    for (int i = 0; i < kept.size(); ++i) { // who held on to a row still has it, where it is now
        QCOMPARE(kept.at(i).data().toString(), second.at(i));
        QCOMPARE(QModelIndex(kept.at(i)), model.index(kept.at(i).row(), 0, shelf));
    }
}

void LibraryModelTest::rowsSayWhatTheyAre()
{
    fill();
    LibraryModel model(*m_store, words());
    const auto at
        = [&](const QString &remote) { return model.indexOf(*m_store->findRemote(store::Kind::Workout, remote)); };
    const QModelIndex vo2 = at(u"101"_s);
    QCOMPARE(LibraryNode(vo2.data(items::LibraryNodeRole).toInt()), LibraryNode::Workout);
    QCOMPARE(vo2.data(items::LibrarySportRole).toString(), u"Ride"_s);
    QCOMPARE(vo2.data(items::LibrarySecondsRole).toInt(), 3600);
    QCOMPARE(vo2.data(items::LibraryLoadRole).toInt(), 85);
    QCOMPARE(vo2.data(items::LibraryZoneRole).toInt(), 5);
    QVERIFY(!vo2.data(items::LibraryProfileRole).toByteArray().isEmpty());
    QCOMPARE(vo2.data(Qt::AccessibleTextRole).toString(), u"workout VO2 5x4"_s);
    QVERIFY(!vo2.data(items::LibraryDayRole).isValid());
    QVERIFY(!at(u"202"_s).data(items::LibraryLoadRole).isValid());
    QVERIFY(at(u"302"_s).data(items::LibraryNoteRole).toBool());
    const QModelIndex base = at(u"303"_s).parent();
    QCOMPARE(base.data(items::LibraryWeeksRole).toInt(), 2);
    QCOMPARE(base.data(items::LibraryCountRole).toInt(), 3);
    QCOMPARE(base.data(Qt::AccessibleTextRole).toString(), u"Base 3 2"_s);
    QCOMPARE(base.parent().data(items::LibraryIdRole).value<domain::LocalId>(), domain::LocalId {});
    QVERIFY(!model.indexOf({u"nothing"_s}).isValid());
}

void LibraryModelTest::workoutsAndPlansCanBeDragged()
{
    fill();
    LibraryModel model(*m_store, words());
    const auto id = [&](store::Kind kind, const QString &remote) { return *m_store->findRemote(kind, remote); };
    const auto drag = [&](const QModelIndexList &indexes) {
        const std::unique_ptr<QMimeData> data(model.mimeData(indexes));
        return items::librarymime::read(data.get());
    };
    const QModelIndex vo2 = model.indexOf(id(store::Kind::Workout, u"101"_s));
    const QModelIndex easy = model.indexOf(id(store::Kind::Workout, u"102"_s));
    const QModelIndex plan = model.indexOf(id(store::Kind::Folder, u"30"_s));
    QCOMPARE(drag({vo2, easy}),
        (LibraryDrag {{id(store::Kind::Workout, u"101"_s), id(store::Kind::Workout, u"102"_s)}, {}}));
    QCOMPARE(drag({plan}), (LibraryDrag {{}, id(store::Kind::Folder, u"30"_s)}));
    QVERIFY(!model.mimeData({plan.parent()}));
    QVERIFY(vo2.flags() & Qt::ItemIsDragEnabled);
    QVERIFY(!(vo2.parent().flags() & Qt::ItemIsDragEnabled));
    QVERIFY(vo2.parent().flags() & Qt::ItemIsDropEnabled);
    const std::unique_ptr<QMimeData> data(model.mimeData({vo2}));
    QVERIFY(data->text().startsWith("VO2 5x4\n- 10m 60%"_L1));
    QVERIFY(items::librarymime::read(nullptr).isEmpty());
    QMimeData broken;
    broken.setData(items::librarymime::format(), "[1,");
    QVERIFY(items::librarymime::read(&broken).isEmpty());
}

void LibraryModelTest::typingANameOnlyAsks()
{
    fill();
    LibraryModel model(*m_store, words());
    QSignalSpy wanted(&model, &LibraryModel::renameWanted);
    const QModelIndex bike = model.index(0, 0, model.index(0, 0));
    QVERIFY(!model.setData(bike, u"Cycling"_s, Qt::EditRole));
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(bike.data().toString(), u"Bike"_s);
    model.setData(bike, u"Bike"_s, Qt::EditRole);
    model.setData(bike.parent(), u"X"_s, Qt::EditRole);
    QCOMPARE(wanted.size(), 1);
}

void LibraryModelTest::theWishFiltersTheTree_data()
{
    QTest::addColumn<LibraryWish>("wish");
    QTest::addColumn<QString>("tree");
    const QString all
        = u"Folders(Bike(Endurance, VO2 5x4), Gym and run(Long run, Strength)), Plans(Base(VO2 5x4@1, Rest week@7, Endurance@8))"_s;
    QTest::newRow("nothing asked") << LibraryWish {} << all;
    QTest::newRow("a word of the name") << LibraryWish {.search = u" vo2 "_s}
                                        << u"Folders(Bike(VO2 5x4)), Plans(Base(VO2 5x4@1))"_s;
    QTest::newRow("a word of the folder")
        << LibraryWish {.search = u"gym"_s} << u"Folders(Gym and run(Long run, Strength))"_s;
    QTest::newRow("words of both") << LibraryWish {.search = u"base vo2"_s} << u"Plans(Base(VO2 5x4@1))"_s;
    QTest::newRow("the beginning of a tag") << LibraryWish {.search = u"#ind"_s} << u"Folders(Bike(VO2 5x4))"_s;
    QTest::newRow("a lone hash asks nothing") << LibraryWish {.search = u"#"_s} << all;
    QTest::newRow("a sport") << LibraryWish {.families = {int(domain::SportFamily::Run)}}
                             << u"Folders(Gym and run(Long run))"_s;
    QTest::newRow("two sports") << LibraryWish {.families
        = {int(domain::SportFamily::Run), int(domain::SportFamily::Strength)}}
                                << u"Folders(Gym and run(Long run, Strength))"_s;
    QTest::newRow("short ones") << LibraryWish {.durations = {0}} << u"Folders(Gym and run(Strength))"_s;
    QTest::newRow("hard ones") << LibraryWish {.loads = {2, 3}} << u"Folders(Bike(VO2 5x4), Gym and run(Long run))"_s;
    QTest::newRow("a zone") << LibraryWish {.zones = {5}} << u"Folders(Bike(VO2 5x4))"_s;
    QTest::newRow("a tag") << LibraryWish {.tags = {u"long"_s}} << u"Folders(Gym and run(Long run))"_s;
    QTest::newRow("all must agree") << LibraryWish {.durations = {1}, .zones = {2}} << u"Folders(Bike(Endurance))"_s;
    QTest::newRow("nothing is like that") << LibraryWish {.search = u"swim"_s} << QString();
}

void LibraryModelTest::theWishFiltersTheTree()
{
    QFETCH(LibraryWish, wish);
    QFETCH(QString, tree);
    fill();
    LibraryModel model(*m_store, words());
    LibraryFilter filter(model);
    QAbstractItemModelTester tester(&filter);
    filter.setWish(wish);
    QCOMPARE(printed(filter), tree);
    QCOMPARE(filter.workouts() == 0, tree.isEmpty());
    // The tree grows and shrinks below the filter.
    QVERIFY(m_store->undoable() || Librarian(*m_store).createFolder(u"New"_s).ok());
    filter.setWish({});
    QVERIFY(printed(filter).contains("New"_L1));
}

void LibraryModelTest::bandsHaveBounds()
{
    QCOMPARE(items::durationBand(44 * 60 + 59), 0);
    QCOMPARE(items::durationBand(45 * 60), 1);
    QCOMPARE(items::durationBand(3 * 3600), 3);
    QVERIFY(!items::durationBand({}));
    QCOMPARE(items::loadBand(39), 0);
    QCOMPARE(items::loadBand(80), 2);
    QCOMPARE(items::loadBand(500), 3);
}

void LibraryModelTest::theMainZoneIsTheHardestThatCounts()
{
    using workout::Bar;
    QCOMPARE(items::mainZone({}), 0);
    QCOMPARE(items::mainZone(workout::encode({Bar {3600, 65, 65, 2}, Bar {60, 150, 150, 6}})), 2);
    QCOMPARE(items::mainZone(workout::encode({Bar {3600, 65, 65, 2}, Bar {300, 110, 110, 5}})), 5);
    QCOMPARE(items::mainZone(workout::encode({Bar {600, 65, 65, 2}, Bar {60, 150, 150, 6}})), 6);
    QCOMPARE(items::mainZone(workout::encode({Bar {600, 40, 40, 0}})), 0);
}

void LibraryModelTest::aDropIsForeseen()
{
    fill();
    const auto id = [&](store::Kind kind, const QString &remote) { return *m_store->findRemote(kind, remote); };
    const auto placed = [&](const LibraryDrag &drag, QDate day) {
        QStringList parts;
        for (const auto &place : items::placedBy(drag, day, m_store->folders(), m_store->libraryRows()))
            parts.append(u"%1 %2 %3"_s.arg(place.day.toString(u"dd.MM"_s),
                place.card.name,
                place.days > 1 ? u"x%1"_s.arg(place.days) : QString::number(place.card.load.value_or(0))));
        return parts.join(u", "_s);
    };
    QCOMPARE(placed({{}, id(store::Kind::Folder, u"30"_s)}, thursday),
        u"13.03 VO2 5x4 60, 19.03 Rest week x7, 20.03 Endurance 60"_s);
    QCOMPARE(placed({{id(store::Kind::Workout, u"201"_s), id(store::Kind::Workout, u"101"_s)}, {}}, thursday),
        u"12.03 Long run 130, 12.03 VO2 5x4 85"_s);
    QCOMPARE(placed({{}, id(store::Kind::Folder, u"10"_s)}, thursday), QString()); // a shelf has no days
    QCOMPARE(placed({{{u"gone"_s}}, {}}, thursday), QString());
    QCOMPARE(placed({{id(store::Kind::Workout, u"201"_s)}, {}}, {}), QString());
    const auto cards = items::placedBy(
        {{id(store::Kind::Workout, u"101"_s)}, {}}, thursday, m_store->folders(), m_store->libraryRows());
    QVERIFY(!cards.first().card.profile.isEmpty());
    QCOMPARE(cards.first().card.sport, u"Ride"_s);
}

MICROCYCLE_CORE_TEST(LibraryModelTest)
#include "tst_librarymodel.moc"
