// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/columns.h"

#include "models/domain/folder.h"
#include "models/domain/libraryworkout.h"
#include "models/store/nullable.h"
#include "models/workout/parse.h"
#include "models/workout/profile.h"

namespace store {

namespace {

/// A name as shown: one line, nothing invisible.
QString shown(QString text)
{
    return text.left(500).simplified();
}

QByteArray profileOf(const QString &text, const QString &type, const QList<domain::SportSettings> &sports)
{
    if (text.isEmpty())
        return {};
    const auto settings = domain::settingsFor(type, sports).value_or(domain::SportSettings {});
    const auto profile = workout::profile(workout::parse(text), settings);
    return workout::encode(profile);
}

domain::Result<Columns> ofFolder(const QJsonObject &json)
{
    const auto folder = domain::fromJson<domain::Folder>(json);
    if (!folder)
        return folder.error();
    Columns columns;
    Summary &s = columns.summary;
    s.type = folder->type.text();
    s.name = shown(folder->name);
    s.readOnly = !folder->canEdit.value_or(true);
    return columns;
}

domain::Result<Columns> ofWorkout(const QJsonObject &json, const QList<domain::SportSettings> &sports)
{
    const auto workout = domain::fromJson<domain::LibraryWorkout>(json);
    if (!workout)
        return workout.error();
    Columns columns;
    Summary &s = columns.summary;
    s.type = workout->type;
    s.name = shown(workout->name);
    s.load = workout->load;
    s.movingTime = domain::plannedTime(*workout);
    s.distanceMetres = workout->distanceMetres;
    s.intensityPercent = workout->intensityPercent;
    s.color = workout->color.left(40);
    s.forWeek = workout->forWeek;
    if (!workout->isNote())
        s.profile = profileOf(workout->description, workout->type, sports);
    columns.updated = workout->updated;
    return columns;
}

/// The columns of a value that is read first.
template<typename T, typename... Others>
domain::Result<Columns> of(const QJsonObject &json, const Others &...others)
{
    const auto value = domain::fromJson<T>(json);
    return value ? columnsOf(*value, others...) : value.error();
}

domain::Result<Columns> read(Kind kind, const QJsonObject &json, const QList<domain::SportSettings> &sports)
{
    switch (kind) {
    case Kind::Activity:
        return of<domain::Activity>(json);
    case Kind::Wellness:
        return of<domain::Wellness>(json);
    case Kind::Folder:
        return ofFolder(json);
    case Kind::Workout:
        return ofWorkout(json, sports);
    case Kind::Event:
        break;
    }
    return of<domain::Event>(json, sports);
}

}

domain::Result<Columns> columnsOf(const domain::Event &event, const QList<domain::SportSettings> &sports)
{
    if (!event.start.day.isValid())
        return domain::malformed(QStringLiteral("start_date_local"), QStringLiteral("missing"));
    Columns columns;
    columns.summary.kind = Kind::Event;
    Summary &s = columns.summary;
    s.day = event.start.day;
    s.time = event.start.time;
    s.endDay = s.day.addDays(1);
    if (event.end && event.end->day > s.day)
        s.endDay = event.end->time ? event.end->day.addDays(1) : event.end->day;
    s.category = event.category;
    s.type = event.type;
    s.name = shown(event.name);
    s.load = event.load;
    s.movingTime = event.movingTime;
    s.distanceMetres = event.distanceMetres;
    s.intensityPercent = event.intensityPercent;
    s.pairedWith = event.pairedActivity ? event.pairedActivity->value : QString();
    s.color = event.color.left(40);
    s.onFitnessChart = !event.notOnFitnessChart;
    s.forWeek = event.forWeek;
    s.readOnly = event.athleteCannotEdit;
    if (domain::isSession(event.category.value()))
        s.profile = profileOf(event.description, event.type, sports);
    columns.ctl = event.ctl;
    columns.atl = event.atl;
    columns.updated = event.updated;
    columns.externalId = event.externalId;
    return columns;
}

domain::Result<Columns> columnsOf(const domain::Activity &activity)
{
    if (!activity.start.day.isValid())
        return domain::malformed(QStringLiteral("start_date_local"), QStringLiteral("missing"));
    Columns columns;
    columns.summary.kind = Kind::Activity;
    Summary &s = columns.summary;
    s.day = activity.start.day;
    s.time = activity.start.time;
    s.endDay = s.day.addDays(1);
    s.type = activity.type;
    s.name = shown(activity.name);
    s.load = activity.load;
    s.movingTime = activity.movingTime ? activity.movingTime : activity.elapsedTime;
    s.distanceMetres = activity.bestDistanceMetres();
    s.intensityPercent = activity.intensityPercent;
    s.compliancePercent = activity.compliancePercent;
    s.pairedWith = activity.pairedEvent ? QString::number(activity.pairedEvent->value) : QString();
    s.readOnly = true;
    s.stub = activity.isStub();
    columns.ctl = activity.ctl;
    columns.atl = activity.atl;
    columns.updated = activity.analyzed;
    columns.externalId = activity.externalId;
    return columns;
}

domain::Result<Columns> columnsOf(const domain::Wellness &wellness)
{
    if (!wellness.day.isValid())
        return domain::malformed(QStringLiteral("id"), QStringLiteral("missing"));
    Columns columns;
    columns.summary.kind = Kind::Wellness;
    columns.summary.day = wellness.day;
    columns.summary.endDay = wellness.day.addDays(1);
    columns.summary.readOnly = wellness.locked;
    columns.ctl = wellness.ctl;
    columns.atl = wellness.atl;
    columns.ramp = wellness.rampRate;
    if (wellness.ctlLoad)
        columns.ctlLoad = qRound(*wellness.ctlLoad);
    columns.updated = wellness.updated;
    return columns;
}

domain::Result<Columns> columnsOf(Kind kind, const QJsonObject &json, const QList<domain::SportSettings> &sports)
{
    auto columns = read(kind, json, sports);
    if (columns)
        columns->summary.kind = kind;
    return columns;
}

std::optional<QDate> dayOf(Kind kind, const QJsonObject &json)
{
    if (isLibrary(kind))
        return {};
    const auto valid = [](QDate day) { return day.isValid() ? std::optional(day) : std::nullopt; };
    if (kind == Kind::Event) {
        const auto start = domain::LocalDateTime::parse(json.value(QLatin1StringView("start_date_local")).toString());
        return start ? valid(start->day) : std::nullopt;
    }
    const auto columns = columnsOf(kind, json, {});
    return columns ? valid(columns->summary.day) : std::nullopt;
}

QVariantList bindings(const Columns &columns)
{
    const Summary &s = columns.summary;
    int flags = 0;
    flags |= s.onFitnessChart ? 0 : OffFitnessChart;
    flags |= s.forWeek ? ForWeek : 0;
    flags |= s.readOnly ? ReadOnly : 0;
    flags |= s.stub ? Stub : 0;
    flags |= s.day.daysTo(s.endDay) > 1 ? Span : 0;
    const auto day = [](QDate date) { return date.isValid() ? QVariant(domain::dayText(date)) : QVariant(); };
    return {day(s.day),
        s.time ? QVariant(s.time->toString(QStringLiteral("HH:mm:ss"))) : QVariant(),
        day(s.endDay),
        orNull(s.category.text()),
        orNull(s.type),
        orNull(s.name),
        orNull(s.load),
        s.movingTime ? QVariant(qint64(s.movingTime->count())) : QVariant(),
        orNull(s.distanceMetres),
        orNull(s.intensityPercent),
        orNull(s.compliancePercent),
        orNull(s.pairedWith),
        orNull(s.color),
        s.profile.isEmpty() ? QVariant() : QVariant(s.profile),
        orNull(columns.ctl),
        orNull(columns.atl),
        orNull(columns.ramp),
        orNull(columns.ctlLoad),
        flags,
        orNull(columns.updated)};
}

}
