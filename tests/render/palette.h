// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace render {

/// The picture in so many colours (at most 256) chosen for it, which makes a small PNG. Not for photographs: nothing is
/// dithered.
[[nodiscard]] QImage inColours(const QImage &image, int colours);

}
