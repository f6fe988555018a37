// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/librarydock.h"
#include "ui/library/librarytree.h"

#include <QMenu>

using namespace Qt::StringLiterals;
using items::LibraryNode;

namespace ui {

template<typename T>
bool LibraryDock::done(const domain::Result<T> &result)
{
    if (!result)
        Q_EMIT failed(result.error());
    return result.ok();
}

QString LibraryDock::nameOf(const domain::LocalId &id) const
{
    return m_model.indexOf(id).data().toString();
}

domain::LocalId LibraryDock::currentFolder() const
{
    const QModelIndex at = LibraryTree::folderAt(m_tree->currentIndex());
    if (at.isValid() && !at.data(items::LibraryReadOnlyRole).toBool())
        return at.data(items::LibraryIdRole).value<domain::LocalId>();
    const auto folders = m_model.folders();
    for (const auto &folder : folders) {
        if (!folder.readOnly)
            return folder.id;
    }
    return {};
}

void LibraryDock::plan()
{
    if (!m_day.isValid())
        return;
    const auto workouts = m_tree->selectedWorkouts();
    if (!workouts.isEmpty())
        Q_EMIT planRequested(workouts, m_day);
    else if (m_tree->currentNode() == LibraryNode::Plan)
        Q_EMIT planFolderRequested(m_tree->currentId(), m_day);
    else if (m_tree->currentNode() == LibraryNode::Folder)
        m_tree->setExpanded(m_tree->currentIndex(), !m_tree->isExpanded(m_tree->currentIndex()));
}

void LibraryDock::edit()
{
    if (m_tree->currentNode() == LibraryNode::Workout)
        Q_EMIT editRequested(m_tree->currentId());
}

void LibraryDock::rename()
{
    m_tree->setFocus();
    m_tree->edit(m_tree->currentIndex());
}

void LibraryDock::renameTo(const domain::LocalId &id, const QString &name)
{
    done(m_librarian.rename(id, name));
}

void LibraryDock::remove()
{
    QList<domain::LocalId> ids = m_tree->selectedWorkouts();
    const bool folder
        = ids.isEmpty() && (m_tree->currentNode() == LibraryNode::Folder || m_tree->currentNode() == LibraryNode::Plan);
    const int inside = folder ? m_model.rowCount(m_model.indexOf(m_tree->currentId())) : int(ids.size());
    if (folder)
        ids = {m_tree->currentId()};
    if (ids.isEmpty())
        return;
    const QString name = nameOf(ids.first());
    if (done(m_librarian.remove(ids)))
        Q_EMIT sentence(LibraryWords::removed(name, inside, folder), true);
}

void LibraryDock::addWorkout()
{
    domain::LocalId folder = currentFolder();
    if (folder.value.isEmpty()) {
        const auto made = m_librarian.createFolder(tr("My workouts"));
        if (!done(made))
            return;
        folder = *made;
    }
    domain::LibraryWorkout workout;
    workout.name = tr("New workout");
    const QString sport = m_tree->currentIndex().data(items::LibrarySportRole).toString();
    workout.type = sport.isEmpty() || m_tree->currentIndex().data(items::LibraryNoteRole).toBool() ? u"Ride"_s : sport;
    const auto day = m_tree->currentIndex().data(items::LibraryDayRole);
    workout.day = day.isValid() ? day.toInt() : 0;
    const auto made = m_librarian.add(workout, folder);
    if (!done(made))
        return;
    reveal(*made);
    Q_EMIT editRequested(*made);
}

void LibraryDock::addFolder(domain::FolderType type)
{
    const auto made
        = m_librarian.createFolder(type == domain::FolderType::Plan ? tr("New plan") : tr("New folder"), type);
    if (!done(made))
        return;
    refresh();
    reveal(*made);
    rename();
}

void LibraryDock::duplicate()
{
    const auto made = m_librarian.duplicate(m_tree->selectedWorkouts());
    if (done(made))
        reveal(made->first());
}

void LibraryDock::move(const QList<domain::LocalId> &workouts, const domain::LocalId &folder)
{
    const QString name = workouts.isEmpty() ? QString() : nameOf(workouts.first());
    const auto elsewhere = std::count_if(workouts.begin(), workouts.end(), [&](const auto &id) {
        return m_model.indexOf(id).parent().data(items::LibraryIdRole).template value<domain::LocalId>() != folder;
    });
    if (elsewhere > 0 && done(m_librarian.moveTo(workouts, folder)))
        Q_EMIT sentence(LibraryWords::moved(name, int(elsewhere), nameOf(folder)), true);
}

void LibraryDock::keep(const QList<domain::Event> &events, const domain::LocalId &folder)
{
    const auto kept = m_librarian.keep(events, folder);
    if (!done(kept))
        return;
    Q_EMIT sentence(LibraryWords::kept(nameOf(kept->first()), int(kept->size()), nameOf(folder)), true);
    reveal(kept->first());
}

void LibraryDock::fillNewMenu(QMenu &menu)
{
    menu.addAction(tr("New workout"), this, &LibraryDock::addWorkout);
    menu.addAction(tr("New folder"), this, [this] { addFolder(domain::FolderType::Folder); });
    menu.addAction(tr("New plan"), this, [this] { addFolder(domain::FolderType::Plan); });
}

void LibraryDock::fillWorkoutMenu(QMenu &menu)
{
    const bool mine = !m_tree->currentIndex().data(items::LibraryReadOnlyRole).toBool();
    QAction *planning = menu.addAction(
        m_day.isValid() ? tr("Plan on %1").arg(m_words.day(m_day)) : tr("Plan"), this, &LibraryDock::plan);
    planning->setEnabled(m_day.isValid());
    menu.addAction(tr("Edit"), this, &LibraryDock::edit)->setEnabled(mine);
    menu.addAction(tr("Rename"), this, &LibraryDock::rename)->setEnabled(mine);
    menu.addAction(tr("Duplicate"), this, &LibraryDock::duplicate)->setEnabled(mine);
    QMenu *moving = menu.addMenu(tr("Move to"));
    const auto folders = m_model.folders();
    for (const auto &folder : folders) {
        QAction *action = moving->addAction(QString(folder.name).replace(u'&', u"&&"_s), this, [this, id = folder.id] {
            move(m_tree->selectedWorkouts(), id);
        });
        action->setEnabled(
            !folder.readOnly && m_model.indexOf(m_tree->currentId()).parent() != m_model.indexOf(folder.id));
    }
    moving->setEnabled(mine);
    menu.addSeparator();
    menu.addAction(tr("Delete"), this, &LibraryDock::remove)->setEnabled(mine);
}

void LibraryDock::fillFolderMenu(QMenu &menu)
{
    const bool mine = !m_tree->currentIndex().data(items::LibraryReadOnlyRole).toBool();
    if (m_tree->currentNode() == LibraryNode::Plan) {
        QAction *planning = menu.addAction(
            m_day.isValid() ? tr("Lay out from %1").arg(m_words.day(m_day)) : tr("Lay out"), this, &LibraryDock::plan);
        planning->setEnabled(m_day.isValid() && m_model.rowCount(m_model.indexOf(m_tree->currentId())) > 0);
    }
    menu.addAction(tr("New workout"), this, &LibraryDock::addWorkout)->setEnabled(mine);
    menu.addAction(tr("Rename"), this, &LibraryDock::rename)->setEnabled(mine);
    menu.addSeparator();
    menu.addAction(tr("Delete"), this, &LibraryDock::remove)->setEnabled(mine);
}

void LibraryDock::showMenu(const QPoint &global)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"libraryMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    switch (m_tree->currentNode()) {
    case LibraryNode::Workout:
        fillWorkoutMenu(*menu);
        break;
    case LibraryNode::Folder:
    case LibraryNode::Plan:
        fillFolderMenu(*menu);
        break;
    case LibraryNode::Section:
        fillNewMenu(*menu);
        break;
    }
    menu->popup(global);
}

}
