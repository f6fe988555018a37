// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/curveanswers.h"

#include "models/analysis/criticalpower.h"

#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

QJsonArray indices(const std::vector<int> &points)
{
    QJsonArray array;
    for (const int point : points)
        array.append(point);
    return array;
}

QJsonObject modelJson(const QString &type, const analysis::PowerModel &model)
{
    return {{u"type"_s, type},
        {u"criticalPower"_s, std::round(model.criticalWatts)},
        {u"wPrime"_s, std::round(model.storeJoules)},
        {u"pMax"_s, model.mostWatts ? QJsonValue(std::round(*model.mostWatts)) : QJsonValue(QJsonValue::Null)},
        {u"ftp"_s, std::round(model.wattsFor(3600))},
        {u"inputPointIndexes"_s, indices(model.points)}};
}

/// Lengths as they are told: whole seconds; metres with what they have behind the point.
QString lengthCell(double length)
{
    return QString::number(length, 'f', length == std::floor(length) ? 0 : 2);
}

}

QString CurveWish::valueKey() const
{
    if (kind == CurveBook::Kind::Power)
        return u"watts"_s;
    return kind == CurveBook::Kind::HeartRate ? u"bpm"_s : u"secs"_s;
}

std::optional<CurveWish> curveWish(const QString &part, const QString &ending, bool gap)
{
    CurveWish wish;
    QString name = part;
    if (name.endsWith(".csv"_L1)) {
        wish.csv = true;
        name.chop(4);
    }
    if (!name.endsWith(ending))
        return {};
    name.chop(ending.size());
    if (name == "power"_L1)
        wish.kind = CurveBook::Kind::Power;
    else if (name == "hr"_L1)
        wish.kind = CurveBook::Kind::HeartRate;
    else if (name == "pace"_L1)
        wish.kind = gap ? CurveBook::Kind::GradePace : CurveBook::Kind::Pace;
    else
        return {};
    return wish;
}

std::optional<domain::Error> unsupportedCurve(const QUrlQuery &query)
{
    for (const auto &key : {u"filters"_s, u"f1"_s, u"f2"_s, u"f3"_s}) {
        if (!query.queryItemValue(key).isEmpty())
            return refusal(422, u"%1: this server does not work that out"_s.arg(key));
    }
    static const QStringList fitted {u"MS_2P"_s, u"MORTON_3P"_s, u"CS"_s};
    const QString model = query.queryItemValue(u"pmType"_s);
    if (model == "FFT_CURVES"_L1 || model == "ECP"_L1)
        return refusal(422, u"pmType: this server does not fit %1, only MS_2P and MORTON_3P"_s.arg(model));
    if (!model.isEmpty() && !fitted.contains(model))
        return refusal(422, u"pmType: [%1] is none of MS_2P, MORTON_3P, FFT_CURVES, ECP"_s.arg(model.left(40)));
    return {};
}

QJsonObject curveJson(const analysis::Curve &curve, const CurveWish &wish)
{
    QJsonArray lengths;
    QJsonArray values;
    QJsonArray starts;
    QJsonArray ends;
    for (const auto &point : curve) {
        lengths.append(point.length);
        values.append(std::round(point.value));
        starts.append(point.start);
        ends.append(point.end);
    }
    return {{wish.isPace() ? u"distance"_s : u"secs"_s, lengths},
        {u"values"_s, values},
        {u"start_index"_s, starts},
        {u"end_index"_s, ends}};
}

QJsonArray powerModels(const analysis::Curve &curve, const QString &only)
{
    QJsonArray models;
    const auto two = analysis::twoParameterModel(curve);
    if (two && (only.isEmpty() || only == "MS_2P"_L1))
        models.append(modelJson(u"MS_2P"_s, *two));
    const auto three = analysis::threeParameterModel(curve);
    if (three && (only.isEmpty() || only == "MORTON_3P"_L1))
        models.append(modelJson(u"MORTON_3P"_s, *three));
    return models;
}

QJsonArray paceModels(const analysis::Curve &curve)
{
    const auto model = analysis::criticalSpeed(curve);
    if (!model)
        return {};
    return {QJsonObject {{u"type"_s, u"CS"_s},
        {u"criticalSpeed"_s, asFloat(model->criticalSpeedMps)},
        {u"dPrime"_s, asFloat(model->storeMetres)},
        {u"r2"_s, asFloat(model->r2)},
        {u"inputPointIndexes"_s, indices(model->points)}}};
}

double valueOver(const analysis::Curve &curve, double length)
{
    const auto after
        = std::lower_bound(curve.begin(), curve.end(), length, [](const analysis::CurvePoint &point, double wanted) {
              return point.length < wanted;
          });
    if (after == curve.end())
        return 0;
    if (after->length == length || after == curve.begin())
        return after->value;
    const auto before = std::prev(after);
    const double share = (length - before->length) / (after->length - before->length);
    return before->value + share * (after->value - before->value);
}

QString curveTable(const CurveWish &wish, const QList<std::pair<QString, analysis::Curve>> &curves)
{
    QStringList heading {wish.isPace() ? u"distance"_s : u"secs"_s};
    std::map<double, QStringList> cells;
    for (qsizetype i = 0; i < curves.size(); ++i) {
        heading.append(curves.at(i).first);
        for (const auto &point : curves.at(i).second) {
            QStringList &row = cells[point.length];
            row.resize(curves.size());
            row[i] = QString::number(std::lround(point.value));
        }
    }
    QList<QStringList> rows {heading};
    for (const auto &[length, row] : cells)
        rows.append(QStringList {lengthCell(length)} + row);
    return csvOf(rows);
}

}
