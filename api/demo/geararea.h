// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/answers.h"
#include "api/demo/core.h"

namespace demo {

/// Gear, its parts and its reminders.
class GearArea
{
public:
    explicit GearArea(Core &core)
        : m_core(core)
    {
    }

    Reply handle(const http::Request &request, const QStringList &rest);

private:
    Reply list();
    Reply create(const http::Request &request);
    Reply one(const http::Request &request, const QJsonObject &known);
    Reply count(QJsonObject known);
    Reply replace(const http::Request &request, QJsonObject known);
    Reply reminder(const http::Request &request, const QJsonObject &known, const QString &id);
    domain::Result<QJsonObject> store(const QJsonObject &known, const QJsonObject &body);
    void keep(const QJsonObject &gear);
    [[nodiscard]] QString freshId();

    Core &m_core;
};

}
