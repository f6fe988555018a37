// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/answers.h"
#include "api/demo/core.h"
#include "api/demo/intervals.h"

namespace demo {

/// How an activity is divided: as somebody divided it, else as its effort suggests.
[[nodiscard]] QList<Part> partsIn(Core &core, const QJsonObject &activity);
/// The same measured, for the detail of an activity.
[[nodiscard]] ActivityParts measuredParts(Core &core, const QJsonObject &activity);

/// The intervals of an activity and every way to divide it anew. Whatever is written, the parts cover the activity
/// without gaps afterwards and every figure is measured again.
class IntervalArea
{
public:
    explicit IntervalArea(Core &core)
        : m_core(core)
    {
    }

    /// activity/{id}/intervals, intervals/{interval}, delete-intervals, split-interval and interval-stats.
    Reply handle(const http::Request &request, const QJsonObject &activity, const QStringList &rest);
    [[nodiscard]] static bool knows(const QString &part);

private:
    Reply answer(const QJsonObject &activity);
    Reply replace(const http::Request &request, const QJsonObject &activity);
    Reply putOne(const http::Request &request, const QJsonObject &activity, const QString &id);
    Reply take(const http::Request &request, const QJsonObject &activity);
    Reply split(const http::Request &request, const QJsonObject &activity);
    Reply stats(const http::Request &request, const QJsonObject &activity);
    Reply kept(const QJsonObject &activity, QList<Part> parts);

    Core &m_core;
};

}
