// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

class Card;
class TextLabel;

/// The first thing a person sees: connect an account, or look around with the demo athlete.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(const Theme &theme, QWidget *parent = nullptr);

    void setBusy(bool busy); ///< while the key is being checked
    void showError(const QString &sentence); ///< empty takes it away
    void showKeychainNote(const QString &sentence); ///< where the key will be kept, or why it cannot be

Q_SIGNALS:
    void connectRequested(const QString &key); ///< the field is empty when this is sent
    void demoRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *buildHead();
    void buildField(Card *card);
    [[nodiscard]] Card *buildConnectCard();
    [[nodiscard]] Card *buildDemoCard();
    void submit();
    void refresh();
    void arrange();

    const Theme &m_theme;
    QLabel *m_mark = nullptr;
    QBoxLayout *m_cards = nullptr;
    Card *m_connectCard = nullptr;
    Card *m_demoCard = nullptr;
    QLineEdit *m_key = nullptr;
    QPushButton *m_connect = nullptr;
    QPushButton *m_demo = nullptr;
    TextLabel *m_error = nullptr;
    TextLabel *m_note = nullptr;
    bool m_busy = false;
};

}
