// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/activityfigures.h"

namespace endpoints {

/// How long an activity was in each span of power, heart rate or pace.
struct GetHistogram {
    enum class Kind { Power, HeartRate, Pace, GradePace };

    using Response = json::Records<domain::Bucket>;
    domain::ActivityId activity;
    Kind kind = Kind::Power;
    int width = 0; ///< watts or bpm; 0: the service's own

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

/// The seconds at each heart rate.
struct GetTimeAtHeartRate {
    using Response = json::Record<domain::TimeAtHeartRate>;
    domain::ActivityId activity;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

/// Power against heart rate, minute by minute.
struct GetPowerVsHeart {
    using Response = json::Record<domain::PowerVsHeart>;
    domain::ActivityId activity;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

/// The best stretches of a length in a stream.
struct FindBestEfforts {
    using Response = json::Records<domain::BestEffort>;
    domain::ActivityId activity;
    QString stream; ///< "watts", "heartrate" …
    int seconds = 0; ///< one of the two lengths is needed
    double metres = 0;
    int count = 0; ///< 0: the service's own
    std::optional<double> least = {}; ///< in the stream's unit
    bool excludeIntervals = false;
    int startIndex = 0;
    int endIndex = 0; ///< exclusive; 0: to the end

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

/// The way of an activity.
struct GetActivityMap {
    using Response = json::Record<domain::ActivityMap>;
    domain::ActivityId activity;
    QList<double> bounds = {}; ///< south, west, north, east; all of it if empty
    bool boundsOnly = false;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

/// The air an activity, or a part of it, was done in.
struct GetWeatherSummary {
    using Response = json::Record<domain::WeatherSummary>;
    domain::ActivityId activity;
    int startIndex = 0;
    int endIndex = 0; ///< exclusive; 0: to the end

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

/// What was said about an activity.
struct ListMessages {
    using Response = json::Records<domain::Message>;
    domain::ActivityId activity;
    qint64 since = 0; ///< only later ones than this id
    int limit = 0; ///< 0: the service's own

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

/// Says something about an activity.
struct AddMessage {
    using Response = QJsonObject; ///< the id, and the talk if this opened one
    domain::ActivityId activity;
    QString content;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

}
