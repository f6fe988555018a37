// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/backgroundjob.h"

namespace store {

BackgroundJob::BackgroundJob()
{
    m_thread.setMaxThreadCount(1);
    m_thread.setExpiryTimeout(-1);
}

BackgroundJob::~BackgroundJob()
{
    wait();
}

void BackgroundJob::start(std::function<void()> job)
{
    wait();
    m_running = true;
    m_thread.start([this, job = std::move(job)] {
        job();
        m_done.release();
    });
}

void BackgroundJob::startUnlessRunning(std::function<void()> job)
{
    if (!m_running || m_done.available() > 0)
        start(std::move(job));
}

void BackgroundJob::wait()
{
    if (m_running)
        m_done.acquire();
    m_running = false;
}

}
