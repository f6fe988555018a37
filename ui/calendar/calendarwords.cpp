// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/calendarwords.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr QChar minus(0x2212);
constexpr double metresPerMile = 1609.344;
constexpr qsizetype longestReason = 200;

}

QString CalendarWords::none() const
{
    return u"–"_s;
}

QString CalendarWords::duration(std::optional<int> seconds) const
{
    if (!seconds)
        return none();
    const int minutes = (*seconds + 30) / 60;
    //: hours and minutes, for example 1h05
    return tr("%1h%2").arg(minutes / 60).arg(minutes % 60, 2, 10, QChar(u'0'));
}

QString CalendarWords::number(double value, int decimals) const
{
    const QString text = m_locale.toString(std::abs(value), 'f', decimals);
    const bool zero = text == m_locale.toString(0.0, 'f', decimals);
    return value < 0 && !zero ? minus + text : text;
}

QString CalendarWords::signedNumber(double value, int decimals) const
{
    const QString text = number(value, decimals);
    return value < 0 ? text : u'+' + text;
}

QString CalendarWords::signedDuration(int seconds) const
{
    return (seconds < 0 ? QString(minus) : u"+"_s) + duration(std::abs(seconds));
}

double CalendarWords::metresPerUnit() const
{
    return m_miles ? metresPerMile : 1000.0;
}

QString CalendarWords::distanceUnit() const
{
    return m_miles ? tr("mi") : tr("km");
}

QString CalendarWords::distance(std::optional<double> metres) const
{
    if (!metres)
        return none();
    const double value = *metres / metresPerUnit();
    return tr("%1 %2", "distance and unit").arg(m_locale.toString(value, 'f', value < 100 ? 1 : 0), distanceUnit());
}

QString CalendarWords::dayShort(QDate day) const
{
    return m_locale.toString(day, u"ddd d"_s);
}

QString CalendarWords::dayMonth(QDate day) const
{
    return m_locale.toString(day, u"d MMM"_s);
}

QString CalendarWords::monthYear(QDate day) const
{
    return m_locale.standaloneMonthName(day.month()) + u' ' + QString::number(day.year());
}

QString CalendarWords::dayLong(QDate day) const
{
    return m_locale.toString(day, u"dddd d MMMM"_s);
}

QString CalendarWords::sport(const QString &type) const
{
    static const QHash<QString, const char *> names {
        {u"Ride"_s, QT_TR_NOOP("Ride")},
        {u"Run"_s, QT_TR_NOOP("Run")},
        {u"Swim"_s, QT_TR_NOOP("Swim")},
        {u"WeightTraining"_s, QT_TR_NOOP("Strength")},
        {u"VirtualRide"_s, QT_TR_NOOP("Virtual ride")},
        {u"GravelRide"_s, QT_TR_NOOP("Gravel ride")},
        {u"MountainBikeRide"_s, QT_TR_NOOP("Mountain bike ride")},
        {u"TrailRun"_s, QT_TR_NOOP("Trail run")},
        {u"OpenWaterSwim"_s, QT_TR_NOOP("Open water swim")},
        {u"Walk"_s, QT_TR_NOOP("Walk")},
        {u"Hike"_s, QT_TR_NOOP("Hike")},
        {u"Rowing"_s, QT_TR_NOOP("Rowing")},
        {u"NordicSki"_s, QT_TR_NOOP("Nordic ski")},
        {u"Yoga"_s, QT_TR_NOOP("Yoga")},
        {u"Workout"_s, QT_TR_NOOP("Workout")},
        {u"Other"_s, QT_TR_NOOP("Other")},
    };
    if (const char *known = names.value(type))
        return tr(known);
    QString spaced; // a sport without a name of ours: its own, in words
    for (const QChar letter : type) {
        if (letter.isUpper() && !spaced.isEmpty())
            spaced += u' ';
        spaced += spaced.isEmpty() ? letter : letter.toLower();
    }
    return spaced;
}

QString CalendarWords::category(domain::Category category) const
{
    switch (category) {
    case domain::Category::Workout:
        return tr("Workout");
    case domain::Category::RaceA:
        return tr("Race A");
    case domain::Category::RaceB:
        return tr("Race B");
    case domain::Category::RaceC:
        return tr("Race C");
    case domain::Category::Note:
        return tr("Note");
    case domain::Category::Holiday:
        return tr("Holiday");
    case domain::Category::Sick:
        return tr("Sick");
    case domain::Category::Injured:
        return tr("Injured");
    case domain::Category::Plan:
        return tr("Phase");
    case domain::Category::SeasonStart:
        return tr("Season start");
    case domain::Category::Target:
        return tr("Target");
    case domain::Category::FitnessDays:
        return tr("Fitness days");
    case domain::Category::SetFitness:
        return tr("Set fitness");
    case domain::Category::SetEftp:
        return tr("Set eFTP");
    case domain::Category::Other:
        break;
    }
    return tr("Entry");
}

QString CalendarWords::mark(store::Mark mark, const QString &reason) const
{
    switch (mark) {
    case store::Mark::Synced:
        return {};
    case store::Mark::Waiting:
        return tr("Saved here, not sent yet.");
    case store::Mark::Sending:
        return tr("Saved here, being sent.");
    case store::Mark::Unknown:
        return tr("Sent, but no answer came. It is checked before it is sent again.");
    case store::Mark::Conflict:
        return tr("Changed here and on the service. Choose which one stands.");
    case store::Mark::Refused:
        break;
    }
    QString plain = reason.simplified().left(longestReason);
    while (plain.endsWith(u'.'))
        plain.chop(1);
    return plain.isEmpty() ? tr("The service refused the last change.")
                           : tr("The service refused the last change: %1.", "the reason it gave").arg(plain);
}

QString CalendarWords::offset(int days) const
{
    const QString text = days == 1 || days == -1 ? tr("%1 day") : tr("%1 days");
    return text.arg(days == 0 ? u"0"_s : signedNumber(days));
}

QString CalendarWords::moveHint(int count, QDate target, int days, bool copy) const
{
    QString verb;
    if (count == 1)
        verb = copy ? tr("Copy to %1") : tr("Move to %1");
    else
        verb = (copy ? tr("Copy %2 to %1") : tr("Move %2 to %1"));
    QString text = verb.arg(dayShort(target));
    if (count != 1)
        text = text.arg(count);
    return days == 0 ? text : tr("%1 · %2").arg(text, offset(days));
}

QString CalendarWords::planHint(int count, QDate target) const
{
    return count == 1 ? tr("Plan on %1").arg(dayShort(target))
                      : tr("Plan %1, the first on %2").arg(m_locale.toString(count), dayShort(target));
}

QString CalendarWords::moved(const QString &name, int count, QDate day) const
{
    return count == 1 ? tr("Moved %1 to %2.").arg(name, dayShort(day))
                      : tr("Moved %1 workouts, the first to %2.").arg(m_locale.toString(count), dayShort(day));
}

QString CalendarWords::copied(const QString &name, int count, QDate day) const
{
    return count == 1 ? tr("Copied %1 to %2.").arg(name, dayShort(day))
                      : tr("Copied %1 workouts, the first to %2.").arg(m_locale.toString(count), dayShort(day));
}

QString CalendarWords::removed(const QString &name, int count) const
{
    return count == 1 ? tr("Deleted %1.").arg(name) : tr("Deleted %1 workouts.").arg(m_locale.toString(count));
}

QString CalendarWords::created(const QString &name, QDate day) const
{
    return tr("Planned %1 for %2.").arg(name, dayShort(day));
}

QString CalendarWords::createdAll(const QString &name, int count, QDate day) const
{
    return count == 1 ? created(name, day)
                      : tr("Planned %1 entries, the first on %2.").arg(m_locale.toString(count), dayShort(day));
}

QString CalendarWords::fileFormat(const QString &ending) const
{
    if (ending == "zwo"_L1)
        return tr("Zwift workout (.zwo)");
    if (ending == "fit"_L1)
        return tr("Garmin workout (.fit)");
    if (ending == "erg"_L1)
        return tr("Watts over time (.erg)");
    if (ending == "mrc"_L1)
        return tr("Percent over time (.mrc)");
    if (ending == "ics"_L1)
        return tr("Calendar (.ics)");
    return u"."_s + ending;
}

}
