// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <array>

namespace ui {

/// One colour for each token: the whole difference between light and dark.
using TokenTable = std::array<QRgb, static_cast<std::size_t>(Token::Count)>;

[[nodiscard]] const TokenTable &tokenTable(Theme::Scheme scheme);
[[nodiscard]] QColor colorOf(const TokenTable &table, Token token);

/// The colour laid over the ground with the given share (0 to 1).
[[nodiscard]] QColor mixed(const QColor &color, const QColor &ground, double share);

/// How well the one is read on the other, 1 to 21, by the formula of WCAG 2.
[[nodiscard]] double contrast(const QColor &text, const QColor &ground);

}
