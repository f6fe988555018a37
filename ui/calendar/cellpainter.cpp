// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/cellpainter.h"

#include "ui/calendar/targetwords.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <algorithm>
#include <array>
#include <numeric>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int thinBar = 3;

}

QColor CellPainter::zoneColor(analysis::FormZone zone) const
{
    switch (zone) {
    case analysis::FormZone::HighRisk:
        return m_theme.color(Token::Bad);
    case analysis::FormZone::Optimal:
        return m_theme.color(Token::Good);
    case analysis::FormZone::Grey:
        return m_theme.color(Token::TextThird);
    case analysis::FormZone::Fresh:
        return m_theme.color(Token::Accent);
    case analysis::FormZone::Transition:
        break;
    }
    return m_theme.color(Token::Warning);
}

void CellPainter::paintGround(QPainter &painter, const QRect &cell, const items::DayCell &day) const
{
    const bool weekend = day.date.dayOfWeek() >= Qt::Saturday;
    painter.fillRect(cell, m_theme.color(weekend ? Token::WeekendWash : Token::Surface));
    painter.fillRect(cell.right(), cell.top(), 1, cell.height(), m_theme.color(Token::Line));
    painter.fillRect(cell.left(), cell.bottom(), cell.width(), 1, m_theme.color(Token::Line));
}

void CellPainter::paintHead(QPainter &painter, const QRect &head, const items::DayCell &day, const Form &form) const
{
    QString text = m_words.number(day.date.day());
    if (day.date.day() == 1)
        text = m_words.locale().toString(day.date, u"d MMM"_s);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont font = m_theme.font(TextRole::Small, day.today || day.date.day() == 1 ? QFont::DemiBold : QFont::Normal);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    int left = head.left() + 2 + metrics.horizontalAdvance(text);
    int right = head.right() + 1;
    if (day.today) {
        const int height = metrics.height() + 2;
        const int width = std::max(height + 8, metrics.horizontalAdvance(text) + 12);
        const QRectF pill(head.left(), head.top() + (head.height() - height) / 2.0, width, height);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(Token::Accent));
        painter.drawRoundedRect(pill, height / 2.0, height / 2.0);
        painter.setPen(m_theme.color(Token::OnAccent));
        painter.drawText(pill, Qt::AlignCenter, text);
        left = head.left() + width;
    } else {
        painter.setPen(m_theme.color(Token::Text));
        painter.drawText(head.adjusted(2, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
    }
    if (form.value) {
        const double dot = m_theme.spacing(1) + 2;
        const QRectF place(head.right() + 1 - dot, head.top() + (head.height() - dot) / 2.0, dot, dot);
        painter.setPen(Qt::NoPen);
        painter.setBrush(zoneColor(form.zone));
        painter.drawEllipse(place);
        painter.setFont(m_theme.font(TextRole::Small, form.changed ? QFont::DemiBold : QFont::Normal));
        painter.setPen(m_theme.color(form.changed ? Token::Text : Token::TextThird));
        const QString figure = qRound(*form.value) > 0 ? m_words.signedNumber(*form.value) : m_words.number(*form.value);
        right -= int(dot) + m_theme.spacing(1);
        painter.drawText(QRect(head.left(), head.top(), right - head.left(), head.height()), Qt::AlignRight | Qt::AlignVCenter, figure);
        right -= painter.fontMetrics().horizontalAdvance(figure);
    }
    if (day.weather)
        paintWeather(painter, {left, head.top(), right - left, head.height()}, *day.weather);
    painter.restore();
}

/// The sky, and the degrees where there is room for them.
void CellPainter::paintWeather(QPainter &painter, const QRect &room, const items::DayWeather &weather) const
{
    static const std::array<QString, 4> icons {u"sun"_s, u"cloud"_s, u"rain"_s, u"snow"_s}; // in the order of items::Sky
    const int gap = m_theme.spacing(2);
    const int side = QFontMetrics(m_theme.font(TextRole::Small)).height();
    if (room.width() < side + 2 * gap)
        return;
    const QColor quiet = m_theme.color(Token::TextThird);
    const QPixmap icon = m_theme.pixmap(icons[size_t(weather.sky)], quiet, side, painter.device()->devicePixelRatioF());
    painter.drawPixmap(room.left() + gap, room.top() + (room.height() - side) / 2, icon);
    painter.setFont(m_theme.font(TextRole::Small));
    const int left = room.left() + gap + side + m_theme.spacing(1);
    if (left + painter.fontMetrics().horizontalAdvance(weather.degrees) + gap > room.right())
        return;
    painter.setPen(quiet);
    painter.drawText(QRect(left, room.top(), room.right() - left, room.height()), Qt::AlignLeft | Qt::AlignVCenter, weather.degrees);
}

QColor CellPainter::barColor(const items::Bar &bar) const
{
    switch (bar.category) {
    case domain::Category::RaceA:
    case domain::Category::RaceB:
    case domain::Category::RaceC:
        return m_theme.color(Token::Race);
    case domain::Category::Sick:
    case domain::Category::Injured:
        return m_theme.color(Token::Bad);
    case domain::Category::Holiday:
        return m_theme.color(Token::Swim);
    default:
        return m_theme.color(Token::TextSecond);
    }
}

void CellPainter::paintBar(QPainter &painter, const QRect &rect, const items::Bar &bar, bool selected) const
{
    const QColor color = barColor(bar);
    const bool race = domain::isRace(bar.category);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(selected ? QPen(m_theme.color(Token::Accent), 1.5) : QPen(Qt::NoPen));
    painter.setBrush(selected ? m_theme.color(Token::AccentWash) : m_theme.wash(color, race ? 0.2 : 0.12));
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.spacing(1), m_theme.spacing(1));
    QRect text = rect.adjusted(m_theme.spacing(2), 0, -m_theme.spacing(2), 0);
    if (race) {
        // The flag of a race day
        const double x = text.left() + 0.5;
        const double top = text.center().y() - 5;
        painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(x, top), QPointF(x, top + 10));
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPolygon(QPolygonF {QPointF(x, top), QPointF(x + 8, top + 1), QPointF(x + 6, top + 3.5), QPointF(x + 8, top + 6), QPointF(x, top + 6)});
        text.setLeft(text.left() + 12);
    }
    const QFont font = m_theme.font(TextRole::Small, race ? QFont::DemiBold : QFont::Normal);
    painter.setFont(font);
    painter.setPen(race || bar.category == domain::Category::Sick || bar.category == domain::Category::Injured
            ? color : m_theme.color(Token::Text));
    QString words = bar.text;
    if (race)
        words.prepend(QChar(u'A' + int(bar.category) - int(domain::Category::RaceA)) + u" "_s);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(font).elidedText(words, Qt::ElideRight, text.width()));
    painter.restore();
}

void CellPainter::paintGutter(QPainter &painter, const QRect &rect, int weekNumber, const items::WeekCell &week, bool phaseBegins) const
{
    painter.fillRect(rect, m_theme.color(Token::Window));
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, m_theme.color(Token::Line));
    painter.fillRect(rect.right(), rect.top(), 1, rect.height(), m_theme.color(Token::Line));
    const QFont font = m_theme.font(TextRole::Small);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    painter.setPen(m_theme.color(Token::TextThird));
    painter.drawText(rect.adjusted(m_theme.spacing(1), 6, -1, 0), Qt::AlignHCenter | Qt::AlignTop, m_words.number(weekNumber));
    if (week.phase.isEmpty())
        return;
    const QColor phase(week.phaseColor);
    painter.fillRect(rect.left(), rect.top(), m_theme.spacing(1), rect.height(), phase.isValid() ? phase : m_theme.color(Token::Accent));
    if (!phaseBegins)
        return;
    painter.save();
    const int from = rect.top() + metrics.height() + m_theme.spacing(3);
    painter.translate(rect.center().x() + m_theme.spacing(1) / 2 + metrics.ascent() / 2 - 1, from);
    painter.rotate(-90);
    const int room = rect.bottom() - from - m_theme.spacing(1);
    painter.drawText(QRect(-room, -metrics.ascent(), room, metrics.height()), Qt::AlignRight | Qt::AlignTop,
        metrics.elidedText(week.phase, Qt::ElideRight, room));
    painter.restore();
}

void CellPainter::paintLine(QPainter &painter, const QRect &rect, const Line &line) const
{
    const QFont quiet = m_theme.font(TextRole::Small);
    const QFont strong = m_theme.font(TextRole::Small, QFont::DemiBold);
    int right = rect.right() + 1;
    const auto put = [&](const QString &text, const QFont &font, const QColor &color) {
        if (text.isEmpty())
            return;
        const int width = QFontMetrics(font).horizontalAdvance(text);
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(QRect(right - width, rect.top(), width + 1, rect.height()), Qt::AlignLeft | Qt::AlignVCenter, text);
        right -= width;
    };
    if (!line.delta.isEmpty()) {
        put(line.delta, strong, line.deltaColor);
        right -= m_theme.spacing(1);
    }
    put(line.rest, quiet, m_theme.color(Token::TextThird));
    put(line.value, strong, m_theme.color(Token::Text));
    const QRect left(rect.left(), rect.top(), right - rect.left() - m_theme.spacing(1), rect.height());
    painter.setFont(quiet);
    painter.setPen(m_theme.color(Token::TextSecond));
    painter.drawText(left, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(quiet).elidedText(line.label, Qt::ElideRight, left.width()));
}

void CellPainter::paintGoalBar(QPainter &painter, const QRect &track, double share) const
{
    painter.fillRect(track, m_theme.color(Token::Line));
    const QColor color = m_theme.color(share >= 1 ? Token::Good : Token::Accent);
    painter.fillRect(QRect(track.left(), track.top(), int(track.width() * std::min(1.0, share)), track.height()), color);
}

void CellPainter::paintThinBar(QPainter &painter, const QRect &track, double done, double planned) const
{
    painter.fillRect(track, m_theme.color(Token::Line));
    const double most = std::max(done, planned);
    if (most <= 0)
        return;
    const QColor accent = m_theme.color(Token::Accent);
    painter.fillRect(QRect(track.left(), track.top(), int(track.width() * planned / most), track.height()), m_theme.wash(accent, 0.35));
    painter.fillRect(QRect(track.left(), track.top(), int(track.width() * done / most), track.height()), accent);
}

void CellPainter::paintZoneBar(QPainter &painter, const QRect &track, const std::array<int, 7> &seconds) const
{
    const int total = std::accumulate(seconds.begin(), seconds.end(), 0);
    double x = track.left();
    for (size_t i = 0; i < seconds.size(); ++i) {
        const double next = x + double(track.width()) * seconds[i] / std::max(1, total);
        painter.fillRect(QRectF(x, track.top(), next - x, track.height()), m_theme.zone(int(i) + 1));
        x = next;
    }
}

/// Each target with its main figure; the others stand in the tip.
void CellPainter::addTargets(QList<Line> &lines, const items::WeekCell &week) const
{
    const TargetWords words(m_words);
    for (const items::WeekTarget &target : week.targets) {
        Line line {.label = words.name(target.sport)};
        if (const auto figure = words.main(target)) {
            line.value = figure->done;
            line.rest = u" / "_s + figure->wanted;
            line.delta = figure->reached ? u"✓"_s : QString();
            line.deltaColor = m_theme.color(Token::Good);
            line.under = Line::Under::Goal;
            line.done = figure->share;
        }
        lines.append(line);
    }
}

QList<CellPainter::Line> CellPainter::weekLines(const items::WeekCell &week, const DragPlan::WeekDelta &delta, double rampDelta) const
{
    const auto signColor = [this](double value) { return m_theme.color(value < 0 ? Token::Bad : Token::Good); };
    const auto of = [](const QString &planned) { return u" / "_s + planned; };
    const int planned = week.plannedSeconds + delta.seconds;
    const int load = week.plannedLoad + delta.load;
    const bool zones = std::ranges::any_of(week.zoneSeconds, [](int seconds) { return seconds > 0; });
    QList<Line> lines;
    lines.append({CalendarWords::tr("Time"), week.doneSeconds > 0 ? m_words.duration(week.doneSeconds) : m_words.none(),
        of(planned > 0 ? m_words.duration(planned) : m_words.none()),
        delta.seconds != 0 ? m_words.signedDuration(delta.seconds) : QString(), signColor(delta.seconds), Line::Under::Sums,
        double(week.doneSeconds), double(planned)});
    lines.append({CalendarWords::tr("Load"), week.doneLoad > 0 ? m_words.number(week.doneLoad) : m_words.none(),
        of(load > 0 ? m_words.number(load) : m_words.none()),
        delta.load != 0 ? m_words.signedNumber(delta.load) : QString(), signColor(delta.load),
        zones ? Line::Under::Zones : Line::Under::Sums, double(week.doneLoad), double(load)});
    addTargets(lines, week);
    const double distance = week.plannedMetres + delta.metres;
    if (week.doneMetres > 0 || distance > 0) {
        lines.append({CalendarWords::tr("Distance"), week.doneMetres > 0 ? m_words.distance(week.doneMetres) : m_words.none(),
            distance > 0 && week.doneMetres <= 0 ? of(m_words.distance(distance)) : QString(), {}, {}});
    }
    if (week.end) {
        const double ramp = week.ramp + rampDelta;
        const bool flat = std::abs(ramp) < 0.05;
        lines.append({CalendarWords::tr("Fitness"), m_words.number(week.end->ctl + rampDelta, 1), {},
            flat ? m_words.number(0, 1) : m_words.signedNumber(ramp, 1), flat ? m_theme.color(Token::TextThird) : signColor(ramp)});
        lines.append({CalendarWords::tr("Form"), qRound(week.form) > 0 ? m_words.signedNumber(week.form) : m_words.number(week.form), {}, {}, {}});
    }
    for (const QString &note : week.notes)
        lines.append({note, {}, {}, {}, {}});
    return lines;
}

void CellPainter::paintWeek(QPainter &painter, const QRect &rect, const items::WeekCell &week,
    const DragPlan::WeekDelta &delta, double rampDelta) const
{
    painter.fillRect(rect, m_theme.color(Token::Window));
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, m_theme.color(Token::Line));
    const int lineHeight = QFontMetrics(m_theme.font(TextRole::Small)).height();
    const QRect inner = rect.adjusted(m_theme.spacing(3), 6, -m_theme.spacing(3), -m_theme.spacing(2));
    const QList<Line> lines = weekLines(week, delta, rampDelta);
    int top = inner.top();
    for (int i = 0; i < lines.size() && top + lineHeight <= inner.bottom(); ++i) {
        const Line &line = lines.at(i);
        paintLine(painter, {inner.left(), top, inner.width(), lineHeight}, line);
        top += lineHeight + 2;
        if (line.under == Line::Under::Nothing)
            continue;
        const QRect track(inner.left(), top, inner.width(), thinBar);
        if (line.under == Line::Under::Zones)
            paintZoneBar(painter, track, week.zoneSeconds);
        else if (line.under == Line::Under::Goal)
            paintGoalBar(painter, track, line.done);
        else
            paintThinBar(painter, track, line.done, line.wanted);
        top += thinBar + m_theme.spacing(1);
    }
}

void CellPainter::paintTarget(QPainter &painter, const QRect &cell, DragPlan::Advice advice) const
{
    if (advice == DragPlan::Advice::Nothing)
        return;
    const QColor color = m_theme.color(advice == DragPlan::Advice::Fits ? Token::Good : Token::Warning);
    QColor ground = color;
    ground.setAlphaF(0.1F);
    painter.fillRect(cell, ground);
    painter.setPen(QPen(color, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(cell).adjusted(1, 1, -1, -1));
}

QSize CellPainter::hintSize(const QString &text, const QString &more) const
{
    const QFontMetrics metrics(m_theme.font(TextRole::Small, QFont::Medium));
    return {metrics.horizontalAdvance(text) + metrics.horizontalAdvance(more) + m_theme.spacing(7), metrics.height() + m_theme.spacing(3)};
}

void CellPainter::paintHint(QPainter &painter, const QRect &rect, const QString &text, const QString &more) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ground = m_theme.color(Token::Text);
    QColor shade(Qt::black);
    shade.setAlphaF(0.10F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(shade);
    painter.drawRoundedRect(rect.adjusted(-1, 1, 1, 3), 7, 7);
    painter.setBrush(ground);
    painter.drawRoundedRect(rect, 6, 6);
    const QRect inner = rect.adjusted(m_theme.spacing(3), 0, -m_theme.spacing(2), 0);
    const QFont font = m_theme.font(TextRole::Small, QFont::Medium);
    painter.setFont(font);
    painter.setPen(m_theme.color(Token::Surface));
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, text);
    QColor quiet = m_theme.color(Token::Surface);
    quiet.setAlphaF(0.7F);
    painter.setPen(quiet);
    painter.setFont(m_theme.font(TextRole::Small));
    painter.drawText(inner.adjusted(QFontMetrics(font).horizontalAdvance(text) + m_theme.spacing(2), 0, 0, 0),
        Qt::AlignLeft | Qt::AlignVCenter, more);
    painter.restore();
}

}
