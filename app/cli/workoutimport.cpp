// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/workoutimport.h"

#include "app/cli/eventinput.h"
#include "app/cli/plainfile.h"
#include "models/domain/clock.h"
#include "models/domain/localdatetime.h"
#include "models/files/ics.h"
#include "models/files/readfile.h"
#include "models/files/workouttext.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// What tells the service that an entry is the same as before: of a workout its file's name and day, of a calendar's
/// entry its own key.
QString keyOf(const QString &what)
{
    return importKeyPrefix + what;
}

domain::Result<ImportedFile> workoutsIn(const QByteArray &bytes, const std::string &path, const ImportPlan &plan)
{
    const auto day = plan.date.empty() ? domain::Result<QDate>(domain::SystemClock().today())
                                       : domain::parseDay(QString::fromStdString(plan.date));
    if (!day)
        return domain::unreadable(QString::fromStdString(plan.date), u"a day is written YYYY-MM-DD"_s);
    const auto read = files::readWorkoutFile(bytes, fileName(path));
    if (!read)
        return read.error();
    ImportedFile result;
    for (const auto &[name, format, file] : *read) {
        QJsonObject event {{u"category"_s, u"WORKOUT"_s},
            {u"start_date_local"_s, domain::dayText(*day)},
            {u"description"_s, files::workoutText(file)},
            {u"type"_s, file.sport.isEmpty() ? u"Ride"_s : file.sport},
            {u"name"_s, file.name.isEmpty() ? name.section(u'.', 0, -2) : file.name}};
        if (!file.tags.isEmpty())
            event.insert(u"tags"_s, QJsonArray::fromStringList(file.tags));
        if (plan.upsert)
            event.insert(u"external_id"_s, keyOf(domain::dayText(*day) + u':' + name));
        result.events.append(event);
        result.notes.append(file.notes);
    }
    return result;
}

domain::Result<ImportedFile> entriesIn(const QByteArray &bytes, const ImportPlan &plan)
{
    const auto calendar = files::readIcs(bytes);
    if (!calendar)
        return calendar.error();
    ImportedFile result {{}, calendar->notes};
    for (const auto &entry : calendar->entries) {
        if (entry.cancelled || calendar->cancels) { // to take something away is a person's own decision
            result.notes.append({entry.summary, u"is taken back by the file, which deletes nothing here"_s});
            continue;
        }
        QJsonObject event {{u"category"_s, u"NOTE"_s},
            {u"start_date_local"_s, entry.start.toString()},
            {u"description"_s, entry.description},
            {u"name"_s, entry.summary.isEmpty() ? u"–"_s : entry.summary}};
        if (entry.end)
            event.insert(u"end_date_local"_s, entry.end->toString());
        if (plan.upsert)
            event.insert(u"external_id"_s, keyOf(entry.uid));
        result.events.append(event);
    }
    return result;
}

}

domain::Result<ImportedFile> eventsInFile(const std::string &path, const ImportPlan &plan)
{
    const auto bytes = readPlainFile(path);
    if (!bytes)
        return bytes.error();
    const bool calendar = files::sniff(*bytes) == files::Format::Ics;
    auto read = calendar ? entriesIn(*bytes, plan) : workoutsIn(*bytes, path, plan);
    if (!read)
        return read;
    if (read->events.isEmpty())
        return domain::unreadable(QString::fromStdString(path), u"there is nothing to plan in it"_s);
    QJsonArray events;
    for (const auto &event : std::as_const(read->events))
        events.append(event);
    auto checked = newEvents(QJsonDocument(events), true);
    if (!checked)
        return checked.error();
    read->events = *std::move(checked);
    return read;
}

}
