// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/gearwords.h"

#include <array>

using namespace Qt::StringLiterals;

namespace items {

namespace {

constexpr double secondsPerHour = 3600;
constexpr double metresPerMileOfGear = 1609.344;
constexpr double metresPerKilometre = 1000;
constexpr double fullyWorn = 100;
constexpr double nearlyWorn = 80;

struct TypeWords {
    const char *type;
    const char *words;
};

constexpr std::array typeWords {
    TypeWords {"Bike", QT_TRANSLATE_NOOP("items::GearWords", "Bike")},
    TypeWords {"Shoes", QT_TRANSLATE_NOOP("items::GearWords", "Shoes")},
    TypeWords {"Wetsuit", QT_TRANSLATE_NOOP("items::GearWords", "Wetsuit")},
    TypeWords {"RowingMachine", QT_TRANSLATE_NOOP("items::GearWords", "Rowing machine")},
    TypeWords {"Skis", QT_TRANSLATE_NOOP("items::GearWords", "Skis")},
    TypeWords {"Snowboard", QT_TRANSLATE_NOOP("items::GearWords", "Snowboard")},
    TypeWords {"Boat", QT_TRANSLATE_NOOP("items::GearWords", "Boat")},
    TypeWords {"Board", QT_TRANSLATE_NOOP("items::GearWords", "Board")},
    TypeWords {"Equipment", QT_TRANSLATE_NOOP("items::GearWords", "Equipment")},
    TypeWords {"Accessories", QT_TRANSLATE_NOOP("items::GearWords", "Accessories")},
    TypeWords {"Apparel", QT_TRANSLATE_NOOP("items::GearWords", "Apparel")},
    TypeWords {"Computer", QT_TRANSLATE_NOOP("items::GearWords", "Computer")},
    TypeWords {"Light", QT_TRANSLATE_NOOP("items::GearWords", "Light")},
    TypeWords {"Battery", QT_TRANSLATE_NOOP("items::GearWords", "Battery")},
    TypeWords {"Brake", QT_TRANSLATE_NOOP("items::GearWords", "Brake")},
    TypeWords {"BrakePads", QT_TRANSLATE_NOOP("items::GearWords", "Brake pads")},
    TypeWords {"Rotor", QT_TRANSLATE_NOOP("items::GearWords", "Rotor")},
    TypeWords {"Drivetrain", QT_TRANSLATE_NOOP("items::GearWords", "Drivetrain")},
    TypeWords {"BottomBracket", QT_TRANSLATE_NOOP("items::GearWords", "Bottom bracket")},
    TypeWords {"Cassette", QT_TRANSLATE_NOOP("items::GearWords", "Cassette")},
    TypeWords {"Chain", QT_TRANSLATE_NOOP("items::GearWords", "Chain")},
    TypeWords {"Chainrings", QT_TRANSLATE_NOOP("items::GearWords", "Chainrings")},
    TypeWords {"Crankset", QT_TRANSLATE_NOOP("items::GearWords", "Crankset")},
    TypeWords {"Derailleur", QT_TRANSLATE_NOOP("items::GearWords", "Derailleur")},
    TypeWords {"Pedals", QT_TRANSLATE_NOOP("items::GearWords", "Pedals")},
    TypeWords {"Lever", QT_TRANSLATE_NOOP("items::GearWords", "Lever")},
    TypeWords {"Cable", QT_TRANSLATE_NOOP("items::GearWords", "Cable")},
    TypeWords {"Frame", QT_TRANSLATE_NOOP("items::GearWords", "Frame")},
    TypeWords {"Fork", QT_TRANSLATE_NOOP("items::GearWords", "Fork")},
    TypeWords {"Handlebar", QT_TRANSLATE_NOOP("items::GearWords", "Handlebar")},
    TypeWords {"Headset", QT_TRANSLATE_NOOP("items::GearWords", "Headset")},
    TypeWords {"Saddle", QT_TRANSLATE_NOOP("items::GearWords", "Saddle")},
    TypeWords {"Seatpost", QT_TRANSLATE_NOOP("items::GearWords", "Seatpost")},
    TypeWords {"Shock", QT_TRANSLATE_NOOP("items::GearWords", "Shock")},
    TypeWords {"Stem", QT_TRANSLATE_NOOP("items::GearWords", "Stem")},
    TypeWords {"Axel", QT_TRANSLATE_NOOP("items::GearWords", "Axle")},
    TypeWords {"Hub", QT_TRANSLATE_NOOP("items::GearWords", "Hub")},
    TypeWords {"Trainer", QT_TRANSLATE_NOOP("items::GearWords", "Trainer")},
    TypeWords {"Tube", QT_TRANSLATE_NOOP("items::GearWords", "Tube")},
    TypeWords {"Tyre", QT_TRANSLATE_NOOP("items::GearWords", "Tyre")},
    TypeWords {"Wheel", QT_TRANSLATE_NOOP("items::GearWords", "Wheel")},
    TypeWords {"Wheelset", QT_TRANSLATE_NOOP("items::GearWords", "Wheelset")},
    TypeWords {"PowerMeter", QT_TRANSLATE_NOOP("items::GearWords", "Power meter")},
    TypeWords {"Cleats", QT_TRANSLATE_NOOP("items::GearWords", "Cleats")},
    TypeWords {"CyclingShoes", QT_TRANSLATE_NOOP("items::GearWords", "Cycling shoes")},
    TypeWords {"Paddle", QT_TRANSLATE_NOOP("items::GearWords", "Paddle")},
};

bool isPutOff(const domain::GearReminder &reminder, QDate today)
{
    const QDate until = QDate::fromString(reminder.snoozedUntil.left(10), Qt::ISODate);
    return until.isValid() && until > today;
}

}

QString GearWords::type(const QString &type)
{
    for (const TypeWords &each : typeWords) {
        if (type == QLatin1StringView(each.type))
            return tr(each.words);
    }
    return type;
}

double GearWords::metresPerUnit() const
{
    return m_figures.miles() ? metresPerMileOfGear : metresPerKilometre;
}

QString GearWords::distanceUnit() const
{
    return m_figures.miles() ? u"mi"_s : u"km"_s;
}

Figure GearWords::distance(std::optional<double> metres) const
{
    return m_figures.plain(metres ? std::optional(*metres / metresPerUnit()) : std::nullopt, distanceUnit());
}

Figure GearWords::hours(std::optional<double> seconds) const
{
    return m_figures.plain(seconds ? std::optional(*seconds / secondsPerHour) : std::nullopt, tr("h", "hours"));
}

QString GearWords::interval(const domain::GearReminder &reminder) const
{
    QStringList limits;
    if (reminder.distanceMetres.value_or(0) > 0)
        limits.append(distance(reminder.distanceMetres).text());
    if (reminder.timeSeconds.value_or(0) > 0)
        limits.append(hours(reminder.timeSeconds).text());
    // The English for one is written out, for there is no English translation that would choose it.
    if (const int count = reminder.activities.value_or(0); count > 0)
        limits.append(count == 1 ? tr("1 activity") : tr("%n activities", nullptr, count));
    if (const int count = reminder.days.value_or(0); count > 0)
        limits.append(count == 1 ? tr("1 day") : tr("%n days", nullptr, count));
    return limits.isEmpty() ? tr("no limit is set")
                            : tr("after %1", "a distance, a time …").arg(limits.join(tr(" or ")));
}

QString GearWords::state(const domain::GearReminder &reminder, QDate today) const
{
    if (isPutOff(reminder, today)) {
        const QDate until = QDate::fromString(reminder.snoozedUntil.left(10), Qt::ISODate);
        return tr("put off until %1", "a day").arg(m_figures.locale().toString(until, QLocale::ShortFormat));
    }
    if (!reminder.percentUsed)
        return {};
    const QString used = m_figures.percent(reminder.percentUsed).text();
    return *reminder.percentUsed >= fullyWorn ? tr("due, %1 used", "a percentage").arg(used)
                                              : tr("%1 used", "a percentage").arg(used);
}

GearWear wearOf(const domain::GearReminder &reminder, QDate today)
{
    if (!reminder.percentUsed)
        return GearWear::None;
    if (isPutOff(reminder, today) || *reminder.percentUsed < nearlyWorn)
        return GearWear::Far;
    return *reminder.percentUsed >= fullyWorn ? GearWear::Due : GearWear::Soon;
}

}
