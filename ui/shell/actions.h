// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QAction>
#include <QHash>
#include <vector>

namespace ui {

/// Owns every action of the program; menus, the rail and the sheet of shortcuts are views of it.
///
/// Ids: page.calendar page.activities page.wellness edit.undo edit.redo edit.cut edit.copy edit.paste edit.delete
/// edit.history calendar.today calendar.new go.previous go.next sync.now view.outbox view.trash view.gear view.choices
/// view.accounts view.theme help.shortcuts app.quit
///
/// An action is off until somebody answers it: enable it where it is connected. While it is off, its keys go to the
/// widget with the focus.
class Actions : public QObject
{
    Q_OBJECT

public:
    enum class Group { Pages, Edit, Calendar, Go, Program };

    explicit Actions(const Theme &theme, QObject *parent = nullptr);

    /// The action of that id; asking for an unknown id is a programming error.
    [[nodiscard]] QAction *action(const QString &id) const;
    [[nodiscard]] QStringList ids() const { return m_order; } ///< in the order of the sheet
    [[nodiscard]] static Group groupOf(const QString &id);
    [[nodiscard]] static QString groupTitle(Group group);

    /// Connects and enables in one step.
    template<typename Context, typename Slot>
    void answer(const QString &id, Context *context, Slot slot)
    {
        QAction *known = action(id);
        connect(known, &QAction::triggered, context, slot);
        known->setEnabled(true);
    }

private:
    void add(const char *id,
        const QString &text,
        const QString &tip,
        const QList<QKeySequence> &keys,
        const char *icon = nullptr);
    void addPages();
    void addEditing();
    void addProgram();

    const Theme &m_theme;
    QHash<QString, QAction *> m_actions;
    QStringList m_order;
};

}
