// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/cardpainter.h"

#include "ui/charts/profilebars.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainterPath>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int cacheKilobytes = 32 * 1024;

QString iconName(const items::Card &card)
{
    if (domain::isRace(card.category))
        return u"flag"_s;
    return sportIcon(domain::familyOf(card.sport));
}

constexpr double lowestGood = 80;
constexpr double highestGood = 120;
constexpr double lowestFair = 50;
constexpr double highestFair = 150;

}

CardPainter::CardPainter(Theme &theme, const CalendarWords &words)
    : m_theme(theme)
    , m_words(words)
    , m_metrics(CardMetrics::of(theme))
    , m_cache(cacheKilobytes)
{
}

void CardPainter::refresh()
{
    m_cache.clear();
    m_metrics = CardMetrics::of(m_theme);
}

QColor CardPainter::sportColor(const items::Card &card) const
{
    return domain::isRace(card.category) ? m_theme.color(Token::Race) : m_theme.sport(domain::familyOf(card.sport));
}

QString CardPainter::name(const items::Card &card) const
{
    return card.name.isEmpty() ? m_words.sport(card.sport) : card.name;
}

QString CardPainter::figures(const items::Card &card) const
{
    QStringList parts;
    parts.append(!card.movingSeconds && card.distanceMetres ? m_words.distance(card.distanceMetres)
                                                            : m_words.duration(card.movingSeconds));
    QString load = card.load ? m_words.number(*card.load) : m_words.none();
    if (card.estimated && card.load)
        load.prepend(u'~');
    parts.append(load);
    return parts.join(u" · "_s);
}

QString CardPainter::complianceText(const items::Card &card) const
{
    if (card.planId.value.isEmpty() || !card.compliancePercent)
        return {};
    return QCoreApplication::translate("ui::CalendarWords", "%1%", "compliance")
        .arg(m_words.number(*card.compliancePercent));
}

QColor CardPainter::complianceColor(double percent) const
{
    if (percent >= lowestGood && percent <= highestGood)
        return m_theme.color(Token::Good);
    return m_theme.color(percent >= lowestFair && percent <= highestFair ? Token::Warning : Token::Bad);
}

void CardPainter::paint(QPainter &painter, const QRect &rect, const items::Card &card, Look look)
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    const Key key {card, rect.size(), qRound(ratio * 100), look};
    const QPixmap *cached = m_cache.object(key);
    if (!cached) {
        auto *pixmap = new QPixmap(rect.size() * ratio);
        pixmap->setDevicePixelRatio(ratio);
        pixmap->fill(Qt::transparent);
        QPainter inner(pixmap);
        inner.setRenderHint(QPainter::Antialiasing);
        draw(inner, {{}, rect.size()}, card, look);
        inner.end();
        const int kilobytes = std::max(1, pixmap->width() * pixmap->height() * 4 / 1024);
        const QPixmap copy = *pixmap;
        m_cache.insert(key, pixmap, kilobytes);
        painter.drawPixmap(rect.topLeft(), copy);
        return;
    }
    painter.drawPixmap(rect.topLeft(), *cached);
}

void CardPainter::paintOrigin(QPainter &painter, const QRect &rect, const items::Card &card)
{
    painter.save();
    painter.setOpacity(0.38);
    paint(painter, rect, card);
    painter.setOpacity(1);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(Token::TextThird), 1, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), m_metrics.radius, m_metrics.radius);
    painter.restore();
}

void CardPainter::draw(QPainter &painter, const QRect &rect, const items::Card &card, Look look) const
{
    const CardLayout layout = CardLayout::of(card, rect, m_metrics);
    const QColor sport = sportColor(card);
    const bool done = card.state == items::CardState::Done;
    QColor ground = done ? m_theme.wash(sport, 0.08) : m_theme.color(Token::Surface);
    QColor line = m_theme.color(Token::Line);
    if (look == Look::Selected || look == Look::Floating) {
        ground = m_theme.color(Token::AccentWash);
        line = m_theme.color(Token::Accent);
    } else if (done) {
        line = m_theme.wash(sport, 0.22);
    }
    const double width = look == Look::Plain || look == Look::Ghost ? 1 : 1.5;
    const QRectF outline = QRectF(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2);
    QPainterPath shape;
    shape.addRoundedRect(outline, m_metrics.radius, m_metrics.radius);
    if (look == Look::Ghost)
        painter.setOpacity(0.55);
    painter.fillPath(shape, ground);
    painter.save();
    painter.setClipPath(shape);
    painter.fillRect(layout.edge, sport);
    painter.restore();
    painter.setPen(QPen(look == Look::Ghost ? m_theme.color(Token::Accent) : line,
        width,
        look == Look::Ghost ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shape);

    if (!layout.icon.isEmpty()) {
        painter.drawPixmap(layout.icon.topLeft(),
            m_theme.pixmap(iconName(card), sport, layout.icon.width(), painter.device()->devicePixelRatioF()));
    }
    const QFont font = m_theme.font(TextRole::Body, QFont::Medium);
    painter.setFont(font);
    painter.setPen(m_theme.color(Token::Text));
    painter.drawText(layout.name,
        Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(font).elidedText(name(card), Qt::ElideRight, layout.name.width()));
    drawFigures(painter, layout.figures, card);
    if (!layout.glyph.isEmpty())
        drawGlyph(painter, layout.glyph, card);
    if (!layout.mark.isEmpty())
        drawMark(painter, layout.mark, card.mark);
    if (!layout.profile.isEmpty())
        paintProfileBars(painter, QRectF(layout.profile), card.profile, m_theme);
}

void CardPainter::drawFigures(QPainter &painter, const QRect &rect, const items::Card &card) const
{
    const QFont font = m_theme.font(TextRole::Small);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    painter.setPen(m_theme.color(Token::TextSecond));
    QString text = figures(card);
    const QString compliance = complianceText(card);
    if (!compliance.isEmpty())
        text += u" · "_s;
    const int width = metrics.horizontalAdvance(text);
    const bool fits = width + metrics.horizontalAdvance(compliance) <= rect.width();
    if (!fits) // too narrow: first the compliance goes, then the load; never half a number
        text = metrics.horizontalAdvance(figures(card)) <= rect.width() ? figures(card)
                                                                        : m_words.duration(card.movingSeconds);
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, text);
    if (compliance.isEmpty() || !fits)
        return;
    painter.setFont(m_theme.font(TextRole::Small, QFont::Medium));
    painter.setPen(complianceColor(*card.compliancePercent));
    painter.drawText(rect.adjusted(width, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, compliance);
}

void CardPainter::drawGlyph(QPainter &painter, const QRectF &rect, const items::Card &card) const
{
    const auto at = [&rect](double x, double y) {
        return QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height());
    };
    const double off = card.planId.value.isEmpty() || !card.compliancePercent ? 100 : *card.compliancePercent;
    if (card.state == items::CardState::Missed) {
        painter.setPen(QPen(m_theme.color(Token::Bad), 1.6, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(at(0.22, 0.22), at(0.78, 0.78));
        painter.drawLine(at(0.78, 0.22), at(0.22, 0.78));
    } else if (off < lowestGood || off > highestGood) {
        const double base = off < lowestGood ? 0.3 : 0.7; // pointing down: less than planned; up: more
        const QPolygonF triangle {at(0.16, base), at(0.84, base), at(0.5, 1 - base + (base < 0.5 ? 0.06 : -0.06))};
        painter.setPen(Qt::NoPen);
        painter.setBrush(complianceColor(off));
        painter.drawPolygon(triangle);
        painter.setBrush(Qt::NoBrush);
    } else {
        painter.setPen(QPen(m_theme.color(Token::Good), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF points[] {at(0.16, 0.54), at(0.4, 0.78), at(0.86, 0.26)};
        painter.drawPolyline(points, 3);
    }
}

void CardPainter::drawMark(QPainter &painter, const QRectF &rect, store::Mark mark) const
{
    const QRectF inner = rect.adjusted(1, 1, -1, -1);
    if (mark == store::Mark::Refused) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(Token::Bad));
        painter.drawPolygon(
            QPolygonF {QPointF(inner.center().x(), inner.top()), inner.bottomRight(), inner.bottomLeft()});
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.color(Token::Surface), 1.2, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(inner.center().x(), inner.top() + 3), QPointF(inner.center().x(), inner.bottom() - 3));
        return;
    }
    if (mark == store::Mark::Conflict) { // two ways: one up, one down
        painter.setPen(QPen(m_theme.color(Token::Warning), 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const auto arrow = [&](double x, double from, double to) {
            const double barb = to < from ? 2 : -2;
            painter.drawLine(QPointF(x, from), QPointF(x, to));
            const QPointF points[] {QPointF(x - 2, to + barb), QPointF(x, to), QPointF(x + 2, to + barb)};
            painter.drawPolyline(points, 3);
        };
        arrow(inner.left() + inner.width() * 0.18, inner.bottom(), inner.top() + 1);
        arrow(inner.left() + inner.width() * 0.82, inner.top(), inner.bottom() - 1);
        return;
    }
    // A hollow arrow upwards: not yet at the service. Fuller while it is being sent.
    const Token token = mark == store::Mark::Sending ? Token::Accent
        : mark == store::Mark::Unknown               ? Token::Warning
                                                     : Token::TextThird;
    painter.setPen(QPen(m_theme.color(token), 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const double x = inner.center().x();
    painter.drawLine(QPointF(x, inner.bottom()), QPointF(x, inner.top() + 1));
    painter.drawLine(QPointF(x, inner.top() + 1), QPointF(x - 3, inner.top() + 4));
    painter.drawLine(QPointF(x, inner.top() + 1), QPointF(x + 3, inner.top() + 4));
}

}
