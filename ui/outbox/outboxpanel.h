// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/outboxmodel.h"
#include "ui/shell/sidepanel.h"

class QPushButton;

namespace ui {

class EmptyState;
class OutboxDelegate;
class PlacedList;
class OutboxVerbs;
class RowOverlay;
class TextLabel;

/// What waits to be sent, over the right side of the window. Sends again and takes back by itself; what is to be
/// opened, and all about files, is asked of whoever holds the window.
class OutboxPanel : public SidePanel
{
    Q_OBJECT

public:
    OutboxPanel(store::Store &store, const Theme &theme, const items::OutboxWords &words, QWidget *parent = nullptr);

    void setService(const QString &name); ///< where everything is once nothing waits
    void setFiles(const QList<items::OutboxFile> &files);
    /// Opens it at the refused edit of that entity.
    void reveal(const domain::LocalId &id);

    [[nodiscard]] PlacedList &list() { return *m_list; }
    [[nodiscard]] QPushButton &retryAllButton() { return *m_retryAll; }

Q_SIGNALS:
    void sendRequested(); ///< the store has been told to send again; somebody may do it now
    void editRequested(const domain::LocalId &id, items::OutboxSubject subject);
    void fileSendRequested(const QString &file);
    void fileDiscardRequested(const QString &file, const QString &words); ///< asked for, but nothing was done
    void sentence(const QString &text, bool undoable);
    void failed(const domain::Error &error);

protected:
    void takeFocus() override;
    [[nodiscard]] int wantedWidth() const override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void follow(); ///< count, empty state and the marked row
    void mark(const QModelIndex &row);
    void placeVerbs();
    void retry();
    void retryAll();
    void edit();
    void discard();
    void choose(store::Choice choice);
    void tell(const domain::Result<domain::Done> &done, const QString &text, bool undoable);

    store::Store &m_store;
    items::OutboxModel m_model;
    TextLabel *m_count = nullptr;
    PlacedList *m_list = nullptr;
    OutboxDelegate *m_delegate = nullptr;
    RowOverlay *m_overlay = nullptr;
    OutboxVerbs *m_verbs = nullptr; ///< lies over the marked row
    EmptyState *m_empty = nullptr;
    QPushButton *m_retryAll = nullptr;
};

}
