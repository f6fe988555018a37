// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/personcalls.h"

#include "api/endpoints/athlete.h"
#include "api/endpoints/createevents.h"
#include "api/endpoints/gear.h"
#include "api/endpoints/listevents.h"
#include "api/endpoints/listfolders.h"
#include "api/endpoints/listwellness.h"
#include "api/endpoints/manyevents.h"
#include "api/endpoints/markeventdone.h"
#include "api/endpoints/plans.h"
#include "api/endpoints/putwellness.h"
#include "api/endpoints/sportsettings.h"

using namespace Qt::StringLiterals;

namespace conformance {

namespace {

QJsonObject rideOn(QDate day)
{
    return {{u"category"_s, u"WORKOUT"_s},
        {u"start_date_local"_s, day.toString(Qt::ISODate) + u"T00:00:00"_s},
        {u"type"_s, u"Ride"_s},
        {u"name"_s, u"Spin"_s},
        {u"moving_time"_s, 3600},
        {u"icu_training_load"_s, 40}};
}

void callEvents(Surface &surface, QDate today)
{
    using namespace endpoints;
    const domain::DateRange later {today.addDays(300), today.addDays(320)};
    const auto made = surface.call(CreateEvents {.events = {rideOn(later.first), rideOn(later.first.addDays(1))},
        .match = CreateEvents::Match::Uid,
        .asOnePlan = true});
    surface.visit(
        ListEvents {.days = later, .more = {.limit = 5, .ext = u"zwo"_s, .resolve = true, .powerRangePercent = 5}});
    surface.visit(ExportEvents {.days = later});
    surface.visit(UpdateEvents {.days = later, .hideFromAthlete = true});
    if (made && made->values.size() == 2) {
        const domain::EventId id = made->values.first().value.id.value_or(domain::EventId {});
        surface.visit(DuplicateEvents {.events = {id}, .copies = 2});
        surface.visit(MarkEventDone {.event = id});
        surface.visit(BulkDeleteEvents {.events = {id}});
    }
    surface.visit(DeleteEvents {.oldest = later.first, .newest = later.last, .categories = {u"WORKOUT"_s}});
    surface.visit(ListEventTags {});
    surface.visit(ListFitnessModelEvents {});
    surface.visit(ListCalendars {});
}

void callWellness(Surface &surface, QDate today)
{
    using namespace endpoints;
    const domain::DateRange days {today.addDays(-3), today};
    const QString day = today.addDays(-1).toString(Qt::ISODate);
    surface.visit(ExportWellness {.days = days});
    surface.visit(PutWellnessRecord {.body = {{u"id"_s, day}, {u"steps"_s, 9000}}});
    surface.visit(PutManyWellness {.days = {QJsonObject {{u"id"_s, day}, {u"steps"_s, 9100}}}});
    surface.visit(UploadWellness {
        .fileName = u"days.csv"_s, .file = "date,weight\n" + day.toUtf8() + ",61.5\n", .ignoreMissing = true});
}

void callSports(Surface &surface)
{
    using namespace endpoints;
    surface.visit(GetSportSettings {.sport = u"Ride"_s});
    surface.visit(
        UpdateSportSettings {.sport = u"Ride"_s, .body = {{u"ftp"_s, 255}}, .recalculateHeartRateZones = true});
    surface.visit(UpdateManySportSettings {.settings = {QJsonObject {{u"id"_s, 1}, {u"ftp"_s, 256}}}});
    surface.visit(ApplySportSettings {.sport = u"Run"_s});
    surface.visit(ListMatchingActivities {.sport = u"Swim"_s});
    surface.visit(GetPaceDistances {.sport = u"Run"_s});
    const auto made = surface.call(CreateSportSettings {.body = {{u"types"_s, QJsonArray {u"Rowing"_s}}}});
    if (made)
        surface.visit(DeleteSportSettings {.settings = made->value.id.value_or(0)});
}

void callGear(Surface &surface)
{
    using namespace endpoints;
    surface.visit(ListGear {});
    surface.visit(ExportGear {});
    const auto made
        = surface.call(CreateGear {.body = {{u"name"_s, u"Chain"_s}, {u"type"_s, u"Chain"_s}, {u"component"_s, true}}});
    if (!made || !made->value.id)
        return;
    const domain::GearId gear = *made->value.id;
    surface.visit(UpdateGear {.gear = gear, .body = {{u"notes"_s, u"waxed"_s}}});
    surface.visit(CountGearUse {.gear = gear});
    surface.visit(AddGearReminder {.gear = gear, .body = {{u"name"_s, u"Wax"_s}, {u"distance"_s, 300000}}});
    surface.visit(UpdateGearReminder {.gear = gear, .reminder = 1, .reset = true});
    surface.visit(DeleteGearReminder {.gear = gear, .reminder = 1});
    surface.visit(ReplaceGear {.gear = gear});
    surface.visit(DeleteGear {.gear = gear});
}

void callPlans(Surface &surface, QDate today)
{
    using namespace endpoints;
    const auto plan = surface.call(GetTrainingPlan {});
    const QString start = today.addDays(200).toString(Qt::ISODate);
    surface.visit(PutTrainingPlan {.body = {{u"training_plan_start_date"_s, start}}});
    surface.visit(
        PutAthletePlans {.plans = {QJsonObject {{u"id"_s, u"i0000001"_s}, {u"training_plan_alias"_s, u"Base"_s}}}});
    surface.visit(ApplyPlanChanges {});
    if (!plan || !plan->value.plan)
        return;
    surface.visit(HidePlanDays {.folder = *plan->value.plan, .oldest = 0, .newest = 2});
    domain::SharedWith person;
    person.id = domain::AthleteId {u"i9"_s};
    surface.visit(PutSharing {.folder = *plan->value.plan, .people = {person}});
    surface.visit(ListSharing {.folder = *plan->value.plan});
}

}

void callPerson(Surface &surface, QDate today)
{
    using namespace endpoints;
    callEvents(surface, today);
    callWellness(surface, today);
    callSports(surface);
    callGear(surface);
    callPlans(surface, today);
    surface.visit(UpdateAthlete {.body = {{u"city"_s, u"Lyon"_s}}});
    surface.visit(GetProfile {});
    surface.visit(GetDeviceSettings {.device = u"desktop"_s});
    surface.visit(ListWeekSummaries {.days = {today.addDays(-13), today}});
    surface.visit(ExportWeekSummaries {});
    surface.visit(GetWeatherConfig {});
    surface.visit(PutWeatherConfig {.body = {{u"forecasts"_s, QJsonArray()}}});
    surface.visit(GetWeatherForecast {});
    surface.visit(ListCustomItems {});
    surface.visit(GetCustomItem {.item = 1});
}

}
