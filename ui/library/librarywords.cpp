// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/librarywords.h"

#include "models/items/librarybands.h"

using namespace Qt::StringLiterals;

namespace ui {

QString LibraryWords::section(bool plans)
{
    return plans ? tr("Plans") : tr("Folders");
}

QString LibraryWords::duration(std::optional<int> seconds)
{
    if (!seconds)
        return u"–"_s;
    const int minutes = (*seconds + 30) / 60;
    //: hours and minutes, for example 1h05
    return tr("%1h%2").arg(minutes / 60).arg(minutes % 60, 2, 10, QChar(u'0'));
}

QString LibraryWords::dayOfPlan(int day) const
{
    //: a day of a plan, which begins on a Monday: week 2, Tuesday
    return tr("W%1 %2").arg(m_locale.toString(day / daysOfWeek + 1),
        m_locale.standaloneDayName(day % daysOfWeek + 1, QLocale::ShortFormat));
}

QString LibraryWords::weeks(int weeks) const
{
    return weeks == 1 ? tr("1 week") : tr("%n weeks", nullptr, weeks);
}

QString LibraryWords::durationBand(int band) const
{
    const auto hours = [](int minutes) { return duration(minutes * 60); };
    if (band <= 0)
        //: workouts by how long they take
        return tr("Under %1").arg(hours(items::minuteBounds[0]));
    if (band >= items::bandCount - 1)
        return tr("From %1").arg(hours(items::minuteBounds[items::bandCount - 2]));
    return tr("%1 to %2").arg(hours(items::minuteBounds[band - 1]), hours(items::minuteBounds[band]));
}

QString LibraryWords::loadBand(int band) const
{
    if (band <= 0)
        return tr("Load under %1").arg(number(items::loadBounds[0]));
    if (band >= items::bandCount - 1)
        return tr("Load from %1").arg(number(items::loadBounds[items::bandCount - 2]));
    return tr("Load %1 to %2").arg(number(items::loadBounds[band - 1]), number(items::loadBounds[band]));
}

QString LibraryWords::zone(int zone) const
{
    return tr("Zone %1").arg(number(zone));
}

QString LibraryWords::day(QDate day) const
{
    return m_locale.toString(day, tr("ddd d MMMM", "a day, as QDate formats it"));
}

QString LibraryWords::spoken(const store::LibraryRow &row) const
{
    QStringList parts {row.name};
    if (row.type == "NOTE"_L1)
        parts.append(tr("Note"));
    else
        parts.append(m_sport(row.type));
    if (row.day)
        parts.append(dayOfPlan(*row.day));
    if (row.movingTime)
        parts.append(duration(int(row.movingTime->count())));
    if (row.load)
        parts.append(tr("load %1").arg(number(*row.load)));
    return parts.join(u", "_s);
}

QString LibraryWords::spoken(const store::LibraryFolder &folder, int workouts, int weekCount) const
{
    QStringList parts {folder.name, folder.plan ? tr("Plan") : tr("Folder")};
    if (folder.plan && weekCount > 0)
        parts.append(weeks(weekCount));
    parts.append(shown(workouts, workouts));
    return parts.join(u", "_s);
}

items::LibraryWords LibraryWords::forModel() const
{
    return {&LibraryWords::section,
        [words = *this](const store::LibraryRow &row) { return words.spoken(row); },
        [words = *this](const store::LibraryFolder &folder, int workouts, int weeks) {
            return words.spoken(folder, workouts, weeks);
        }};
}

QString LibraryWords::shown(int workouts, int all) const
{
    if (workouts != all)
        return tr("%1 of %n workouts", nullptr, all).arg(number(workouts));
    return all == 1 ? tr("1 workout") : tr("%n workouts", nullptr, all);
}

QString LibraryWords::hint(items::LibraryNode node, QDate date) const
{
    if (!date.isValid())
        return {};
    if (node == items::LibraryNode::Plan)
        return tr("Enter lays it out from %1").arg(day(date));
    return node == items::LibraryNode::Workout ? tr("Enter plans it on %1").arg(day(date)) : QString();
}

QString LibraryWords::removed(const QString &name, int workouts, bool folder)
{
    if (folder && workouts == 1)
        return tr("Deleted %1 and its workout.").arg(name);
    if (folder && workouts > 0)
        return tr("Deleted %1 and its %n workouts.", nullptr, workouts).arg(name);
    return folder || workouts == 1 ? tr("Deleted %1.").arg(name) : tr("Deleted %n workouts.", nullptr, workouts);
}

QString LibraryWords::kept(const QString &name, int count, const QString &folder)
{
    return count == 1 ? tr("Kept %1 in %2.").arg(name, folder)
                      : tr("Kept %n workouts in %1.", nullptr, count).arg(folder);
}

QString LibraryWords::moved(const QString &name, int count, const QString &folder)
{
    return count == 1 ? tr("Moved %1 to %2.").arg(name, folder)
                      : tr("Moved %n workouts to %1.", nullptr, count).arg(folder);
}

}
