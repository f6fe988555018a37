// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workout/workoutpainter.h"

#include "models/items/figures.h"
#include "ui/theme/tokens.h"
#include "ui/workout/builderstate.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr double dash = 4;
constexpr double knob = 3.5;

}

WorkoutPainter::WorkoutPainter(const Theme &theme, const BuilderState &state, const WorkoutWords &words)
    : m_theme(theme)
    , m_state(state)
    , m_words(words)
{
}

ChartLayout::Metrics WorkoutPainter::metrics() const
{
    const QFontMetricsF small(m_theme.font(TextRole::Small));
    return {
        small.height() + m_theme.spacing(3), small.horizontalAdvance(u"0:00:00"_s), std::max(5.0, small.height() / 3)};
}

QRectF WorkoutPainter::area(const QSizeF &size) const
{
    const QFontMetricsF small(m_theme.font(TextRole::Small));
    const double left = small.horizontalAdvance(m_words.percent(100)) + m_theme.spacing(4);
    return QRectF({}, size).adjusted(
        left, m_theme.spacing(1), -m_theme.spacing(5), -small.height() - m_theme.spacing(3));
}

const workout::ShapeStep &WorkoutPainter::stepOf(const ChartPiece &piece) const
{
    return m_state.shape().blocks.at(piece.block).steps.at(piece.step);
}

QColor WorkoutPainter::color(int zone) const
{
    return zone > 0 ? m_theme.zone(zone) : m_theme.color(Token::OtherSport);
}

QColor WorkoutPainter::inkOn(const QColor &ground) const
{
    const QColor one = m_theme.color(Token::Text);
    const QColor other = m_theme.color(Token::Surface);
    return contrast(one, ground) >= contrast(other, ground) ? one : other;
}

void WorkoutPainter::paint(QPainter &painter, const ChartScene &scene) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(TextRole::Small));
    paintLevels(painter, scene.layout);
    for (const ChartPiece &piece : scene.layout.pieces())
        paintPiece(painter, scene, piece);
    paintThreshold(painter, scene.layout);
    for (const ChartPiece &piece : scene.layout.pieces())
        paintLabel(painter, scene, piece);
    paintBrackets(painter, scene);
    paintTimes(painter, scene.layout);
    paintMarks(painter, scene);
    paintInsertion(painter, scene);
    paintGhost(painter, scene);
    paintHint(painter, scene);
}

void WorkoutPainter::paintLevels(QPainter &painter, const ChartLayout &layout) const
{
    const QRectF &plot = layout.plot();
    const double half = QFontMetricsF(painter.font()).height() / 2;
    for (const ChartTick &level : layout.levels()) {
        const double y = std::round(level.position);
        painter.fillRect(QRectF(plot.left(), y, plot.width(), 1), m_theme.color(Token::Line));
        painter.setPen(m_theme.color(level.value == 100 ? Token::TextSecond : Token::TextThird));
        painter.drawText(QRectF(0, y - half, plot.left() - m_theme.spacing(2), 2 * half),
            Qt::AlignRight | Qt::AlignVCenter,
            m_words.percent(level.value));
    }
}

void WorkoutPainter::paintTimes(QPainter &painter, const ChartLayout &layout) const
{
    const QRectF &plot = layout.plot();
    const QFontMetricsF small(painter.font());
    painter.setPen(m_theme.color(Token::TextThird));
    for (const ChartTick &time : layout.times()) {
        const QString text = items::Figures::clock(time.value);
        const double wide = small.horizontalAdvance(text);
        const double x = std::clamp(time.position - wide / 2, plot.left(), plot.right() + m_theme.spacing(4) - wide);
        painter.drawText(QPointF(x, plot.bottom() + m_theme.spacing(1) + 2 + small.ascent()), text);
    }
}

QPolygonF WorkoutPainter::outline(const ChartPiece &piece, const workout::ShapeStep &step) const
{
    const double gap = std::min(1.0, piece.box.width() / 6);
    const QRectF box = piece.box.adjusted(gap / 2, 0, -gap / 2, 0);
    const double left = step.ramp ? piece.startY : box.top();
    const double right = step.ramp ? piece.endY : box.top();
    return QPolygonF({box.bottomLeft(), {box.left(), left}, {box.right(), right}, box.bottomRight()});
}

void WorkoutPainter::paintFill(
    QPainter &painter, const ChartPiece &piece, const workout::ShapeStep &step, double faint) const
{
    const auto tint = [&](int zone, double share) { return m_theme.wash(color(zone), share * faint); };
    painter.setPen(Qt::NoPen);
    const QPolygonF whole = outline(piece, step);
    const QList<double> &bounds = m_state.shape().bounds;
    if (!step.ramp || bounds.isEmpty() || step.zone == 0 || step.start == step.end) {
        const bool range = !step.ramp && step.start != step.end;
        painter.setBrush(tint(step.zone, range ? 0.5 : step.zone > 0 ? 1 : 0.35));
        if (step.ramp)
            painter.drawPolygon(whole);
        else
            painter.fillRect(whole.boundingRect(), painter.brush()); // much the cheaper
        if (range) { // solid as far as the lower end, what lies between the ends paler
            QRectF low = whole.boundingRect();
            low.setTop(piece.startY);
            painter.fillRect(low, tint(step.zone, 1));
        }
        if (step.zone == 0) {
            painter.setBrush(QBrush(m_theme.wash(color(0), 0.6 * faint), Qt::BDiagPattern));
            painter.drawPolygon(whole);
        }
        return;
    }
    // A ramp passes through zones: each part in its own colour, split where the line crosses a bound.
    double from = 0;
    const double low = std::min(step.start, step.end);
    const double high = step.top();
    QList<double> cuts;
    for (const double bound : bounds) {
        if (bound > low && bound < high)
            cuts.append((bound - step.start) / (step.end - step.start));
    }
    cuts.append(1);
    std::ranges::sort(cuts);
    const QRectF box = whole.boundingRect();
    const auto at = [&](double share) {
        return QPointF(box.left() + box.width() * share, piece.startY + (piece.endY - piece.startY) * share);
    };
    for (const double to : std::as_const(cuts)) {
        const double middle = step.start + (step.end - step.start) * (from + to) / 2;
        int zone = 1;
        for (qsizetype i = 0; i + 1 < bounds.size() && zone < 7 && middle > bounds.at(i); ++i)
            ++zone;
        painter.setBrush(tint(zone, 1));
        painter.drawPolygon(QPolygonF({{at(from).x(), box.bottom()}, at(from), at(to), {at(to).x(), box.bottom()}}));
        from = to;
    }
}

void WorkoutPainter::paintPiece(QPainter &painter, const ChartScene &scene, const ChartPiece &piece) const
{
    const workout::ShapeStep &step = stepOf(piece);
    // Other repetitions of a repeat stand back a little: what is done to the first is done to all.
    const double faint = scene.dragged.contains(piece.line) ? 0.3 : piece.rep > 0 ? 0.72 : 1;
    paintFill(painter, piece, step, faint);
}

void WorkoutPainter::paintLabel(QPainter &painter, const ChartScene &scene, const ChartPiece &piece) const
{
    if (piece.rep > 0 || scene.dragged.contains(piece.line))
        return;
    const auto *written = m_state.script().stepAt(piece.line);
    if (!written)
        return;
    const QFontMetricsF small(painter.font());
    if (piece.box.width() < small.horizontalAdvance(u'0') + m_theme.spacing(1))
        return; // not even a digit has room; a long workout has hundreds of such
    const workout::ShapeStep &step = stepOf(piece);
    const auto &target = workout::shownTarget(*written, m_state.family());
    const QString length = WorkoutWords::length(*written);
    const double room = piece.box.width() - m_theme.spacing(1);
    const double low = std::max({piece.startY, piece.endY, piece.box.top()});
    const double tall = piece.box.bottom() - (step.ramp ? low : piece.box.top());
    QStringList lines;
    const auto fits = [&](const QString &text) { return !text.isEmpty() && small.horizontalAdvance(text) <= room; };
    if (target) {
        // The unit stands at the axis; without room for it the numbers alone will do.
        const QString whole = m_words.target(*target);
        const QString numbers = whole.section(QChar(0x00a0), 0, 0);
        if (fits(whole) || fits(numbers))
            lines << (fits(whole) ? whole : numbers);
    }
    if (fits(length))
        lines << length;
    if (fits(written->text) && lines.size() == (target ? 2 : 1))
        lines.prepend(written->text);
    if (double(lines.size()) * small.height() > tall - m_theme.spacing(1))
        lines = lines.last(
            std::clamp<qsizetype>(qsizetype((tall - m_theme.spacing(1)) / small.height()), 0, lines.size()));
    painter.setPen(inkOn(step.zone > 0 ? color(step.zone) : m_theme.color(Token::Surface)));
    double y = piece.box.bottom() - m_theme.spacing(1) - small.descent() - small.height() * double(lines.size() - 1);
    for (const QString &line : std::as_const(lines)) {
        painter.drawText(QPointF(piece.box.center().x() - small.horizontalAdvance(line) / 2, y), line);
        y += small.height();
    }
}

void WorkoutPainter::paintThreshold(QPainter &painter, const ChartLayout &layout) const
{
    const QRectF &plot = layout.plot();
    const double y = std::round(layout.y(100)) + 0.5;
    QList<QLineF> lines; // single strokes: a dashed pen over a long line is slow
    for (double x = plot.left(); x < plot.right(); x += 2 * dash)
        lines.append(QLineF(x, y, std::min(x + dash, plot.right()), y));
    painter.setPen(QPen(m_theme.color(Token::TextSecond), 1));
    painter.drawLines(lines);
    const QString text = m_words.threshold(m_state.shape(), m_state.person());
    const QFontMetricsF small(painter.font());
    const double wide = small.horizontalAdvance(text) + m_theme.spacing(2);
    const QRectF plate(plot.right() - wide, y - small.height() - 3, wide, small.height());
    QColor ground = m_theme.color(Token::Surface);
    ground.setAlphaF(0.85F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(plate, 3, 3);
    painter.setPen(m_theme.color(Token::TextSecond));
    painter.drawText(plate, Qt::AlignCenter, text);
}

void WorkoutPainter::paintBrackets(QPainter &painter, const ChartScene &scene) const
{
    const QFont bold = m_theme.font(TextRole::Small, QFont::DemiBold);
    const QFontMetricsF metrics(bold);
    for (const ChartBracket &bracket : scene.layout.brackets()) {
        const QRectF rect = bracket.rect.adjusted(1, 0, -1, 0);
        const QString text = u"%1×"_s.arg(bracket.reps);
        const double wide = metrics.horizontalAdvance(text) + m_theme.spacing(2);
        const double y = rect.center().y();
        const auto lines = m_state.script().linesOf(bracket.block);
        const bool chosen = std::ranges::all_of(lines, [&](int line) { return scene.selection.contains(line); });
        const QColor color = m_theme.color(chosen ? Token::Accent : Token::TextThird);
        painter.setPen(QPen(color, chosen ? 1.5 : 1));
        if (const double half = wide / 2; rect.width() > wide + 4) {
            painter.drawLines(QList<QLineF> {QLineF(rect.left(), y, rect.left(), y + 5),
                QLineF(rect.right(), y, rect.right(), y + 5),
                QLineF(rect.left(), y, rect.center().x() - half, y),
                QLineF(rect.center().x() + half, y, rect.right(), y)});
        }
        painter.setFont(bold);
        painter.setPen(chosen ? color : m_theme.color(Token::TextSecond));
        if (rect.width() >= metrics.horizontalAdvance(text))
            painter.drawText(rect, Qt::AlignCenter, text);
    }
    painter.setFont(m_theme.font(TextRole::Small));
}

void WorkoutPainter::paintMarks(QPainter &painter, const ChartScene &scene) const
{
    const QColor accent = m_theme.color(Token::Accent);
    const auto &pieces = scene.layout.pieces();
    for (size_t i = 0; i < pieces.size(); ++i) {
        const ChartPiece &piece = pieces[i];
        const bool chosen = scene.selection.contains(piece.line);
        const bool hovered = int(i) == scene.hovered;
        if (!chosen && !hovered)
            continue;
        const QPolygonF shape = outline(piece, stepOf(piece));
        QColor line = chosen ? accent : m_theme.color(Token::TextSecond);
        if (chosen && piece.rep > 0)
            line.setAlphaF(0.5F);
        painter.setBrush(Qt::NoBrush);
        const double wide = !chosen ? 1 : piece.line == scene.current && scene.focused ? 2.5 : 1.5;
        painter.setPen(QPen(line, std::clamp(piece.box.width() / 4, 1.0, wide)));
        painter.drawPolygon(shape);
        const bool hasKnobs = hovered || (piece.line == scene.current && piece.rep == 0);
        if (!hasKnobs || !scene.dragged.isEmpty())
            continue;
        painter.setPen(QPen(line, 1.5));
        painter.setBrush(m_theme.color(Token::Surface));
        const bool slopes = stepOf(piece).ramp;
        painter.drawEllipse(QPointF(piece.box.right(), (piece.box.bottom() + piece.box.top()) / 2), knob, knob);
        if (slopes) {
            painter.drawEllipse(QPointF(piece.box.left(), piece.startY), knob, knob);
            painter.drawEllipse(QPointF(piece.box.right(), piece.endY), knob, knob);
        } else if (piece.box.width() > 4 * knob) {
            painter.drawEllipse(QPointF(piece.box.center().x(), piece.box.top()), knob, knob);
        }
    }
}

void WorkoutPainter::paintInsertion(QPainter &painter, const ChartScene &scene) const
{
    if (!scene.insertion)
        return;
    const QRectF &plot = scene.layout.plot();
    const double x = *scene.insertion;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::Accent));
    painter.drawRoundedRect(QRectF(x - 1.5, plot.top(), 3, plot.height()), 1.5, 1.5);
    painter.drawEllipse(QPointF(x, plot.top()), 4, 4);
}

/// A small picture of what is held, at the pointer.
void WorkoutPainter::paintGhost(QPainter &painter, const ChartScene &scene) const
{
    if (scene.dragged.isEmpty())
        return;
    double wide = 0;
    for (const ChartPiece &piece : scene.layout.pieces())
        wide += piece.rep == 0 && scene.dragged.contains(piece.line) ? piece.box.width() : 0;
    const double shrink = std::min(1.0, m_theme.spacing(40) / std::max(1.0, wide)) * 0.6;
    painter.save();
    painter.setOpacity(0.75);
    double x = scene.pointer.x() - wide * shrink / 2;
    for (const ChartPiece &piece : scene.layout.pieces()) {
        if (piece.rep != 0 || !scene.dragged.contains(piece.line))
            continue;
        ChartPiece held = piece;
        const double foot = scene.pointer.y() + m_theme.spacing(6);
        const auto lifted = [&](double y) { return foot - (piece.box.bottom() - y) * 0.5; };
        held.startY = lifted(piece.startY);
        held.endY = lifted(piece.endY);
        held.box = QRectF(QPointF(x, lifted(piece.box.top())), QPointF(x + piece.box.width() * shrink, foot));
        paintFill(painter, held, stepOf(piece), 1);
        painter.setPen(QPen(m_theme.color(Token::Accent), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolygon(outline(held, stepOf(piece)));
        x = held.box.right();
    }
    painter.restore();
}

void WorkoutPainter::paintHint(QPainter &painter, const ChartScene &scene) const
{
    if (scene.hint.isEmpty())
        return;
    const QFont font = m_theme.font(TextRole::Small, QFont::Medium);
    const QFontMetricsF metrics(font);
    const QSizeF size(
        metrics.horizontalAdvance(scene.hint) + m_theme.spacing(5), metrics.height() + m_theme.spacing(3));
    const QRectF &plot = scene.layout.plot();
    QRectF rect(scene.pointer + QPointF(m_theme.spacing(3), -size.height() - m_theme.spacing(2)), size);
    rect.moveLeft(std::clamp(rect.left(), plot.left(), std::max(plot.left(), plot.right() - size.width())));
    rect.moveTop(std::max(rect.top(), plot.top()));
    QColor shade(Qt::black);
    shade.setAlphaF(0.10F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(shade);
    painter.drawRoundedRect(rect.adjusted(-1, 1, 1, 3), 7, 7);
    painter.setBrush(m_theme.color(Token::Text));
    painter.drawRoundedRect(rect, 6, 6);
    painter.setFont(font);
    painter.setPen(m_theme.color(Token::Surface));
    painter.drawText(rect, Qt::AlignCenter, scene.hint);
}

}
