// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/tracepaint.h"

#include <algorithm>
#include <cmath>

using analysis::TimeWindow;
using analysis::TraceColumn;

namespace ui {

namespace {

/// A piece of a column between two heights in pixels; nothing if the first is below the second.
struct Extent {
    float top = 1;
    float bottom = 0;

    [[nodiscard]] bool isEmpty() const { return !(top <= bottom); }
    void take(const Extent &other)
    {
        if (other.isEmpty())
            return;
        top = isEmpty() ? other.top : std::min(top, other.top);
        bottom = std::max(bottom, other.bottom);
    }
};

void take(TraceColumn &column, float value)
{
    if (column.isEmpty()) {
        column = {value, value, value, value, false};
        return;
    }
    column.low = std::min(column.low, value);
    column.high = std::max(column.high, value);
    column.last = value;
}

/// Leaves in each column the part of the straight piece that lies in it.
void foldIn(const analysis::TraceSegment &piece, const TimeWindow &window, std::span<TraceColumn> columns)
{
    const double scale = double(columns.size()) / window.length();
    const double from = (double(piece.fromSeconds) - window.from) * scale;
    const double to = (double(piece.toSeconds) - window.from) * scale;
    const double most = double(columns.size()) - 1;
    const auto first = std::size_t(std::clamp(std::floor(from), 0.0, most));
    const auto last = std::size_t(std::clamp(std::floor(to), 0.0, most));
    if (to < 0 || from > most + 1)
        return;
    const double slope = to > from ? (double(piece.toValue) - double(piece.fromValue)) / (to - from) : 0;
    for (std::size_t i = first; i <= last; ++i) {
        const double enters = std::max(from, double(i));
        const double leaves = std::min(to, double(i) + 1);
        take(columns[i], float(double(piece.fromValue) + slope * (enters - from)));
        take(columns[i], float(double(piece.fromValue) + slope * (leaves - from)));
    }
}

/// Some recorders write only every few seconds: the columns between two samples of one trace are filled.
void bridge(std::span<TraceColumn> columns)
{
    std::size_t before = columns.size();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].isEmpty())
            continue;
        if (columns[i].joined && before < i) {
            const float from = columns[before].last;
            const float step = (columns[i].first - from) / float(i - before);
            for (std::size_t between = before + 1; between < i; ++between) {
                const float value = from + step * float(between - before);
                columns[between] = {value, value, value, value, true};
            }
        }
        before = i;
    }
}

/// The heights of the line in each column, drawn to its neighbour on the left where they belong together.
std::vector<Extent> extents(
    const QRect &area, std::span<const TraceColumn> columns, const analysis::ValueRange &range, double width)
{
    const float bottom = float(area.y() + area.height());
    const float scale = float(area.height()) / std::max(1e-6F, range.high - range.low);
    const auto y = [&](float value) { return bottom - (std::clamp(value, range.low, range.high) - range.low) * scale; };
    const float half = float(width) / 2;
    std::vector<Extent> heights(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const TraceColumn &column = columns[i];
        if (column.isEmpty())
            continue;
        float low = column.low;
        float high = column.high;
        if (column.joined && i > 0 && !columns[i - 1].isEmpty()) {
            low = std::min(low, columns[i - 1].last);
            high = std::max(high, columns[i - 1].last);
        }
        heights[i] = {std::max(float(area.y()), y(high) - half), std::min(bottom, y(low) + half)};
    }
    return heights;
}

/// Steep pieces are as wide as flat ones: every column also shows its neighbours.
void widen(std::vector<Extent> &heights, int width)
{
    for (std::size_t i = 0; i + std::size_t(width) <= heights.size(); ++i) {
        for (int by = 1; by < width; ++by)
            heights[i].take(heights[i + std::size_t(by)]);
    }
}

QRgb blended(QRgb ground, QRgb ink, int share) // 0 to 256
{
    const auto channel = [share](int below, int above) { return below + (((above - below) * share) >> 8); };
    return qRgb(
        channel(qRed(ground), qRed(ink)), channel(qGreen(ground), qGreen(ink)), channel(qBlue(ground), qBlue(ink)));
}

/// The pixels of an opaque image by row and column.
class Canvas
{
public:
    explicit Canvas(QImage &image)
        : m_pixels(reinterpret_cast<QRgb *>(image.bits()))
        , m_stride(image.bytesPerLine() / qsizetype(sizeof(QRgb)))
        , m_size(image.size())
    {
    }

    void column(int x, const Extent &extent, QRgb ink)
    {
        if (extent.isEmpty() || x < 0 || x >= m_size.width())
            return;
        const float top = std::clamp(extent.top, 0.0F, float(m_size.height()));
        const float bottom = std::clamp(extent.bottom, 0.0F, float(m_size.height()));
        const int first = int(std::ceil(top));
        const int last = int(std::floor(bottom)); // exclusive
        if (first > last) { // within one pixel
            part(x, last, bottom - top, ink);
            return;
        }
        part(x, first - 1, float(first) - top, ink);
        QRgb *pixel = m_pixels + qsizetype(first) * m_stride + x;
        for (int y = first; y < last; ++y, pixel += m_stride)
            *pixel = ink;
        part(x, last, bottom - float(last), ink);
    }

private:
    void part(int x, int y, float share, QRgb ink)
    {
        if (y < 0 || y >= m_size.height() || !(share > 0))
            return;
        QRgb &pixel = m_pixels[qsizetype(y) * m_stride + x];
        pixel = blended(pixel, ink, int(share * 256));
    }

    QRgb *m_pixels;
    qsizetype m_stride;
    QSize m_size;
};

}

std::vector<TraceColumn> traceColumns(std::span<const float> seconds,
    std::span<const float> values,
    const TimeWindow &window,
    double longestStep,
    int count)
{
    std::vector<TraceColumn> columns(std::size_t(std::max(0, count)));
    if (columns.empty() || !(window.length() > 0))
        return columns;
    if (analysis::samplesWithin(seconds, window).count() >= columns.size()) {
        analysis::decimate(seconds, values, window, longestStep, columns);
        bridge(columns);
        return columns;
    }
    for (const analysis::TraceSegment &piece : analysis::segments(seconds, values, window, longestStep))
        foldIn(piece, window, columns);
    return columns;
}

void drawTrace(QImage &image,
    const QRect &area,
    std::span<const TraceColumn> columns,
    const analysis::ValueRange &range,
    const QColor &ink,
    double width)
{
    std::vector<Extent> heights = extents(area, columns, range, width);
    widen(heights, std::max(1, int(std::lround(width * 0.75))));
    Canvas canvas(image);
    for (std::size_t i = 0; i < heights.size(); ++i)
        canvas.column(area.x() + int(i), heights[i], ink.rgb());
}

void fillTrace(QImage &image,
    const QRect &area,
    std::span<const TraceColumn> columns,
    const analysis::ValueRange &range,
    const QColor &ink)
{
    Canvas canvas(image);
    const std::vector<Extent> heights = extents(area, columns, range, 0);
    for (std::size_t i = 0; i < heights.size(); ++i) {
        if (!heights[i].isEmpty())
            canvas.column(area.x() + int(i), {heights[i].top, float(area.y() + area.height())}, ink.rgb());
    }
}

}
