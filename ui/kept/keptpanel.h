// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/sidepanel.h"

class QAbstractItemModel;
class QListView;
class QModelIndex;
class QPushButton;

namespace ui {

class ElidedLabel;
class EmptyState;
class KeptDelegate;
class RowOverlay;
class TextLabel;

/// A list of what is kept, beside the pages: title, rows, and the button of the marked row that brings it back. What is
/// in it, and how it comes back, is said by whoever has the model.
class KeptPanel : public SidePanel
{
    Q_OBJECT

public:
    /// The panel takes the model. emptyIcon and emptySentence are for when there is no row.
    KeptPanel(const Theme &theme,
        QAbstractItemModel *model,
        const QString &title,
        const QString &emptyIcon,
        const QString &emptySentence,
        QWidget *parent = nullptr);

    void setSubject(const QString &words); ///< a quieter line below the title: what the list is about
    [[nodiscard]] QListView &list() { return *m_list; }
    [[nodiscard]] QPushButton &restoreButton() { return *m_restore; }

Q_SIGNALS:
    void restoreRequested(const QModelIndex &row);

protected:
    void takeFocus() override;
    [[nodiscard]] int wantedWidth() const override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build(const QString &title, const QString &emptyIcon, const QString &emptySentence);
    void follow(); ///< empty state, and a marked row where there are any
    void mark(const QModelIndex &row);
    void placeButton();
    void restore();

    QAbstractItemModel *m_model;
    ElidedLabel *m_subject = nullptr;
    QListView *m_list = nullptr;
    KeptDelegate *m_delegate = nullptr;
    RowOverlay *m_overlay = nullptr;
    QPushButton *m_restore = nullptr; ///< lies over the marked row
    EmptyState *m_empty = nullptr;
};

}
