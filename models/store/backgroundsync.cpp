// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/backgroundsync.h"

#include "models/store/privatefile.h"

namespace store {

BackgroundSync::BackgroundSync()
{
    m_thread.setMaxThreadCount(1);
    m_thread.setExpiryTimeout(-1);
}

BackgroundSync::~BackgroundSync()
{
    if (m_running)
        m_done.acquire();
}

void BackgroundSync::start(QFileDevice &file)
{
    Q_ASSERT(!m_running);
    m_running = true;
    m_thread.start([this, &file] {
        m_synced = syncFile(file);
        m_done.release();
    });
}

bool BackgroundSync::finish()
{
    if (!m_running)
        return true;
    m_done.acquire();
    m_running = false;
    return m_synced;
}

}
