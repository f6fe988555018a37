// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actions.h"

using namespace Qt::StringLiterals;

namespace ui {

Actions::Actions(const Theme &theme, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
{
    addPages();
    addEditing();
    addProgram();
}

QAction *Actions::action(const QString &id) const
{
    QAction *found = m_actions.value(id);
    Q_ASSERT_X(found, "Actions::action", qPrintable(id));
    return found;
}

Actions::Group Actions::groupOf(const QString &id)
{
    if (id.startsWith("page."_L1))
        return Group::Pages;
    if (id.startsWith("edit."_L1))
        return Group::Edit;
    if (id.startsWith("calendar."_L1))
        return Group::Calendar;
    return id.startsWith("go."_L1) ? Group::Go : Group::Program;
}

QString Actions::groupTitle(Group group)
{
    switch (group) {
    case Group::Pages:
        return tr("Pages");
    case Group::Edit:
        return tr("Edit");
    case Group::Calendar:
        return tr("Calendar");
    case Group::Go:
        return tr("Go");
    case Group::Program:
        break;
    }
    return tr("Program");
}

void Actions::add(
    const char *id, const QString &text, const QString &tip, const QList<QKeySequence> &keys, const char *icon)
{
    auto *action = new QAction(text, this);
    const QString name = QString::fromLatin1(id);
    action->setObjectName(name);
    action->setShortcuts(keys);
    action->setStatusTip(tip);
    const QString first = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(first.isEmpty() ? tip : tr("%1 (%2)", "what it does, then its keys").arg(tip, first));
    action->setEnabled(false);
    if (icon)
        action->setIcon(m_theme.icon(QString::fromLatin1(icon)));
    if (groupOf(name) == Group::Calendar)
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut); // single letters act in the calendar only
    m_actions.insert(name, action);
    m_order.append(name);
}

void Actions::addPages()
{
    const auto control = [](Qt::Key key) { return QList<QKeySequence> {QKeySequence(Qt::CTRL | key)}; };
    add("page.calendar", tr("Calendar"), tr("Calendar"), control(Qt::Key_1), "calendar");
    add("page.activities", tr("Activities"), tr("Activities"), control(Qt::Key_2), "activity");
    add("page.wellness", tr("Wellness"), tr("Wellness"), control(Qt::Key_3), "wellness");
}

void Actions::addEditing()
{
    using Keys = QKeySequence;
    const auto standard = [](Keys::StandardKey key) { return Keys::keyBindings(key); };
    add("edit.undo", tr("Undo"), tr("Take the last change back"), standard(Keys::Undo), "undo");
    QList<Keys> redo = standard(Keys::Redo);
    if (const Keys usual(Qt::CTRL | Qt::Key_Y); !redo.contains(usual))
        redo.append(usual);
    add("edit.redo", tr("Redo"), tr("Do it again"), redo, "redo");
    add("edit.cut", tr("Cut"), tr("Cut the selection"), standard(Keys::Cut), "cut");
    add("edit.copy", tr("Copy"), tr("Copy the selection"), standard(Keys::Copy), "copy");
    add("edit.paste", tr("Paste"), tr("Paste on the marked day"), standard(Keys::Paste), "paste");
    const Keys duplicates(Qt::CTRL | Qt::Key_D); // which some desktops take for another way to delete
    QList<Keys> removes = standard(Keys::Delete);
    removes.removeAll(duplicates);
    add("edit.duplicate", tr("Duplicate"), tr("Copy the selection to the next day"), {duplicates}, "copy");
    add("edit.duplicateweek",
        tr("Duplicate week"),
        tr("Copy what is planned in the marked week to the week below"),
        {Keys(Qt::CTRL | Qt::SHIFT | Qt::Key_D)},
        "copy");
    add("edit.delete", tr("Delete"), tr("Delete the selection"), removes, "trash");
    add("edit.history",
        tr("Show history"),
        tr("Who changed it, what and when"),
        {Keys(Qt::CTRL | Qt::SHIFT | Qt::Key_H)},
        "history");
    add("calendar.today", tr("Today"), tr("Show today"), {Keys(Qt::Key_T)}, "today");
    add("view.library", tr("Library"), tr("Show or hide the library of workouts"), {Keys(Qt::Key_F9)}, "library");
    action(u"view.library"_s)->setCheckable(true);
    add("calendar.targets",
        tr("Targets of the week"),
        tr("Set what the marked week shall come to"),
        {Keys(Qt::Key_G)},
        "flag");
    add("calendar.new", tr("Plan a workout"), tr("Plan a workout on the marked day"), {Keys(Qt::Key_N)}, "plus");
}

void Actions::addProgram()
{
    using Keys = QKeySequence;
    add("go.previous", tr("Previous"), tr("Previous"), {Keys(Qt::CTRL | Qt::Key_PageUp)}, "chevron-left");
    add("go.next", tr("Next"), tr("Next"), {Keys(Qt::CTRL | Qt::Key_PageDown)}, "chevron-right");
    add("sync.now", tr("Sync now"), tr("Sync with Intervals.icu now"), Keys::keyBindings(Keys::Refresh), "sync");
    add("view.outbox",
        tr("Waiting to be sent"),
        tr("Show what waits to be sent"),
        {Keys(Qt::CTRL | Qt::SHIFT | Qt::Key_O)},
        "cloud-off");
    add("view.trash",
        tr("Trash"),
        tr("Show what was deleted in the last 30 days"),
        {Keys(Qt::CTRL | Qt::SHIFT | Qt::Key_T)},
        "trash");
    add("view.gear",
        tr("Gear"),
        tr("Show bikes, shoes and their parts"),
        {Keys(Qt::CTRL | Qt::SHIFT | Qt::Key_G)},
        "gear");
    add("view.choices",
        tr("Plan and weather"),
        tr("Choose the training plan and the places of the forecast"),
        {Keys(Qt::CTRL | Qt::SHIFT | Qt::Key_P)},
        "plan");
    add("view.accounts",
        tr("Accounts and data"),
        tr("Show the accounts, and what is kept of them on this computer"),
        {Keys(Qt::CTRL | Qt::Key_Comma)},
        "user");
    add("view.theme",
        tr("Change the theme"),
        tr("As the system, light, dark"),
        {Keys(Qt::CTRL | Qt::SHIFT | Qt::Key_L)},
        "moon");
    add("help.shortcuts",
        tr("Keyboard shortcuts"),
        tr("Show the keyboard shortcuts"),
        {Keys(Qt::Key_Question)},
        "keyboard");
    QList<Keys> quit = Keys::keyBindings(Keys::Quit);
    if (quit.isEmpty())
        quit.append(Keys(Qt::CTRL | Qt::Key_Q));
    add("app.quit", tr("Quit"), tr("Close Microcycle"), quit);
    m_actions.value(u"app.quit"_s)->setMenuRole(QAction::QuitRole);
}

}
