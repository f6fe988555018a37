// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/items/librarymime.h"
#include "ui/library/librarydelegate.h"

#include <QTreeView>

namespace ui {

/// The tree of the library as a view: what keys and mouse ask for, as signals; what may be dropped where.
class LibraryTree : public QTreeView
{
    Q_OBJECT

public:
    LibraryTree(const Theme &theme, const LibraryWords &words, QWidget *parent = nullptr);

    [[nodiscard]] QList<domain::LocalId> selectedWorkouts() const; ///< in the order of the tree
    [[nodiscard]] domain::LocalId currentId() const;
    [[nodiscard]] items::LibraryNode currentNode() const;
    /// The folder at or around the index; invalid on headings.
    [[nodiscard]] static QModelIndex folderAt(const QModelIndex &index);
    [[nodiscard]] QSet<domain::LocalId> openFolders() const;
    void openOnly(const QSet<domain::LocalId> &folders);
    void openAll();

    void setModel(QAbstractItemModel *model) override;

Q_SIGNALS:
    void planAsked();
    void editAsked();
    void removeAsked();
    void newAsked();
    void menuAsked(const QPoint &global);
    void keepAsked(const QList<domain::Event> &events, const domain::LocalId &folder);
    void moveAsked(const QList<domain::LocalId> &workouts, const domain::LocalId &folder);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyboardSearch(const QString &text) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void applyTheme();
    void openSections();
    void setTarget(const QModelIndex &folder);
    /// Calls fn(folder) for every folder and plan that is shown.
    template<typename F>
    void forEachFolder(F fn) const;
    [[nodiscard]] QModelIndex targetOf(const QDropEvent &event) const;

    const Theme &m_theme;
    LibraryDelegate *m_delegate;
};

}
