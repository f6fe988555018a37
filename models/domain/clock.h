// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace domain {

/// Where "now" and "today" come from. Only app/ and tests decide which clock is used.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual QDateTime now() const = 0; ///< UTC

    /// The local calendar day.
    [[nodiscard]] virtual QDate today() const { return now().toLocalTime().date(); }
};

/// The machine's clock.
class SystemClock : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

/// A clock that stands still until it is moved; for tests, pictures and the demo's reference date.
class FixedClock : public Clock
{
public:
    explicit FixedClock(QDateTime utc)
        : m_now(std::move(utc))
    {
    }
    [[nodiscard]] QDateTime now() const override { return m_now; }
    void setNow(const QDateTime &utc) { m_now = utc; }

private:
    QDateTime m_now;
};

}
