// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/athlete.h"
#include "models/domain/customitem.h"
#include "models/domain/folder.h"
#include "models/domain/weather.h"
#include "models/domain/weeksummary.h"

/// The person beside the plain record: profile, settings, weeks, weather, what they made themselves.
namespace endpoints {

/// Changes the given keys of the athlete.
struct UpdateAthlete {
    using Response = json::Record<domain::Athlete>;
    domain::AthleteId athlete = self();
    QJsonObject body;

    [[nodiscard]] http::Request request() const { return put(athletePath(athlete), body); }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::Athlete>(body);
    }
};

/// What others may see of an athlete.
struct Profile {
    domain::Athlete athlete;
    QList<domain::Folder> sharedFolders;
    QList<domain::CustomItem> customItems;
    QJsonObject json;
};

struct GetProfile {
    using Response = Profile;
    domain::AthleteId athlete = self();

    [[nodiscard]] http::Request request() const { return get(athletePath(athlete, QStringLiteral("/profile"))); }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

/// What the web page keeps for a kind of device: a map that means nothing to us.
struct GetDeviceSettings {
    using Response = QJsonObject;
    domain::AthleteId athlete = self();
    QString device; ///< phone, tablet or desktop

    [[nodiscard]] http::Request request() const
    {
        return get(athletePath(athlete, QStringLiteral("/settings/") + device));
    }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return json::object(body); }
};

/// One row for each week, and for each athlete that the credential may see.
struct ListWeekSummaries {
    using Response = json::Records<domain::WeekSummary>;
    domain::AthleteId athlete = self();
    domain::DateRange days = {}; ///< the last six days if empty
    QStringList tags = {}; ///< of athletes

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::records<domain::WeekSummary>(body);
    }
};

/// The same as a table.
struct ExportWeekSummaries {
    using Response = QByteArray;
    domain::AthleteId athlete = self();
    domain::DateRange days = {};

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return csvTable(body); }
};

/// The places whose weather the athlete wants to see.
struct GetWeatherConfig {
    using Response = json::Record<domain::Weather>;
    domain::AthleteId athlete = self();

    [[nodiscard]] http::Request request() const { return get(athletePath(athlete, QStringLiteral("/weather-config"))); }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::Weather>(body);
    }
};

struct PutWeatherConfig {
    using Response = json::Record<domain::Weather>;
    domain::AthleteId athlete = self();
    QJsonObject body;

    [[nodiscard]] http::Request request() const
    {
        return put(athletePath(athlete, QStringLiteral("/weather-config")), body);
    }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::Weather>(body);
    }
};

/// The forecast for the chosen places. What a day holds is not documented.
struct GetWeatherForecast {
    using Response = json::Record<domain::Weather>;
    domain::AthleteId athlete = self();

    [[nodiscard]] http::Request request() const
    {
        return get(athletePath(athlete, QStringLiteral("/weather-forecast")));
    }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::Weather>(body);
    }
};

struct ListCustomItems {
    using Response = json::Records<domain::CustomItem>;
    domain::AthleteId athlete = self();

    [[nodiscard]] http::Request request() const { return get(athletePath(athlete, QStringLiteral("/custom-item"))); }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::records<domain::CustomItem>(body);
    }
};

struct GetCustomItem {
    using Response = json::Record<domain::CustomItem>;
    domain::AthleteId athlete = self();
    qint64 item = 0;

    [[nodiscard]] http::Request request() const
    {
        return get(athletePath(athlete, QStringLiteral("/custom-item/%1").arg(item)));
    }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::CustomItem>(body);
    }
};

}
