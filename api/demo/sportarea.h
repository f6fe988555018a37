// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/answers.h"
#include "api/demo/core.h"
#include "api/demo/uploadedactivity.h"

namespace demo {

/// Thresholds and zones of the sports.
class SportArea
{
public:
    explicit SportArea(Core &core)
        : m_core(core)
    {
    }

    Reply handle(const http::Request &request, const QStringList &rest);
    [[nodiscard]] QJsonArray list();

private:
    Reply create(const http::Request &request);
    Reply updateMany(const http::Request &request);
    Reply one(const http::Request &request, const QString &name);
    Reply about(const http::Request &request, const QString &name, const QString &what);
    Reply apply(const domain::SportSettings &settings);
    [[nodiscard]] QJsonObject rezoned(const QJsonObject &json, const Owner &owner);
    [[nodiscard]] Reply matching(const domain::SportSettings &settings);

    /// The row with the number, else the one that covers the sport.
    [[nodiscard]] std::optional<QJsonObject> find(const QString &name);
    [[nodiscard]] QList<QJsonObject> activitiesOf(const domain::SportSettings &settings);
    domain::Result<QJsonObject> store(const QJsonObject &known, const QJsonObject &body, bool newHeartRateZones);
    /// The sport of these that another row covers already; empty if there is none.
    [[nodiscard]] QString coveredElsewhere(const QStringList &types, const QJsonObject &row);

    Core &m_core;
};

}
