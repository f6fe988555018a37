// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/answers.h"
#include "api/demo/curvebook.h"

#include <QJsonArray>

namespace demo {

/// Which curve a path asks for, by the word before "-curve".
struct CurveWish {
    CurveBook::Kind kind = CurveBook::Kind::Power;
    bool csv = false;

    [[nodiscard]] bool isPace() const { return kind == CurveBook::Kind::Pace || kind == CurveBook::Kind::GradePace; }
    [[nodiscard]] QString valueKey() const; ///< "watts", "bpm" or "secs"
};
/// Of "power-curves.csv" and the like, with the ending given: "-curve" or "-curves"; nothing for other paths.
[[nodiscard]] std::optional<CurveWish> curveWish(const QString &part, const QString &ending, bool gap);

/// 422 for what this server does not work out: filters, whose spelling nobody tells, and models that nobody publishes.
[[nodiscard]] std::optional<domain::Error> unsupportedCurve(const QUrlQuery &query);

/// Lengths, values and indices of a curve as the service names them.
[[nodiscard]] QJsonObject curveJson(const analysis::Curve &curve, const CurveWish &wish);

/// The power models of a curve: the named one, or all that this server fits.
[[nodiscard]] QJsonArray powerModels(const analysis::Curve &curve, const QString &only = {});
[[nodiscard]] QJsonArray paceModels(const analysis::Curve &curve);

/// The value of a length that the curve may not have: between its neighbours; 0 beyond its end.
[[nodiscard]] double valueOver(const analysis::Curve &curve, double length);

/// Curves side by side, one column each, lengths first.
[[nodiscard]] QString curveTable(const CurveWish &wish, const QList<std::pair<QString, analysis::Curve>> &curves);

}
