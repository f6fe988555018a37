// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdio>

namespace support {

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
