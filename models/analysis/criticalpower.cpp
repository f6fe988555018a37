// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/criticalpower.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace analysis {

namespace {

constexpr double shortest = 120;
constexpr double longest = 1200;

/// y = slope × x + intercept by least squares.
struct Fit {
    double slope = 0;
    double intercept = 0;
    double r2 = 0;
};

std::optional<Fit> fit(const std::vector<std::pair<double, double>> &points)
{
    const double n = double(points.size());
    double sx = 0, sy = 0, sxx = 0, sxy = 0, syy = 0;
    for (const auto &[x, y] : points) {
        sx += x;
        sy += y;
        sxx += x * x;
        sxy += x * y;
        syy += y * y;
    }
    const double spread = n * sxx - sx * sx;
    if (points.size() < 2 || spread <= 0)
        return {};
    const double slope = (n * sxy - sx * sy) / spread;
    const double spreadY = n * syy - sy * sy;
    return Fit {slope, (sy - slope * sx) / n, spreadY > 0 ? slope * slope * spread / spreadY : 1};
}

/// How far the model with three parameters misses the curve's times at a critical power, with its best store.
struct Trial {
    double store = 0;
    double miss = std::numeric_limits<double>::max();
};

Trial trial(const Curve &power, const std::vector<int> &points, double critical, double most)
{
    double above = 0;
    double below = 0;
    const auto share = [&](const CurvePoint &p) { return 1 / (p.value - critical) - 1 / (most - critical); };
    for (const int i : points) {
        const CurvePoint &p = power[size_t(i)];
        // Long efforts would drown the short ones if seconds counted and not their shares.
        above += share(p) / p.length;
        below += share(p) * share(p) / (p.length * p.length);
    }
    if (below <= 0)
        return {};
    Trial result {above / below, 0};
    for (const int i : points) {
        const CurvePoint &p = power[size_t(i)];
        const double off = result.store * share(p) / p.length - 1;
        result.miss += off * off;
    }
    return result;
}

}

double PowerModel::wattsFor(double seconds) const
{
    if (!mostWatts)
        return criticalWatts + storeJoules / seconds;
    const double room = *mostWatts - criticalWatts;
    return room > 0 ? criticalWatts + storeJoules / (seconds + storeJoules / room) : criticalWatts;
}

std::optional<PowerModel> twoParameterModel(const Curve &power)
{
    PowerModel model;
    std::vector<std::pair<double, double>> work;
    for (size_t i = 0; i < power.size(); ++i) {
        if (power[i].length < shortest || power[i].length > longest)
            continue;
        work.emplace_back(power[i].length, power[i].length * power[i].value);
        model.points.push_back(int(i));
    }
    const auto line = fit(work);
    if (!line || line->slope <= 0 || line->intercept <= 0)
        return {};
    model.criticalWatts = line->slope;
    model.storeJoules = line->intercept;
    return model;
}

std::optional<PowerModel> threeParameterModel(const Curve &power)
{
    const auto simple = twoParameterModel(power);
    if (!simple)
        return {};
    PowerModel model;
    model.mostWatts = 0;
    for (const auto &point : power)
        model.mostWatts = std::max(*model.mostWatts, point.value);
    double least = *model.mostWatts;
    for (size_t i = 0; i < power.size(); ++i) {
        if (power[i].length > longest || power[i].value >= *model.mostWatts)
            continue;
        least = std::min(least, power[i].value);
        model.points.push_back(int(i));
    }
    Trial best;
    for (double critical = 0.7 * least; critical < least; critical += 0.5) {
        const Trial now = trial(power, model.points, critical, *model.mostWatts);
        if (now.miss >= best.miss)
            continue;
        best = now;
        model.criticalWatts = critical;
        model.storeJoules = now.store;
    }
    return model.storeJoules > 0 ? std::optional(model) : std::nullopt;
}

std::optional<SpeedModel> criticalSpeed(const Curve &pace)
{
    SpeedModel model;
    std::vector<std::pair<double, double>> way;
    for (size_t i = 0; i < pace.size(); ++i) {
        if (pace[i].value < shortest || pace[i].value > longest)
            continue;
        way.emplace_back(pace[i].value, pace[i].length);
        model.points.push_back(int(i));
    }
    const auto line = fit(way);
    if (!line || line->slope <= 0)
        return {};
    model.criticalSpeedMps = line->slope;
    model.storeMetres = line->intercept;
    model.r2 = line->r2;
    return model;
}

}
