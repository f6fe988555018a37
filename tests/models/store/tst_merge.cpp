// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/kinds.h"
#include "models/store/merge.h"
#include "tests/support/tally.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using store::Kind;
using store::Merge;

namespace {

constexpr std::array allKinds {Kind::Event, Kind::Activity, Kind::Wellness, Kind::Folder, Kind::Workout};

QJsonObject read(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QJsonObject with(QJsonObject json, const QJsonObject &over)
{
    for (auto it = over.begin(); it != over.end(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

/// What stands in `base` of every kind: its name on the service.
QJsonObject bareOf(Kind kind)
{
    return {{u"id"_s,
        kind == Kind::Wellness       ? QJsonValue(u"2026-03-12"_s)
            : kind == Kind::Activity ? QJsonValue(u"i7"_s)
                                     : QJsonValue(7)}};
}

/// A value of the kind's field: the first of several shapes that the field takes and writes. Different for each n, but
/// for switches, which are off for 0 and on for the others.
QJsonValue sample(Kind kind, const QString &key, int n)
{
    const int position = int(store::editableKeysOf(kind).indexOf(key));
    const QString day = QDate(2026, 1, 1).addDays(3 * position + n).toString(Qt::ISODate) + "T00:00:00"_L1;
    const QList<QJsonValue> shapes {
        day, u"10:0%1:00"_s.arg(n), 1 + n, QJsonArray {u"entry %1"_s.arg(n)}, n > 0, QJsonObject {{u"n"_s, n}}};
    for (const auto &shape : shapes) {
        const QJsonObject one = with(bareOf(kind), {{key, shape}});
        if (store::check(kind, one) && store::canonicalOf(kind, one).contains(key))
            return shape;
        if (shape.isBool() && store::check(kind, one))
            return shape;
    }
    return {};
}

QJsonObject fullOf(Kind kind)
{
    QJsonObject base = bareOf(kind);
    const QStringList keys = store::editableKeysOf(kind);
    for (const auto &key : keys)
        base.insert(key, sample(kind, key, 0));
    return base;
}

bool isSwitch(Kind kind, const QString &key)
{
    return sample(kind, key, 0).isBool();
}

/// Switching one of these on closes the rest.
bool isLock(Kind kind, const QString &key)
{
    return (kind == Kind::Event && key == "athlete_cannot_edit"_L1) || (kind == Kind::Wellness && key == "locked"_L1);
}

QString kindName(Kind kind)
{
    return store::kindText(kind);
}

}

class MergeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesOfDifferentKindsDiffer();
    void fieldsMergeByTheirRules_data();
    void fieldsMergeByTheirRules();
    void everyPairOfFieldsSurvives();
    void oneFieldOnTwoSidesIsOneConflict();
    void anotherWayToWriteTheSameIsNoEdit();
    void whatFollowsFromWhatWasSentIsNobodysChange();
    void whatBelongsTogetherIsChosenTogether();
};

void MergeTest::fieldsMergeByTheirRules_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QByteArray>("sent"); // key → value that remains to be sent
    QTest::addColumn<QStringList>("conflicts");
    QTest::addColumn<QStringList>("yielded");
    const auto event = [](const char *row,
                           const QByteArray &base,
                           const QByteArray &mine,
                           const QByteArray &theirs,
                           const QByteArray &sent,
                           const QStringList &conflicts = {},
                           const QStringList &yielded = {}) {
        QTest::newRow(row) << int(Kind::Event) << base << mine << theirs << sent << conflicts << yielded;
    };
    event("nothing changed there: mine", R"({"name":"A"})", R"({"name":"B"})", R"({"name":"A"})", R"({"name":"B"})");
    event("both changed alike: nothing to send", R"({"name":"A"})", R"({"name":"B"})", R"({"name":"B"})", "{}");
    event("both changed differently: a conflict that keeps mine",
        R"({"name":"A"})",
        R"({"name":"B"})",
        R"({"name":"C"})",
        R"({"name":"B"})",
        {u"name"_s});
    event("cleared here and untouched there", R"({"color":"red"})", "{}", R"({"color":"red"})", R"({"color":null})");
    event("cleared here and changed there",
        R"({"color":"red"})",
        "{}",
        R"({"color":"blue"})",
        R"({"color":null})",
        {u"color"_s});
    event("cleared on both sides", R"({"color":"red"})", "{}", "{}", "{}");
    event("a tag that was taken away there stays away",
        R"({"tags":["a","b"]})",
        R"({"tags":["a","b","c"]})",
        R"({"tags":["a"]})",
        R"({"tags":["a","c"]})");
    event("an end that comes to lie on the start",
        R"({"start_date_local":"2026-03-12T08:00:00","end_date_local":"2026-03-12T10:00:00"})",
        R"({"start_date_local":"2026-03-12T08:00:00","end_date_local":"2026-03-12T09:00:00"})",
        R"({"start_date_local":"2026-03-12T09:00:00","end_date_local":"2026-03-12T10:00:00"})",
        R"({"end_date_local":"2026-03-12T09:00:00"})",
        {u"end_date_local"_s});
    event("tags of both are kept",
        R"({"tags":["a","b"]})",
        R"({"tags":["b","c"]})",
        R"({"tags":["a","b","d"]})",
        R"({"tags":["b","d","c"]})");
    event("tags that both added alike", R"({"tags":["a"]})", R"({"tags":["a","b"]})", R"({"tags":["b","a"]})", "{}");
    event("attachments of both are kept",
        R"({"attachments":[{"id":1}]})",
        R"({"attachments":[{"id":1},{"id":2}]})",
        R"({"attachments":[{"id":3},{"id":1}]})",
        R"({"attachments":[{"id":3},{"id":1},{"id":2}]})");
    event("text: other lines of both are kept",
        R"({"description":"a\nb\nc"})",
        R"({"description":"A\nb\nc"})",
        R"({"description":"a\nb\nC"})",
        R"({"description":"A\nb\nC"})");
    event("text: the same line twice is a conflict",
        R"({"description":"a\nb\nc"})",
        R"({"description":"a\nB\nc"})",
        R"({"description":"a\nX\nc"})",
        R"({"description":"a\nB\nc"})",
        {u"description"_s});
    event("text: their line ends are no change",
        R"({"description":"a\nb"})",
        R"({"description":"a\nB"})",
        R"({"description":"a\r\nb\r\n"})",
        R"({"description":"a\nB"})");
    event("figures follow my text",
        R"({"description":"a","icu_training_load":50})",
        R"({"description":"b","icu_training_load":60})",
        R"({"description":"a","icu_training_load":55})",
        R"({"description":"b","icu_training_load":60})");
    event("figures follow their text",
        R"({"description":"a","icu_training_load":50})",
        R"({"description":"a","icu_training_load":60})",
        R"({"description":"b","icu_training_load":55})",
        "{}",
        {},
        {u"icu_training_load"_s});
    event("figures of a text in conflict are no conflict of their own",
        R"({"description":"a","moving_time":60})",
        R"({"description":"b","moving_time":120})",
        R"({"description":"c","moving_time":180})",
        R"({"description":"b","moving_time":120})",
        {u"description"_s});
    event("figures without a text are a conflict",
        R"({"icu_training_load":50})",
        R"({"icu_training_load":60})",
        R"({"icu_training_load":55})",
        R"({"icu_training_load":60})",
        {u"icu_training_load"_s});
    event("a day and a time are one choice",
        R"({"start_date_local":"2026-03-12T07:00:00"})",
        R"({"start_date_local":"2026-03-13T07:00:00"})",
        R"({"start_date_local":"2026-03-12T18:00:00"})",
        R"({"start_date_local":"2026-03-13T07:00:00"})",
        {u"start_date_local"_s});
    event("start and end are one choice",
        R"({"start_date_local":"2026-03-12T00:00:00","end_date_local":"2026-03-13T00:00:00"})",
        R"({"start_date_local":"2026-03-14T00:00:00","end_date_local":"2026-03-15T00:00:00"})",
        R"({"start_date_local":"2026-03-16T00:00:00","end_date_local":"2026-03-17T00:00:00"})",
        R"({"start_date_local":"2026-03-14T00:00:00","end_date_local":"2026-03-15T00:00:00"})",
        {u"start_date_local"_s});
    event("nothing ends before it begins",
        R"({"start_date_local":"2026-03-12T00:00:00","end_date_local":"2026-03-20T00:00:00"})",
        R"({"start_date_local":"2026-03-18T00:00:00","end_date_local":"2026-03-20T00:00:00"})",
        R"({"start_date_local":"2026-03-12T00:00:00","end_date_local":"2026-03-15T00:00:00"})",
        R"({"start_date_local":"2026-03-18T00:00:00"})",
        {u"start_date_local"_s});
    event("a lock that came meanwhile lets theirs stand",
        R"({"name":"A"})",
        R"({"name":"B"})",
        R"({"name":"A","athlete_cannot_edit":true})",
        "{}",
        {},
        {u"name"_s});
    event("a closed structure lets it move",
        R"({"name":"A","start_date_local":"2026-03-12T00:00:00"})",
        R"({"name":"B","start_date_local":"2026-03-13T00:00:00"})",
        R"({"name":"A","start_date_local":"2026-03-12T00:00:00","structure_read_only":true})",
        R"({"start_date_local":"2026-03-13T00:00:00"})",
        {},
        {u"name"_s});
    event("what a lock held before the edit is the person's matter",
        R"({"name":"A","athlete_cannot_edit":true})",
        R"({"name":"B","athlete_cannot_edit":true})",
        R"({"name":"A","athlete_cannot_edit":true})",
        R"({"name":"B"})");
    event("figures of the service do not disturb",
        R"({"name":"A","icu_ctl":1,"updated":"x"})",
        R"({"name":"B","icu_ctl":1,"updated":"x"})",
        R"({"name":"A","icu_ctl":2,"updated":"y"})",
        R"({"name":"B"})");
    QTest::newRow("a locked day lets theirs stand")
        << int(Kind::Wellness) << QByteArray(R"({"weight":70})") << QByteArray(R"({"weight":71})")
        << QByteArray(R"({"weight":70,"locked":true})") << QByteArray("{}") << QStringList()
        << QStringList {u"weight"_s};
    QTest::newRow("comments merge by lines")
        << int(Kind::Wellness) << QByteArray(R"({"comments":"a\nb\nc"})") << QByteArray(R"({"comments":"a\nb\nc\nd"})")
        << QByteArray(R"({"comments":"0\na\nb\nc"})") << QByteArray(R"({"comments":"0\na\nb\nc\nd"})") << QStringList()
        << QStringList();
}

void MergeTest::fieldsMergeByTheirRules()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, mine);
    QFETCH(QByteArray, theirs);
    QFETCH(QByteArray, sent);
    QFETCH(QStringList, conflicts);
    QFETCH(QStringList, yielded);
    const QJsonObject bare = bareOf(Kind(kind));
    const QJsonObject was = with(bare, read(base));
    const Merge merged = store::merge(
        Kind(kind), was, store::differenceOf(Kind(kind), was, with(bare, read(mine))), with(bare, read(theirs)));
    QJsonObject rest;
    for (auto it = merged.patch.changes.begin(); it != merged.patch.changes.end(); ++it)
        rest.insert(it.key(), it.value().after);
    QCOMPARE(rest, read(sent));
    const auto fieldsOf = [](const QList<store::FieldConflict> &list) {
        QStringList fields;
        for (const auto &entry : list)
            fields.append(entry.field);
        return fields;
    };
    QCOMPARE(fieldsOf(merged.conflicts), conflicts);
    QCOMPARE(fieldsOf(merged.yielded), yielded);
}

void MergeTest::everyPairOfFieldsSurvives()
{
    support::Tally tally(13, "edits of two fields on two sides both survive");
    int pairs = 0;
    for (const Kind kind : allKinds) {
        const QJsonObject base = fullOf(kind);
        const QStringList keys = store::editableKeysOf(kind);
        for (const auto &ours : keys) {
            const QJsonObject edited = with(base, {{ours, sample(kind, ours, 1)}});
            const domain::Patch patch = store::differenceOf(kind, base, edited);
            QVERIFY2(patch.changes.size() == 1, qPrintable(kindName(kind) + u' ' + ours));
            for (const auto &other : keys) {
                if (other == ours || isLock(kind, other))
                    continue;
                const QJsonObject theirs = with(base, {{other, sample(kind, other, 2)}});
                const Merge merged = store::merge(kind, base, patch, theirs);
                const QString row = u"%1: %2 here, %3 there"_s.arg(kindName(kind), ours, other);
                const QJsonObject view = store::canonicalOf(kind, merged.patch.applied(theirs));
                tally.run(merged.conflicts.isEmpty() && merged.yielded.isEmpty()
                        && view.value(ours) == store::canonicalOf(kind, edited).value(ours)
                        && view.value(other) == store::canonicalOf(kind, theirs).value(other),
                    row);
                ++pairs;
            }
        }
    }
    QVERIFY(tally.close());
    QVERIFY(pairs > 2000);
}

void MergeTest::oneFieldOnTwoSidesIsOneConflict()
{
    for (const Kind kind : allKinds) {
        const QJsonObject base = fullOf(kind);
        const QStringList keys = store::editableKeysOf(kind);
        for (const auto &key : keys) {
            if (isSwitch(kind, key))
                continue; // both can only have switched it the same way
            const QJsonObject edited = with(base, {{key, sample(kind, key, 1)}});
            const QJsonObject theirs = with(base, {{key, sample(kind, key, 2)}});
            const Merge merged = store::merge(kind, base, store::differenceOf(kind, base, edited), theirs);
            const QString row = kindName(kind) + u' ' + key;
            const QJsonValue here = store::canonicalOf(kind, edited).value(key);
            const QJsonValue there = store::canonicalOf(kind, theirs).value(key);
            const QJsonValue shown = store::canonicalOf(kind, merged.patch.applied(theirs)).value(key);
            if (here.isArray()) {
                QVERIFY2(merged.conflicts.isEmpty(), qPrintable(row));
                QVERIFY2(shown.toArray().contains(here.toArray().first())
                        && shown.toArray().contains(there.toArray().first()),
                    qPrintable(row));
                continue;
            }
            QVERIFY2(merged.conflicts.size() == 1, qPrintable(row));
            QCOMPARE(merged.conflicts.first(),
                (store::FieldConflict {key, store::canonicalOf(kind, base).value(key), here, there}));
            QVERIFY2(shown == here, qPrintable(row));
        }
    }
}

void MergeTest::anotherWayToWriteTheSameIsNoEdit()
{
    const QJsonObject base
        = read(R"({"id":7,"name":"A","start_date_local":"2026-03-12","icu_training_load":50,"distance":1000.1,
        "description":"a\nb","color":null,"tags":[],"icu_ctl":40.5,"push_errors":[1],"updated":"x"})");
    const QJsonObject same
        = read(R"({"updated":"y","push_errors":[],"icu_ctl":41.25,"description":"a\r\nb\n","distance":1000.0999756,
        "icu_training_load":50.0,"start_date_local":"2026-03-12T00:00:00","name":"A","id":7})");
    QCOMPARE(store::editedFields(Kind::Event, base, same), QStringList());
    QCOMPARE(store::editedFields(Kind::Event, base, with(same, {{u"name"_s, u"B"_s}})), QStringList {u"name"_s});
    QVERIFY(!store::isSameValue(0, {}));
    QVERIFY(!store::isSameValue(0, 1e-9));
}

void MergeTest::whatFollowsFromWhatWasSentIsNobodysChange()
{
    const QJsonObject base = with(bareOf(Kind::Event), read(R"({"description":"- 10m 50%","icu_training_load":10})"));
    const auto mine = store::differenceOf(Kind::Event, base, with(base, {{u"icu_training_load"_s, 33}}));
    const auto sent = store::differenceOf(Kind::Event, base, with(base, {{u"description"_s, u"- 20m 50%"_s}}));
    const QJsonObject answer = with(base, read(R"({"description":"- 20m 50%","icu_training_load":20})"));
    const Merge merged = store::merge(Kind::Event, base, mine, answer, sent);
    QVERIFY(merged.conflicts.isEmpty() && merged.yielded.isEmpty());
    QCOMPARE(merged.patch.changes.value(u"icu_training_load"_s).after, QJsonValue(33));
    const Merge foreign = store::merge(Kind::Event, base, mine, answer);
    QVERIFY(!foreign.patch.changes.contains(u"icu_training_load"_s) || !foreign.conflicts.isEmpty());
}

void MergeTest::whatBelongsTogetherIsChosenTogether()
{
    const QString start = u"start_date_local"_s;
    QCOMPARE(store::fieldsOfChoice(Kind::Event, start), (QStringList {start, u"end_date_local"_s}));
    QVERIFY(store::fieldsOfChoice(Kind::Event, u"description"_s).contains(u"icu_training_load"_s));
    QCOMPARE(store::fieldsOfChoice(Kind::Event, u"name"_s), QStringList {u"name"_s});
}

void MergeTest::valuesOfDifferentKindsDiffer()
{
    const QJsonArray all {1.5, u"1.5"_s, true, QJsonArray {1.5}, QJsonObject {{u"a"_s, 1.5}}, QJsonValue()};
    for (qsizetype i = 0; i < all.size(); ++i) {
        for (qsizetype j = 0; j < all.size(); ++j)
            QCOMPARE(store::isSameValue(all.at(i), all.at(j)), i == j);
    }
}

MICROCYCLE_CORE_TEST(MergeTest)
#include "tst_merge.moc"
