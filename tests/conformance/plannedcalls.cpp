// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/plannedcalls.h"

#include "api/endpoints/createevent.h"
#include "api/endpoints/createevents.h"
#include "api/endpoints/deleteevent.h"
#include "api/endpoints/disconnectapp.h"
#include "api/endpoints/downloadevent.h"
#include "api/endpoints/downloadworkouts.h"
#include "api/endpoints/getathlete.h"
#include "api/endpoints/getevent.h"
#include "api/endpoints/getwellness.h"
#include "api/endpoints/listevents.h"
#include "api/endpoints/listsportsettings.h"
#include "api/endpoints/listwellness.h"
#include "api/endpoints/putwellness.h"
#include "api/endpoints/updateevent.h"

using namespace Qt::StringLiterals;

namespace conformance {

namespace {

QJsonObject workoutOn(QDate day, const QString &externalId)
{
    return {{u"category"_s, u"WORKOUT"_s},
        {u"start_date_local"_s, day.toString(Qt::ISODate) + u"T00:00:00"_s},
        {u"type"_s, u"Ride"_s},
        {u"name"_s, u"Openers"_s},
        {u"external_id"_s, externalId},
        {u"description"_s, u"- 20m 60%\n\n3x\n- 1m 110%\n- 1m 50%"_s}};
}

}

void callPlanned(Surface &surface, QDate today)
{
    const domain::DateRange fortnight {today.addDays(-7), today.addDays(7)};
    surface.visit(endpoints::ListEvents {.days = fortnight});
    surface.visit(endpoints::ListEvents {.days = fortnight, .categories = {u"WORKOUT"_s, u"NOTE"_s}});
    surface.visit(
        endpoints::CreateEvents {.events = {workoutOn(today.addDays(2), u"a"_s), workoutOn(today.addDays(3), u"b"_s)}});
    const auto made = surface.call(endpoints::CreateEvent {.body = workoutOn(today.addDays(1), u"c"_s)});
    if (made && made->value.id) {
        const domain::EventId id = *made->value.id;
        surface.visit(endpoints::GetEvent {.event = id});
        surface.visit(endpoints::UpdateEvent {.event = id, .body = {{u"name"_s, u"Openers, early"_s}}});
        for (const QString &format :
            {u"zwo"_s, u"mrc"_s, u"erg"_s}) // the validator takes bytes for text, which harms fit
            surface.visit(endpoints::DownloadEvent {.event = id, .format = format});
        surface.visit(endpoints::DownloadWorkouts {.days = fortnight, .format = u"zwo"_s});
        surface.visit(endpoints::DeleteEvent {.event = id});
    }

    surface.visit(endpoints::ListWellness {.days = fortnight});
    surface.visit(endpoints::GetWellness {.day = today});
    surface.visit(endpoints::PutWellness {.day = today, .body = {{u"weight"_s, 71.5}, {u"restingHR"_s, 48}}});

    surface.refuse(endpoints::DisconnectApp {}, 401); // only a token can be given back
    surface.visit(endpoints::GetAthlete {});
    surface.visit(endpoints::ListSportSettings {});
}

}
