// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/curve.h"

#include <QStringList>

namespace endpoints {

/// What a curve is the best of.
enum class CurveKind { Power, HeartRate, Pace, GradePace };

/// The best over each length within one activity.
struct GetActivityCurve {
    using Response = json::Record<domain::Curve>;
    domain::ActivityId activity;
    CurveKind kind = CurveKind::Power;
    QString fatigue = {}; ///< "kj0" or "kj1": of what came after the work that the sport's settings name

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

/// The same for several streams of power, for example "watts" and "watts_alt".
struct GetActivityCurves {
    using Response = json::Records<domain::Curve>;
    domain::ActivityId activity;
    QStringList streams = {}; ///< all if empty
    QStringList fatigue = {}; ///< of "normal", "kj0" and "kj1"; normal if empty

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

/// Curves of spans of days, each the best of its activities, and the whole objects of these activities.
struct CurveSet {
    json::Records<domain::Curve> curves;
    QJsonObject activities; ///< by id
    QJsonObject json; ///< the answer as it came
};

/// The best over each length of an athlete's activities.
struct ListCurves {
    using Response = CurveSet;
    domain::AthleteId athlete = self();
    CurveKind kind = CurveKind::Power;
    QString type = {}; ///< sport; power needs one
    /// "1y", "42d", "s0", "all", "r.2024-01-01.2024-02-01", of power also with "-kj0" or "-kj1" behind it for a tired
    /// rider; the service's own if empty
    QStringList spans = {};
    QDate newest = {}; ///< today if it is invalid
    QString model = {}; ///< MS_2P, MORTON_3P, FFT_CURVES, ECP; all if empty
    int others = 0; ///< so many next best curves behind each

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

/// Values of some lengths, activity by activity.
struct ActivityCurveSet {
    QList<double> lengths; ///< seconds or metres
    json::Records<domain::ActivityValues> activities;
    QJsonObject json;
};

/// The best over some lengths of each activity of the days.
struct ListActivityCurves {
    using Response = ActivityCurveSet;
    domain::AthleteId athlete = self();
    CurveKind kind = CurveKind::Power;
    domain::DateRange days;
    QString type = {};
    QList<double> lengths = {}; ///< seconds or metres; the service's own if empty
    QString fatigue = {}; ///< "kj0" or "kj1"; needs a type

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

/// The four above as tables: lengths first, then a column for each curve; of ListActivityCurves a row for each
/// activity.
struct ExportActivityCurve {
    using Response = QByteArray;
    GetActivityCurve curve;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return csvTable(body); }
};

struct ExportPowerCurves {
    using Response = QByteArray;
    GetActivityCurves curves;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return csvTable(body); }
};

struct ExportCurves {
    using Response = QByteArray;
    ListCurves curves;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return csvTable(body); }
};

struct ExportActivityCurves {
    using Response = QByteArray;
    ListActivityCurves curves;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return csvTable(body); }
};

/// Heart rate and cadence at each power over the days.
struct GetPowerHeartCurve {
    using Response = json::Record<domain::PowerHeartCurve>;
    domain::AthleteId athlete = self();
    domain::DateRange days;
    QString type = {}; ///< the service chooses if it is empty

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

/// The model that steps in % MMP are resolved with.
struct GetMmpModel {
    using Response = json::Record<domain::PowerModel>;
    domain::AthleteId athlete = self();
    QString type;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

}
