// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/quitsignals.h"

#include <QCoreApplication>
#include <csignal>
#ifdef Q_OS_UNIX
#include <QSocketNotifier>
#include <unistd.h>
#endif

namespace cli {

#ifdef Q_OS_UNIX

namespace {

/// A handler may do next to nothing, so it only writes into this pipe; the event loop reads the other end.
int pipeEnds[2] = {-1, -1};

void passOn(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(pipeEnds[1], &byte, 1);
}

}

void quitOnSignals()
{
    if (::pipe(pipeEnds) != 0)
        return; // the signals then end the process as they always do
    auto *notifier = new QSocketNotifier(pipeEnds[0], QSocketNotifier::Read, QCoreApplication::instance());
    QObject::connect(notifier, &QSocketNotifier::activated, notifier, [] { QCoreApplication::quit(); });
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        std::signal(signal, passOn);
}

#else

void quitOnSignals()
{
    for (const int signal : {SIGINT, SIGTERM})
        std::signal(signal, [](int) { QCoreApplication::exit(0); });
}

#endif

}
