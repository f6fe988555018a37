// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/fitness.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace analysis {

namespace {

/// Walks the turns alongside the days and knows the gains in force.
class Course
{
public:
    explicit Course(std::span<const Turn> turns)
        : m_turns(turns)
    {
    }

    double ctlGain = fitnessGain;
    double atlGain = fatigueGain;

    /// Takes up the time constants that hold from this day on; returns the day's turns.
    std::span<const Turn> enter(int index)
    {
        while (m_next < m_turns.size() && m_turns[m_next].index < index)
            take(m_turns[m_next++]);
        const size_t first = m_next;
        while (m_next < m_turns.size() && m_turns[m_next].index == index)
            take(m_turns[m_next++]);
        return m_turns.subspan(first, m_next - first);
    }

private:
    void take(const Turn &turn)
    {
        if (turn.ctlDays)
            ctlGain = gainOf(*turn.ctlDays);
        if (turn.atlDays)
            atlGain = gainOf(*turn.atlDays);
    }

    std::span<const Turn> m_turns;
    size_t m_next = 0;
};

}

double gainOf(double days)
{
    return days > 0 ? -std::expm1(-1.0 / days) : 1.0;
}

void project(FitnessPoint start,
    std::span<const DayLoad> loads,
    std::span<FitnessPoint> out,
    std::span<const Turn> turns,
    std::span<const std::optional<FitnessPoint>> known)
{
    Course course(turns);
    FitnessPoint now = start;
    const size_t count = std::min(loads.size(), out.size());
    for (size_t i = 0; i < count; ++i) {
        const auto here = course.enter(int(i));
        now.ctl += (loads[i].ctl - now.ctl) * course.ctlGain;
        now.atl += (loads[i].atl - now.atl) * course.atlGain;
        for (const Turn &turn : here) {
            now.ctl = turn.ctl.value_or(now.ctl);
            now.atl = turn.atl.value_or(now.atl);
        }
        if (i < known.size() && known[i])
            now = *known[i];
        out[i] = now;
    }
}

void addChanges(std::span<const LoadChange> changes,
    std::span<FitnessPoint> points,
    std::span<const Turn> turns,
    std::vector<DayLoad> &scratch)
{
    int first = int(points.size());
    for (const LoadChange &change : changes) {
        if (change.index >= 0)
            first = std::min(first, change.index);
    }
    if (first >= int(points.size()))
        return;
    scratch.assign(points.size(), {});
    for (const LoadChange &change : changes) {
        if (change.index >= 0 && change.index < int(points.size())) {
            scratch[size_t(change.index)].ctl += change.load.ctl;
            scratch[size_t(change.index)].atl += change.load.atl;
        }
    }
    Course course(turns);
    FitnessPoint delta;
    for (size_t i = size_t(first); i < points.size(); ++i) {
        const auto here = course.enter(int(i));
        delta.ctl += (scratch[i].ctl - delta.ctl) * course.ctlGain;
        delta.atl += (scratch[i].atl - delta.atl) * course.atlGain;
        for (const Turn &turn : here) {
            delta.ctl = turn.ctl ? 0 : delta.ctl;
            delta.atl = turn.atl ? 0 : delta.atl;
        }
        points[i].ctl += delta.ctl;
        points[i].atl += delta.atl;
    }
}

double formOf(const FitnessPoint &point, bool asPercent)
{
    if (!asPercent)
        return point.form();
    return point.ctl > 0 ? 100.0 * point.form() / point.ctl : 0.0;
}

double loadForForm(const FitnessPoint &yesterday, double form, bool asPercent)
{
    const double ctl = yesterday.ctl * (1 - fitnessGain);
    const double atl = yesterday.atl * (1 - fatigueGain);
    if (!asPercent)
        return (ctl - atl - form) / (fatigueGain - fitnessGain);
    const double rest = 1 - form / 100.0;
    return (rest * ctl - atl) / (fatigueGain - fitnessGain * rest);
}

double upperBound(FormZone zone, bool asPercent)
{
    switch (zone) {
    case FormZone::HighRisk:
        return -30;
    case FormZone::Optimal:
        return -10;
    case FormZone::Grey:
        return 5;
    case FormZone::Fresh:
        return asPercent ? 20 : 25;
    case FormZone::Transition:
        break;
    }
    return std::numeric_limits<double>::infinity();
}

FormZone formZone(double form, bool asPercent)
{
    if (form < upperBound(FormZone::HighRisk, asPercent))
        return FormZone::HighRisk;
    for (const FormZone zone : {FormZone::Optimal, FormZone::Grey, FormZone::Fresh}) {
        if (form <= upperBound(zone, asPercent))
            return zone;
    }
    return FormZone::Transition;
}

}
