// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/wire/virtualtime.h"

#include <QCoreApplication>
#include <QEvent>

namespace fault {

class VirtualTime::VirtualAlarm : public domain::Alarm
{
public:
    VirtualAlarm(VirtualTime &time, std::function<void()> call)
        : m_time(time)
        , m_call(std::move(call))
        , m_at(m_time.m_due.end())
    {
    }
    ~VirtualAlarm() override { stop(); }

    void start(std::chrono::milliseconds wait) override
    {
        stop();
        m_at = m_time.m_due.insert({{m_time.m_elapsed + wait, ++m_time.m_started}, this}).first;
    }
    void stop() override
    {
        if (isActive())
            m_time.m_due.erase(std::exchange(m_at, m_time.m_due.end()));
    }
    [[nodiscard]] bool isActive() const override { return m_at != m_time.m_due.end(); }
    void call() { m_call(); }

private:
    VirtualTime &m_time;
    std::function<void()> m_call;
    Due::iterator m_at;
};

std::unique_ptr<domain::Alarm> VirtualTime::alarm(std::function<void()> call)
{
    return std::make_unique<VirtualAlarm>(*this, std::move(call));
}

bool VirtualTime::step(std::chrono::milliseconds until)
{
    deliverPosted();
    if (m_due.empty() || m_due.begin()->first.first > until)
        return false;
    m_elapsed = std::max(m_elapsed, m_due.begin()->first.first);
    VirtualAlarm *next = m_due.begin()->second;
    next->stop();
    next->call();
    deliverPosted();
    return true;
}

void VirtualTime::pass(std::chrono::milliseconds time)
{
    const auto until = m_elapsed + time;
    while (step(until)) { }
    m_elapsed = until;
}

void deliverPosted()
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

}
