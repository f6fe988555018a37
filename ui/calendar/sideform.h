// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QFrame;
class QVBoxLayout;

namespace ui {

class TextLabel;
class Theme;
class ToolButton;

/// What the forms beside the grid have in common: their width, a title, and a way to close them.
struct SideForm {
    QVBoxLayout *rows; ///< below the title
    TextLabel *title;
    ToolButton *close;
};

/// Makes a side form of an empty frame.
[[nodiscard]] SideForm asSideForm(QFrame &frame, const Theme &theme);

}
