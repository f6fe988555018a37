// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/metrictile.h"

#include <QFontMetricsF>
#include <QPainter>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

MetricTile::MetricTile(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::MinimumExpanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &MetricTile::refresh);
}

void MetricTile::setLabel(const QString &label)
{
    m_label = label;
    refresh();
}

void MetricTile::setValue(const QString &value, const QString &unit)
{
    m_value = value;
    m_unit = value.isEmpty() ? QString() : unit;
    refresh();
}

void MetricTile::setNote(const QString &note, Token token)
{
    m_note = note;
    m_noteToken = token;
    refresh();
}

void MetricTile::setValueToken(Token token)
{
    m_valueToken = token;
    update();
}

QSize MetricTile::sizeHint() const
{
    const QFontMetricsF small(m_theme.font(TextRole::Small));
    const QFontMetricsF big(m_theme.font(TextRole::Metric));
    double value = big.horizontalAdvance(m_value.isEmpty() ? u"–"_s : m_value);
    if (!m_unit.isEmpty())
        value += m_theme.spacing(1) + small.horizontalAdvance(m_unit);
    const double width = std::max({value, small.horizontalAdvance(m_label), small.horizontalAdvance(m_note)});
    return QSizeF(std::ceil(width) + 2, std::ceil(small.height() * 2 + big.height()) + 2).toSize();
}

QSize MetricTile::minimumSizeHint() const
{
    return sizeHint();
}

void MetricTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QFont smallFont = m_theme.font(TextRole::Small);
    const QFontMetricsF small(smallFont);
    const QFontMetricsF big(m_theme.font(TextRole::Metric));
    const bool mirrored = isRightToLeft();
    const auto start = [&](double x, double advance) { return mirrored ? width() - x - advance : x; };

    painter.setFont(smallFont);
    painter.setPen(m_theme.color(Token::TextThird));
    painter.drawText(QPointF(start(0, small.horizontalAdvance(m_label)), small.ascent()), m_label);

    const double baseline = small.height() + 1 + big.ascent();
    const QString value = m_value.isEmpty() ? u"–"_s : m_value;
    const double advance = big.horizontalAdvance(value);
    painter.setFont(m_theme.font(TextRole::Metric));
    painter.setPen(m_theme.color(m_value.isEmpty() ? Token::TextThird : m_valueToken));
    painter.drawText(QPointF(start(0, advance), baseline), value);

    painter.setFont(smallFont);
    if (!m_unit.isEmpty()) {
        painter.setPen(m_theme.color(Token::TextThird));
        const double gap = advance + m_theme.spacing(1);
        painter.drawText(QPointF(start(gap, small.horizontalAdvance(m_unit)), baseline), m_unit);
    }
    painter.setPen(m_theme.color(m_noteToken));
    const double last = small.height() + big.height() + 2 + small.ascent();
    painter.drawText(QPointF(start(0, small.horizontalAdvance(m_note)), last), m_note);
}

void MetricTile::refresh()
{
    const QString value = m_value.isEmpty() ? u"–"_s : m_value;
    setAccessibleName(u"%1 %2 %3 %4"_s.arg(m_label, value, m_unit, m_note).simplified());
    updateGeometry();
    update();
}

}
