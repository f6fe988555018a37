// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/watchdog.h"

#include "tests/bench/measure.h"

#include <QCoreApplication>
#include <QEvent>
#include <algorithm>

namespace bench {

Watchdog::Watchdog()
    : m_thread([this] {
        while (!m_ends) {
            if (!m_waits) {
                m_asked = std::chrono::steady_clock::now();
                m_waits = true;
                QCoreApplication::postEvent(this, new QEvent(QEvent::User), Qt::HighEventPriority);
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
    })
{
}

Watchdog::~Watchdog()
{
    m_ends = true;
    m_thread.join();
}

bool Watchdog::event(QEvent *event)
{
    if (event->type() != QEvent::User)
        return QObject::event(event);
    m_longest = std::max(m_longest, millisecondsSince(m_asked));
    m_waits = false;
    return true;
}

}
