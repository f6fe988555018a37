// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace ui {

class BrowserForm;
class TextLabel;
class ToolButton;

/// Where a key is typed: how to get one, the field, and one sentence when it did not work. It checks nothing itself,
/// and what was typed leaves it once. Below it is the way by browser.
class ConnectCard : public Card
{
    Q_OBJECT

public:
    explicit ConnectCard(const Theme &theme, QWidget *parent = nullptr);

    void setService(const QString &name); ///< as the person knows it
    void setAccount(const QString &name); ///< a new key for somebody who is known already
    void setBusy(bool busy); ///< while the key is being checked
    void setRetry(bool possible); ///< the key sent last may be tried again with the field left empty
    void showError(const QString &sentence); ///< empty takes it away
    void showNote(const QString &sentence); ///< where the key will be kept, or why it cannot be
    [[nodiscard]] bool showsError() const;
    [[nodiscard]] QLineEdit *field() const { return m_key; }
    [[nodiscard]] BrowserForm &browserForm() const { return *m_browser; }

Q_SIGNALS:
    void connectRequested(const QString &key); ///< the field is empty when this is sent
    void retryRequested();

private:
    void addSteps(QVBoxLayout *column);
    void addField(QVBoxLayout *column);
    void addError(QVBoxLayout *column);
    void reveal(bool shown);
    void submit();
    void refresh();
    void updateButton();

    const Theme &m_theme;
    TextLabel *m_title;
    QLineEdit *m_key = nullptr;
    ToolButton *m_reveal = nullptr;
    QPushButton *m_connect = nullptr;
    QWidget *m_errorRow = nullptr;
    QLabel *m_errorIcon = nullptr;
    TextLabel *m_error = nullptr;
    TextLabel *m_note = nullptr;
    BrowserForm *m_browser = nullptr;
    bool m_busy = false;
    bool m_retry = false;
};

}
