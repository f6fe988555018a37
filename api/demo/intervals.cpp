// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/intervals.h"

#include "api/demo/knownkeys.h"
#include "models/analysis/recorded.h"

#include <QJsonObject>
#include <cmath>
#include <span>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

/// The values of a channel inside a part; empty if there is no such channel.
std::span<const double> slice(const std::vector<double> &values, const Part &part)
{
    if (values.empty())
        return {};
    return std::span(values).subspan(size_t(part.start), size_t(part.end - part.start));
}

/// The gaps of a recording do not count.
double meanOf(std::span<const double> values)
{
    double sum = 0;
    size_t count = 0;
    for (const double value : values) {
        if (std::isnan(value))
            continue;
        sum += value;
        ++count;
    }
    return sum / double(std::max<size_t>(1, count));
}

double maxOf(std::span<const double> values)
{
    double most = 0;
    for (const double value : values)
        most = value > most ? value : most; // false for gaps
    return most;
}

double minOf(std::span<const double> values)
{
    double least = maxOf(values);
    for (const double value : values)
        least = value < least ? value : least;
    return least;
}

std::vector<double> gapsAsRest(std::span<const double> values)
{
    std::vector<double> filled(values.begin(), values.end());
    for (double &value : filled)
        value = std::isnan(value) ? 0 : value;
    return filled;
}

/// Each sample counts until the next one, and for a second before a pause.
int secondsIn(const Track &track, const Part &part)
{
    const double longestStep = analysis::longestStepOf(std::vector<float>(track.time.begin(), track.time.end()));
    int seconds = 0;
    for (int i = part.start; i < part.end; ++i) {
        const int step = size_t(i) + 1 < track.time.size() ? track.time[size_t(i) + 1] - track.time[size_t(i)] : 1;
        seconds += step > longestStep ? 1 : step;
    }
    return seconds;
}

/// The metres at the last sample before the index that has any.
double metresBefore(const std::vector<double> &distance, int index)
{
    for (int i = index - 1; i >= 0; --i) {
        if (!std::isnan(distance[size_t(i)]))
            return distance[size_t(i)];
    }
    return 0;
}

double normalized(std::span<const double> watts)
{
    double sum = 0;
    double fourth = 0;
    for (size_t i = 0; i < watts.size(); ++i) {
        sum += watts[i] - (i >= 30 ? watts[i - 30] : 0);
        fourth += std::pow(sum / double(std::min<size_t>(30, i + 1)), 4);
    }
    return std::pow(fourth / double(std::max<size_t>(1, watts.size())), 0.25);
}

int zoneOf(double percent, const QList<int> &zones)
{
    for (qsizetype i = 0; i < zones.size(); ++i) {
        if (percent <= zones.at(i))
            return int(i) + 1;
    }
    return int(zones.size());
}

QString lengthText(int seconds)
{
    if (seconds < 60)
        return u"%1s"_s.arg(seconds);
    return seconds % 60 == 0 ? u"%1m"_s.arg(seconds / 60) : u"%1m%2s"_s.arg(seconds / 60).arg(seconds % 60);
}

QString paceText(double metresPerSecond, int perMetres)
{
    const int seconds = metresPerSecond > 0 ? int(std::lround(perMetres / metresPerSecond)) : 0;
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

/// Whole tens of what distinguishes groups: 4 minutes at 281 and at 284 W belong together.
QString groupKey(const QJsonObject &interval)
{
    const int seconds = 5 * int(std::lround(interval.value("moving_time"_L1).toInt() / 5.0));
    const double watts = interval.value("average_watts"_L1).toDouble();
    if (watts > 0)
        return u"%1s@%2w"_s.arg(seconds).arg(10 * std::lround(watts / 10));
    return u"%1s@%2bpm"_s.arg(seconds).arg(5 * std::lround(interval.value("average_heartrate"_L1).toDouble() / 5));
}

}

QList<Part> partsOf(const Effort &effort)
{
    QList<Part> parts;
    int at = 0;
    for (const auto &stretch : effort) {
        if (!parts.isEmpty() && !parts.last().work && !stretch.work)
            parts.last().end += stretch.seconds;
        else
            parts.append({at, at + stretch.seconds, stretch.work, stretch.mean()});
        at += stretch.seconds;
    }
    return parts;
}

double shareIn(const Effort &effort, int start, int end)
{
    double sum = 0;
    int at = 0;
    for (const auto &stretch : effort) {
        const int within = std::min(end, at + stretch.seconds) - std::max(start, at);
        sum += within > 0 ? within * stretch.mean() : 0;
        at += stretch.seconds;
    }
    return end > start ? sum / (end - start) : 0;
}

QJsonObject measuredPart(const Track &track, const Part &part, const domain::Activity &activity)
{
    const int seconds = secondsIn(track, part);
    QJsonObject json = blankInterval();
    if (!part.label.isEmpty())
        json.insert(u"label"_s, part.label);
    json.insert(u"type"_s, part.work ? u"WORK"_s : u"RECOVERY"_s);
    json.insert(u"start_index"_s, part.start);
    json.insert(u"end_index"_s, part.end);
    json.insert(u"start_time"_s, track.time[size_t(part.start)]);
    json.insert(u"end_time"_s, track.time[size_t(part.end) - 1] + 1);
    json.insert(u"moving_time"_s, seconds);
    json.insert(u"elapsed_time"_s, track.time[size_t(part.end) - 1] + 1 - track.time[size_t(part.start)]);
    if (const auto heartrate = slice(track.heartrate, part); !heartrate.empty()) {
        json.insert(u"average_heartrate"_s, std::round(meanOf(heartrate)));
        json.insert(u"max_heartrate"_s, std::round(maxOf(heartrate)));
    }
    json.insert(u"training_load"_s, std::round(seconds / 3.6 * part.share * part.share) / 10);
    const double ftp = activity.ftpWatts.value_or(0);
    if (const auto recorded = slice(track.watts, part); !recorded.empty() && ftp > 0) {
        const auto watts = gapsAsRest(recorded);
        const double mean = meanOf(watts);
        json.insert(u"average_watts"_s, std::round(mean));
        json.insert(u"max_watts"_s, std::round(maxOf(watts)));
        json.insert(u"min_watts"_s, std::round(minOf(watts)));
        json.insert(u"weighted_average_watts"_s, std::round(normalized(watts)));
        json.insert(u"intensity"_s, std::round(100 * normalized(watts) / ftp));
        json.insert(u"joules"_s, std::round(mean * seconds));
        json.insert(u"zone"_s, zoneOf(100 * mean / ftp, activity.powerZonesPercent));
    }
    if (const auto cadence = slice(track.cadence, part); !cadence.empty())
        json.insert(u"average_cadence"_s, std::round(meanOf(cadence) * 10) / 10);
    if (const auto speed = slice(track.speed, part); !speed.empty()) {
        const double metres = track.distance.empty()
            ? meanOf(speed) * seconds
            : metresBefore(track.distance, part.end) - metresBefore(track.distance, part.start);
        json.insert(u"average_speed"_s, std::round(metres / std::max(1, seconds) * 1000) / 1000);
        json.insert(u"max_speed"_s, std::round(maxOf(speed) * 1000) / 1000);
        json.insert(u"distance"_s, std::round(metres * 10) / 10);
    }
    return json;
}

ActivityParts intervalsOf(const Track &track, const domain::Activity &activity)
{
    return intervalsOf(track, activity, partsOf(track.effort));
}

ActivityParts intervalsOf(const Track &track, const domain::Activity &activity, const QList<Part> &parts)
{
    ActivityParts answer;
    QMap<QString, QJsonObject> groups;
    QStringList order;
    for (const auto &part : parts) {
        QJsonObject interval = measuredPart(track, part, activity);
        interval.insert(u"id"_s, part.id > 0 ? part.id : qint64(1000 + answer.intervals.size()));
        if (part.work) {
            const QString key = groupKey(interval);
            interval.insert(u"group_id"_s, key);
            if (!groups.contains(key)) {
                order.append(key);
                QJsonObject group = interval;
                for (const auto &own :
                    {u"type"_s, u"start_time"_s, u"end_time"_s, u"end_index"_s, u"label"_s, u"group_id"_s})
                    group.remove(own);
                group.insert(u"id"_s, key);
                group.insert(u"count"_s, 0);
                groups.insert(key, group);
            }
            groups[key].insert(u"count"_s, groups[key].value("count"_L1).toInt() + 1);
        }
        answer.intervals.append(interval);
    }
    for (const auto &key : std::as_const(order))
        answer.groups.append(groups.value(key));
    return answer;
}

QStringList intervalSummary(const ActivityParts &parts, const QString &type)
{
    const auto family = domain::familyOf(type);
    QStringList texts;
    for (const auto &entry : parts.groups) {
        const QJsonObject group = entry.toObject();
        const double watts = group.value("average_watts"_L1).toDouble();
        const double speed = group.value("average_speed"_L1).toDouble();
        const double beats = group.value("average_heartrate"_L1).toDouble();
        QString value;
        if (watts > 0)
            value = u"%1w"_s.arg(std::lround(watts));
        else if (speed > 0 && family == domain::SportFamily::Swim)
            value = paceText(speed, 100) + u"/100m"_s;
        else if (speed > 0 && family == domain::SportFamily::Run)
            value = paceText(speed, 1000) + u"/km"_s;
        else if (beats > 0)
            value = u"%1bpm"_s.arg(std::lround(beats));
        if (!value.isEmpty())
            texts.append(u"%1x %2 %3"_s.arg(group.value("count"_L1).toInt())
                             .arg(lengthText(group.value("moving_time"_L1).toInt()), value));
    }
    return texts;
}

QStringList intervalSummary(const Effort &effort, const domain::Activity &activity)
{
    struct Alike {
        int seconds = 0;
        double share = 0;
        int count = 0;
    };
    QList<Alike> lines;
    for (const auto &stretch : effort) {
        if (!stretch.work)
            continue;
        const auto same = std::find_if(lines.begin(), lines.end(), [&](const Alike &line) {
            return std::abs(line.seconds - stretch.seconds) <= 5
                && std::abs(line.share / line.count - stretch.mean()) < 0.03;
        });
        if (same == lines.end()) {
            lines.append({stretch.seconds, stretch.mean(), 1});
        } else {
            same->share += stretch.mean();
            ++same->count;
        }
    }
    const auto family = domain::familyOf(activity.type);
    QStringList texts;
    for (const auto &line : std::as_const(lines)) {
        const double share = line.share / line.count;
        const double speed = activity.extra.value("threshold_pace"_L1).toDouble() * share;
        QString value = u"%1bpm"_s.arg(std::lround(steadyHeartRate(share, 0.5)));
        if (family == domain::SportFamily::Ride)
            value = u"%1w"_s.arg(std::lround(activity.ftpWatts.value_or(0) * share));
        else if (speed > 0)
            value = family == domain::SportFamily::Swim ? paceText(speed, 100) + u"/100m"_s
                                                        : paceText(speed, 1000) + u"/km"_s;
        texts.append(u"%1x %2 %3"_s.arg(line.count).arg(lengthText(line.seconds), value));
    }
    return texts;
}

}
