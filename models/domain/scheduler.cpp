// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/scheduler.h"

#include <QTimer>

namespace domain {

namespace {

class TimerAlarm : public Alarm
{
public:
    explicit TimerAlarm(std::function<void()> call)
        : m_call(std::move(call))
    {
        m_timer.setSingleShot(true);
        m_timer.callOnTimeout([this] { m_call(); });
    }
    void start(std::chrono::milliseconds wait) override { m_timer.start(wait); }
    void stop() override { m_timer.stop(); }
    [[nodiscard]] bool isActive() const override { return m_timer.isActive(); }

private:
    std::function<void()> m_call;
    QTimer m_timer;
};

class SystemScheduler : public Scheduler
{
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
    [[nodiscard]] std::unique_ptr<Alarm> alarm(std::function<void()> call) override
    {
        return std::make_unique<TimerAlarm>(std::move(call));
    }
    [[nodiscard]] std::chrono::milliseconds elapsed() const override
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now().time_since_epoch());
    }
};

}

Scheduler &systemScheduler()
{
    static SystemScheduler scheduler;
    return scheduler;
}

}
