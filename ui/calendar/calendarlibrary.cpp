// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/calendarlibrary.h"

#include "models/items/librarymime.h"
#include "models/items/libraryplan.h"

namespace ui {

CalendarLibrary::CalendarLibrary(store::Store &store, CalendarEditor &editor, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_editor(editor)
    , m_librarian(store)
{
}

Guests CalendarLibrary::guestsOf(const QMimeData &data) const
{
    const items::LibraryDrag drag = items::librarymime::read(&data);
    Guests guests;
    if (drag.isEmpty())
        return guests;
    const QDate day = m_store.clock().today();
    for (const items::PlacedCard &placed : items::placedBy(drag, day, m_store.folders(), m_store.libraryRows()))
        guests.items.append({placed.card, placed.day});
    return guests;
}

bool CalendarLibrary::drop(const QMimeData &data, QDate day)
{
    const items::LibraryDrag drag = items::librarymime::read(&data);
    if (drag.isEmpty())
        return false;
    if (drag.plan.value.isEmpty())
        plan(drag.workouts, day);
    else
        planAll(drag.plan, day);
    return true;
}

void CalendarLibrary::plan(const QList<domain::LocalId> &workouts, QDate day)
{
    report(m_librarian.plan(workouts, day));
}

void CalendarLibrary::planAll(const domain::LocalId &folder, QDate start)
{
    report(m_librarian.planAll(folder, start));
}

void CalendarLibrary::report(const domain::Result<QList<domain::LocalId>> &planned)
{
    if (planned.ok())
        m_editor.tellCreated(*planned);
    else
        Q_EMIT failed(planned.error());
}

}
