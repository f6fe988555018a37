// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/streamlayout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ui {

double StreamLayout::x(double seconds) const
{
    return plot.left() + plot.width() * (seconds - window.from) / std::max(window.length(), 1e-6);
}

double StreamLayout::seconds(double x) const
{
    return window.from + window.length() * (x - plot.left()) / std::max(plot.width(), 1.0);
}

double StreamLayout::y(const QRectF &track, const analysis::ValueRange &range, double value)
{
    const double span = std::max(1e-9, double(range.high) - double(range.low));
    return track.bottom() - track.height() * (value - double(range.low)) / span;
}

StreamLayout layoutStreams(
    const QSizeF &size, const StreamMetrics &metrics, const QList<int> &shares, const analysis::TimeWindow &window)
{
    StreamLayout layout;
    layout.window = window;
    const double left = std::ceil(metrics.figures);
    const double bottom = std::ceil(metrics.line + metrics.gap);
    layout.plot = QRectF(left,
        std::ceil(metrics.top),
        std::max(1.0, std::floor(size.width() - left - metrics.edge)),
        std::max(1.0, std::floor(size.height() - metrics.top - bottom)));
    const int all = std::max(1, std::accumulate(shares.begin(), shares.end(), 0));
    const double room = std::max(
        double(shares.size()), layout.plot.height() - metrics.gap * double(std::max<qsizetype>(0, shares.size() - 1)));
    double top = layout.plot.top();
    for (const int share : shares) {
        const double next = top + room * share / all;
        layout.tracks.append(
            QRectF(layout.plot.left(), std::round(top), layout.plot.width(), std::round(next) - std::round(top)));
        top = next + metrics.gap;
    }
    return layout;
}

analysis::TimeWindow clampedWindow(const analysis::TimeWindow &window, const analysis::TimeWindow &whole, double least)
{
    const double length = std::clamp(window.length(), std::min(least, whole.length()), whole.length());
    const double middle = (window.from + window.to) / 2;
    const double wanted = length == window.length() ? window.from : middle - length / 2;
    const double from = std::clamp(wanted, whole.from, whole.to - length);
    return {from, from + length};
}

analysis::TimeWindow zoomedWindow(const analysis::TimeWindow &window, double factor, double at)
{
    return {at - (at - window.from) * factor, at + (window.to - at) * factor};
}

}
