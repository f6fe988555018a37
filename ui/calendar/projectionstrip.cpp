// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/projectionstrip.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int daysBefore = 28;
constexpr int daysAfter = 56;
constexpr double dash = 5;
constexpr double dashGap = 3;

/// Cuts a segment into dashes, carrying the pattern over from segment to segment: a dashed pen over a long path is
/// slow, single short lines are not.
void addDashes(QList<QLineF> &lines, const QLineF &segment, double &phase)
{
    const double length = segment.length();
    double at = 0;
    while (at < length) {
        const double within = std::fmod(phase, dash + dashGap);
        const bool drawn = within < dash;
        const double step = std::min((drawn ? dash : dash + dashGap) - within, length - at);
        if (drawn)
            lines.append({segment.pointAt(at / length), segment.pointAt((at + step) / length)});
        at += std::max(step, 0.01);
        phase += std::max(step, 0.01);
    }
}

}

ProjectionStrip::ProjectionStrip(
    items::FitnessTimeline &timeline, Theme &theme, const CalendarWords &words, QWidget *parent)
    : QWidget(parent)
    , m_timeline(timeline)
    , m_theme(theme)
    , m_words(words)
    , m_cells(theme, words)
    , m_day(timeline.today())
{
    setObjectName(u"projection-strip"_s);
    setAccessibleName(tr("Fitness projection"));
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    const auto repaint = [this] { update(); };
    connect(&m_timeline, &items::FitnessTimeline::changed, this, repaint);
    connect(&m_timeline, &items::FitnessTimeline::previewChanged, this, repaint);
    connect(&m_theme, &Theme::changed, this, repaint);
}

QSize ProjectionStrip::sizeHint() const
{
    return {800, m_theme.spacing(43)};
}

QSize ProjectionStrip::minimumSizeHint() const
{
    return {300, m_theme.spacing(24)};
}

void ProjectionStrip::setRange(const domain::DateRange &days)
{
    if (days.isEmpty())
        return;
    m_days = {days.first.addDays(-daysBefore), days.last.addDays(daysAfter)};
    m_timeline.ensure(m_days);
    update();
}

void ProjectionStrip::setRaces(const QList<Race> &races)
{
    m_races = races;
    update();
}

void ProjectionStrip::setDay(QDate day)
{
    m_day = day;
    update();
}

void ProjectionStrip::markDay(QDate day)
{
    if (day == m_marked)
        return;
    m_marked = day;
    update();
}

double ProjectionStrip::value(Curve curve, int index, bool preview) const
{
    const analysis::FitnessPoint &point
        = preview ? m_timeline.previewPoints()[size_t(index)] : m_timeline.points()[size_t(index)];
    switch (curve) {
    case Curve::Fitness:
        return point.ctl;
    case Curve::Fatigue:
        return point.atl;
    case Curve::Form:
        break;
    }
    return analysis::formOf(point, m_timeline.formAsPercent());
}

double ProjectionStrip::x(QDate day) const
{
    return m_plot.left()
        + (double(m_days.first.daysTo(day)) + 0.5) * m_plot.width() / double(std::max<qint64>(1, m_days.days()));
}

QDate ProjectionStrip::dayAt(double at) const
{
    const double share = (at - m_plot.left()) / std::max(1.0, m_plot.width());
    return share < 0 || share >= 1 ? QDate() : m_days.first.addDays(qint64(share * double(m_days.days())));
}

void ProjectionStrip::prepare()
{
    const double legend = QFontMetrics(m_theme.font(TextRole::Small)).height() + m_theme.spacing(4);
    m_plot = QRectF(rect()).adjusted(
        m_theme.spacing(11), legend + m_theme.spacing(2), -m_theme.spacing(4), -m_theme.spacing(2));
    const double upper = m_plot.height() * 0.56;
    m_levels.area = QRectF(m_plot.left(), m_plot.top(), m_plot.width(), upper);
    m_form.area = QRectF(m_plot.left(),
        m_plot.top() + upper + m_theme.spacing(2),
        m_plot.width(),
        m_plot.height() - upper - m_theme.spacing(2));
    double low = 1e9;
    double high = -1e9;
    double lowForm = -35;
    double highForm = 15;
    m_mostLoad = 50;
    for (QDate day = m_days.first; day <= m_days.last; day = day.addDays(1)) {
        const int index = m_timeline.indexOf(day);
        if (index < 0 || !m_timeline.known(index))
            continue;
        for (const bool preview : {false, true}) {
            if (preview && !m_timeline.hasPreview())
                continue;
            for (const Curve curve : {Curve::Fitness, Curve::Fatigue}) {
                low = std::min(low, value(curve, index, preview));
                high = std::max(high, value(curve, index, preview));
            }
            lowForm = std::min(lowForm, value(Curve::Form, index, preview));
            highForm = std::max(highForm, value(Curve::Form, index, preview));
        }
        const float load = m_timeline.done()[size_t(index)] + m_timeline.planned()[size_t(index)];
        m_mostLoad = std::max(m_mostLoad, double(load));
    }
    const double margin = std::max(2.0, (high - low) * 0.06);
    m_levels.low = low > high ? 0 : low - margin;
    m_levels.high = low > high ? 1 : high + margin;
    m_form.low = std::max(lowForm - 3, -80.0);
    m_form.high = std::min(highForm + 3, 60.0);
}

void ProjectionStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Surface));
    painter.fillRect(0, 0, width(), 1, m_theme.color(Token::Line));
    if (m_days.isEmpty())
        return;
    prepare();
    painter.setRenderHint(QPainter::Antialiasing);
    paintLegend(painter);
    painter.save();
    painter.setClipRect(m_plot.adjusted(-1, -m_theme.spacing(3), 1, 1));
    paintZones(painter);
    paintLoads(painter);
    paintMarks(painter);
    const bool preview = m_timeline.hasPreview();
    for (const Curve curve : {Curve::Form, Curve::Fatigue, Curve::Fitness}) {
        if (preview)
            paintCurve(painter, curve, false, true);
        paintCurve(painter, curve, preview, false);
    }
    painter.restore();
    paintTicks(painter);
}

void ProjectionStrip::paintZones(QPainter &painter) const
{
    const bool percent = m_timeline.formAsPercent();
    double from = m_form.low;
    for (const analysis::FormZone zone : {analysis::FormZone::HighRisk,
             analysis::FormZone::Optimal,
             analysis::FormZone::Grey,
             analysis::FormZone::Fresh,
             analysis::FormZone::Transition}) {
        const double to = std::min(analysis::upperBound(zone, percent), m_form.high);
        if (to <= from)
            continue;
        const double top = m_form.y(to);
        const QColor ground = m_theme.wash(m_cells.zoneColor(zone), zone == analysis::FormZone::Optimal ? 0.11 : 0.05);
        if (zone != analysis::FormZone::Grey)
            painter.fillRect(QRectF(m_plot.left(), top, m_plot.width(), m_form.y(from) - top), ground);
        from = to;
    }
    painter.fillRect(QRectF(m_plot.left(), std::round(m_form.y(0)), m_plot.width(), 1), m_theme.color(Token::Line));
}

void ProjectionStrip::paintLoads(QPainter &painter) const
{
    const double step = m_plot.width() / double(std::max<qint64>(1, m_days.days()));
    const double wide = std::clamp(step * 0.55, 1.0, 9.0);
    const double tallest = m_plot.height() * 0.42;
    const QColor solid = m_theme.wash(m_theme.color(Token::TextThird), 0.32);
    const QColor outline = m_theme.wash(m_theme.color(Token::TextThird), 0.42);
    for (QDate day = m_days.first; day <= m_days.last; day = day.addDays(1)) {
        const int index = m_timeline.indexOf(day);
        if (index < 0)
            continue;
        const double done = m_timeline.done()[size_t(index)] / m_mostLoad * tallest;
        const double planned = m_timeline.planned()[size_t(index)] / m_mostLoad * tallest;
        const double left = x(day) - wide / 2;
        if (done > 0)
            painter.fillRect(QRectF(left, m_plot.bottom() - done, wide, done), solid);
        if (planned > 0) {
            painter.setPen(QPen(outline, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(QRectF(
                std::floor(left) + 0.5, std::floor(m_plot.bottom() - done - planned) + 0.5, std::floor(wide), planned));
        }
    }
}

void ProjectionStrip::paintCurve(QPainter &painter, Curve curve, bool preview, bool quiet) const
{
    const Scale &scale = curve == Curve::Form ? m_form : m_levels;
    const bool percent = m_timeline.formAsPercent();
    QMap<int, QList<QLineF>> byZone; // form changes its colour with its zone; the others use one entry
    double phase = 0;
    for (QDate day = m_days.first; day < m_days.last; day = day.addDays(1)) {
        const int index = m_timeline.indexOf(day);
        if (index < 0 || !m_timeline.known(index) || index + 1 >= int(m_timeline.points().size()))
            continue;
        const double next = value(curve, index + 1, preview);
        const QLineF segment(x(day), scale.y(value(curve, index, preview)), x(day.addDays(1)), scale.y(next));
        QList<QLineF> &lines = byZone[curve == Curve::Form ? int(analysis::formZone(next, percent)) : 0];
        if (day < m_timeline.today())
            lines.append(segment);
        else
            addDashes(lines, segment, phase);
    }
    const double width = curve == Curve::Fatigue ? 1.3 : 1.8;
    for (auto lines = byZone.begin(); lines != byZone.end(); ++lines) {
        QColor color = curve == Curve::Fitness ? m_theme.color(Token::Fitness)
            : curve == Curve::Fatigue          ? m_theme.color(Token::Fatigue)
                                               : m_cells.zoneColor(analysis::FormZone(lines.key()));
        if (quiet)
            color = m_theme.wash(m_theme.color(Token::TextThird), 0.55);
        // Square ends join the segments as round ones do at this width, and cost half.
        painter.setPen(QPen(color, quiet ? 1 : width, Qt::SolidLine, Qt::SquareCap));
        painter.drawLines(*lines);
    }
}

void ProjectionStrip::paintMarks(QPainter &painter) const
{
    const QFont font = m_theme.font(TextRole::Small);
    painter.setFont(font);
    const double top = m_plot.top() - m_theme.spacing(2);
    const QDate marked = m_timeline.hasPreview() ? m_day : m_marked;
    const bool marks = marked.isValid() && m_days.contains(marked);
    const auto vertical = [&](QDate day, const QColor &color, const QString &text) {
        if (!m_days.contains(day))
            return;
        const double at = std::round(x(day));
        painter.fillRect(QRectF(at, top, 1, m_plot.bottom() - top), color);
        painter.setPen(color);
        const int gap = m_theme.spacing(1);
        const int wide = QFontMetrics(font).horizontalAdvance(text);
        const bool crossed = marks && marked > day && x(marked) < at + 2 * gap + wide;
        const bool room = !crossed && at + gap + wide <= m_plot.right();
        painter.drawText(QPointF(room ? at + gap : at - gap - wide, top + QFontMetrics(font).ascent() - 1), text);
    };
    if (marks)
        painter.fillRect(QRectF(std::round(x(marked)), top, 1, m_plot.bottom() - top), m_theme.color(Token::TextThird));
    for (const Race &race : m_races)
        vertical(race.day, m_theme.color(Token::Race), race.main ? tr("⚑ %1").arg(race.name) : u"⚑"_s);
    vertical(m_timeline.today(), m_theme.color(Token::Accent), tr("today"));
}

void ProjectionStrip::paintTicks(QPainter &painter) const
{
    painter.setFont(m_theme.font(TextRole::Small));
    painter.setPen(m_theme.color(Token::TextThird));
    const int height = painter.fontMetrics().height();
    const auto tick = [&](const Scale &scale, double value) {
        if (value < scale.low || value > scale.high)
            return;
        painter.drawText(QRectF(0, scale.y(value) - height / 2.0, m_plot.left() - m_theme.spacing(2), height),
            Qt::AlignRight | Qt::AlignVCenter,
            m_words.number(value));
    };
    const double step = m_levels.high - m_levels.low > 60 ? 40 : 20;
    for (double value = std::ceil(m_levels.low / step) * step; value <= m_levels.high; value += step)
        tick(m_levels, value);
    tick(m_form, 0);
    tick(m_form, -30);
}

void ProjectionStrip::mouseMoveEvent(QMouseEvent *event)
{
    const QDate day = dayAt(event->position().x());
    markDay(day);
    Q_EMIT dayHovered(day);
}

void ProjectionStrip::mousePressEvent(QMouseEvent *event)
{
    const QDate day = dayAt(event->position().x());
    if (event->button() == Qt::LeftButton && day.isValid())
        Q_EMIT dayClicked(day);
}

void ProjectionStrip::leaveEvent(QEvent *)
{
    markDay({});
    Q_EMIT dayHovered({});
}

}
