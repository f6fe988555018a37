// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/calendargrid.h"
#include "ui/theme/theme.h"

#include <QPaintEvent>
#include <QPainter>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr QSize pointerSize(20, 28);
constexpr int shadowWidth = 14; ///< and the badge with the count, which reaches as far

}

void CalendarGrid::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const QRegion region = event->region();
    int bottom = 0;
    for (const VisibleRow &row : std::as_const(m_visible)) {
        if (region.intersects(QRect(0, row.top, viewport()->width(), row.height)))
            paintRow(painter, row, region);
        bottom = row.top + row.height;
    }
    if (bottom < viewport()->height())
        painter.fillRect(0, bottom, viewport()->width(), viewport()->height() - bottom, m_theme.color(Token::Window));
    if (isDragging())
        paintDrag(painter);
}

void CalendarGrid::paintRow(QPainter &painter, const VisibleRow &row, const QRegion &region)
{
    // Read before the week itself: reading one week may move the others in memory.
    const QString phaseBefore = row.row == 0 ? QString() : m_model.week(row.row - 1).week.phase;
    const items::WeekRow &week = m_model.week(row.row);
    const QRect gutter(0, row.top, m_columns.gutter(), row.height);
    if (region.intersects(gutter))
        m_cells.paintGutter(painter, gutter, m_model.weekNumber(row.row), week.week, phaseBefore != week.week.phase);
    for (int column = 0; column < 7; ++column) {
        const QRect cell = cellRect(row, column);
        if (region.intersects(cell))
            paintDay(painter, cell, week.days[size_t(column)], region);
    }
    paintBars(painter, row, region);
    if (region.intersects(cellRect(row, 7)))
        paintWeekCell(painter, row);
}

void CalendarGrid::paintDay(QPainter &painter, const QRect &cell, const items::DayCell &day, const QRegion &region)
{
    const CellLayout layout = CellLayout::of(day, cell, m_cards.metrics());
    painter.save();
    painter.setClipRect(cell, Qt::IntersectClip);
    m_cells.paintGround(painter, cell, day);
    if (day.date == m_marked)
        painter.fillRect(cell.adjusted(0, 0, -1, -1), m_theme.wash(m_theme.color(Token::Accent), 0.06));
    if (isDragging() && m_drag.target() == day.date)
        m_cells.paintTarget(painter, cell.adjusted(0, 0, -1, -1), m_drag.advice(day, m_model.today()));

    CellPainter::Form form {day.form, day.zone, false};
    if (const int index = m_timeline.indexOf(day.date); m_timeline.hasPreview() && index >= 0 && day.form) {
        const double preview = m_timeline.previewForm(index);
        form = {preview, analysis::formZone(preview, m_timeline.formAsPercent()), qRound(preview) != qRound(*day.form)};
    }
    if (region.intersects(layout.head))
        m_cells.paintHead(painter, layout.head, day, form);

    for (int i = 0; i < day.cards.size(); ++i) {
        const items::Card &card = day.cards.at(i);
        if (!region.intersects(layout.cards.at(i)))
            continue;
        if (isDragging() && m_drag.changesAnything() && !m_drag.copies() && m_drag.contains(card.id))
            m_cards.paintOrigin(painter, layout.cards.at(i), card);
        else
            m_cards.paint(painter,
                layout.cards.at(i),
                card,
                m_selection.contains(card.id) ? CardPainter::Look::Selected : CardPainter::Look::Plain);
    }
    if (isDragging() && m_drag.changesAnything()) {
        int top = layout.bottom;
        for (const DragPlan::Item &item : m_drag.landingOn(day.date)) {
            const int height = m_cards.metrics().cardHeight(!item.card.profile.isEmpty());
            m_cards.paint(
                painter, {layout.head.left(), top, layout.head.width(), height}, item.card, CardPainter::Look::Ghost);
            top += height + m_cards.metrics().gap;
        }
    }
    if (day.date == m_focusDay && hasFocus() && !isDragging()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.color(Token::Accent), 1.5));
        if (m_focusCard >= 0 && m_focusCard < layout.cards.size()) {
            const int radius = m_cards.metrics().radius + 2;
            painter.drawRoundedRect(QRectF(layout.cards.at(m_focusCard)).adjusted(-2, -2, 2, 2), radius, radius);
        } else {
            painter.drawRoundedRect(QRectF(cell).adjusted(1.5, 1.5, -2.5, -2.5), 4, 4);
        }
    }
    painter.restore();
}

void CalendarGrid::paintBars(QPainter &painter, const VisibleRow &row, const QRegion &region)
{
    const items::WeekRow &week = m_model.week(row.row);
    const CardMetrics &metrics = m_cards.metrics();
    for (int column = 0; column < 7; ++column) {
        for (const items::Bar &bar : week.days[size_t(column)].bars) {
            if (bar.fromBefore && column > 0)
                continue; // painted with its first day of this week
            int last = column;
            for (bool more = bar.goesOn; more && last < 6;) {
                const QList<items::Bar> &bars = week.days[size_t(++last)].bars;
                const auto next = std::ranges::find(bars, bar.id, &items::Bar::id);
                more = next != bars.end() && next->goesOn;
            }
            const bool openEnd = last == 6 && [&] {
                const QList<items::Bar> &bars = week.days[6].bars;
                const auto end = std::ranges::find(bars, bar.id, &items::Bar::id);
                return end != bars.end() && end->goesOn;
            }();
            const int left = m_columns.left(column) + (bar.fromBefore ? 0 : metrics.padding);
            const int right = m_columns.left(last + 1) - (openEnd ? 1 : metrics.padding);
            const int top = row.top + metrics.headHeight + bar.lane * (metrics.barHeight + metrics.gap);
            const QRect place(left, top, right - left, metrics.barHeight);
            if (!region.intersects(place))
                continue;
            const bool origin = isDragging() && !m_drag.copies() && m_drag.contains(bar.id);
            painter.setOpacity(origin ? 0.38 : 1);
            m_cells.paintBar(painter, place, bar, m_selection.contains(bar.id));
            painter.setOpacity(1);
        }
    }
}

void CalendarGrid::paintWeekCell(QPainter &painter, const VisibleRow &row)
{
    items::WeekCell week = m_model.week(row.row).week;
    const QRect cell = cellRect(row, 7);
    painter.save();
    painter.setClipRect(cell, Qt::IntersectClip);
    DragPlan::WeekDelta delta;
    double ramp = 0;
    if (isDragging()) {
        delta = m_drag.deltaOf(week.first);
        const int end = m_timeline.indexOf(week.first.addDays(6));
        if (m_timeline.hasPreview() && end >= 0) {
            week.form = m_timeline.previewForm(end);
            ramp = m_timeline.previewPoints()[size_t(end)].ctl - m_timeline.points()[size_t(end)].ctl;
        }
    }
    m_cells.paintWeek(painter, cell, week, delta, ramp);
    painter.restore();
}

QRect CalendarGrid::floatingRect() const
{
    return isDragging() ? QRect(m_pointer - m_grip, m_floatingSize) : QRect();
}

QString CalendarGrid::hintText() const
{
    if (!m_guestHint.isEmpty())
        return m_guestHint;
    if (!m_drag.target().isValid())
        return tr("Drop on a day");
    const int count = int(m_drag.items().size());
    const QString text = m_drag.isOfGuests()
        ? m_words.planHint(count, m_drag.target())
        : m_words.moveHint(count, m_drag.target(), m_drag.offset(), m_drag.copies());
    switch (m_drag.advice(m_model.day(m_drag.target()), m_model.today())) {
    case DragPlan::Advice::Past:
        return tr("%1 · in the past").arg(text);
    case DragPlan::Advice::OffDay:
        return tr("%1 · day off").arg(text);
    default:
        return text;
    }
}

QString CalendarGrid::hintMore() const
{
    if (m_drag.isOfGuests())
        return {};
    const int staying = int(m_selection.size() - m_drag.items().size());
    if (staying > 0)
        return tr("%1 stay").arg(staying);
    return m_drag.copies() ? QString() : tr("Ctrl copy");
}

QRect CalendarGrid::hintRect() const
{
    if (!isDragging())
        return {};
    const QRect floating = m_floatingSize.isEmpty() ? QRect(m_pointer, pointerSize) : floatingRect();
    QRect hint({floating.left() + floating.width() / 2, floating.bottom() + m_theme.spacing(2)},
        m_cells.hintSize(hintText(), hintMore()));
    const QRect area = viewport()->rect().adjusted(4, 4, -4, -4);
    if (hint.bottom() > area.bottom())
        hint.moveBottom(floating.top() - m_theme.spacing(2));
    hint.moveLeft(std::clamp(hint.left(), area.left(), std::max(area.left(), area.right() - hint.width())));
    return hint;
}

QPixmap CalendarGrid::floatingPicture(qreal ratio)
{
    const QRect card({shadowWidth, shadowWidth}, m_floatingSize);
    QPixmap picture((m_floatingSize + QSize(2 * shadowWidth, 2 * shadowWidth)) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int spread = 6; spread > 0; --spread) { // a soft shadow, only under what floats
        QColor shade(Qt::black);
        shade.setAlphaF(m_theme.scheme() == Theme::Scheme::Dark ? 0.07F : 0.022F);
        painter.setBrush(shade);
        painter.drawRoundedRect(
            QRectF(card).adjusted(-spread, -spread + 4, spread, spread + 4), 6 + spread, 6 + spread);
    }
    m_cards.paint(painter, card, m_drag.grabbed().card, CardPainter::Look::Floating);
    if (m_drag.items().size() > 1) {
        const QString count = m_words.number(int(m_drag.items().size()));
        painter.setFont(m_theme.font(TextRole::Small, QFont::DemiBold));
        const int size = painter.fontMetrics().height() + 4;
        QRect badge({}, QSize(std::max(size, painter.fontMetrics().horizontalAdvance(count) + 10), size));
        badge.moveTopLeft({card.right() - size / 2, card.top() - size / 2});
        badge.moveRight(std::min(badge.right(), card.right() + shadowWidth - 1));
        painter.setBrush(m_theme.color(Token::Accent));
        painter.drawRoundedRect(badge, size / 2.0, size / 2.0);
        painter.setPen(m_theme.color(Token::OnAccent));
        painter.drawText(badge, Qt::AlignCenter, count);
    }
    return picture;
}

void CalendarGrid::paintDrag(QPainter &painter)
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    // What comes from another window brings its own picture along.
    if (m_floatingSize.isEmpty()) {
        m_cells.paintHint(painter, hintRect(), hintText(), hintMore());
        return;
    }
    if (m_floating.isNull() || m_floating.devicePixelRatio() != ratio)
        m_floating = floatingPicture(ratio);
    painter.drawPixmap(floatingRect().topLeft() - QPoint(shadowWidth, shadowWidth), m_floating);
    m_cells.paintHint(painter, hintRect(), hintText(), hintMore());
}

void CalendarGrid::updateDrag(const QRect &floatingBefore, const QRect &hintBefore)
{
    const auto around = [](const QRect &floating, const QRect &hint) {
        return floating.adjusted(-shadowWidth, -shadowWidth, shadowWidth, shadowWidth)
            .united(hint.adjusted(-2, -2, 2, 4));
    };
    const QRect before = hintBefore.isEmpty() ? QRect() : around(floatingBefore, hintBefore);
    const QRect after = around(floatingRect(), hintRect());
    // One rectangle is painted much faster than a region of many.
    if (before.intersects(after)) {
        viewport()->update(before.united(after));
    } else {
        viewport()->update(before);
        viewport()->update(after);
    }
}

std::vector<CalendarGrid::Figures> CalendarGrid::previewedFigures() const
{
    std::vector<Figures> list;
    const auto formAt = [this](int index) {
        return m_timeline.hasPreview() ? m_timeline.previewForm(index) : m_timeline.form(index);
    };
    for (const VisibleRow &row : m_visible) {
        const items::WeekCell &week = m_model.week(row.row).week;
        for (int column = 0; column < 7; ++column) {
            const int index = m_timeline.indexOf(m_model.dayAt(row.row, column));
            const double form = index >= 0 ? formAt(index) : 0;
            list.push_back({double(qRound(form)), double(analysis::formZone(form, m_timeline.formAsPercent()))});
        }
        const int end = m_timeline.indexOf(week.first.addDays(6));
        const double form = end >= 0 ? formAt(end) : 0;
        const auto points = m_timeline.hasPreview() ? m_timeline.previewPoints() : m_timeline.points();
        const double ctl = end >= 0 ? points[size_t(end)].ctl : 0;
        const double ramp = end >= 0 ? week.ramp + ctl - m_timeline.points()[size_t(end)].ctl : 0;
        const DragPlan::WeekDelta delta = m_drag.deltaOf(week.first);
        list.push_back({double(qRound(form)),
            double(qRound(ctl * 10)),
            double(qRound(ramp * 10)),
            double(delta.seconds),
            double(delta.load),
            delta.metres});
    }
    return list;
}

void CalendarGrid::updateAfterTarget(QDate before, const std::vector<Figures> &figuresBefore)
{
    QRegion region;
    const int offsetBefore = before.isValid() ? int(m_drag.grabbed().day.daysTo(before)) : 0;
    for (const DragPlan::Item &item : m_drag.items()) {
        region += dayRect(item.day);
        region += dayRect(item.day.addDays(offsetBefore));
        region += dayRect(item.day.addDays(m_drag.offset()));
    }
    // Form and sums may change everywhere, but most of them round to what stands there.
    const std::vector<Figures> figures = previewedFigures();
    size_t next = 0;
    for (const VisibleRow &row : std::as_const(m_visible)) {
        for (int column = 0; column <= 7; ++column, ++next) {
            if (next < figuresBefore.size() && figures.at(next) == figuresBefore.at(next))
                continue;
            const QRect cell = cellRect(row, column);
            region += column < 7 ? QRect(cell.topLeft(), QSize(cell.width(), m_cards.metrics().headHeight)) : cell;
        }
    }
    viewport()->update(region);
}

}
