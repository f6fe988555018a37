// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/matrix/content.h"

#include "api/endpoints/listactivities.h"
#include "api/endpoints/listevents.h"
#include "api/endpoints/listfolders.h"
#include "api/endpoints/listwellness.h"

using namespace Qt::StringLiterals;

namespace fault {

namespace {

bool isLogged(const domain::Wellness &day)
{
    return !day.comments.isEmpty() || day.weightKg || day.restingHrBpm;
}

template<typename T>
bool isLogged(const T &item)
{
    Q_UNUSED(item)
    return true;
}

QString textOf(const domain::Event &event)
{
    const int load = event.load.value_or(-1);
    return u"event %1|%2|%3|%4|%5|%6|%7|%8"_s.arg(event.start.toString(),
        event.end ? event.end->toString() : QString(),
        event.category.text(),
        event.type,
        event.name,
        event.color,
        QString(event.description).replace(u'\n', u'/'),
        QString::number(load));
}

QString textOf(const domain::Wellness &day)
{
    return u"wellness %1|%2|%3|%4"_s.arg(domain::dayText(day.day),
        QString::number(day.weightKg.value_or(-1)),
        QString::number(day.restingHrBpm.value_or(-1)),
        day.comments);
}

QString textOf(const domain::Activity &activity)
{
    return u"activity %1|%2|%3|%4"_s.arg(activity.start.toString(), activity.type, activity.name, activity.description);
}

QString textOf(const domain::Folder &folder)
{
    return u"folder %1|%2"_s.arg(folder.name, folder.description);
}

QString textOf(const domain::LibraryWorkout &workout)
{
    return u"workout %1|%2|%3"_s.arg(workout.name, workout.type, QString(workout.description).replace(u'\n', u'/'));
}

template<typename T>
void add(QStringList &lines, const domain::Result<json::Records<T>> &records)
{
    if (!records || !records->quarantined.isEmpty())
        lines.append(u"unreadable"_s);
    else
        for (const auto &record : records->values) {
            if (isLogged(record.value))
                lines.append(textOf(record.value));
        }
}

}

QByteArray listOf(Service &service, const QString &rest, const domain::DateRange &days)
{
    const QUrlQuery query = days.isEmpty() ? QUrlQuery() : endpoints::rangeQuery(days);
    return service.onTheWeb(endpoints::get(endpoints::athletePath(endpoints::self(), rest), query)).body;
}

QStringList contentOf(Service &service, const domain::DateRange &days)
{
    QStringList lines;
    add(lines, endpoints::ListEvents::parse(listOf(service, u"/events"_s, days)));
    add(lines, endpoints::ListWellness::parse(listOf(service, u"/wellness"_s, days)));
    add(lines, endpoints::ListActivities::parse(listOf(service, u"/activities"_s, days)));
    const auto library = endpoints::ListFolders::parse(listOf(service, u"/folders"_s, {}));
    if (library) {
        add<domain::Folder>(lines, library->folders);
        add<domain::LibraryWorkout>(lines, library->workouts);
    }
    lines.sort();
    return lines;
}

QStringList contentOf(const store::Store &store, const domain::DateRange &days)
{
    QStringList lines;
    const auto events = store.events(days);
    for (const auto &event : events)
        lines.append(textOf(*store.event(event.id)));
    const auto logged = store.wellness(days);
    for (const auto &day : logged) {
        if (isLogged(day))
            lines.append(textOf(day));
    }
    const auto activities = store.activities(days);
    for (const auto &activity : activities)
        lines.append(textOf(*store.activity(activity.id)));
    const auto folders = store.folders();
    for (const auto &folder : folders)
        lines.append(textOf(*store.folder(folder.id)));
    const auto workouts = store.libraryRows();
    for (const auto &workout : workouts)
        lines.append(textOf(*store.libraryWorkout(workout.id)));
    lines.sort();
    return lines;
}

}
