// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QString>

namespace ui {

class Theme;

/// The measures that rows of the library are laid out with; all come from fonts.
struct LibraryMetrics {
    explicit LibraryMetrics(const Theme &theme);

    int side; ///< left and right of a row
    int gap;
    int icon;
    int nameHeight; ///< a line of body text
    int smallHeight;
    int profileHeight;
    int timeWidth; ///< of the longest time there is
    int loadWidth;
    int chevron;

    /// Of text that is shown whole, in the small font.
    [[nodiscard]] static int smallWidth(const Theme &theme, const QString &text);
    [[nodiscard]] int lowerHeight() const; ///< of a workout's second line
    [[nodiscard]] int workoutHeight() const;
    [[nodiscard]] int folderHeight() const;
    [[nodiscard]] int sectionHeight(bool first) const;
};

/// Where the parts of a workout's row lie; given left to right, mirrored for the other direction.
struct WorkoutRowLayout {
    QRect icon;
    QRect name;
    QRect note; ///< at the end of the name's line: the day in a plan; empty without one
    QRect mark; ///< whether it is sent; empty if it is
    QRect profile;
    QRect time;
    QRect load;
};

/// Where the parts of a folder's row lie.
struct FolderRowLayout {
    QRect chevron;
    QRect icon;
    QRect name;
    QRect mark;
    QRect count;
};

[[nodiscard]] WorkoutRowLayout layoutWorkout(
    const QRect &row, const LibraryMetrics &metrics, int noteWidth, bool marked, bool mirrored);
[[nodiscard]] FolderRowLayout layoutFolder(
    const QRect &row, const LibraryMetrics &metrics, int countWidth, bool marked, bool mirrored);

}
