// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <atomic>

namespace files {

/// How far a reader goes with a file of a stranger. What is beyond is refused, never cut in silence.
struct Bounds {
    qint64 bytes = qint64(64) * 1024 * 1024; ///< of the file, and of what an archive unpacks to
    qint64 records = 2'000'000; ///< messages, points or lines
    int depth = 64; ///< of nested elements
    const std::atomic<bool> *cancelled = nullptr; ///< looked at now and then; the reader then ends with an error

    [[nodiscard]] bool isCancelled() const { return cancelled && cancelled->load(std::memory_order_relaxed); }
};

/// Something that was skipped or changed while reading, and where; the rest was read.
struct Note {
    QString item; ///< "step 3", "line 12", "record 118"
    QString detail; ///< the reader's own words, plain text

    friend bool operator==(const Note &, const Note &) = default;
};

}
