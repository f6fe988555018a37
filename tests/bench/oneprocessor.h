// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifdef __linux__
#include <sched.h>
#endif

namespace bench {

/// Keeps this thread, and those it starts, on the processor where it runs. Two threads that speak by turns are woken on
/// whichever processor the system likes, and waking an idle one costs several times the conversation.
class OneProcessor
{
public:
#ifdef __linux__
    OneProcessor()
    {
        sched_getaffinity(0, sizeof m_before, &m_before);
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(sched_getcpu(), &one);
        sched_setaffinity(0, sizeof one, &one);
    }
    ~OneProcessor()
    {
        sched_setaffinity(0, sizeof m_before, &m_before);
    }
#else
    OneProcessor() = default;
    ~OneProcessor() = default;
#endif
    OneProcessor(const OneProcessor &) = delete;
    OneProcessor &operator=(const OneProcessor &) = delete;

private:
#ifdef __linux__
    cpu_set_t m_before {};
#endif
};

}
