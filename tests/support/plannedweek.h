// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/daterange.h"
#include "models/domain/event.h"

#include <QFile>

/// A week with sessions, and the files it is kept in.
namespace support {

inline const QDate monday(2026, 3, 9);
inline const domain::DateRange week {monday, monday.addDays(6)};

/// A ride of load 50, so many days after Monday.
[[nodiscard]] inline domain::Event session(const QString &name, int day)
{
    domain::Event event;
    event.category = domain::Category::Workout;
    event.type = QStringLiteral("Ride");
    event.name = name;
    event.start = {monday.addDays(day), {}};
    event.load = 50;
    return event;
}

[[nodiscard]] inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

[[nodiscard]] inline bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

}
