// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/recordedcalls.h"

#include "api/endpoints/getactivity.h"
#include "api/endpoints/getstreams.h"
#include "api/endpoints/listactivities.h"
#include "api/endpoints/updateactivity.h"
#include "api/endpoints/uploadactivity.h"

using namespace Qt::StringLiterals;

namespace conformance {

namespace {

QByteArray shortTrack()
{
    QByteArray points;
    for (int second = 0; second < 120; ++second) {
        points += QStringLiteral("<trkpt lat=\"%1\" lon=\"6.1\"><ele>375</ele><time>2026-03-10T07:%2:%3Z</time></trkpt>")
                      .arg(46.2 + second * 0.00003, 0, 'f', 6)
                      .arg(second / 60, 2, 10, QChar(u'0'))
                      .arg(second % 60, 2, 10, QChar(u'0'))
                      .toUtf8();
    }
    return R"(<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><type>running</type><trkseg>)"
        + points + "</trkseg></trk></gpx>";
}

}

void callRecorded(Surface &surface, QDate today)
{
    const domain::DateRange month {today.addDays(-30), today};
    const auto listed = surface.call(endpoints::ListActivities {.days = month});
    surface.visit(endpoints::ListActivities {.days = month, .limit = 3, .fields = {u"name"_s, u"icu_training_load"_s}});
    surface.visit(endpoints::UploadActivity {.file = shortTrack(), .fileName = u"loop.gpx"_s, .name = u"Loop"_s});
    if (!listed || listed->values.isEmpty() || !listed->values.first().value.id)
        return;
    const domain::ActivityId id = *listed->values.first().value.id;
    surface.visit(endpoints::GetActivity {.activity = id});
    surface.visit(endpoints::GetStreams {.activity = id});
    surface.visit(endpoints::GetStreams {.activity = id, .types = {u"time"_s, u"heartrate"_s}});
    surface.visit(endpoints::UpdateActivity {.activity = id, .body = {{u"icu_rpe"_s, 5}, {u"feel"_s, 2}}});
}

}
