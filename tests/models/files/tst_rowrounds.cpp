// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/csv.h"
#include "models/files/ics.h"
#include "models/files/plaintext.h"
#include "models/workout/print.h"
#include "tests/models/files/filewording.h"
#include "tests/support/testmain.h"
#include "tests/support/workoutgenerator.h"

#include <QHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace files;
using domain::Activity;
using domain::Wellness;

namespace {

constexpr int rounds = 10'000;
constexpr int inOneFile = 500;

/// Words as people and other programs leave them: separators, quotes, formulas, markup, JSON, several lines.
QString words(support::Dice &dice)
{
    static const QStringList some {u"Easy"_s,
        u"Over, under; over"_s,
        u"\"hart\" 3\u00d710"_s,
        u"=1+1"_s,
        u"'quoted"_s,
        u"''=x"_s,
        u"-5 \u00b0C"_s,
        u"+49 30"_s,
        u"@coach"_s,
        u"1,5"_s,
        u"007"_s,
        u"true"_s,
        u"[1,2]"_s,
        u"{\"a\":1}"_s,
        u"back\\slash \\n and \\, so on"_s,
        u"<b>bold</b> & more"_s,
        u"BEGIN:VEVENT"_s,
        u"Gr\u00f6\u00dfe \u6162 \U0001f6b4"_s,
        u"colon: semi; comma,"_s,
        u"2026-03-30"_s};
    QStringList lines;
    for (int i = dice.below(3); i >= 0; --i)
        lines << dice.one(some);
    return lines.join(dice.once(3) ? u'\n' : u' ');
}

QString oneLine(support::Dice &dice)
{
    return words(dice).replace(u'\n', u' ');
}

QDate dayOf(support::Dice &dice)
{
    return QDate(2020, 1, 1).addDays(dice.below(4000));
}

/// Half of the numbers of a record are there.
template<typename Record>
void fill(Record &record, std::initializer_list<std::optional<int> Record::*> fields, support::Dice &dice)
{
    for (const auto field : fields) {
        if (dice.once(2))
            record.*field = dice.below(3000);
    }
}

template<typename Record>
void fill(Record &record, std::initializer_list<std::optional<double> Record::*> fields, support::Dice &dice)
{
    for (const auto field : fields) {
        if (dice.once(2))
            record.*field = dice.once(3) ? dice.below(300) : dice.between(-90'000, 9'000'000) / 1000.0;
    }
}

Wellness wellnessDay(support::Dice &dice)
{
    Wellness day;
    day.day = dayOf(dice);
    fill(day,
        {&Wellness::restingHrBpm,
            &Wellness::sleepQuality,
            &Wellness::soreness,
            &Wellness::fatigue,
            &Wellness::stress,
            &Wellness::mood,
            &Wellness::motivation,
            &Wellness::injury,
            &Wellness::hydration,
            &Wellness::systolicMmHg,
            &Wellness::diastolicMmHg,
            &Wellness::steps,
            &Wellness::kcalConsumed},
        dice);
    fill(day,
        {&Wellness::weightKg,
            &Wellness::hrvMs,
            &Wellness::sleepingHrBpm,
            &Wellness::sleepScore,
            &Wellness::hydrationLitres,
            &Wellness::spO2Percent,
            &Wellness::lactateMmolL,
            &Wellness::vo2max,
            &Wellness::proteinGrams,
            &Wellness::readiness,
            &Wellness::ctl,
            &Wellness::rampRate},
        dice);
    if (dice.once(2))
        day.sleep = std::chrono::seconds(dice.below(40'000));
    if (dice.once(2))
        day.comments = words(dice);
    day.locked = dice.once(5);
    if (dice.once(4))
        day.sportInfo = QJsonArray {QJsonObject {{u"type"_s, u"Ride"_s}, {u"eftp"_s, dice.below(400) + 0.5}}};
    return day;
}

Activity activity(support::Dice &dice)
{
    Activity done;
    done.id = domain::ActivityId {u"i%1"_s.arg(dice.below(90'000'000))};
    done.start = {dayOf(dice), QTime(dice.between(1, 23), dice.below(60), dice.below(60))};
    done.type = dice.one({u"Ride"_s, u"Run"_s, u"OpenWaterSwim"_s});
    done.name = oneLine(dice);
    if (dice.once(2))
        done.description = words(dice);
    if (dice.once(3))
        done.tags = QStringList {oneLine(dice), u"key"_s};
    fill(done, {&Activity::load, &Activity::joules, &Activity::rpe, &Activity::feel, &Activity::calories}, dice);
    fill(done,
        {&Activity::distanceMetres,
            &Activity::elevationGainMetres,
            &Activity::averageSpeedMps,
            &Activity::averageHeartrateBpm,
            &Activity::averageWatts,
            &Activity::intensityPercent,
            &Activity::ctl,
            &Activity::weightKg},
        dice);
    if (dice.once(2))
        done.movingTime = std::chrono::seconds(dice.below(40'000));
    if (dice.once(2))
        done.trainer = dice.once(2);
    done.race = dice.once(9);
    if (dice.once(3))
        done.pairedEvent = domain::EventId {dice.below(1'000'000) + 1};
    if (dice.once(3))
        done.heartrateZoneSeconds = {dice.below(900), 0, dice.below(900)};
    return done;
}

domain::Event plannedEvent(support::Dice &dice, support::WorkoutGenerator &workouts, int round)
{
    domain::Event planned;
    planned.uid = u"round-%1"_s.arg(round);
    planned.category = domain::Category(dice.below(8));
    planned.name = oneLine(dice);
    planned.description = dice.once(2) ? workout::print(workouts.next()) : dice.once(2) ? words(dice) : QString();
    planned.type = dice.one({u"Ride"_s, u"Run"_s, QString()});
    if (dice.once(3))
        planned.tags = QStringList {u"key"_s, oneLine(dice)};
    planned.start.day = dayOf(dice);
    if (dice.once(2)) {
        planned.start.time = QTime(dice.below(24), dice.below(60));
        if (dice.once(3))
            planned.end = domain::LocalDateTime {
                planned.start.day.addDays(1 + dice.below(3)), QTime(dice.below(24), dice.below(60))};
        else if (dice.once(2))
            planned.movingTime = std::chrono::minutes(dice.between(1, 3000));
    } else if (dice.once(2)) {
        planned.end = domain::LocalDateTime {planned.start.day.addDays(dice.between(1, 20)), {}};
    }
    return planned;
}

/// What a calendar holds of an event: words, times, sport and tags.
PlannedEntry heldByIcs(const domain::Event &event)
{
    PlannedEntry entry;
    entry.uid = event.uid;
    entry.summary = event.name;
    entry.description = event.description.trimmed();
    if (!event.type.isEmpty())
        entry.categories << event.type;
    for (const auto &tag : event.tags) { // a comma parts two
        const auto parts = tag.split(u',', Qt::SkipEmptyParts);
        for (const auto &part : parts)
            entry.categories << part.trimmed();
    }
    entry.start = event.start;
    entry.allDay = !event.start.time;
    entry.end = event.end;
    if (entry.allDay && !entry.end)
        entry.end = domain::LocalDateTime {event.start.day.addDays(1), {}};
    if (!entry.end && event.movingTime) {
        const qint64 minutes = QTime(0, 0).secsTo(*event.start.time) / 60 + qint64(event.movingTime->count()) / 60;
        entry.end = domain::LocalDateTime {
            event.start.day.addDays(minutes / 1440), QTime(int(minutes % 1440 / 60), int(minutes % 60))};
    }
    return entry;
}

/// Writes and reads rows in files of several; says how many came back, and shows the first that did not.
template<typename Row, typename Write, typename Read>
int equalRows(const QList<Row> &rows, Write write, Read read)
{
    int equal = 0;
    int shown = 0;
    for (qsizetype at = 0; at < rows.size(); at += inOneFile) {
        const QList<Row> part = rows.mid(at, inOneFile);
        const auto again = read(write(part, {}), {}, {});
        for (qsizetype i = 0; again && i < part.size(); ++i) {
            if (again->values.value(i) == part.at(i))
                ++equal;
            else if (++shown <= 3)
                qInfo().noquote()
                    << QJsonDocument(domain::toJson(part.at(i))).toJson(QJsonDocument::Compact) << "\n came back as"
                    << QJsonDocument(domain::toJson(again->values.value(i))).toJson(QJsonDocument::Compact)
                    << support::wording(again->notes.mid(0, 3));
        }
    }
    return equal;
}

}

/// read(write(x)) is x for tables and calendars, as far as the format holds it.
class RowRoundsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wellnessCsv();
    void activitiesCsv();
    void ics();
};

void RowRoundsTest::wellnessCsv()
{
    support::Dice dice(11);
    QList<Wellness> days;
    for (int round = 0; round < rounds; ++round)
        days << wellnessDay(dice);
    const int equal = equalRows(days, writeWellnessCsv, readWellnessCsv);
    qInfo("csv, wellness: %d of %d equal", equal, rounds);
    QCOMPARE(equal, rounds);
}

void RowRoundsTest::activitiesCsv()
{
    support::Dice dice(12);
    QList<Activity> activities;
    for (int round = 0; round < rounds; ++round)
        activities << activity(dice);
    const int equal = equalRows(activities, writeActivitiesCsv, readActivitiesCsv);
    qInfo("csv, activities: %d of %d equal", equal, rounds);
    QCOMPARE(equal, rounds);
}

void RowRoundsTest::ics()
{
    support::Dice dice(13);
    support::WorkoutGenerator::Options options;
    options.mostBlocks = options.mostSteps = 3;
    support::WorkoutGenerator workouts(14, options);
    const QDateTime stamp(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
    int equal = 0;
    int shown = 0;
    for (int at = 0; at < rounds; at += inOneFile) {
        QList<domain::Event> events;
        QHash<QString, PlannedEntry> expected;
        for (int round = at; round < at + inOneFile; ++round) {
            events << plannedEvent(dice, workouts, round);
            expected.insert(events.last().uid, heldByIcs(events.last()));
        }
        const auto read = readIcs(writeIcs(events, stamp), {QTimeZone("Europe/Berlin"), {}});
        QVERIFY2(read.ok(), qPrintable(read ? QString() : support::wording(read.error())));
        QCOMPARE(support::wording(read->notes), QString());
        for (const auto &entry : read->entries) {
            const PlannedEntry wanted = expected.take(entry.uid);
            if (entry == wanted)
                ++equal;
            else if (++shown <= 3)
                qInfo().noquote() << entry.uid << entry.summary << entry.description << entry.categories
                                  << entry.start.toString() << entry.end.value_or(domain::LocalDateTime {}).toString()
                                  << "\n instead of" << wanted.summary << wanted.description << wanted.categories
                                  << wanted.start.toString()
                                  << wanted.end.value_or(domain::LocalDateTime {}).toString();
        }
    }
    qInfo("ics: %d of %d equal", equal, rounds);
    QCOMPARE(equal, rounds);
}

MICROCYCLE_CORE_TEST(RowRoundsTest)
#include "tst_rowrounds.moc"
