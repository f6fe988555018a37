// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sparkchart.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace ui {

SparkChart::SparkChart(const Theme &theme, Look look, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_look(look)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void SparkChart::setSeries(const DaySeries &series)
{
    m_series = series;
    update();
}

void SparkChart::setTips(std::function<QString(QDate, double)> tips)
{
    m_tips = std::move(tips);
}

QSize SparkChart::sizeHint() const
{
    const int line = QFontMetrics(m_theme.font(TextRole::Small)).height();
    return {m_theme.spacing(60), m_look == Look::Bars ? m_theme.spacing(15) : line + 4};
}

QSize SparkChart::minimumSizeHint() const
{
    return {m_theme.spacing(30), sizeHint().height()};
}

QColor SparkChart::scaleColor(const Theme &theme, int value)
{
    switch (value) {
    case 1:
        return theme.wash(theme.color(Token::Good), 0.3);
    case 2:
        return theme.wash(theme.color(Token::Good), 0.12);
    case 3:
        return theme.wash(theme.color(Token::Warning), 0.3);
    default:
        return theme.wash(theme.color(Token::Bad), 0.38);
    }
}

QRectF SparkChart::cell(std::size_t index) const
{
    const double each = double(width()) / std::max<double>(1, double(m_series.values.size()));
    return {each * double(index), 0, each, double(height())};
}

void SparkChart::paintBars(QPainter &painter) const
{
    double high = 0;
    for (const double value : m_series.values) {
        if (!std::isnan(value))
            high = std::max(high, value);
    }
    if (high <= 0)
        return;
    const QColor quiet = m_theme.wash(m_theme.color(Token::Accent), 0.45);
    painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i < m_series.values.size(); ++i) {
        const double value = m_series.values[i];
        if (std::isnan(value))
            continue;
        const QRectF box = cell(i);
        const double gap = std::clamp(box.width() * 0.2, 1.0, 4.0);
        const double tall = std::max(1.0, (box.height() - 4) * value / high);
        painter.setBrush(i + 1 == m_series.values.size() ? m_theme.color(Token::Accent) : quiet);
        painter.drawRoundedRect(QRectF(box.left() + gap / 2, box.bottom() - tall, box.width() - gap, tall), 1.5, 1.5);
    }
}

void SparkChart::paintSquares(QPainter &painter) const
{
    painter.setFont(m_theme.font(TextRole::Small));
    const bool legible = cell(0).width() >= QFontMetricsF(painter.font()).horizontalAdvance(QLatin1Char('0')) + 3;
    for (std::size_t i = 0; i < m_series.values.size(); ++i) {
        const QRectF box = cell(i).adjusted(0.5, 1, -1, -1);
        const double value = m_series.values[i];
        painter.setPen(Qt::NoPen);
        if (std::isnan(value)) {
            painter.setBrush(m_theme.color(Token::Line));
            painter.drawEllipse(box.center(), 1, 1);
            continue;
        }
        const int grade = qRound(value);
        painter.setBrush(scaleColor(m_theme, grade));
        painter.drawRoundedRect(box, 2, 2);
        if (legible) {
            painter.setPen(m_theme.color(Token::Text));
            painter.drawText(box, Qt::AlignCenter, QString::number(grade));
        }
    }
}

void SparkChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_look == Look::Bars)
        paintBars(painter);
    else
        paintSquares(painter);
}

bool SparkChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_series.values.empty())
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const auto index
        = std::clamp<qsizetype>(qsizetype(help->pos().x() / cell(0).width()), 0, qsizetype(m_series.values.size()) - 1);
    const double value = m_series.values[std::size_t(index)];
    if (m_tips && !std::isnan(value))
        QToolTip::showText(help->globalPos(), m_tips(m_series.first.addDays(index), value).toHtmlEscaped(), this);
    else
        QToolTip::hideText();
    return true;
}

}
