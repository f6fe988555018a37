// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ui {

/// Text for a tool tip, which Qt would read as markup if it looks like it: comes out as it went in.
[[nodiscard]] QString plainTip(const QString &text);

}
