// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/activities/samplerides.h"

#include <QDate>

namespace samples {

/// What the service gives of an activity that came from Strava.
inline QJsonObject stravaStub()
{
    return {{u"id"_s, u"777"_s},
        {u"start_date_local"_s, u"2026-03-10T09:00:00"_s},
        {u"source"_s, u"STRAVA"_s},
        {u"_note"_s, u"not available"_s}};
}

/// So many activities before the sample days, newest first.
inline QList<QJsonObject> season(int count)
{
    struct Kind {
        const char *type;
        const char *name;
        int minutes;
        int load;
        double kilometres;
        double intensity;
    };
    static constexpr Kind kinds[] {{"Ride", "Endurance 110", 112, 74, 54.2, 68},
        {"Run", "Easy run", 49, 41, 9.3, 72},
        {"Ride", "Sweet spot 3×12", 73, 84, 37.8, 86},
        {"Swim", "Swim CSS", 46, 38, 2.4, 81},
        {"Ride", "Long with tempo", 221, 186, 112.6, 74},
        {"WeightTraining", "Strength A", 41, 0, 0, 0},
        {"VirtualRide", "Recovery spin", 45, 22, 22.1, 54},
        {"TrailRun", "Hills in the forest, with a very long name that has to be shortened", 88, 96, 14.8, 82}};
    QList<QJsonObject> list;
    Noise noise(3);
    for (int i = 0; i < count; ++i) {
        const Kind &kind = kinds[std::size_t(i) % std::size(kinds)];
        const double scale = 1 + 0.08 * double(noise.next());
        QJsonObject one {{u"id"_s, u"i%1"_s.arg(1000 + i)},
            {u"type"_s, QLatin1StringView(kind.type)},
            {u"name"_s, QString::fromUtf8(kind.name)},
            {u"start_date_local"_s, QDate(2026, 3, 9).addDays(-i).toString(Qt::ISODate) + u"T08:00:00"_s},
            {u"moving_time"_s, int(kind.minutes * 60 * scale)}};
        if (kind.load > 0)
            one.insert(u"icu_training_load"_s, int(kind.load * scale));
        if (kind.kilometres > 0)
            one.insert(u"distance"_s, kind.kilometres * 1000 * scale);
        if (kind.intensity > 0)
            one.insert(u"icu_intensity"_s, kind.intensity * scale);
        if (i % 3 != 1)
            one.insert(u"compliance"_s, i % 17 == 5 ? 62 : 100 * scale);
        if (i % 17 == 5)
            one.insert(u"tags"_s, QJsonArray {u"race"_s});
        list.append(one);
    }
    return list;
}

}
