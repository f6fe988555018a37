// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wellness/valuefield.h"

#include <QKeyEvent>
#include <QPainter>

namespace ui {

namespace {

constexpr int longestInput = 32;

bool isUndoOrRedo(const QKeyEvent *event)
{
    return event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo);
}

}

ValueField::ValueField(const Theme &theme, QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
{
    setMaxLength(longestInput);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &ValueField::refresh);
    refresh();
}

void ValueField::setUnit(const QString &unit)
{
    if (m_unit == unit)
        return;
    m_unit = unit;
    refresh();
}

void ValueField::setWrong(bool wrong)
{
    m_wrong = wrong;
    update();
}

void ValueField::refresh()
{
    const int width = m_unit.isEmpty() ? 0 : QFontMetrics(m_theme.font(TextRole::Small)).horizontalAdvance(m_unit);
    setTextMargins(m_theme.spacing(1), 0, width + m_theme.spacing(2), 0);
    updateGeometry();
    update();
}

QSize ValueField::sizeHint() const
{
    return {m_theme.spacing(37), std::max(QLineEdit::sizeHint().height(), m_theme.rowHeight())};
}

bool ValueField::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && !isModified() && isUndoOrRedo(static_cast<QKeyEvent *>(event))) {
        event->ignore();
        return false;
    }
    return QLineEdit::event(event);
}

void ValueField::keyPressEvent(QKeyEvent *event)
{
    if (!isModified() && isUndoOrRedo(event)) {
        event->ignore();
        return;
    }
    if (event->key() == Qt::Key_Escape && isModified()) {
        Q_EMIT abandoned();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void ValueField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    if (!m_unit.isEmpty()) {
        painter.setFont(m_theme.font(TextRole::Small));
        painter.setPen(m_theme.color(Token::TextThird));
        const int inset = m_theme.spacing(2) + 2;
        const QRect area = rect().adjusted(inset, 0, -inset, 0);
        painter.drawText(area, Qt::AlignVCenter | (isRightToLeft() ? Qt::AlignLeft : Qt::AlignRight), m_unit);
    }
    if (m_wrong) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.color(Token::Bad), 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), 5, 5);
    }
}

}
