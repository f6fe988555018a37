// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QPushButton;

namespace store {
class SyncStatus;
}

namespace ui {

class ElidedLabel;

/// The line at the bottom: what synchronisation does and how far the years before are read, what the last gesture did
/// with its undo, whose account it is.
class StatusArea : public QWidget
{
    Q_OBJECT

public:
    StatusArea(const Theme &theme, const store::SyncStatus &status, QWidget *parent = nullptr);

    void setSentence(const QString &sentence, bool withUndo);
    void setAccountName(const QString &name);
    void setService(const QString &name); ///< where edits are sent to; Intervals.icu unless told
    [[nodiscard]] QString service() const { return m_service; }
    void setPlace(const QString &place); ///< the tip of the account: which server and athlete

    /// Whether the keyboard reaches the undo beside the sentence.
    [[nodiscard]] bool offersUndo() const;
    [[nodiscard]] QString syncText() const;
    [[nodiscard]] QString pastText() const; ///< empty while the years before are not being read

Q_SIGNALS:
    void undoRequested();
    void outboxRequested(); ///< the words about synchronisation were pressed
    void pastPauseRequested(bool paused); ///< of reading the years before
    void syncRequested(); ///< the same while the account must be signed in to again

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void showStatus();
    void showPast();
    void dressLink(QPushButton &link) const;
    [[nodiscard]] QString words() const;
    [[nodiscard]] QString stateWords() const;
    [[nodiscard]] bool isDiskInTheWay() const; ///< what the service says cannot be written

    const Theme &m_theme;
    const store::SyncStatus &m_status;
    QString m_service;
    class SyncButton;
    SyncButton *m_sync;
    ElidedLabel *m_past;
    QPushButton *m_pause;
    ElidedLabel *m_sentence;
    QPushButton *m_undo;
    ElidedLabel *m_account;
};

}
