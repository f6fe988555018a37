// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measure.h"

#include <QProcess>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace bench {

/// How many times its file each reader holds beside its result, the file itself included, as the program that counts
/// says it.
void addReaders()
{
#ifdef MICROCYCLE_HEAP
    measure("readers", 3, []() -> std::optional<Turn> {
        const auto begin = std::chrono::steady_clock::now();
        QProcess heap;
        heap.start(QString::fromUtf8(MICROCYCLE_HEAP), QStringList());
        if (!heap.waitForFinished() || heap.exitStatus() != QProcess::NormalExit || heap.exitCode() != 0)
            return {};
        Turn turn;
        const auto lines = QString::fromUtf8(heap.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        for (const auto &line : lines) {
            const QStringList words = line.split(u' ');
            if (words.size() == 4)
                turn[words.at(0).toStdString()]
                    = (words.at(2).toDouble() - words.at(3).toDouble()) / words.at(1).toDouble();
        }
        turn["ours"] = millisecondsSince(begin);
        return turn;
    });
#endif
}

}
