// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QRectF>

class QPainter;

namespace ui {

/// Draws the steps of a workout as bars in the colours of their zones; nothing for bytes that are no profile.
void paintProfileBars(QPainter &painter, const QRectF &rect, const QByteArray &profile, const Theme &theme);

}
