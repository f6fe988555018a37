// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/curveoutput.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QString spokenMetres(double metres)
{
    return metres < 1000 ? u"%1 m"_s.arg(metres) : u"%1 km"_s.arg(std::round(metres / 10) / 100);
}

QString clockTime(double seconds)
{
    const auto whole = qint64(std::llround(seconds));
    const QString tail = u"%1:%2"_s.arg(whole / 60 % 60, whole >= 3600 ? 2 : 1, 10, QLatin1Char('0'))
                             .arg(whole % 60, 2, 10, QLatin1Char('0'));
    return whole >= 3600 ? u"%1:%2"_s.arg(whole / 3600).arg(tail) : tail;
}

bool isSpokenOf(double length, bool metres)
{
    static const QList<double> seconds {
        1, 5, 10, 15, 30, 60, 120, 180, 300, 480, 600, 900, 1200, 1800, 2700, 3600, 5400, 7200, 10'800};
    static const QList<double> ways {
        100, 200, 400, 800, 1000, 1609.34, 3000, 5000, 10'000, 15'000, 20'000, 21'097.5, 42'195};
    return (metres ? ways : seconds).contains(length);
}

QString headingOf(const domain::Curve &curve)
{
    if (!curve.label.isEmpty())
        return curve.label;
    const int work = curve.afterKilojoules.value_or(0);
    return work > 0 ? u"After %1 kJ"_s.arg(work) : u"Best"_s;
}

/// Each curve, and behind it the next best of other activities as curves of their own.
QList<domain::Curve> withOthers(const QList<domain::Curve> &curves)
{
    QList<domain::Curve> all;
    for (const auto &curve : curves) {
        all.append(curve);
        for (qsizetype rank = 0; rank < curve.others.size(); ++rank) {
            domain::Curve other = curve;
            other.label = u"Best %1"_s.arg(rank + 2);
            other.values.clear();
            const QJsonArray values = curve.others.at(rank).toArray();
            for (const auto &value : values)
                other.values.append(value.toDouble());
            all.append(other);
        }
    }
    return all;
}

}

endpoints::CurveKind curveKindNamed(const std::string &name)
{
    using endpoints::CurveKind;
    return name == "hr"  ? CurveKind::HeartRate
        : name == "pace" ? CurveKind::Pace
        : name == "gap"  ? CurveKind::GradePace
                         : CurveKind::Power;
}

QString spokenSeconds(double seconds)
{
    const auto whole = qint64(std::llround(seconds));
    QString text;
    for (const auto &[length, letter] : {std::pair {3600, u'h'}, std::pair {60, u'm'}, std::pair {1, u's'}}) {
        const qint64 count = length == 3600 ? whole / 3600 : length == 60 ? whole / 60 % 60 : whole % 60;
        if (count > 0)
            text += QString::number(count) + QChar(letter);
    }
    return text;
}

QList<QStringList> curveRows(const QList<domain::Curve> &found)
{
    const QList<domain::Curve> curves = withOthers(found);
    QStringList heading {u"Over"_s};
    qsizetype longest = 0;
    for (qsizetype i = 0; i < curves.size(); ++i) {
        heading.append(headingOf(curves.at(i)));
        if (curves.at(i).lengths().size() > curves.at(longest).lengths().size())
            longest = i;
    }
    QList<QStringList> rows {heading};
    if (curves.isEmpty())
        return rows;
    const bool metres = !curves.at(longest).metres.isEmpty();
    for (const double length : curves.at(longest).lengths()) {
        if (!isSpokenOf(length, metres))
            continue;
        QStringList row {metres ? spokenMetres(length) : spokenSeconds(length)};
        for (const auto &curve : curves) {
            const qsizetype at = curve.lengths().indexOf(length);
            const bool known = at >= 0 && at < curve.values.size();
            row.append(!known ? u"–"_s
                    : metres  ? clockTime(curve.values.at(at))
                              : QString::number(curve.values.at(at)));
        }
        rows.append(row);
    }
    return rows;
}

int printCurves(Context &context, const domain::Result<json::Records<domain::Curve>> &curves)
{
    if (!curves)
        return context.output().fail(curves.error());
    if (context.output().isJson()) {
        context.output().json(rawOf(*curves));
        return reportUnreadable(context.output(), *curves);
    }
    QList<domain::Curve> list;
    for (const auto &record : curves->values)
        list.append(record.value);
    context.output().table(curveRows(list));
    return reportUnreadable(context.output(), *curves);
}

}
