// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/script.h"

#include <QCoreApplication>
#include <cstdio>

/// Works on a store as the script says and tells after each step that it is kept.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5) {
        std::fputs("usage: fault-driver DATABASE SEED STEPS with|without\n", stderr);
        return 2;
    }
    const domain::FixedClock clock = fault::Script::clock();
    const fault::Script script(arguments.at(2).toUInt(), arguments.at(4) == QStringLiteral("with"));
    auto opened = store::Store::open(arguments.at(1), clock, QStringLiteral("owner"));
    if (!opened)
        return 1;
    for (int step = 0; step < arguments.at(3).toInt(); ++step) {
        if (!script.perform(**opened, step))
            return 1;
        std::printf("kept %d\n", step);
        std::fflush(stdout);
    }
    return 0;
}
