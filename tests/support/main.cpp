// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"

#include <QFileInfo>
#include <cstdio>
#include <map>

namespace {

std::map<QString, support::Run> &roll()
{
    static std::map<QString, support::Run> tests;
    return tests;
}

}

bool support::enlist(const char *file, Run run)
{
    return roll().insert({QFileInfo(QString::fromUtf8(file)).baseName(), run}).second;
}

int main(int argc, char **argv)
{
    const auto named = argc > 1 ? roll().find(QString::fromLocal8Bit(argv[1])) : roll().end();
    if (named != roll().end()) {
        argv[1] = argv[0];
        return named->second(argc - 1, argv + 1);
    }
    if (roll().size() == 1)
        return roll().begin()->second(argc, argv);
    std::fputs("Name one of the tests of this program first:\n", stderr);
    for (const auto &[name, run] : roll())
        std::fprintf(stderr, "  %s\n", qPrintable(name));
    return 2;
}
