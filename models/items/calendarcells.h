// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/fitness.h"
#include "models/items/forecast.h"
#include "models/store/summary.h"

#include <QList>
#include <QMetaType>
#include <array>

namespace items {

enum class CardState { Planned, Done, Missed };

/// One session of a day: a plan, an activity, or both as one, the activity in front.
struct Card {
    domain::LocalId id; ///< of the activity if there is one
    domain::LocalId planId; ///< of the plan behind an activity
    store::Kind kind = store::Kind::Event;
    domain::Category category = domain::Category::Workout;
    CardState state = CardState::Planned;
    QString sport;
    QString name;
    std::optional<QTime> time;
    std::optional<int> load;
    std::optional<int> movingSeconds;
    std::optional<double> distanceMetres;
    std::optional<int> plannedLoad; ///< of the plan behind an activity
    std::optional<int> plannedSeconds;
    std::optional<double> compliancePercent;
    QByteArray profile; ///< workout::Profile, encoded
    bool estimated = false; ///< the figures are ours until the service has answered
    bool movable = false;
    bool readOnly = false;
    bool stub = false;
    store::Mark mark = store::Mark::Synced;

    friend bool operator==(const Card &, const Card &) = default;
};

/// A holiday, illness, race or note that lies above the cards; one piece per day it covers.
struct Bar {
    domain::LocalId id;
    domain::Category category = domain::Category::Note;
    QString text;
    QString color;
    int lane = 0; ///< the same on all its days of one week
    bool fromBefore = false; ///< it began on an earlier day of this week or before
    bool goesOn = false;
    bool movable = false;

    friend bool operator==(const Bar &, const Bar &) = default;
};

/// Everything the calendar shows of one day.
struct DayCell {
    QDate date;
    bool today = false;
    std::optional<double> form;
    analysis::FormZone zone = analysis::FormZone::Grey;
    QList<Bar> bars;
    QList<Card> cards;
    std::optional<DayWeather> weather; ///< of the coming days, where the athlete has chosen a place

    /// Done load, or what is still to be done, of the sessions that count.
    [[nodiscard]] int load() const;
    [[nodiscard]] int lanes() const; ///< rows of bars to leave room for

    friend bool operator==(const DayCell &, const DayCell &) = default;
};

/// What a week shall come to in one sport, and what it has come to. Without figures it is only named.
struct WeekTarget {
    domain::LocalId id;
    QString sport;
    QString name;
    std::optional<int> load;
    std::optional<int> seconds;
    std::optional<double> metres;
    int doneLoad = 0;
    int doneSeconds = 0;
    double doneMetres = 0;
    bool readOnly = false;

    friend bool operator==(const WeekTarget &, const WeekTarget &) = default;
};

/// Planned and done sums of one week, and where fitness stands at its end.
struct WeekCell {
    QDate first;
    int plannedSeconds = 0;
    int doneSeconds = 0;
    int plannedLoad = 0;
    int doneLoad = 0;
    double plannedMetres = 0;
    double doneMetres = 0;
    std::array<int, 7> zoneSeconds {}; ///< of the planned workouts, or of the done ones
    std::optional<analysis::FitnessPoint> end;
    double form = 0;
    double ramp = 0; ///< fitness at the end minus at the start
    QString phase;
    QString phaseColor;
    QStringList notes; ///< notes for the week as a whole
    QList<WeekTarget> targets; ///< by sport, as sports are usually listed

    friend bool operator==(const WeekCell &, const WeekCell &) = default;
};

/// One row of the calendar.
struct WeekRow {
    std::array<DayCell, 7> days;
    WeekCell week;

    friend bool operator==(const WeekRow &, const WeekRow &) = default;
};

/// Sorts events and activities into weeks: pairs them, finds the missed, lays out the bars. The lists may reach
/// beyond the weeks, so that pairs are found whose halves lie on different days. The figures of targets do not stand in
/// a summary; whoever calls puts them in.
[[nodiscard]] QList<WeekRow> buildWeeks(
    QDate first, int weeks, QDate today, const QList<store::Summary> &events, const QList<store::Summary> &activities);

}

Q_DECLARE_METATYPE(items::DayCell)
Q_DECLARE_METATYPE(items::WeekCell)
