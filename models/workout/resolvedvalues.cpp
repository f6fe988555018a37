// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/resolvedvalues.h"

#include "models/workout/absolute.h"
#include "models/workout/units.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace workout {

namespace {

/// The service keeps figures in single precision.
double single(double value)
{
    return double(float(value));
}

/// Zones of power begin one percent after the zone before, unlike for the load, where they begin one watt after it.
Span powerZoneBounds(const Target &target, const domain::SportSettings &settings, int ftp)
{
    const QList<double> &zones = powerZonesOf(settings);
    const auto bound = [&](double zone) {
        return zone < 1 ? 0.0 : zones.at(std::min<qsizetype>(qsizetype(zone), zones.size()) - 1);
    };
    const double low = std::min(target.start, target.end);
    const double high = std::max(target.start, target.end);
    const double percent = low > 1 ? bound(low - 1) + 1 : 0;
    Span span {std::floor(percent * ftp / 100), std::floor(bound(high) * ftp / 100)};
    if (target.start > target.end)
        std::swap(span.start, span.end);
    return span;
}

struct Widening {
    double percent = 0;
    bool whole = true; ///< watts and beats: the lower end is cut, the upper one rounded up
};

QJsonObject valueOf(const Target &target, const Span &span, bool ramp, const Widening &widening)
{
    if (isZone(target.unit))
        return {{u"start"_s, single(span.start)}, {u"end"_s, single(span.end)}};
    QJsonObject value {{u"value"_s, single(span.middle())}};
    if (target.isRange() || ramp) {
        value.insert(u"start"_s, single(span.start));
        value.insert(u"end"_s, single(span.end));
        return value;
    }
    const double base = single(span.start);
    const double low = base * (100 - widening.percent) / 100;
    const double high = base * (100 + widening.percent) / 100;
    value.insert(u"start"_s, widening.whole ? std::floor(low) : low);
    value.insert(u"end"_s, widening.whole ? std::ceil(high) : high);
    return value;
}

}

void addResolved(QJsonObject &json,
    const Step &step,
    const domain::SportSettings &settings,
    int ftpWatts,
    const DocumentOptions &options)
{
    // A trainer and a pool hold a value; the road does not.
    const bool exact = options.indoor || options.type.startsWith("Virtual"_L1) || options.type == "Swim"_L1;
    const auto add = [&](const QString &key, Family family, double percent) {
        const auto &target = targetOf(step, family);
        const auto span = !target ? std::nullopt
            : target->unit == Unit::PowerZone
            ? (ftpWatts > 0 ? std::optional(powerZoneBounds(*target, settings, ftpWatts)) : std::nullopt)
            : spanOf(step, family, settings, ftpWatts);
        if (span)
            json.insert(key, valueOf(*target, *span, step.ramp, {exact ? 0 : percent, family != Family::Pace}));
    };
    add(u"_power"_s, Family::Power, options.powerRangePercent);
    add(u"_hr"_s, Family::HeartRate, options.heartRateRangePercent);
    add(u"_pace"_s, Family::Pace, options.paceRangePercent);
    if (!step.metres) {
        if (const double metres = metresOf(step, settings); metres > 0)
            json.insert(u"_distance"_s, single(metres));
    }
}

}
