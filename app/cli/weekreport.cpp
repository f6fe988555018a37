// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/weekreport.h"

#include "app/cli/commands.h"
#include "models/domain/localdatetime.h"

using namespace Qt::StringLiterals;
using analysis::Amount;
using analysis::BodyMeasure;

namespace cli {

namespace {

struct BodyWords {
    QString name; ///< for people
    QString key; ///< for machines
    int decimals;
};

BodyWords wordsOf(BodyMeasure measure)
{
    switch (measure) {
    case BodyMeasure::WeightKg:
        return {u"Weight, kg"_s, u"weightKg"_s, 1};
    case BodyMeasure::RestingHrBpm:
        return {u"Resting heart rate, bpm"_s, u"restingHrBpm"_s, 0};
    case BodyMeasure::HrvMs:
        return {u"HRV, ms"_s, u"hrvMs"_s, 0};
    case BodyMeasure::SleepHours:
        return {u"Sleep, h"_s, u"sleepHours"_s, 1};
    case BodyMeasure::SleepScore:
        return {u"Sleep score"_s, u"sleepScore"_s, 0};
    case BodyMeasure::SleepQuality:
        return {u"Sleep quality, 1 is great"_s, u"sleepQuality"_s, 1};
    case BodyMeasure::Soreness:
        return {u"Soreness, 1 is low"_s, u"soreness"_s, 1};
    case BodyMeasure::Fatigue:
        return {u"Fatigue, 1 is low"_s, u"fatigue"_s, 1};
    case BodyMeasure::Stress:
        return {u"Stress, 1 is low"_s, u"stress"_s, 1};
    case BodyMeasure::Mood:
        return {u"Mood, 1 is great"_s, u"mood"_s, 1};
    case BodyMeasure::Motivation:
        return {u"Motivation, 1 is extreme"_s, u"motivation"_s, 1};
    }
    return {};
}

QString kilometres(double metres)
{
    return metres > 0 ? QString::number(metres / 1000, 'f', 1) : u"–"_s;
}

QString percent(const std::optional<double> &value)
{
    return value ? QString::number(qRound(*value)) + u" %"_s : u"–"_s;
}

QString sessions(const analysis::SportReview &sport)
{
    QString text = u"%1/%2"_s.arg(sport.done.sessions).arg(sport.planned.sessions);
    return sport.missed > 0 ? text + u", %1 missed"_s.arg(sport.missed) : text;
}

QString targetOf(const analysis::SportReview &sport)
{
    QStringList parts;
    if (sport.loadTarget)
        parts.append(u"load %1"_s.arg(*sport.loadTarget));
    if (sport.timeTarget)
        parts.append(figure(sport.timeTarget));
    if (sport.distanceTargetMetres)
        parts.append(kilometres(*sport.distanceTargetMetres) + u" km"_s);
    return parts.isEmpty() ? u"–"_s : parts.join(", "_L1);
}

QStringList sportRow(const QString &name, const analysis::SportReview &sport)
{
    const auto time
        = [](const Amount &amount) { return amount.sessions > 0 ? figure(std::optional(amount.time)) : u"–"_s; };
    return {name,
        sessions(sport),
        time(sport.planned),
        time(sport.done),
        kilometres(sport.done.metres),
        QString::number(sport.planned.load),
        QString::number(sport.done.load),
        percent(sport.compliancePercent()),
        targetOf(sport)};
}

ReportTable zoneTable(const QString &title, const QList<analysis::ZoneTime> &zones)
{
    std::chrono::seconds all {};
    for (const auto &zone : zones) {
        if (zone.zone.startsWith(u'Z'))
            all += zone.time;
    }
    ReportTable table {title, {{u"Zone"_s, u"Time"_s, u"Share"_s}}};
    for (const auto &zone : zones)
        table.rows.append({zone.zone,
            figure(std::optional(zone.time)),
            percent(all.count() > 0 ? std::optional(100.0 * double(zone.time.count()) / double(all.count()))
                                    : std::nullopt)});
    return table;
}

QJsonObject jsonOf(const Amount &amount)
{
    return {{u"sessions"_s, amount.sessions},
        {u"seconds"_s, qint64(amount.time.count())},
        {u"metres"_s, amount.metres},
        {u"load"_s, amount.load}};
}

QJsonObject jsonOf(const analysis::SportReview &sport)
{
    QJsonObject json {{u"planned"_s, jsonOf(sport.planned)},
        {u"done"_s, jsonOf(sport.done)},
        {u"fulfilled"_s, sport.fulfilled},
        {u"missed"_s, sport.missed}};
    if (!sport.sport.isEmpty())
        json.insert(u"sport"_s, sport.sport);
    if (const auto compliance = sport.compliancePercent())
        json.insert(u"compliancePercent"_s, *compliance);
    QJsonObject target;
    if (sport.loadTarget)
        target.insert(u"load"_s, *sport.loadTarget);
    if (sport.timeTarget)
        target.insert(u"seconds"_s, qint64(sport.timeTarget->count()));
    if (sport.distanceTargetMetres)
        target.insert(u"metres"_s, *sport.distanceTargetMetres);
    if (!target.isEmpty())
        json.insert(u"target"_s, target);
    return json;
}

QJsonObject jsonOf(const QList<analysis::ZoneTime> &zones)
{
    QJsonObject json;
    for (const auto &zone : zones)
        json.insert(zone.zone, qint64(zone.time.count()));
    return json;
}

QJsonObject jsonOf(const analysis::FitnessReview &fitness)
{
    QJsonObject json {{u"day"_s, domain::dayText(fitness.day)},
        {u"fitness"_s, fitness.fitness},
        {u"fatigue"_s, fitness.fatigue},
        {u"form"_s, fitness.form()}};
    if (fitness.ramp)
        json.insert(u"ramp"_s, *fitness.ramp);
    return json;
}

}

QString reportTitle(const analysis::WeekReview &review)
{
    return u"Week of %1 to %2"_s.arg(domain::dayText(review.week.first), domain::dayText(review.week.last));
}

QList<ReportTable> reportTables(const analysis::WeekReview &review)
{
    ReportTable sports {u"Planned and done"_s,
        {{u"Sport"_s,
            u"Sessions"_s,
            u"Planned"_s,
            u"Done"_s,
            u"Km"_s,
            u"Load planned"_s,
            u"Load done"_s,
            u"Compliance"_s,
            u"Target"_s}}};
    for (const auto &sport : review.sports)
        sports.rows.append(sportRow(sport.sport.isEmpty() ? u"Any"_s : sport.sport, sport));
    sports.rows.append(sportRow(u"Total"_s, review.total));
    QList<ReportTable> tables {sports};
    if (review.fitness) {
        const auto &fitness = *review.fitness;
        tables.append({u"Fitness at the end of "_s + domain::dayText(fitness.day),
            {{u"Fitness"_s, u"Fatigue"_s, u"Form"_s, u"Ramp"_s, u"Load"_s, u"Load before"_s},
                {figure(std::optional(fitness.fitness), 1),
                    figure(std::optional(fitness.fatigue), 1),
                    figure(std::optional(fitness.form()), 1),
                    figure(fitness.ramp, 1),
                    QString::number(review.total.done.load),
                    figure(review.loadBefore, 0)}}});
    }
    if (!review.powerZones.isEmpty())
        tables.append(zoneTable(u"Time in power zones"_s, review.powerZones));
    if (!review.heartrateZones.isEmpty())
        tables.append(zoneTable(u"Time in heart rate zones"_s, review.heartrateZones));
    if (!review.body.isEmpty()) {
        ReportTable body {u"Wellness, means"_s, {{u"Measure"_s, u"This week"_s, u"Six weeks before"_s}}};
        for (const auto &mean : review.body) {
            const BodyWords words = wordsOf(mean.measure);
            body.rows.append({words.name, figure(mean.week, words.decimals), figure(mean.before, words.decimals)});
        }
        tables.append(body);
    }
    return tables;
}

QJsonObject reportJson(const analysis::WeekReview &review)
{
    QJsonArray sports;
    for (const auto &sport : review.sports)
        sports.append(jsonOf(sport));
    QJsonObject body;
    for (const auto &mean : review.body) {
        QJsonObject entry;
        if (mean.week)
            entry.insert(u"week"_s, *mean.week);
        if (mean.before)
            entry.insert(u"before"_s, *mean.before);
        body.insert(wordsOf(mean.measure).key, entry);
    }
    QJsonObject json {{u"first"_s, domain::dayText(review.week.first)},
        {u"last"_s, domain::dayText(review.week.last)},
        {u"sports"_s, sports},
        {u"total"_s, jsonOf(review.total)},
        {u"withheldActivities"_s, review.withheld},
        {u"powerZoneSeconds"_s, jsonOf(review.powerZones)},
        {u"heartrateZoneSeconds"_s, jsonOf(review.heartrateZones)},
        {u"wellness"_s, body}};
    if (review.loadBefore)
        json.insert(u"loadPerWeekBefore"_s, *review.loadBefore);
    if (review.fitness)
        json.insert(u"fitness"_s, jsonOf(*review.fitness));
    return json;
}

QByteArray reportPage(const analysis::WeekReview &review, const QString &athlete)
{
    const QString title = (athlete.isEmpty() ? QString() : athlete + u": "_s) + reportTitle(review);
    QString page = u"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width\">\n<title>%1</title>\n"
                   "<style>\n"
                   "body { font: 16px/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }\n"
                   "table { border-collapse: collapse; width: 100%; margin-bottom: 2rem; }\n"
                   "th, td { text-align: right; padding: .3rem .6rem; border-bottom: 1px solid #8884; }\n"
                   "th:first-child, td:first-child { text-align: left; }\n"
                   "@media (prefers-color-scheme: dark) { body { background: #181a1f; color: #e6e6e6; } }\n"
                   "</style>\n</head>\n<body>\n<h1>%1</h1>\n"_s.replace("%1"_L1, title.toHtmlEscaped());
    for (const auto &table : reportTables(review)) {
        page += u"<h2>"_s + table.title.toHtmlEscaped() + u"</h2>\n<table>\n"_s;
        for (const auto &row : table.rows) {
            const QString cell = &row == &table.rows.constFirst() ? u"th"_s : u"td"_s;
            page += u"<tr>"_s;
            for (const auto &text : row)
                page += u'<' + cell + u'>' + text.toHtmlEscaped() + u"</"_s + cell + u'>';
            page += u"</tr>\n"_s;
        }
        page += u"</table>\n"_s;
    }
    return (page + u"</body>\n</html>\n"_s).toUtf8();
}

}
