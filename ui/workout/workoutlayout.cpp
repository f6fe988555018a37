// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workout/workoutlayout.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {

namespace {

constexpr double least = 120; ///< the scale reaches above the threshold, whatever is drawn
constexpr double leastAboveFoot = 110;
constexpr double highestFoot = 50;
constexpr double roomAtFoot = 15; ///< % below the easiest step
constexpr double most = 260; ///< what is higher is cut: else one sprint would press everything else flat
constexpr double air = 1.12; ///< above the highest step
constexpr qsizetype mostPieces = 3000;
constexpr double leastLevelGap = 28;

/// The step between ticks that leaves each label its room.
int tickStep(double secondsPerPixel, double label)
{
    static constexpr std::array steps {15, 30, 60, 120, 300, 600, 900, 1200, 1800, 3600, 7200, 14400};
    const auto fits = std::ranges::find_if(steps, [&](int step) { return step / secondsPerPixel >= label * 1.7; });
    return fits != steps.end() ? *fits : 28800;
}

/// Nobody's heart stands still: heart rate and pace have no use for the lower half of the scale, where nothing ever is.
double footOf(const workout::Shape &shape)
{
    if (shape.family == workout::Family::Power)
        return 0;
    double easiest = 1000;
    for (const workout::ShapeBlock &block : shape.blocks) {
        for (const workout::ShapeStep &step : block.steps)
            easiest = std::min({easiest, step.start, step.end});
    }
    return std::clamp(std::floor((easiest - roomAtFoot) / 10) * 10, 0.0, highestFoot);
}

}

ChartLayout::ChartLayout(
    const workout::Shape &shape, const QRectF &area, bool unrolled, const Metrics &metrics, std::optional<Units> units)
    : m_metrics(metrics)
    , m_plot(area.adjusted(0, metrics.bracket, 0, 0))
{
    qsizetype count = 0;
    qint64 once = 0;
    for (const workout::ShapeBlock &block : shape.blocks) {
        count += block.steps.size() * block.reps;
        once += block.seconds();
    }
    const bool all = unrolled && count <= mostPieces;
    const qint64 drawn = all ? shape.seconds() : once;
    const double foot = footOf(shape);
    const double top = foot + (shape.top() - foot) * air;
    m_units = units.value_or(Units {std::max(1.0, double(drawn)) / std::max(1.0, m_plot.width()),
        foot,
        std::clamp(std::ceil(top / 5) * 5, foot > 0 ? leastAboveFoot : least, most)});
    place(shape, all);
    addTimes(shape, drawn == shape.seconds());
    addLevels();
}

double ChartLayout::y(double percent) const
{
    const double shown = std::clamp(percent, m_units.lowest, m_units.highest) - m_units.lowest;
    return m_plot.bottom() - shown / (m_units.highest - m_units.lowest) * m_plot.height();
}

double ChartLayout::percentPerPixel() const
{
    return (m_units.highest - m_units.lowest) / std::max(1.0, m_plot.height());
}

void ChartLayout::place(const workout::Shape &shape, bool unrolled)
{
    double second = 0; // of what is drawn
    double elapsed = 0; // of what is done
    int number = 0;
    const auto x = [this](double at) { return m_plot.left() + at / m_units.secondsPerPixel; };
    for (int index = 0; index < shape.blocks.size(); ++index) {
        const workout::ShapeBlock &block = shape.blocks.at(index);
        m_gaps.push_back({{index, {}}, x(second)});
        const double left = x(second);
        const double begun = elapsed;
        for (int rep = 0; rep < (unrolled ? block.reps : 1); ++rep) {
            for (int step = 0; step < block.steps.size(); ++step) {
                const workout::ShapeStep &drawn = block.steps.at(step);
                ChartPiece piece {drawn.line, index, step, rep, number + step + 1, elapsed};
                piece.startY = y(drawn.start);
                piece.endY = y(drawn.end);
                piece.ramp = drawn.ramp;
                const double top = std::min(piece.startY, piece.endY);
                piece.box = QRectF(QPointF(x(second), top), QPointF(x(second + drawn.seconds), m_plot.bottom()));
                if (block.repeat && rep == 0 && block.steps.size() > 1)
                    m_gaps.push_back({{index, step}, piece.box.left()});
                second += drawn.seconds;
                elapsed += drawn.seconds;
                m_pieces.push_back(piece);
            }
            if (block.repeat && rep == 0)
                m_gaps.push_back({{index, int(block.steps.size())}, x(second)});
        }
        number += int(block.steps.size());
        elapsed = begun + double(block.seconds()) * block.reps;
        if (block.repeat)
            m_brackets.push_back({index,
                block.reps,
                QRectF(left, m_plot.top() - m_metrics.bracket, x(second) - left, m_metrics.bracket)});
    }
    m_gaps.push_back({{int(shape.blocks.size()), {}}, x(second)});
}

void ChartLayout::addTimes(const workout::Shape &shape, bool straight)
{
    if (m_pieces.empty())
        return;
    if (straight) {
        const int step = tickStep(m_units.secondsPerPixel, m_metrics.axisLabel);
        for (int second = 0; second <= shape.seconds(); second += step)
            m_times.push_back({m_plot.left() + second / m_units.secondsPerPixel, second});
        return;
    }
    // Where repeats are drawn once, time leaps: only where a block begins is it known.
    double free = -1e9;
    int block = -1;
    for (const ChartPiece &piece : m_pieces) {
        if (piece.block == block)
            continue;
        block = piece.block;
        if (piece.box.left() < free)
            continue;
        m_times.push_back({piece.box.left(), int(piece.startSecond)});
        free = piece.box.left() + m_metrics.axisLabel * 1.7;
    }
}

void ChartLayout::addLevels()
{
    static constexpr std::array steps {10, 25, 50};
    const auto fits
        = std::ranges::find_if(steps, [this](int step) { return step / percentPerPixel() >= leastLevelGap; });
    const int step = m_units.lowest == 0 ? std::max(25, fits != steps.end() ? *fits : 100)
        : fits != steps.end()            ? *fits
                                         : 100;
    for (int percent = int(m_units.lowest); percent < m_units.highest; percent += step)
        m_levels.push_back({y(percent), percent});
}

ChartHit ChartLayout::hit(QPointF at) const
{
    using Handle = ChartHit::Handle;
    for (const ChartBracket &bracket : m_brackets) {
        if (bracket.rect.contains(at))
            return {Handle::Bracket, -1, bracket.block};
    }
    if (!m_plot.adjusted(-m_metrics.reach, 0, m_metrics.reach, 1).contains(at))
        return {};
    const auto after
        = std::ranges::upper_bound(m_pieces, at.x(), {}, [](const ChartPiece &piece) { return piece.box.left(); });
    auto found = after == m_pieces.begin() ? after : after - 1;
    if (found == m_pieces.end())
        return {};
    const auto reach = [this](const ChartPiece &piece) { return std::min(m_metrics.reach, piece.box.width() / 4); };
    // The first pixels of a step still hold the right edge of the one before.
    if (found != m_pieces.begin() && at.x() - found->box.left() < reach(*found)) {
        const auto before = found - 1;
        if (at.y() > before->box.top())
            found = before;
    }
    const ChartPiece &piece = *found;
    ChartHit hit {Handle::None, int(found - m_pieces.begin()), piece.block};
    if (at.x() > piece.box.right() + m_metrics.reach)
        return {};
    const bool isRange = !piece.ramp && piece.startY != piece.endY;
    const double share = std::clamp((at.x() - piece.box.left()) / std::max(1.0, piece.box.width()), 0.0, 1.0);
    const double top = piece.box.top();
    const double line = piece.startY + (piece.endY - piece.startY) * share;
    if (at.y() > top + m_metrics.reach && at.x() > piece.box.right() - reach(piece))
        hit.handle = Handle::RightEdge;
    else if (piece.ramp && std::abs(at.y() - line) <= m_metrics.reach && share < 0.34)
        hit.handle = Handle::RampStart;
    else if (piece.ramp && std::abs(at.y() - line) <= m_metrics.reach && share > 0.66)
        hit.handle = Handle::RampEnd;
    else if (std::abs(at.y() - (piece.ramp ? line : top)) <= m_metrics.reach)
        hit.handle = Handle::Top;
    else if (isRange && std::abs(at.y() - piece.startY) <= m_metrics.reach)
        hit.handle = Handle::LowEnd;
    else if (at.y() > (piece.ramp ? line : top))
        hit.handle = Handle::Body;
    else
        return {};
    return hit;
}

const ChartPiece *ChartLayout::pieceOf(int line) const
{
    const auto found = std::ranges::find(m_pieces, line, &ChartPiece::line);
    return found != m_pieces.end() ? &*found : nullptr;
}

std::optional<ChartGap> ChartLayout::gapAt(double x, const workout::Script &script, const QList<int> &lines) const
{
    std::optional<ChartGap> nearest;
    for (const ChartGap &gap : m_gaps) {
        if (!nearest || std::abs(gap.x - x) < std::abs(nearest->x - x))
            nearest = gap;
    }
    if (!nearest)
        return {};
    // At the same x there may be the end of a repeat and the place behind it: the side of the pointer decides.
    std::vector<ChartGap> there;
    for (const ChartGap &gap : m_gaps) {
        if (std::abs(gap.x - nearest->x) < 0.5)
            there.push_back(gap);
    }
    if (x > nearest->x)
        std::ranges::reverse(there);
    const auto wanted
        = std::ranges::find_if(there, [&](const ChartGap &gap) { return workout::canMove(script, lines, gap.gap); });
    return wanted != there.end() ? std::optional(*wanted) : std::nullopt;
}

}
