// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/uploadedactivity.h"

#include "api/demo/intervals.h"
#include "api/demo/recordedmeasure.h"
#include "api/demo/recordedtrack.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using domain::SportFamily;

namespace demo {

namespace {

double workShareOf(const QString &type)
{
    return domain::familyOf(type) == SportFamily::Ride ? 0.79 : 0.9;
}

double shareOf(const domain::StreamSet &streams, const Measure &whole)
{
    const auto figures = analysis::recordedFigures(streams, whole.ftp);
    if (figures.normalizedWatts && whole.ftp > 0)
        return *figures.normalizedWatts / whole.ftp;
    if (figures.averageSpeedMps && thresholdSpeed(whole) > 0)
        return *figures.averageSpeedMps / thresholdSpeed(whole);
    return figures.averageHeartRateBpm.value_or(0) / std::max(1, whole.settings.lthrBpm.value_or(170));
}

/// The samples between the lap marks; together they are the whole recording.
Effort lapsOf(const files::ActivityFile &file, const QDateTime &start, const Measure &measure)
{
    const auto &time = measure.streams.timeSeconds;
    std::vector<size_t> marks {0};
    for (const auto &lap : file.laps) {
        const double at = double(start.msecsTo(lap.start)) / 1000;
        const auto index = size_t(std::lower_bound(time.begin(), time.end(), float(at)) - time.begin());
        if (lap.start.isValid() && index > marks.back() && index < time.size())
            marks.push_back(index);
    }
    marks.push_back(time.size());
    Effort laps;
    for (size_t i = 0; i + 1 < marks.size(); ++i) {
        const double until = marks[i + 1] < time.size() ? double(time[marks[i + 1]]) : double(time.back()) + 1;
        const double share = shareOf(analysis::part(measure.streams, double(time[marks[i]]), until), measure);
        laps.append({int(marks[i + 1] - marks[i]), share, share, share >= workShareOf(measure.type)});
    }
    const bool none = std::none_of(laps.begin(), laps.end(), [](const Stretch &lap) { return lap.work; });
    if (none)
        std::max_element(
            laps.begin(), laps.end(), [](const Stretch &a, const Stretch &b) { return a.seconds < b.seconds; })
            ->work
            = true;
    return laps;
}

QStringList typesOf(const domain::StreamSet &streams)
{
    QStringList types {u"time"_s};
    for (const auto &channel : streams.channels)
        types.append(channel.type);
    return types;
}

/// The wall clock where it was: as the file says, else as the athlete's own clock.
domain::LocalDateTime wallClock(const QDateTime &instant, const files::ActivityFile &file, const QTimeZone &zone)
{
    const QDateTime local
        = file.utcOffset ? instant.toUTC().addSecs(file.utcOffset->count()) : instant.toTimeZone(zone);
    const QTime time = local.time();
    return {local.date(), QTime(time.hour(), time.minute(), time.second())};
}

UploadedActivity analysed(
    const files::ActivityFile &file, const files::Stretch &session, domain::StreamSet streams, const Owner &owner)
{
    const Measure measure = measureOf(streams, session, owner);
    const QDateTime start = session.start.isValid() ? session.start : file.start;
    domain::Activity a;
    a.type = measure.type;
    a.name = file.name;
    a.description = file.description;
    a.deviceName = file.device;
    a.source = u"UPLOAD"_s;
    a.start = wallClock(start, file, owner.zone);
    a.startUtc = start.toUTC().toString(Qt::ISODate);
    a.trainer = domain::isVirtual(a.type);
    a.calories = session.kilocalories;
    a.extra.insert(u"timezone"_s, QString::fromLatin1(owner.zone.id()));
    addFigures(a, measure, session);
    a.streamTypes = typesOf(streams);
    const Effort laps = streams.isEmpty() ? Effort {} : lapsOf(file, start, measure);
    if (!laps.isEmpty())
        a.intervalSummary = intervalSummary(intervalsOf(trackOf(streams, laps), a), a.type);
    a.extra.insert(u"icu_lap_count"_s, qint64(laps.size()));
    return {a, std::move(streams), laps};
}

/// A file without sessions is one, as long as its laps together.
files::Stretch wholeOf(const QList<files::Stretch> &laps)
{
    files::Stretch whole;
    for (const auto &lap : laps) {
        if (!lap.timerSeconds)
            return {};
        whole.timerSeconds = whole.timerSeconds.value_or(0) + *lap.timerSeconds;
        if (lap.kilocalories)
            whole.kilocalories = whole.kilocalories.value_or(0) + *lap.kilocalories;
    }
    return whole;
}

}

QList<UploadedActivity> activitiesIn(const files::ActivityFile &file, const Owner &owner)
{
    if (!file.start.isValid())
        return {};
    domain::StreamSet whole = file.streams;
    analysis::addImpliedChannels(whole);
    QList<files::Stretch> sessions = file.sessions;
    if (sessions.isEmpty() && !whole.isEmpty())
        sessions.append(wholeOf(file.laps));
    for (auto &session : sessions) {
        if (session.sport.isEmpty())
            session.sport = file.sport;
    }
    QList<UploadedActivity> activities;
    for (qsizetype i = 0; i < sessions.size(); ++i) {
        if (sessions.size() == 1) {
            activities.append(analysed(file, sessions.first(), whole, owner));
            break;
        }
        const double from = double(file.start.msecsTo(sessions.at(i).start)) / 1000;
        const double until
            = i + 1 < sessions.size() ? double(file.start.msecsTo(sessions.at(i + 1).start)) / 1000 : 1e9;
        activities.append(analysed(file, sessions.at(i), analysis::part(whole, from, until), owner));
    }
    return activities;
}

}
