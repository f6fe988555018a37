// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFileInfo>

namespace fault {

/// Whether everything is wanted, as ./dev test --full does, or a small part.
[[nodiscard]] inline bool isFull()
{
    return qEnvironmentVariableIsSet("MICROCYCLE_FULL_FAULTS");
}

/// Of so many cases, every how many-th is tried.
[[nodiscard]] inline int stride(int cases, int quick)
{
    return isFull() ? 1 : std::max(1, cases / quick);
}

/// A folder in memory where there is one: nothing here asks what a disk does.
[[nodiscard]] inline QString scratchTemplate()
{
    const QString memory = QStringLiteral("/dev/shm");
    const QFileInfo info(memory);
    return (info.isDir() && info.isWritable() ? memory : QDir::tempPath()) + QStringLiteral("/fault-XXXXXX");
}

}
