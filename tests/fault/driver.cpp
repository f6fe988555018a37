// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/script.h"

#include <QCoreApplication>
#include <cstdio>

namespace {

using Opened = std::unique_ptr<store::Store>;

void tell(const char *what, int step)
{
    std::printf("%s %d\n", what, step);
    std::fflush(stdout);
}

/// Tries to open it so often; nothing if it was refused each time.
Opened openStubbornly(const QString &path, const domain::Clock &clock, int tries)
{
    for (int i = 0; i < tries; ++i) {
        auto opened = store::Store::open(path, clock, QStringLiteral("owner"));
        if (opened)
            return std::move(*opened);
        tell("refused", -1);
    }
    return {};
}

/// Opens the store anew. What was refused may be there all the same, for the disk took it and said that it did not.
bool isThereAfterRestart(
    Opened &opened, const QString &path, const domain::Clock &clock, int tries, const QString &before)
{
    opened.reset();
    opened = openStubbornly(path, clock, tries);
    return opened && fault::Script::stateOf(*opened) != before;
}

}

/// Works on a store as the script says and tells after each step that it is kept, or that it was refused.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 7) {
        std::fputs("usage: fault-driver DATABASE SEED STEPS with|without TRIES on|anew\n", stderr);
        return 2;
    }
    const domain::FixedClock clock = fault::Script::clock();
    const fault::Script script(arguments.at(2).toUInt(), arguments.at(4) == QStringLiteral("with"));
    const int tries = arguments.at(5).toInt();
    const bool anew = arguments.at(6) == QStringLiteral("anew");
    Opened opened = openStubbornly(arguments.at(1), clock, tries);
    for (int step = 0; step < arguments.at(3).toInt(); ++step) {
        const QString before = opened && anew ? fault::Script::stateOf(*opened) : QString();
        bool kept = false;
        for (int i = 0; opened && !kept && i < tries; ++i) {
            kept = script.perform(*opened, step);
            if (!kept) {
                tell("refused", step);
                if (anew)
                    kept = isThereAfterRestart(opened, arguments.at(1), clock, tries, before);
            }
        }
        if (!kept)
            return 1;
        tell("kept", step);
    }
    return opened ? 0 : 1;
}
