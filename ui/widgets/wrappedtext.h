// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>

class QPainter;
class QRect;

namespace ui {

/// How high the text is in a width, broken between words where that is possible.
[[nodiscard]] int wrappedHeight(const QString &text, const QFont &font, int width);
/// Draws it from the top of the place, in the painter's pen; the side is left or right.
void drawWrapped(QPainter &painter, const QRect &place, Qt::Alignment side, const QFont &font, const QString &text);

}
