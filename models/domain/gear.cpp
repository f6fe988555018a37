// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/gear.h"

#include "models/domain/fieldsimpl.h"

using namespace Qt::StringLiterals;

namespace domain {

template<>
struct Fields<Gear> {
    static constexpr auto all = std::tuple {
        field("id"_L1, &Gear::id, Access::ReadOnly),
        field("name"_L1, &Gear::name),
        field("type"_L1, &Gear::type),
        field("notes"_L1, &Gear::notes),
        field("purchased"_L1, &Gear::purchased),
        field("retired"_L1, &Gear::retired),
        field("component"_L1, &Gear::component),
        field("component_ids"_L1, &Gear::componentIds),
        field("use_elapsed_time"_L1, &Gear::useElapsedTime),
        field("distance"_L1, &Gear::distanceMetres),
        field("time"_L1, &Gear::timeSeconds),
        field("activities"_L1, &Gear::activities),
        field("reminders"_L1, &Gear::reminders, Access::ReadOnly),
    };
};

template<>
struct Fields<GearReminder> {
    static constexpr auto all = std::tuple {
        field("id"_L1, &GearReminder::id, Access::ReadOnly),
        field("name"_L1, &GearReminder::name),
        field("distance"_L1, &GearReminder::distanceMetres),
        field("time"_L1, &GearReminder::timeSeconds),
        field("activities"_L1, &GearReminder::activities),
        field("days"_L1, &GearReminder::days),
        field("percent_used"_L1, &GearReminder::percentUsed, Access::ReadOnly),
        field("last_reset"_L1, &GearReminder::lastReset, Access::ReadOnly),
        field("snoozed_until"_L1, &GearReminder::snoozedUntil, Access::ReadOnly),
    };
};

template<>
struct Fields<GearUse> {
    static constexpr auto all = std::tuple {
        field("distance"_L1, &GearUse::distanceMetres, Access::ReadOnly),
        field("moving_time"_L1, &GearUse::movingSeconds, Access::ReadOnly),
        field("elapsed_time"_L1, &GearUse::elapsedSeconds, Access::ReadOnly),
        field("activities"_L1, &GearUse::activities, Access::ReadOnly),
    };
};

MICROCYCLE_INSTANTIATE_FIELDS(Gear)
MICROCYCLE_INSTANTIATE_FIELDS(GearReminder)
MICROCYCLE_INSTANTIATE_FIELDS(GearUse)

QList<GearReminder> remindersOf(const Gear &gear)
{
    QList<GearReminder> reminders;
    for (const auto &entry : gear.reminders) {
        auto reminder = fromJson<GearReminder>(entry.toObject());
        if (entry.isObject() && reminder)
            reminders.append(*std::move(reminder));
    }
    return reminders;
}

const QStringList &gearTypes()
{
    static const QStringList types
        = u"Bike Shoes Wetsuit RowingMachine Skis Snowboard Boat Board Equipment Accessories Apparel Computer Light "
          u"Battery Brake BrakePads Rotor Drivetrain BottomBracket Cassette Chain Chainrings Crankset Derailleur "
          u"Pedals "
          u"Lever Cable Frame Fork Handlebar Headset Saddle Seatpost Shock Stem Axel Hub Trainer Tube Tyre Wheel "
          u"Wheelset PowerMeter Cleats CyclingShoes Paddle"_s.split(u' ');
    return types;
}

}
