// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QFrame>
#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace ui {

class TextLabel;

/// One thing to tell: a plain sentence and at most two things to do about it.
struct Message {
    enum class Kind { Info, Warning, Error };
    struct Action {
        QString text;
        std::function<void()> run; ///< called after the message has left the bar
    };

    QString key; ///< a message replaces the one of the same key
    Kind kind = Kind::Info;
    QString text;
    std::vector<Action> actions;
    bool isAnswer = false; ///< to what the person has just done: shown before all others
};

/// A line at the top of a page that shows one message after the other, never a dialog. Hidden while there is none.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(const Theme &theme, QWidget *parent = nullptr);

    void post(const Message &message);
    void dismiss(const QString &key);
    [[nodiscard]] QString currentKey() const; ///< empty while hidden
    [[nodiscard]] QString currentText() const;
    [[nodiscard]] bool isWaiting(const QString &key) const; ///< shown, or behind another
    [[nodiscard]] int waiting() const { return static_cast<int>(m_queue.size()); } ///< with the one shown

Q_SIGNALS:
    void dismissed(const QString &key);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();
    void showButtons(const Message &message);
    [[nodiscard]] Token token() const;

    const Theme &m_theme;
    std::vector<Message> m_queue; ///< errors before warnings before infos, each in the order they came
    QLabel *m_icon;
    TextLabel *m_text;
    QHBoxLayout *m_buttons;
    QToolButton *m_close;
};

}
