// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace bench {

constexpr int ticksOfLongStreams = 6 * 3600;

/// An answer of the service: ten channels of six hours, a value each second, with gaps.
[[nodiscard]] QByteArray longStreams();

}
