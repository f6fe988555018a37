// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/fitness.h"
#include "models/domain/daterange.h"
#include "models/domain/ids.h"
#include "models/store/store.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <span>
#include <vector>

namespace items {

/// One item on its way from a day to another; no day before for a copy, no day after for a removal.
struct Shift {
    domain::LocalId id;
    QDate from;
    QDate to;
};

/// A load that the store does not know of: a workout from a library or a file, held over a day; or, less than
/// nothing, a part of one that would go.
struct Arrival {
    QDate day;
    QString sport;
    int load = 0;
};

/// Fitness, fatigue, form and load for every day of a window: the service's own figures for the past, the recurrence
/// over the planned loads from there on. While something is dragged it also holds the curves as they would become.
class FitnessTimeline : public QObject
{
    Q_OBJECT

public:
    explicit FitnessTimeline(store::Store &store, QObject *parent = nullptr);

    [[nodiscard]] domain::DateRange window() const { return m_window; }
    void ensure(const domain::DateRange &days); ///< widens the window; never narrows it

    [[nodiscard]] QDate today() const { return m_today; }
    [[nodiscard]] bool formAsPercent() const { return m_percent; }
    [[nodiscard]] int indexOf(QDate day) const; ///< -1 outside the window
    [[nodiscard]] QDate dayAt(int index) const { return m_window.first.addDays(index); }
    [[nodiscard]] bool known(int index) const { return index >= m_firstKnown; } ///< before it nothing was ever trained

    // Flat arrays, one entry per day of the window
    [[nodiscard]] std::span<const analysis::FitnessPoint> points() const { return m_points; }
    [[nodiscard]] std::span<const float> planned() const { return m_planned; } ///< load of sessions still to be done
    [[nodiscard]] std::span<const float> done() const { return m_done; }
    [[nodiscard]] double form(int index) const { return analysis::formOf(m_points[size_t(index)], m_percent); }

    // The preview: same arrays, as they would be after the shifts and arrivals
    void preview(const QList<Shift> &shifts, const QList<Arrival> &arrivals = {});
    void clearPreview();
    [[nodiscard]] bool hasPreview() const { return m_previewing; }
    [[nodiscard]] std::span<const analysis::FitnessPoint> previewPoints() const { return m_preview; }
    [[nodiscard]] double previewForm(int index) const { return analysis::formOf(m_preview[size_t(index)], m_percent); }

Q_SIGNALS:
    void changed(QDate from); ///< everything from this day on; invalid: the window itself
    void previewChanged();

private:
    struct Item {
        QDate day;
        float load = 0;
        analysis::DayLoad weighted;
        bool counts = true; ///< not when it is kept off the fitness chart or is no longer to be done
    };

    void onStoreChanged(const store::Change &change);
    void readSettings();
    void reload();
    void readLoads(const domain::DateRange &days);
    void readTurns();
    void readServer(const domain::DateRange &days);
    void compute();
    [[nodiscard]] analysis::DayLoad weighted(std::optional<int> points, const QString &sport) const;
    [[nodiscard]] const Item *itemOf(const domain::LocalId &id);

    store::Store &m_store;
    QDate m_today;
    bool m_percent = false;
    QHash<QString, analysis::DayLoad> m_factors; ///< by sport
    domain::DateRange m_window;
    int m_firstKnown = 0;
    std::vector<float> m_planned;
    std::vector<float> m_done;
    std::vector<analysis::DayLoad> m_doneWeighted;
    std::vector<analysis::DayLoad> m_plannedWeighted;
    std::vector<analysis::DayLoad> m_loads; ///< what the recurrence eats
    std::vector<std::optional<analysis::FitnessPoint>> m_server;
    std::vector<analysis::Turn> m_turns;
    QSet<domain::LocalId> m_turnIds;
    bool m_turnsStale = false;
    std::vector<analysis::FitnessPoint> m_points;
    std::vector<analysis::FitnessPoint> m_preview;
    std::vector<analysis::LoadChange> m_changes;
    std::vector<analysis::DayLoad> m_scratch;
    QHash<domain::LocalId, Item> m_items; ///< those that were previewed
    bool m_previewing = false;
};

}
