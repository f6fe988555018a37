// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activities/activitytracks.h"

#include <algorithm>
#include <cmath>
#include <iterator>

using namespace Qt::StringLiterals;
using analysis::ValueRange;
using domain::SportFamily;
using items::Figures;

namespace ui {

namespace {

constexpr double metresPerMile = 1609.344;
constexpr double metresPerYard = 0.9144;
constexpr double feetPerMetre = 3.28084;

std::optional<ValueRange> rangeOf(const domain::StreamSet &streams, const QString &channel)
{
    const domain::Samples *samples = streams.find(channel);
    return samples ? analysis::rangeOf(samples->values) : std::nullopt;
}

/// Legs that rest count as zero: they must not stretch the axis of a cadence.
std::optional<ValueRange> rangeOfTurning(const domain::StreamSet &streams, const QString &channel)
{
    const domain::Samples *samples = streams.find(channel);
    if (!samples)
        return {};
    std::vector<float> turning;
    std::copy_if(samples->values.begin(), samples->values.end(), std::back_inserter(turning), [](float value) {
        return value > 20;
    });
    return analysis::rangeOf(turning.empty() ? samples->values : turning);
}

/// Rounded in the unit that people read, given back in the unit of the recording.
ValueRange roundIn(double unitsPerValue, const ValueRange &range, double least)
{
    const auto factor = float(unitsPerValue);
    const ValueRange round = roundRange({range.low * factor, range.high * factor}, least);
    return {round.low / factor, round.high / factor};
}

/// Standing would flatten a curve of pace: the range leaves the slowest tenth out and ends at round paces.
ValueRange paceRange(const domain::StreamSet &streams, const QString &channel, double metres, double step)
{
    std::vector<float> moving;
    for (const float value : streams.find(channel)->values) {
        if (value > 0.3F)
            moving.push_back(value);
    }
    if (moving.empty())
        return {0, 1};
    const auto at = [&moving](double share) {
        const auto place = moving.begin() + std::ptrdiff_t(double(moving.size() - 1) * share);
        std::nth_element(moving.begin(), place, moving.end());
        return double(*place);
    };
    const double slow = at(0.1);
    const double fast = at(0.998);
    const double slowest = std::ceil(metres / slow / step + 0.5) * step;
    const double fastest = std::max(step, std::floor(metres / fast / step) * step);
    return {float(metres / slowest), float(metres / fastest)};
}

}

QList<StreamTrack> ActivityTracks::of(const domain::StreamSet &streams, SportFamily family, const Figures &figures)
{
    QList<StreamTrack> tracks;
    const auto number = [figures](double value) { return figures.number(value); };
    const auto with = [figures](const QString &unit) {
        return [figures, unit](double value) { return figures.plain(value, unit).text(); };
    };
    if (const auto range = rangeOf(streams, u"watts"_s); range && range->high > 0)
        tracks.append(StreamTrack {
            u"watts"_s, tr("Power"), Token::Ride, false, 40, roundRange({0, range->high}, 100), number, with(u"W"_s)});
    if (const auto range = rangeOf(streams, u"heartrate"_s); range && range->high > 0)
        tracks.append(StreamTrack {
            u"heartrate"_s, tr("Heart rate"), Token::Bad, false, 26, roundRange(*range, 40), number, with(u"bpm"_s)});
    if (const auto range = rangeOfTurning(streams, u"cadence"_s); range && range->high > 0) {
        const QString unit = family == SportFamily::Ride ? u"rpm"_s : u"/min"_s;
        tracks.append(StreamTrack {
            u"cadence"_s, tr("Cadence"), Token::Swim, false, 16, roundRange(*range, 40), number, with(unit)});
    }
    if (const auto range = rangeOf(streams, u"velocity_smooth"_s); range && range->high > 0) {
        const bool pace = Figures::countsPace(family);
        const bool swims = family == SportFamily::Swim;
        const double metres = swims ? 100 * (figures.miles() ? metresPerYard : 1)
            : figures.miles()       ? metresPerMile
                                    : 1000;
        const double perValue = 3600 / (figures.miles() ? metresPerMile : 1000);
        const ValueRange shown = pace ? paceRange(streams, u"velocity_smooth"_s, metres, swims ? 5 : 15)
                                      : roundIn(perValue, {0, range->high}, 10);
        const auto mark = [figures, family, pace, perValue](double value) {
            return pace ? figures.speed(value, family).value : figures.number(value * perValue);
        };
        const auto text = [figures, family](double value) { return figures.speed(value, family).text(); };
        tracks.append(StreamTrack {u"velocity_smooth"_s,
            pace ? tr("Pace") : tr("Speed"),
            Token::Strength,
            false,
            pace ? 26 : 16,
            shown,
            mark,
            text});
    }
    if (const auto range = rangeOf(streams, u"altitude"_s); range && range->high > range->low) {
        const double perValue = figures.miles() ? feetPerMetre : 1;
        const auto mark = [figures](double value) { return figures.height(value).value; };
        const auto text = [figures](double value) { return figures.height(value).text(); };
        tracks.append(StreamTrack {u"altitude"_s,
            tr("Altitude"),
            Token::OtherSport,
            true,
            13,
            roundIn(perValue, *range, figures.miles() ? 150 : 50),
            mark,
            text});
    }
    return tracks;
}

}
