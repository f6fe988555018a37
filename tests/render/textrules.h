// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/render/textprobe.h"

#include <QSet>
#include <QStringList>

namespace render {

/// Texts of which an edge is cut off. What has been scrolled out of its view is not meant.
[[nodiscard]] QStringList cutTexts(const TextProbe &probe);
/// Which texts of the program may end in "…" like the names and remarks that people have written.
enum class Shortening { Never, InElidedLabels };

/// Texts that end in "…" and may not; a label that shortens has the whole text in its tip.
[[nodiscard]] QStringList shortenedTexts(
    const TextProbe &probe, const QSet<QString> &writtenByPeople, Shortening ofOthers = Shortening::Never);
/// Pairs of texts that lie on each other and are both seen.
[[nodiscard]] QStringList overlappingTexts(const TextProbe &probe);

}
