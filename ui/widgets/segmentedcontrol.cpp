// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmentedcontrol.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

namespace ui {

class SegmentedControl::Segment : public QAbstractButton
{
public:
    Segment(SegmentedControl &control, const QString &word, int index)
        : QAbstractButton(&control)
        , m_control(control)
        , m_index(index)
    {
        setText(word);
        setCheckable(true);
        setFocusPolicy(Qt::NoFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::MinimumExpanding, QSizePolicy::Fixed);
    }

    void setToken(Token token)
    {
        m_token = token;
        update();
    }

    QSize sizeHint() const override
    {
        const Theme &theme = m_control.m_theme;
        const QFontMetrics metrics(theme.font(TextRole::Body, QFont::DemiBold));
        return {metrics.horizontalAdvance(text()) + 2 * theme.spacing(3), metrics.height() + theme.spacing(2)};
    }

    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void nextCheckState() override { } // the control decides

    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme &theme = m_control.m_theme;
        const bool answer = m_control.m_look == Look::Answer;
        QColor ink = theme.color(isChecked() ? Token::Text : Token::TextSecond);
        if (isChecked() && answer) {
            painter.fillPath(plate(), isEnabled() ? theme.color(m_token) : theme.color(Token::Sunken));
            ink = theme.color(isEnabled() ? Token::OnAccent : Token::TextSecond);
        } else if (isChecked()) {
            painter.setPen(theme.color(Token::Line));
            painter.setBrush(theme.color(Token::Surface));
            painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
        } else if (underMouse() && isEnabled()) {
            ink = theme.color(Token::Text);
            if (answer)
                painter.fillPath(plate(), theme.color(Token::Sunken));
        }
        if (!isEnabled() && !isChecked())
            ink = theme.color(Token::TextThird);
        if (answer && m_index > 0 && !isChecked() && m_control.m_current != m_index - 1)
            painter.fillRect(QRectF(isRightToLeft() ? width() - 1 : 0, 1, 1, height() - 2), theme.color(Token::Line));
        painter.setFont(theme.font(TextRole::Body, isChecked() ? QFont::DemiBold : QFont::Normal));
        painter.setPen(ink);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, text());
    }

private:
    /// The segment's ground: round at the two outer ends of the control only.
    QPainterPath plate() const
    {
        QPainterPath whole;
        whole.addRoundedRect(QRectF(m_control.rect()).translated(-pos()).adjusted(1, 1, -1, -1), 5, 5);
        QPainterPath own;
        own.addRect(rect());
        return whole.intersected(own);
    }

    SegmentedControl &m_control;
    int m_index;
    Token m_token = Token::Accent;
};

SegmentedControl::SegmentedControl(const Theme &theme, Look look, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_look(look)
{
    auto *row = new QHBoxLayout(this);
    const int inset = look == Look::Switch ? 2 : 0;
    row->setContentsMargins(inset, inset, inset, inset);
    row->setSpacing(look == Look::Switch ? 2 : 0);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &SegmentedControl::refresh);
}

void SegmentedControl::setSegments(const QStringList &words)
{
    qDeleteAll(m_segments);
    m_segments.clear();
    m_current = -1;
    for (int i = 0; i < words.size(); ++i) {
        auto *segment = new Segment(*this, words.at(i), i);
        connect(
            segment, &QAbstractButton::clicked, this, [this, i] { choose(m_clearable && i == m_current ? -1 : i); });
        layout()->addWidget(segment);
        m_segments.push_back(segment);
    }
    refresh();
}

QString SegmentedControl::text(int index) const
{
    return index >= 0 && index < count() ? m_segments.at(static_cast<std::size_t>(index))->text() : QString();
}

void SegmentedControl::setToken(int index, Token token)
{
    if (index >= 0 && index < count())
        m_segments.at(static_cast<std::size_t>(index))->setToken(token);
}

void SegmentedControl::setCurrentIndex(int index)
{
    m_current = index >= 0 && index < count() ? index : -1;
    for (int i = 0; i < count(); ++i)
        m_segments.at(static_cast<std::size_t>(i))->setChecked(i == m_current);
    setAccessibleDescription(text(m_current));
    for (Segment *segment : m_segments)
        segment->update(); // the lines between neighbours of the choice
}

void SegmentedControl::setClearable(bool clearable)
{
    m_clearable = clearable;
}

void SegmentedControl::choose(int index)
{
    if (index == m_current || index >= count())
        return;
    setCurrentIndex(index);
    Q_EMIT activated(m_current);
}

void SegmentedControl::keyPressEvent(QKeyEvent *event)
{
    const int step = isRightToLeft() ? -1 : 1;
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (!plain || count() == 0)
        return QWidget::keyPressEvent(event);
    const int key = event->key();
    if (key >= Qt::Key_1 && key <= Qt::Key_9 && key - Qt::Key_1 < count())
        return choose(key - Qt::Key_1);
    const int last = count() - 1;
    switch (key) {
    case Qt::Key_Left:
        return choose(qBound(0, m_current < 0 ? 0 : m_current - step, last));
    case Qt::Key_Right:
        return choose(qBound(0, m_current < 0 ? 0 : m_current + step, last));
    case Qt::Key_Home:
        return choose(0);
    case Qt::Key_End:
        return choose(last);
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (m_clearable)
            return choose(-1);
        [[fallthrough]];
    default:
        QWidget::keyPressEvent(event);
    }
}

void SegmentedControl::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void SegmentedControl::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void SegmentedControl::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::EnabledChange)
        update();
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool answer = m_look == Look::Answer;
    painter.setBrush(m_theme.color(answer ? Token::Surface : Token::Sunken));
    if (hasFocus())
        painter.setPen(QPen(m_theme.color(Token::Accent), 1.5));
    else
        painter.setPen(answer ? QPen(m_theme.color(Token::Line)) : QPen(Qt::NoPen));
    const double inset = hasFocus() ? 0.75 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 6, 6);
}

void SegmentedControl::refresh()
{
    for (Segment *segment : m_segments) {
        segment->updateGeometry();
        segment->update();
    }
    updateGeometry();
    update();
}

}
