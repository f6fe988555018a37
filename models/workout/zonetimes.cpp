// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/absolute.h"
#include "models/workout/document.h"

#include <QJsonArray>
#include <cmath>

using namespace Qt::StringLiterals;

namespace workout {

namespace {

constexpr double openEnd = 999; // the last zone has no upper bound

void addPowerZone(QJsonObject &json, qsizetype index, const domain::SportSettings &settings, int ftp)
{
    const QList<double> &bounds = powerZonesOf(settings);
    const double below = index > 0 ? bounds.at(index - 1) : 0;
    const double top = bounds.at(index);
    const QString name = settings.powerZoneNames.value(index);
    const QString from = QString::number(index > 0 ? below + 1 : 0);
    json.insert(u"name"_s, name.isEmpty() ? u'Z' + QString::number(index + 1) : name);
    json.insert(u"zone"_s, index + 1);
    json.insert(u"max"_s, top);
    json.insert(u"minWatts"_s, std::floor(below * ftp / 100) + 1);
    json.insert(u"maxWatts"_s, top >= openEnd ? 9999 : std::floor(top * ftp / 100));
    json.insert(u"percentRange"_s, top >= openEnd ? from + "% +"_L1 : from + "% - "_L1 + QString::number(top) + u'%');
}

void addSweetSpot(QJsonObject &json, const domain::SportSettings &settings, int ftp)
{
    const int low = settings.sweetSpotMinPercent.value_or(84);
    const int high = settings.sweetSpotMaxPercent.value_or(97);
    const auto [lowWatts, highWatts] = sweetSpotOf(settings, ftp);
    json.insert(u"name"_s, u"Sweet Spot"_s);
    json.insert(u"zone"_s, powerZonesOf(settings).size() + 1);
    json.insert(u"min"_s, low);
    json.insert(u"max"_s, high);
    json.insert(u"minWatts"_s, lowWatts);
    json.insert(u"maxWatts"_s, highWatts);
    json.insert(u"percentRange"_s, QString::number(low) + "% - "_L1 + QString::number(high) + u'%');
    json.insert(u"gap"_s, true); // it overlaps the others
}

}

QJsonArray zoneTimes(const Resolved &figures, const domain::SportSettings &settings)
{
    QJsonArray array;
    for (qsizetype i = 0; i < figures.zoneSeconds.size(); ++i) {
        const auto &[id, seconds] = figures.zoneSeconds.at(i);
        QJsonObject json {{u"id"_s, id}, {u"secs"_s, seconds}};
        if (figures.family == Family::Power && id == "SS"_L1)
            addSweetSpot(json, settings, figures.ftpWatts);
        else if (figures.family == Family::Power)
            addPowerZone(json, i, settings, figures.ftpWatts);
        array.append(json);
    }
    return array;
}

}
