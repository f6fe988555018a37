// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/core.h"
#include "models/analysis/curves.h"
#include "models/analysis/distribution.h"

namespace demo {

/// The curves of single activities, worked out from their channels when first asked for and kept in the database, so
/// that a season is dear only once, and a day later costs only what is new.
class CurveBook
{
public:
    enum class Kind { Power, HeartRate, Pace, GradePace, PowerSpans };

    explicit CurveBook(Core &core);

    [[nodiscard]] analysis::Curve curve(const QJsonObject &activity, Kind kind);
    /// The curve of power of what came after so much work; empty if less was done.
    [[nodiscard]] analysis::Curve tiredCurve(const QJsonObject &activity, int afterKilojoules);
    /// How long each five watts were held, and the heart rate meanwhile.
    [[nodiscard]] std::vector<analysis::Bucket> powerSpans(const QJsonObject &activity);
    /// After the channels changed, or with the activity.
    void forget(const QString &activity);

    static constexpr int spanWatts = 5;

private:
    void measure(const QString &id, const QJsonObject &activity, Kind kind);
    [[nodiscard]] std::optional<QByteArray> kept(const QString &id, int kind);
    void keep(const QString &id, int kind, const QByteArray &bytes);

    Core &m_core;
};

}
