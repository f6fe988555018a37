// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace support {

/// Gives the widget application of a test or a picture its fixed style and font: Fusion and Inter at ten points.
void setLook();

}
