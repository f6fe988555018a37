// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/gear.h"

#include <QDate>

/// Bikes, shoes, their parts, and what is to be done to them.
namespace endpoints {

/// All gear, retired gear too.
struct ListGear {
    using Response = json::Records<domain::Gear>;
    domain::AthleteId athlete = self();

    [[nodiscard]] http::Request request() const { return get(athletePath(athlete, QStringLiteral("/gear"))); }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::records<domain::Gear>(body);
    }
};

/// The same as a table.
struct ExportGear {
    using Response = QByteArray;
    domain::AthleteId athlete = self();

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return csvTable(body); }
};

struct CreateGear {
    using Response = json::Record<domain::Gear>;
    domain::AthleteId athlete = self();
    QJsonObject body;

    [[nodiscard]] http::Request request() const { return post(athletePath(athlete, QStringLiteral("/gear")), body); }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::Gear>(body);
    }
};

/// Changes the given keys.
struct UpdateGear {
    using Response = json::Record<domain::Gear>;
    domain::AthleteId athlete = self();
    domain::GearId gear;
    QJsonObject body;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::Gear>(body);
    }
};

struct DeleteGear {
    using Response = domain::Done;
    domain::AthleteId athlete = self();
    domain::GearId gear;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return acknowledged(body); }
};

/// Counts anew from the activities how much the gear was used.
struct CountGearUse {
    using Response = json::Record<domain::GearUse>;
    domain::AthleteId athlete = self();
    domain::GearId gear;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::GearUse>(body);
    }
};

/// Retires a part and puts a new one with the same reminders in its place; the body says what differs. Answers both.
struct ReplaceGear {
    using Response = json::Records<domain::Gear>;
    domain::AthleteId athlete = self();
    domain::GearId gear;
    QJsonObject body = {};

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::records<domain::Gear>(body);
    }
};

struct AddGearReminder {
    using Response = json::Record<domain::Gear>;
    domain::AthleteId athlete = self();
    domain::GearId gear;
    QJsonObject body;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::Gear>(body);
    }
};

/// Changes a reminder, starts its count again, or puts it off.
struct UpdateGearReminder {
    using Response = json::Record<domain::Gear>;
    domain::AthleteId athlete = self();
    domain::GearId gear;
    qint64 reminder = 0;
    QJsonObject body = {};
    bool reset = false;
    int snoozeDays = 0;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::Gear>(body);
    }
};

struct DeleteGearReminder {
    using Response = json::Record<domain::Gear>;
    domain::AthleteId athlete = self();
    domain::GearId gear;
    qint64 reminder = 0;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::Gear>(body);
    }
};

}
