// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/commands/librarian.h"
#include "ui/calendar/calendareditor.h"
#include "ui/calendar/guests.h"

namespace ui {

/// What the library brings onto the calendar: the cards that a drag would make, and planning them.
class CalendarLibrary : public QObject
{
    Q_OBJECT

public:
    CalendarLibrary(store::Store &store, CalendarEditor &editor, QObject *parent = nullptr);

    /// What a drag from the library would plan; nothing for other drags.
    [[nodiscard]] Guests guestsOf(const QMimeData &data) const;
    /// False if the drag is not one from the library.
    bool drop(const QMimeData &data, QDate day);
    void plan(const QList<domain::LocalId> &workouts, QDate day);
    void planAll(const domain::LocalId &folder, QDate start);

Q_SIGNALS:
    void failed(const domain::Error &error);

private:
    void report(const domain::Result<QList<domain::LocalId>> &planned);

    store::Store &m_store;
    CalendarEditor &m_editor;
    commands::Librarian m_librarian;
};

}
