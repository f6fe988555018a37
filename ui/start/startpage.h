// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace ui {

class Card;
class ConnectCard;
class TextLabel;

/// The first thing a person sees: connect an account, or look around with the demo athlete. For somebody who is known
/// already it asks for a new key and nothing else.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(const Theme &theme, QWidget *parent = nullptr);

    void focusKey();
    void setService(const QString &name); ///< whom the key goes to, as the person knows it
    void askForKeyOf(const QString &account); ///< in a window of its own above the account's
    void setBusy(bool busy); ///< while the key is being checked
    void setRetry(bool possible); ///< the key sent last may be tried again with the field left empty
    void setWaiting(bool waiting); ///< for the person in the browser
    void showError(const QString &sentence); ///< empty takes it away
    void showKeychainNote(const QString &sentence); ///< where the key will be kept, or why it cannot be

Q_SIGNALS:
    void connectRequested(const QString &key); ///< the field is empty when this is sent
    void retryRequested();
    void browserRequested(const QString &clientId, const QString &clientSecret); ///< the secret is nowhere else then
    void browserCancelled();
    void demoRequested();
    void dismissed(); ///< Escape, and there was nothing to say

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *buildHead();
    [[nodiscard]] Card *buildDemoCard();
    void refresh();
    void arrange();

    const Theme &m_theme;
    QLabel *m_mark = nullptr;
    TextLabel *m_line = nullptr;
    QBoxLayout *m_cards = nullptr;
    ConnectCard *m_connectCard = nullptr;
    Card *m_demoCard = nullptr;
    QPushButton *m_demo = nullptr;
};

}
