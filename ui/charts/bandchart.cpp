// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/bandchart.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double dotRadius = 1.8;
constexpr double lastRadius = 3;
constexpr double lineWidth = 1.6;

}

BandChart::BandChart(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void BandChart::setSeries(const DaySeries &series)
{
    m_series = series;
    update();
}

void BandChart::setInk(Token line)
{
    m_ink = line;
    update();
}

void BandChart::setTips(std::function<QString(QDate, double)> tips)
{
    m_tips = std::move(tips);
}

void BandChart::setScaleText(std::function<QString(double)> text)
{
    m_scaleText = std::move(text);
    update();
}

QSize BandChart::sizeHint() const
{
    return {m_theme.spacing(60), m_theme.spacing(15)};
}

QSize BandChart::minimumSizeHint() const
{
    return {m_theme.spacing(30), m_theme.spacing(15)};
}

QRectF BandChart::plot() const
{
    const double figures = QFontMetricsF(m_theme.font(TextRole::Small)).horizontalAdvance(QLatin1Char('0')) * 6;
    return QRectF(rect()).adjusted(lastRadius + 1, lastRadius + 2, -figures, -lastRadius - 2);
}

std::pair<double, double> BandChart::extent() const
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    const auto take = [&low, &high](double value) {
        if (!std::isnan(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    };
    std::for_each(m_series.values.begin(), m_series.values.end(), take);
    std::for_each(m_series.means.begin(), m_series.means.end(), take);
    if (m_series.band) {
        take(m_series.band->first);
        take(m_series.band->second);
    }
    if (low > high)
        return {0, 1};
    return high - low < 1e-9 ? std::pair(low - 1, high + 1) : std::pair(low, high);
}

double BandChart::x(std::size_t index) const
{
    const QRectF area = plot();
    const double steps = std::max<double>(1, double(m_series.values.size()) - 1);
    return area.left() + area.width() * double(index) / steps;
}

double BandChart::y(double value) const
{
    const QRectF area = plot();
    const auto [low, high] = extent();
    return area.bottom() - area.height() * (value - low) / (high - low);
}

void BandChart::paintBand(QPainter &painter) const
{
    if (!m_series.band)
        return;
    const auto [low, high] = *m_series.band;
    const QRectF area = plot();
    painter.fillRect(QRectF(QPointF(area.left(), y(high)), QPointF(area.right(), y(low))),
        m_theme.wash(m_theme.color(Token::Good), 0.13));
    if (!m_scaleText)
        return;
    painter.setFont(m_theme.font(TextRole::Small));
    painter.setPen(m_theme.color(Token::TextThird));
    const double line = QFontMetricsF(painter.font()).height();
    // The two figures keep clear of each other when the band is thin.
    const double middle = (y(low) + y(high)) / 2;
    const double top = std::min(y(high), middle - line / 2);
    const double bottom = std::max(y(low), middle + line / 2);
    const QRectF side(area.right() + 6, 0, width() - area.right() - 6, line);
    if (m_scaleText(low) == m_scaleText(high)) {
        painter.drawText(side.translated(0, middle - line / 2), Qt::AlignLeft | Qt::AlignVCenter, m_scaleText(low));
        return;
    }
    painter.drawText(side.translated(0, top - line / 2), Qt::AlignLeft | Qt::AlignVCenter, m_scaleText(high));
    painter.drawText(side.translated(0, bottom - line / 2), Qt::AlignLeft | Qt::AlignVCenter, m_scaleText(low));
}

void BandChart::paintMean(QPainter &painter) const
{
    QList<QLineF> lines;
    for (std::size_t i = 1; i < m_series.means.size(); ++i) {
        if (!std::isnan(m_series.means[i - 1]) && !std::isnan(m_series.means[i]))
            lines.append(QLineF(x(i - 1), y(m_series.means[i - 1]), x(i), y(m_series.means[i])));
    }
    painter.setPen(QPen(m_theme.color(m_ink), lineWidth, Qt::SolidLine, Qt::RoundCap));
    painter.drawLines(lines);
}

void BandChart::paintDots(QPainter &painter) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.wash(m_theme.color(Token::TextSecond), 0.8));
    for (std::size_t i = 0; i + 1 < m_series.values.size(); ++i) {
        if (!std::isnan(m_series.values[i]))
            painter.drawEllipse(QPointF(x(i), y(m_series.values[i])), dotRadius, dotRadius);
    }
    if (m_series.values.empty() || std::isnan(m_series.values.back()))
        return;
    painter.setPen(QPen(m_theme.color(Token::Surface), 1));
    painter.setBrush(m_theme.color(m_ink));
    painter.drawEllipse(QPointF(x(m_series.values.size() - 1), y(m_series.values.back())), lastRadius, lastRadius);
}

void BandChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBand(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    paintMean(painter);
    paintDots(painter);
}

bool BandChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_series.values.empty())
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const double step = x(1) - x(0);
    const auto index = std::clamp<qsizetype>(
        qRound((help->pos().x() - x(0)) / std::max(step, 1.0)), 0, qsizetype(m_series.values.size()) - 1);
    const double value = m_series.values[std::size_t(index)];
    if (m_tips && !std::isnan(value))
        QToolTip::showText(help->globalPos(), m_tips(m_series.first.addDays(index), value).toHtmlEscaped(), this);
    else
        QToolTip::hideText();
    return true;
}

}
