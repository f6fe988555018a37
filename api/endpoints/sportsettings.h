// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/activity.h"
#include "models/domain/sportsettings.h"

/// Thresholds and zones of one group of sports, which is named by its number or by one of its sports.
namespace endpoints {

struct GetSportSettings {
    using Response = json::Record<domain::SportSettings>;
    domain::AthleteId athlete = self();
    QString sport; ///< "7" or "Ride"

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::SportSettings>(body);
    }
};

/// Makes settings with the service's own values for sports that have none yet.
struct CreateSportSettings {
    using Response = json::Record<domain::SportSettings>;
    domain::AthleteId athlete = self();
    QJsonObject body;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::SportSettings>(body);
    }
};

/// Changes the given keys; the heart rate zones may be drawn anew from the threshold.
struct UpdateSportSettings {
    using Response = json::Record<domain::SportSettings>;
    domain::AthleteId athlete = self();
    QString sport;
    QJsonObject body;
    bool recalculateHeartRateZones = false;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::SportSettings>(body);
    }
};

/// The same for several, each of which names itself by its id.
struct UpdateManySportSettings {
    using Response = json::Records<domain::SportSettings>;
    domain::AthleteId athlete = self();
    QList<QJsonObject> settings;
    bool recalculateHeartRateZones = false;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::records<domain::SportSettings>(body);
    }
};

struct DeleteSportSettings {
    using Response = domain::Done;
    domain::AthleteId athlete = self();
    qint64 settings = 0;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return acknowledged(body); }
};

/// Gives every activity of the sports the zones of today. The service does it later, in its own time.
struct ApplySportSettings {
    using Response = domain::Done;
    domain::AthleteId athlete = self();
    QString sport;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return acknowledged(body); }
};

/// The activities that applying would change, each with no more than name, sport and start.
struct ListMatchingActivities {
    using Response = json::Records<domain::Activity>;
    domain::AthleteId athlete = self();
    QString sport;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::records<domain::Activity>(body);
    }
};

/// The distances of pace curves and best efforts, metres.
struct PaceDistances {
    QList<double> distances;
    QList<double> defaults;
};

struct GetPaceDistances {
    using Response = PaceDistances;
    domain::AthleteId athlete = self();
    QString sport;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

}
