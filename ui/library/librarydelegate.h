// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/libraryroles.h"
#include "ui/library/librarylayout.h"
#include "ui/library/librarywords.h"
#include "ui/theme/theme.h"

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

namespace ui {

/// Paints the rows of the library: headings, folders with their count, workouts with steps, time and load. It also
/// gives the field in which a name is typed.
class LibraryDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    LibraryDelegate(const Theme &theme, const LibraryWords &words, QObject *parent = nullptr);

    void setDropTarget(const QModelIndex &folder); ///< the folder that something is held over
    [[nodiscard]] QModelIndex dropTarget() const { return m_dropTarget; }
    /// Where the small triangle of a folder is.
    [[nodiscard]] QRect chevronOf(const QRect &row, bool mirrored) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void updateEditorGeometry(
        QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void refresh();
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintSection(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintFolder(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintWorkout(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintIcon(QPainter &painter, const QRect &place, const QString &name, Token token) const;
    void paintMark(QPainter &painter, const QRect &place, const QModelIndex &index) const;
    [[nodiscard]] QString countText(const QModelIndex &folder) const;
    [[nodiscard]] QString dayText(const QModelIndex &workout) const;
    [[nodiscard]] FolderRowLayout folderLayout(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    [[nodiscard]] WorkoutRowLayout workoutLayout(const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const Theme &m_theme;
    const LibraryWords &m_words;
    LibraryMetrics m_metrics;
    QPersistentModelIndex m_dropTarget;
};

}
