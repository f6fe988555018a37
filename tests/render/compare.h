// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace render {

/// How far a picture is from its reference, and where. Letters that another machine draws a little differently may
/// pass; a card that moved or a panel that is missing may not.
struct Difference {
    double share = 1; ///< of the pixels that differ clearly, 0 to 1
    int worstBlock = 255; ///< how far the mean colour of the worst block of pixels is off, 0 to 255
    QImage picture; ///< grey where equal, red where not

    [[nodiscard]] bool isTooLarge() const;
};

/// The picture as references are kept: small.
[[nodiscard]] QImage reduced(const QImage &picture);
[[nodiscard]] Difference compare(const QImage &reduced, const QImage &reference);

}
