// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/planrow.h"

#include "models/domain/event.h"
#include "models/domain/sport.h"
#include "models/workout/tokens.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// How columns may be called besides their own names: by the service's words and by those people use.
const QMap<QString, QString> &otherNames()
{
    static const QMap<QString, QString> names {{u"date"_s, u"day"_s},
        {u"start_date_local"_s, u"day"_s},
        {u"title"_s, u"name"_s},
        {u"sport"_s, u"type"_s},
        {u"description"_s, u"text"_s},
        {u"moving_time"_s, u"duration"_s},
        {u"time_target"_s, u"duration"_s},
        {u"distance_target"_s, u"distance"_s},
        {u"icu_training_load"_s, u"load"_s},
        {u"load_target"_s, u"load"_s},
        {u"end_date_local"_s, u"end"_s}};
    return names;
}

domain::Error wrong(const PlanRow &row, const QString &column, const QString &words)
{
    return domain::unreadable(row.place + u", "_s + column, words);
}

std::optional<QDate> dayNamed(const QString &text, QDate monday)
{
    static const QStringList names {
        u"monday"_s, u"tuesday"_s, u"wednesday"_s, u"thursday"_s, u"friday"_s, u"saturday"_s, u"sunday"_s};
    const QString word = text.toLower();
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (word == names.at(i) || (word.size() >= 3 && names.at(i).startsWith(word)))
            return monday.isValid() ? monday.addDays(i) : QDate();
    }
    return {};
}

/// "2026-03-09", the same with a time, or "Mon".
domain::Result<domain::LocalDateTime> startOf(const PlanRow &row, QDate monday)
{
    const QString text = row.cells.value(u"day"_s);
    domain::LocalDateTime start;
    if (text.isEmpty() && row.category == "TARGET"_L1 && monday.isValid()) {
        start.day = monday;
    } else if (text.isEmpty()) {
        return wrong(row, u"day"_s, u"it is missing"_s);
    } else if (const auto named = dayNamed(text, monday)) {
        if (!named->isValid())
            return wrong(row, u"day"_s, u"a weekday needs --week"_s);
        start.day = *named;
    } else {
        const auto read = domain::LocalDateTime::parse(text);
        if (!read)
            return wrong(row, u"day"_s, u"expected YYYY-MM-DD or a weekday, found "_s + text.left(40));
        start = *read;
    }
    if (const QString time = row.cells.value(u"time"_s); !time.isEmpty()) {
        start.time = QTime::fromString(time, u"H:mm"_s);
        if (!start.time->isValid())
            return wrong(row, u"time"_s, u"expected HH:MM, found "_s + time.left(40));
    }
    return start;
}

/// Seconds as a number, "1:30" and "1:30:00" in hours, or as workouts write it: "1h30m".
std::optional<qint64> secondsIn(const QString &text)
{
    static const QRegularExpression clock(u"^(\\d{1,3}):([0-5]\\d)(?::([0-5]\\d))?$"_s);
    bool isNumber = false;
    const double seconds = text.toDouble(&isNumber);
    if (isNumber)
        return seconds >= 0 && seconds < 1e7 ? std::optional(qint64(seconds)) : std::nullopt;
    if (const auto match = clock.match(text); match.hasMatch())
        return match.captured(1).toInt() * 3600 + match.captured(2).toInt() * 60 + match.captured(3).toInt();
    const auto read = workout::readToken(text, workout::Spacing::RangesTouch, workout::Units::Usual);
    const auto *duration = std::get_if<workout::Duration>(&read.token);
    return duration && read.length == text.size() ? std::optional<qint64>(duration->value.count()) : std::nullopt;
}

/// Metres as a number, or as workouts write it: "40km".
std::optional<double> metresIn(const QString &text)
{
    bool isNumber = false;
    const double metres = text.toDouble(&isNumber);
    if (isNumber)
        return metres >= 0 && metres < 1e8 ? std::optional(metres) : std::nullopt;
    const auto read = workout::readToken(text, workout::Spacing::RangesTouch, workout::Units::Usual);
    const auto *distance = std::get_if<workout::Distance>(&read.token);
    return distance && read.length == text.size() ? std::optional(distance->metres) : std::nullopt;
}

/// The figures of a session, or the goals of a target, which the service keeps under other keys.
domain::Result<domain::Done> readFigures(const PlanRow &row, domain::Event &event)
{
    const bool isTarget = event.category == domain::Category::Target;
    if (const QString text = row.cells.value(u"duration"_s); !text.isEmpty()) {
        const auto seconds = secondsIn(text);
        if (!seconds)
            return wrong(row, u"duration"_s, u"expected 1h30m, 1:30 or seconds, found "_s + text.left(40));
        (isTarget ? event.timeTarget : event.movingTime) = std::chrono::seconds(*seconds);
    }
    if (const QString text = row.cells.value(u"distance"_s); !text.isEmpty()) {
        const auto metres = metresIn(text);
        if (!metres)
            return wrong(row, u"distance"_s, u"expected 40km, 400mtr or metres, found "_s + text.left(40));
        (isTarget ? event.distanceTargetMetres : event.distanceMetres) = *metres;
    }
    if (const QString text = row.cells.value(u"load"_s); !text.isEmpty()) {
        bool isNumber = false;
        const double load = text.toDouble(&isNumber);
        if (!isNumber || load < 0 || load > 10'000)
            return wrong(row, u"load"_s, u"expected a number, found "_s + text.left(40));
        (isTarget ? event.loadTarget : event.load) = qRound(load);
    }
    return domain::Done {};
}

domain::Result<domain::Done> readFlags(const PlanRow &row, domain::Event &event)
{
    if (const QString text = row.cells.value(u"indoor"_s).toLower(); !text.isEmpty()) {
        const bool yes = text == "true"_L1 || text == "yes"_L1 || text == "1"_L1;
        if (!yes && text != "false"_L1 && text != "no"_L1 && text != "0"_L1)
            return wrong(row, u"indoor"_s, u"expected true or false, found "_s + text.left(40));
        event.indoor = yes;
    }
    event.target = row.cells.value(u"target"_s).toUpper();
    if (!event.target.isEmpty() && !QStringList {u"AUTO"_s, u"POWER"_s, u"HR"_s, u"PACE"_s}.contains(event.target))
        return wrong(row, u"target"_s, u"expected AUTO, POWER, HR or PACE, found "_s + event.target.left(40));
    if (const QString text = row.cells.value(u"end"_s); !text.isEmpty()) {
        const auto end = domain::LocalDateTime::parse(text);
        if (!end)
            return wrong(row, u"end"_s, u"expected YYYY-MM-DD, found "_s + text.left(40));
        event.end = *end;
    }
    for (const auto &tag : row.cells.value(u"tags"_s).split(u',', Qt::SkipEmptyParts))
        event.tags.append(tag.trimmed());
    return domain::Done {};
}

/// The service's own spelling of a sport that was written in another case; another word stays as it is.
QString sportNamed(const QString &written)
{
    for (const auto &sport : domain::knownSports()) {
        if (sport.compare(written, Qt::CaseInsensitive) == 0)
            return sport;
    }
    return written;
}

domain::Result<domain::Done> checkWhole(const PlanRow &row, domain::Event &event)
{
    if (event.category == domain::Category::Other)
        return wrong(row, u"category"_s, u"there is none called "_s + event.category.text().left(40));
    const bool isTarget = event.category == domain::Category::Target;
    if ((domain::isSession(event.category.value()) || isTarget) && event.type.isEmpty())
        return wrong(row, u"type"_s, u"it is missing, for example Ride"_s);
    if (isTarget) { // stands on the first day of its week
        event.start = {event.start.day.addDays(1 - event.start.day.dayOfWeek()), {}};
        event.forWeek = true;
        if (!event.loadTarget && !event.timeTarget && !event.distanceTargetMetres)
            return wrong(row, u"load"_s, u"a target needs a load, a duration or a distance"_s);
    } else if (event.name.isEmpty()) {
        if (event.type.isEmpty())
            return wrong(row, u"name"_s, u"it is missing"_s);
        event.name = event.type;
    }
    return domain::Done {};
}

}

domain::Result<QJsonObject> eventOfRow(const PlanRow &row, QDate monday)
{
    domain::Event event;
    PlanRow said = row;
    if (const QString category = row.cells.value(u"category"_s); !category.isEmpty())
        said.category = category.toUpper();
    event.category = domain::OpenEnum<domain::Category>::fromText(said.category);
    event.name = row.cells.value(u"name"_s);
    event.type = sportNamed(row.cells.value(u"type"_s));
    event.description = row.cells.value(u"text"_s);
    event.color = row.cells.value(u"color"_s);
    event.externalId = row.cells.value(u"external_id"_s);
    event.uid = row.cells.value(u"uid"_s);
    const auto start = startOf(said, monday);
    if (!start)
        return start.error();
    event.start = *start;
    for (const auto read : {readFigures, readFlags}) {
        if (const auto done = read(said, event); !done)
            return done.error();
    }
    if (const auto whole = checkWhole(said, event); !whole)
        return whole.error();
    QJsonObject json = domain::toJson(event);
    for (auto it = json.begin(); it != json.end();) // switches that are off go without saying
        it = it.value() == QJsonValue(false) && it.key() != "indoor"_L1 ? json.erase(it) : ++it;
    return json;
}

QStringList planColumns()
{
    return {u"day"_s,
        u"time"_s,
        u"name"_s,
        u"type"_s,
        u"category"_s,
        u"text"_s,
        u"duration"_s,
        u"distance"_s,
        u"load"_s,
        u"indoor"_s,
        u"target"_s,
        u"tags"_s,
        u"color"_s,
        u"end"_s,
        u"external_id"_s,
        u"uid"_s};
}

QString columnNamed(const QString &written)
{
    QString name = written.trimmed().toLower();
    name.replace(u' ', u'_').replace(u'-', u'_');
    name = otherNames().value(name, name);
    return planColumns().contains(name) ? name : QString();
}

}
