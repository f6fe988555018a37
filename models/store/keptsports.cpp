// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/keptsports.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace store {

QJsonObject keptSports(const QList<QJsonObject> &rows)
{
    QJsonArray array;
    for (const auto &row : rows)
        array.append(row);
    return {{u"rows"_s, array}};
}

QList<domain::SportSettings> sportsIn(const QJsonObject &kept)
{
    QList<domain::SportSettings> sports;
    const QJsonArray rows = kept.value("rows"_L1).toArray();
    for (const auto &row : rows) {
        if (auto settings = domain::fromJson<domain::SportSettings>(row.toObject()))
            sports.append(*std::move(settings));
    }
    return sports;
}

}
