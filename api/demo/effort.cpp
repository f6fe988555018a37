// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/effort.h"

#include "models/workout/absolute.h"
#include "models/workout/parse.h"

#include <QJsonArray>
#include <cmath>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr int sliceSeconds = 10;

/// Start and end of a step as shares of the threshold; nothing to aim at is rest.
std::pair<double, double> sharesOf(const workout::Step &step, const domain::SportSettings &settings)
{
    const int ftp = workout::ftpOf(settings, false);
    for (const auto &[family, threshold] : {std::pair {workout::Family::Power, double(ftp)},
             std::pair {workout::Family::Pace, settings.thresholdPaceMps.value_or(0)},
             std::pair {workout::Family::HeartRate, settings.lthrBpm.value_or(0) * 1.0}}) {
        const auto span = workout::spanOf(step, family, settings, ftp);
        if (!span || threshold <= 0)
            continue;
        if (step.ramp)
            return {span->start / threshold, span->end / threshold};
        return {span->middle() / threshold, span->middle() / threshold};
    }
    return {0, 0};
}

double workShare(const QString &type)
{
    return domain::familyOf(type) == domain::SportFamily::Ride ? 0.79 : 0.9;
}

/// In a session without hard parts the longest stretch is what one looks at.
void markLongest(Effort &effort)
{
    const bool none = std::none_of(effort.begin(), effort.end(), [](const Stretch &stretch) { return stretch.work; });
    const auto longest = std::max_element(
        effort.begin(), effort.end(), [](const Stretch &a, const Stretch &b) { return a.seconds < b.seconds; });
    if (none && longest != effort.end())
        longest->work = true;
}

int zoneOf(double percent, const QList<double> &zones)
{
    for (qsizetype i = 0; i + 1 < zones.size(); ++i) {
        if (percent <= zones.at(i))
            return int(i);
    }
    return int(zones.size()) - 1;
}

int heartZoneOf(double beats, const QList<int> &zones)
{
    for (qsizetype i = 0; i + 1 < zones.size(); ++i) {
        if (beats <= zones.at(i))
            return int(i);
    }
    return int(zones.size()) - 1;
}

}

Effort effortOf(const QString &text, const QString &type, const QList<domain::SportSettings> &sports)
{
    const auto settings = domain::settingsFor(type, sports).value_or(domain::SportSettings {});
    const auto parsed = workout::parse(text);
    Effort effort;
    for (const auto &block : parsed.blocks) {
        for (int rep = 0; rep < block.reps; ++rep) {
            for (const auto &step : block.steps) {
                const auto [from, to] = sharesOf(step, settings);
                const int seconds = int(workout::durationOf(step, settings).count());
                effort.append({seconds, from, to, !step.ramp && (from + to) / 2 >= workShare(type)});
            }
        }
    }
    markLongest(effort);
    return effort;
}

int secondsOf(const Effort &effort)
{
    int seconds = 0;
    for (const auto &stretch : effort)
        seconds += stretch.seconds;
    return seconds;
}

Effort humanised(Effort effort, double easyLength, double share)
{
    double tiredness = 1;
    for (auto &stretch : effort) {
        if (stretch.work && effort.size() > 3) {
            stretch.from *= share * tiredness;
            stretch.to *= share * tiredness;
            tiredness -= 0.004;
            stretch.seconds += stretch.seconds > 45 ? int(3 * share) : 0; // the lap button is pressed late
        } else {
            stretch.seconds = std::max(5, int(stretch.seconds * easyLength));
            stretch.from *= (1 + share) / 2;
            stretch.to *= (1 + share) / 2;
        }
    }
    return effort;
}

QJsonObject effortToJson(const Effort &effort)
{
    QJsonArray stretches;
    for (const auto &stretch : effort) {
        stretches.append(QJsonArray {stretch.seconds,
            std::round(stretch.from * 1000) / 1000,
            std::round(stretch.to * 1000) / 1000,
            stretch.work});
    }
    return {{u"stretches"_s, stretches}};
}

Effort effortFromJson(const QJsonObject &json)
{
    Effort effort;
    const QJsonArray stretches = json.value("stretches"_L1).toArray();
    for (const auto &entry : stretches) {
        const QJsonArray parts = entry.toArray();
        effort.append({parts.at(0).toInt(), parts.at(1).toDouble(), parts.at(2).toDouble(), parts.at(3).toBool()});
    }
    return effort;
}

double steadyHeartRate(double share, double progress)
{
    return std::min(187.0, 62 + 106 * std::min(share, 1.14) + 5 * progress);
}

EffortFigures figuresOf(const Effort &effort, const QList<double> &zonesPercent, const QList<int> &heartZones)
{
    EffortFigures figures;
    figures.shareZoneSeconds.fill(0, zonesPercent.size());
    figures.heartZoneSeconds.fill(0, heartZones.size());
    const double whole = std::max(1, secondsOf(effort));
    double beats = startHeartRate;
    double window[3] = {};
    double sum = 0;
    double fourth = 0;
    double above = 0;
    int slices = 0;
    for (const auto &stretch : effort) {
        for (int at = 0; at < stretch.seconds; at += sliceSeconds, ++slices) {
            const double planned = stretch.from + (stretch.to - stretch.from) * at / stretch.seconds;
            const double share = planned * (1 + 0.07 * std::sin(slices * 2.4)); // nobody rides evenly
            beats += (steadyHeartRate(planned, slices * sliceSeconds / whole) - beats)
                * (1 - std::exp(-sliceSeconds / heartLagSeconds));
            window[slices % 3] = share;
            const double trailing = (window[0] + window[1] + window[2]) / std::min(3, slices + 1);
            sum += share;
            fourth += trailing * trailing * trailing * trailing;
            above += std::max(0.0, share - 1);
            figures.meanHeartRate += beats;
            figures.maxHeartRate = std::max(figures.maxHeartRate, beats + 3);
            const int seconds = std::min(sliceSeconds, stretch.seconds - at);
            if (!zonesPercent.isEmpty())
                figures.shareZoneSeconds[zoneOf(share * 100, zonesPercent)] += seconds;
            if (!heartZones.isEmpty())
                figures.heartZoneSeconds[heartZoneOf(beats, heartZones)] += seconds;
            if (share >= 0.84 && share <= 0.97)
                figures.sweetSpotSeconds += seconds;
        }
    }
    if (slices == 0)
        return figures;
    figures.meanShare = sum / slices;
    figures.normalizedShare = std::pow(fourth / slices, 0.25);
    figures.aboveThresholdShare = sum > 0 ? above / sum : 0;
    figures.meanHeartRate /= slices;
    return figures;
}

}
