// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagebar.h"

#include "ui/widgets/textlabel.h"
#include "ui/widgets/toolbutton.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

MessageBar::MessageBar(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_text(new TextLabel(theme, TextRole::Body, Token::Text, {}, this))
    , m_buttons(new QHBoxLayout)
    , m_close(new ToolButton(theme, u"close"_s, tr("Dismiss"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.spacing(4), theme.spacing(1), theme.spacing(2), theme.spacing(1));
    row->setSpacing(theme.spacing(2));
    m_text->setWrapped(true);
    m_buttons->setSpacing(theme.spacing(2));
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addLayout(m_buttons);
    row->addWidget(m_close);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    setMinimumHeight(theme.rowHeight() + theme.spacing(2));
    connect(m_close, &QToolButton::clicked, this, [this] { dismiss(currentKey()); });
    connect(&theme, &Theme::changed, this, &MessageBar::refresh);
    hide();
}

void MessageBar::post(const Message &message)
{
    const auto sameKey = [&message](const Message &other) { return other.key == message.key; };
    m_queue.erase(std::remove_if(m_queue.begin(), m_queue.end(), sameKey), m_queue.end());
    const auto lighter = [&message](const Message &other) { return other.kind < message.kind; };
    m_queue.insert(message.isAnswer ? m_queue.begin() : std::find_if(m_queue.begin(), m_queue.end(), lighter), message);
    refresh();
}

void MessageBar::dismiss(const QString &key)
{
    const auto found = std::find_if(m_queue.begin(), m_queue.end(), [&key](const Message &m) { return m.key == key; });
    if (found == m_queue.end())
        return;
    const QString gone = key; // the argument may belong to the message that goes
    m_queue.erase(found);
    refresh();
    Q_EMIT dismissed(gone);
}

bool MessageBar::isWaiting(const QString &key) const
{
    return std::any_of(m_queue.begin(), m_queue.end(), [&key](const Message &message) { return message.key == key; });
}

QString MessageBar::currentKey() const
{
    return m_queue.empty() ? QString() : m_queue.front().key;
}

QString MessageBar::currentText() const
{
    return m_queue.empty() ? QString() : m_queue.front().text;
}

Token MessageBar::token() const
{
    if (m_queue.empty() || m_queue.front().kind == Message::Kind::Info)
        return Token::Accent;
    return m_queue.front().kind == Message::Kind::Warning ? Token::Warning : Token::Bad;
}

void MessageBar::refresh()
{
    if (m_queue.empty()) {
        hide();
        return;
    }
    const Message &message = m_queue.front();
    const QString icon = message.kind == Message::Kind::Info ? u"info"_s : u"warning"_s;
    m_icon->setPixmap(m_theme.pixmap(icon, m_theme.color(token()), m_theme.spacing(5), devicePixelRatioF()));
    m_text->setText(message.text);
    showButtons(message);
    setAccessibleName(message.text);
    show();
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::showButtons(const Message &message)
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one being pressed
        delete item;
    }
    const std::size_t count = std::min<std::size_t>(message.actions.size(), 2);
    for (std::size_t i = 0; i < count; ++i) {
        const Message::Action action = message.actions.at(i);
        auto *button = new QPushButton(action.text, this);
        connect(button, &QPushButton::clicked, this, [this, action, key = message.key] {
            dismiss(key);
            if (action.run)
                action.run();
        });
        m_buttons->addWidget(button);
    }
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss(currentKey());
    else
        QFrame::keyPressEvent(event);
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor color = m_theme.color(token());
    painter.fillRect(rect(), m_theme.wash(color, 0.1));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.wash(color, 0.3));
}

}
