// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/sportnames.h"

#include "models/domain/sport.h"

#include <QHash>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace files {

QString sportOf(QStringView nameInFile)
{
    QString word;
    for (const QChar c : nameInFile.left(60)) {
        if (c.isLetterOrNumber())
            word += c.toLower();
    }
    // Numbers are those of one site's exports.
    static const QHash<QString, QString> others {{u"1"_s, u"Ride"_s},
        {u"9"_s, u"Run"_s},
        {u"bike"_s, u"Ride"_s},
        {u"biking"_s, u"Ride"_s},
        {u"cycling"_s, u"Ride"_s},
        {u"roadcycling"_s, u"Ride"_s},
        {u"roadbiking"_s, u"Ride"_s},
        {u"indoorcycling"_s, u"VirtualRide"_s},
        {u"virtualcycling"_s, u"VirtualRide"_s},
        {u"gravelcycling"_s, u"GravelRide"_s},
        {u"mountainbiking"_s, u"MountainBikeRide"_s},
        {u"running"_s, u"Run"_s},
        {u"treadmillrunning"_s, u"VirtualRun"_s},
        {u"trailrunning"_s, u"TrailRun"_s},
        {u"swimming"_s, u"Swim"_s},
        {u"lapswimming"_s, u"Swim"_s},
        {u"openwaterswimming"_s, u"OpenWaterSwim"_s},
        {u"walking"_s, u"Walk"_s},
        {u"hiking"_s, u"Hike"_s},
        {u"rowing"_s, u"Rowing"_s},
        {u"crosscountryskiing"_s, u"NordicSki"_s},
        {u"strengthtraining"_s, u"WeightTraining"_s}};
    if (const auto it = others.constFind(word); it != others.constEnd())
        return *it;
    const QStringList known = domain::knownSports();
    for (const auto &sport : known) {
        if (sport.toLower() == word)
            return sport;
    }
    return {};
}

}
