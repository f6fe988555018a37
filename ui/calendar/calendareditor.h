// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/commands/planner.h"
#include "ui/calendar/calendarwords.h"

#include <QMap>
#include <QObject>

namespace ui {

/// Carries out what the grid's gestures ask for and says in a sentence what was done.
class CalendarEditor : public QObject
{
    Q_OBJECT

public:
    CalendarEditor(store::Store &store, const CalendarWords &words, QObject *parent = nullptr);

    void move(const QList<domain::LocalId> &ids, int days);
    void copy(const QList<domain::LocalId> &ids, QDate firstDay);
    void duplicate(const QList<domain::LocalId> &ids); ///< to the days after
    void duplicateWeek(QDate firstDay); ///< what is planned in it, to the week after
    void remove(const QList<domain::LocalId> &ids);
    void toClipboard(const QList<domain::LocalId> &ids, bool cut);
    void paste(QDate day);
    /// Plans an event; returns its key, or nothing if the store refused.
    std::optional<domain::LocalId> create(const domain::Event &event);
    /// Plans events on the days they say, as one step.
    void createAll(const QList<domain::Event> &events);
    /// Says what somebody else has planned, and selects it.
    void tellCreated(const QList<domain::LocalId> &ids);
    bool edit(const domain::LocalId &id, const domain::Event &after);

Q_SIGNALS:
    void landed(const QMap<domain::LocalId, QDate> &items); ///< what to select afterwards
    void sentence(const QString &text, bool undoable);
    void failed(const domain::Error &error);

private:
    [[nodiscard]] QString nameOf(const domain::LocalId &id) const;
    [[nodiscard]] QMap<domain::LocalId, QDate> daysOf(const QList<domain::LocalId> &ids) const;
    void report(const QList<domain::LocalId> &ids, QString (CalendarWords::*words)(const QString &, int, QDate) const);

    store::Store &m_store;
    commands::Planner m_planner;
    const CalendarWords &m_words;
};

}
