// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/librarylayout.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// Figures are written whole, so a fraction of a pixel must not be missing.
int widthOf(const QFont &font, const QString &text)
{
    return int(std::ceil(QFontMetricsF(font).horizontalAdvance(text))) + 1;
}

QRect mirroredIn(const QRect &row, const QRect &rect, bool mirrored)
{
    if (!mirrored || rect.isEmpty())
        return rect;
    return {row.left() + row.right() - rect.right(), rect.top(), rect.width(), rect.height()};
}

}

LibraryMetrics::LibraryMetrics(const Theme &theme)
    : side(theme.spacing(3))
    , gap(theme.spacing(2))
    , icon(theme.spacing(4))
    , nameHeight(QFontMetrics(theme.font(TextRole::Body)).height())
    , smallHeight(QFontMetrics(theme.font(TextRole::Small)).height())
    , profileHeight(theme.spacing(7) / 2)
    , timeWidth(widthOf(theme.font(TextRole::Small), u"10h00"_s))
    , loadWidth(widthOf(theme.font(TextRole::Small, QFont::DemiBold), u"888"_s))
    , chevron(theme.spacing(3))
{
}

int LibraryMetrics::smallWidth(const Theme &theme, const QString &text)
{
    return text.isEmpty() ? 0 : widthOf(theme.font(TextRole::Small), text);
}

int LibraryMetrics::lowerHeight() const
{
    return std::max(smallHeight, profileHeight);
}

int LibraryMetrics::workoutHeight() const
{
    return nameHeight + lowerHeight() + 2 * gap - gap / 4;
}

int LibraryMetrics::folderHeight() const
{
    return std::max(nameHeight, icon) + gap + gap / 2;
}

int LibraryMetrics::sectionHeight(bool first) const
{
    return smallHeight + (first ? gap : 2 * gap);
}

WorkoutRowLayout layoutWorkout(const QRect &row, const LibraryMetrics &m, int noteWidth, bool marked, bool mirrored)
{
    const int lower = m.lowerHeight();
    const int top = row.top() + (row.height() - m.nameHeight - lower) / 2;
    const int left = row.left() + m.side + m.chevron + m.gap;
    const int right = row.left() + row.width() - m.side;
    WorkoutRowLayout at;
    at.icon = {left, top + (m.nameHeight - m.icon) / 2, m.icon, m.icon};
    const int textLeft = left + m.icon + m.gap;
    int end = right;
    if (noteWidth > 0) {
        at.note = {end - noteWidth, top, noteWidth, m.nameHeight};
        end = at.note.left() - m.gap;
    }
    if (marked) {
        at.mark = {end - m.chevron, top + (m.nameHeight - m.chevron) / 2, m.chevron, m.chevron};
        end = at.mark.left() - m.gap / 2;
    }
    at.name = {textLeft, top, std::max(0, end - textLeft), m.nameHeight};
    const int below = top + m.nameHeight;
    at.load = {right - m.loadWidth, below, m.loadWidth, lower};
    at.time = {at.load.left() - m.gap - m.timeWidth, below, m.timeWidth, lower};
    at.profile = {textLeft,
        below + (lower - m.profileHeight) / 2,
        std::max(0, at.time.left() - m.gap / 2 - textLeft),
        m.profileHeight};
    for (QRect *rect : {&at.icon, &at.name, &at.note, &at.mark, &at.profile, &at.time, &at.load})
        *rect = mirroredIn(row, *rect, mirrored);
    return at;
}

FolderRowLayout layoutFolder(const QRect &row, const LibraryMetrics &m, int countWidth, bool marked, bool mirrored)
{
    const auto centred
        = [&row](int x, int size) { return QRect(x, row.top() + (row.height() - size) / 2, size, size); };
    const int right = row.left() + row.width() - m.side;
    FolderRowLayout at;
    at.chevron = centred(row.left() + m.side, m.chevron);
    at.icon = centred(at.chevron.left() + m.chevron + m.gap, m.icon);
    at.count = {right - countWidth, row.top(), countWidth, row.height()};
    int end = at.count.left() - m.gap;
    if (marked) {
        at.mark = centred(end - m.chevron, m.chevron);
        end = at.mark.left() - m.gap / 2;
    }
    const int textLeft = at.icon.left() + m.icon + m.gap;
    at.name = {textLeft, row.top(), std::max(0, end - textLeft), row.height()};
    for (QRect *rect : {&at.chevron, &at.icon, &at.name, &at.mark, &at.count})
        *rect = mirroredIn(row, *rect, mirrored);
    return at;
}

}
