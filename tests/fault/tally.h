// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFileInfo>
#include <cstdio>

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

/// Counts runs of one promise, and says in one line what came of them.
class Tally
{
public:
    Tally(int promise, const char *what)
        : m_promise(promise)
        , m_what(what)
    {
    }
    void run(bool kept, const QString &replay)
    {
        ++m_runs;
        if (kept)
            return;
        ++m_violations;
        std::printf("  broken: %s\n", qPrintable(replay));
        std::fflush(stdout);
    }
    /// Prints the line; true if the promise was kept throughout.
    [[nodiscard]] bool close() const
    {
        std::printf("promise %d, %s: %d runs, %d violations\n", m_promise, m_what, m_runs, m_violations);
        std::fflush(stdout);
        return m_runs > 0 && m_violations == 0;
    }

private:
    int m_promise;
    const char *m_what;
    int m_runs = 0;
    int m_violations = 0;
};

}
