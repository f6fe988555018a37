// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/structure/tree.h"

#include <QMap>

namespace structure {

/// Each rule lists what in the tree breaks it, one line per place; an empty list means that it holds.
/// Nothing here knows the machine or the build, so the rules are tried on made-up trees too.

/// Includes from `layer` that lead anywhere but to the folders of `mayInclude`.
[[nodiscard]] QStringList forbiddenArrows(const Tree &tree, const QString &layer, const QStringList &mayInclude);

/// The folders of `layers` that include each other in a ring.
[[nodiscard]] QStringList ringOfFolders(const Tree &tree, const QStringList &layers);

/// Quoted includes that are not written from the root of the tree, or name a file that is not there.
[[nodiscard]] QStringList includesNotFromTheRoot(const Tree &tree);

/// Code above 400 lines, headers above 200. `allowed` names files with more and how many; an entry that is no longer
/// needed breaks the rule too, so that the list only shrinks.
[[nodiscard]] QStringList largeFiles(const Tree &tree, const QMap<QString, int> &allowed);

/// Code, CMake and scripts that do not open with the two licence lines, headers without #pragma once.
[[nodiscard]] QStringList filesWithoutLicence(const Tree &tree);

/// Places that match a pattern in code below `folders` (all if empty), except below `except`.
[[nodiscard]] QStringList matches(
    const Tree &tree, const QString &pattern, const QStringList &folders, const QStringList &except);

/// Documents (something.md) that are spoken of but do not exist.
[[nodiscard]] QStringList missingDocuments(const Tree &tree);

/// Resource files that are not listed, and listed ones that are not there.
[[nodiscard]] QStringList unlistedResources(const Tree &tree, const QStringList &filesInResources);

}
