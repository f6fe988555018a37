// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"

#include <chrono>
#include <functional>
#include <memory>

namespace domain {

/// Calls once when its time has come, unless it is stopped or destroyed before. Starting it again moves its time.
class Alarm
{
public:
    virtual ~Alarm() = default;
    virtual void start(std::chrono::milliseconds wait) = 0;
    virtual void stop() = 0;
    [[nodiscard]] virtual bool isActive() const = 0; ///< false already while it calls
};

/// A clock that can be waited for. Waits do not care whether somebody sets the clock meanwhile.
class Scheduler : public Clock
{
public:
    [[nodiscard]] virtual std::unique_ptr<Alarm> alarm(std::function<void()> call) = 0;
    /// Since any fixed moment; it only grows.
    [[nodiscard]] virtual std::chrono::milliseconds elapsed() const = 0;
};

/// The machine's clock and the event loop of the thread.
[[nodiscard]] Scheduler &systemScheduler();

}
