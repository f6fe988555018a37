// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/profilebars.h"

#include "models/workout/profile.h"

#include <QPainter>

namespace ui {

namespace {

constexpr double tallestPercent = 125; ///< of threshold: fills the height
constexpr int lowestPercent = 20;
constexpr double lowest = 2; ///< pixels
constexpr double breathFrom = 3; ///< bars wider than this leave a sliver of ground behind them

double heightOf(int percent, double whole)
{
    return std::max(lowest, whole * std::min(1.0, std::max(percent, lowestPercent) / tallestPercent));
}

}

void paintProfileBars(QPainter &painter, const QRectF &rect, const QByteArray &profile, const Theme &theme)
{
    const workout::Profile bars = workout::decode(profile);
    double total = 0;
    for (const workout::Bar &bar : bars)
        total += double(bar.seconds);
    if (total <= 0)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    double x = rect.left();
    for (const workout::Bar &bar : bars) {
        const double next = x + rect.width() * double(bar.seconds) / total;
        const double right = next - (next - x > breathFrom ? 0.5 : 0);
        const double high = heightOf(bar.startPercent, rect.height());
        painter.setBrush(theme.zone(std::max<int>(1, bar.zone)));
        if (bar.startPercent == bar.endPercent)
            painter.fillRect(QRectF(x, rect.bottom() - high, right - x, high), painter.brush()); // much the cheaper
        else
            painter.drawPolygon(QPolygonF {{x, rect.bottom()},
                {x, rect.bottom() - high},
                {right, rect.bottom() - heightOf(bar.endPercent, rect.height())},
                {right, rect.bottom()}});
        x = next;
    }
    painter.restore();
}

}
