// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/weeksketch.h"

#include <QPainter>
#include <QPainterPath>

namespace ui {

namespace {

struct Session {
    int day;
    domain::SportFamily sport;
    double height; ///< of the room for cards
    bool done;
};

using enum domain::SportFamily;
constexpr Session sessions[] = {
    {0, Ride, 0.42, true},
    {1, Run, 0.3, true},
    {2, Strength, 0.24, true},
    {3, Ride, 0.6, false},
    {4, Swim, 0.34, false},
    {5, Ride, 0.86, false},
    {6, Run, 0.46, false},
};
constexpr int days = 7;
constexpr int today = 3;

}

WeekSketch::WeekSketch(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(&theme, &Theme::changed, this, qOverload<>(&WeekSketch::update));
}

QSize WeekSketch::sizeHint() const
{
    return {m_theme.spacing(60), m_theme.spacing(27)};
}

void WeekSketch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double gap = m_theme.spacing(1);
    const double column = (width() - gap * (days - 1)) / days;
    const double room = height() * 0.62;
    for (const Session &session : sessions) {
        const QColor sport = m_theme.sport(session.sport);
        QRectF card(session.day * (column + gap), 0, column, room * session.height);
        card.moveBottom(room);
        painter.setPen(m_theme.color(Token::Line));
        painter.setBrush(session.done ? m_theme.wash(sport, 0.12) : m_theme.color(Token::Surface));
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        QPainterPath edge;
        edge.addRoundedRect(card, 4, 4);
        QPainterPath strip;
        strip.addRect(QRectF(card.left(), card.top(), 3, card.height()));
        painter.fillPath(edge.intersected(strip), sport);
    }
    const double half = today * (column + gap) + column / 2;
    const auto y = [&](double share) { return room + (height() - room) * share; };
    QPainterPath past(QPointF(0, y(0.62)));
    past.cubicTo(QPointF(half * 0.4, y(0.75)), QPointF(half * 0.7, y(0.95)), QPointF(half, y(0.8)));
    QPainterPath future(QPointF(half, y(0.8)));
    future.cubicTo(QPointF(half * 1.35, y(0.6)), QPointF(width() * 0.8, y(0.75)), QPointF(width() - 1, y(0.3)));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.color(Token::Accent), 1.8, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(past);
    QPen dashed(m_theme.color(Token::Accent), 1.8, Qt::CustomDashLine, Qt::RoundCap);
    dashed.setDashPattern({2.2, 2.6});
    painter.setPen(dashed);
    painter.drawPath(future);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::Accent));
    painter.drawEllipse(QPointF(half, y(0.8)), 3.5, 3.5);
}

}
