// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/librarytree.h"

#include <QContextMenuEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using items::LibraryNode;

namespace ui {

namespace {

/// Cards of the calendar in a drag.
QList<domain::Event> eventsIn(const QMimeData *data)
{
    QList<domain::Event> events;
    const QJsonArray entries = QJsonDocument::fromJson(data->data(u"application/x-microcycle-events+json"_s)).array();
    for (const auto &entry : entries) {
        if (auto event = domain::fromJson<domain::Event>(entry.toObject()))
            events.append(*std::move(event));
    }
    return events;
}

domain::LocalId idOf(const QModelIndex &index)
{
    return index.data(items::LibraryIdRole).value<domain::LocalId>();
}

bool isOurs(int key, Qt::KeyboardModifiers modifiers)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Delete:
    case Qt::Key_F2:
    case Qt::Key_N:
        return modifiers == Qt::NoModifier || modifiers == Qt::KeypadModifier
            || (modifiers == Qt::ControlModifier && key != Qt::Key_N && key != Qt::Key_Delete);
    default:
        return false;
    }
}

}

LibraryTree::LibraryTree(const Theme &theme, const LibraryWords &words, QWidget *parent)
    : QTreeView(parent)
    , m_theme(theme)
    , m_delegate(new LibraryDelegate(theme, words, this))
{
    setObjectName(u"library"_s);
    setAccessibleName(tr("Library"));
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setHeaderHidden(true);
    setIndentation(0);
    setRootIsDecorated(false);
    setExpandsOnDoubleClick(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(false);
    setDefaultDropAction(Qt::CopyAction);
    setTabKeyNavigation(false);
    connect(&theme, &Theme::changed, this, &LibraryTree::applyTheme);
    applyTheme();
}

void LibraryTree::applyTheme()
{
    setFont(m_theme.font(TextRole::Body));
    viewport()->update();
}

void LibraryTree::setModel(QAbstractItemModel *model)
{
    QTreeView::setModel(model);
    connect(model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &parent) {
        if (!parent.isValid() || items::libraryNodeOf(parent) == LibraryNode::Section)
            openSections();
    });
    connect(model, &QAbstractItemModel::modelReset, this, &LibraryTree::openSections);
    openSections();
}

QList<domain::LocalId> LibraryTree::selectedWorkouts() const
{
    QModelIndexList chosen = selectionModel()->selectedIndexes();
    std::sort(chosen.begin(), chosen.end(), [this](const QModelIndex &a, const QModelIndex &b) {
        return visualRect(a).top() < visualRect(b).top();
    });
    QList<domain::LocalId> ids;
    for (const QModelIndex &index : std::as_const(chosen)) {
        if (items::libraryNodeOf(index) == LibraryNode::Workout)
            ids.append(idOf(index));
    }
    return ids;
}

domain::LocalId LibraryTree::currentId() const
{
    return idOf(currentIndex());
}

LibraryNode LibraryTree::currentNode() const
{
    return currentIndex().isValid() ? items::libraryNodeOf(currentIndex()) : LibraryNode::Section;
}

QModelIndex LibraryTree::folderAt(const QModelIndex &index)
{
    QModelIndex at = index;
    while (at.isValid() && items::libraryNodeOf(at) == LibraryNode::Workout)
        at = at.parent();
    return at.isValid() && items::libraryNodeOf(at) != LibraryNode::Section ? at : QModelIndex();
}

template<typename F>
void LibraryTree::forEachFolder(F fn) const
{
    for (int section = 0; section < model()->rowCount(); ++section) {
        const QModelIndex parent = model()->index(section, 0);
        for (int row = 0; row < model()->rowCount(parent); ++row)
            fn(model()->index(row, 0, parent));
    }
}

QSet<domain::LocalId> LibraryTree::openFolders() const
{
    QSet<domain::LocalId> open;
    forEachFolder([&](const QModelIndex &folder) {
        if (isExpanded(folder))
            open.insert(idOf(folder));
    });
    return open;
}

void LibraryTree::openOnly(const QSet<domain::LocalId> &folders)
{
    openSections();
    forEachFolder([&](const QModelIndex &folder) { setExpanded(folder, folders.contains(idOf(folder))); });
}

void LibraryTree::openAll()
{
    openSections();
    forEachFolder([this](const QModelIndex &folder) { setExpanded(folder, true); });
}

void LibraryTree::openSections()
{
    for (int row = 0; row < model()->rowCount(); ++row)
        setExpanded(model()->index(row, 0), true);
}

bool LibraryTree::event(QEvent *event)
{
    // The window has actions on the same keys; here they mean the library.
    if (event->type() == QEvent::ShortcutOverride && state() != EditingState) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (isOurs(key->key(), key->modifiers())) {
            key->accept();
            return true;
        }
    }
    return QTreeView::event(event);
}

void LibraryTree::keyPressEvent(QKeyEvent *event)
{
    if (state() == EditingState || !isOurs(event->key(), event->modifiers())) {
        if (event->key() == Qt::Key_Escape)
            return event->ignore();
        return QTreeView::keyPressEvent(event);
    }
    switch (event->key()) {
    case Qt::Key_Delete:
        Q_EMIT removeAsked();
        break;
    case Qt::Key_F2:
        if (currentIndex().flags() & Qt::ItemIsEditable)
            edit(currentIndex());
        break;
    case Qt::Key_N:
        Q_EMIT newAsked();
        break;
    default:
        if (event->modifiers() & Qt::ControlModifier)
            Q_EMIT editAsked();
        else
            Q_EMIT planAsked();
    }
}

/// Letters are commands here; names are looked for in the field above.
void LibraryTree::keyboardSearch(const QString &) { }

void LibraryTree::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    const bool folder = index.isValid() && folderAt(index) == index;
    if (folder && event->button() == Qt::LeftButton
        && m_delegate->chevronOf(visualRect(index), isRightToLeft()).contains(event->position().toPoint())) {
        setExpanded(index, !isExpanded(index));
        return;
    }
    QTreeView::mousePressEvent(event);
}

void LibraryTree::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (!index.isValid() || event->button() != Qt::LeftButton)
        return;
    if (items::libraryNodeOf(index) == LibraryNode::Workout)
        Q_EMIT editAsked();
    else if (items::libraryNodeOf(index) != LibraryNode::Section)
        setExpanded(index, !isExpanded(index));
}

void LibraryTree::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse) {
        Q_EMIT menuAsked(event->globalPos());
        return;
    }
    const QRect row = currentIndex().isValid() ? visualRect(currentIndex()) : QRect();
    Q_EMIT menuAsked(viewport()->mapToGlobal(row.center()));
}

void LibraryTree::drawBranches(QPainter *, const QRect &, const QModelIndex &) const { }

void LibraryTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    if (currentIndex() != index || !hasFocus())
        row.state &= ~QStyle::State_HasFocus;
    QTreeView::drawRow(painter, row, index);
}

void LibraryTree::setTarget(const QModelIndex &folder)
{
    if (m_delegate->dropTarget() == folder)
        return;
    m_delegate->setDropTarget(folder);
    viewport()->update();
}

QModelIndex LibraryTree::targetOf(const QDropEvent &event) const
{
    const QModelIndex folder = folderAt(indexAt(event.position().toPoint()));
    if (!folder.isValid() || folder.data(items::LibraryReadOnlyRole).toBool())
        return {};
    const items::LibraryDrag own = items::librarymime::read(event.mimeData());
    return !own.workouts.isEmpty() || (own.isEmpty() && !eventsIn(event.mimeData()).isEmpty()) ? folder : QModelIndex();
}

void LibraryTree::dragEnterEvent(QDragEnterEvent *event)
{
    const bool ours = event->mimeData()->hasFormat(items::librarymime::format())
        || event->mimeData()->hasFormat(u"application/x-microcycle-events+json"_s);
    setState(ours ? DraggingState : NoState);
    event->setAccepted(ours);
}

void LibraryTree::dragMoveEvent(QDragMoveEvent *event)
{
    QTreeView::dragMoveEvent(event); // scrolls at the edges
    const QModelIndex folder = targetOf(*event);
    setTarget(folder);
    if (folder.isValid())
        event->acceptProposedAction();
    else
        event->ignore();
}

void LibraryTree::dragLeaveEvent(QDragLeaveEvent *event)
{
    setTarget({});
    QTreeView::dragLeaveEvent(event);
}

void LibraryTree::dropEvent(QDropEvent *event)
{
    const QModelIndex folder = targetOf(*event);
    setTarget({});
    setState(NoState);
    if (!folder.isValid()) {
        event->ignore();
        return;
    }
    // A card stays on its day and a workout moves by a verb of its own, so nothing is taken from where it came.
    event->setDropAction(Qt::CopyAction);
    event->accept();
    if (const items::LibraryDrag own = items::librarymime::read(event->mimeData()); !own.isEmpty())
        Q_EMIT moveAsked(own.workouts, idOf(folder));
    else
        Q_EMIT keepAsked(eventsIn(event->mimeData()), idOf(folder));
}

}
