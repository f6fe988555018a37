// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/eventtable.h"

#include "app/cli/commands.h"

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QStringList heading()
{
    return {u"Id"_s, u"Start"_s, u"Category"_s, u"Sport"_s, u"Time"_s, u"Load"_s, u"Name"_s};
}

QStringList row(const domain::Event &event)
{
    return {QString::number(event.id.value_or(domain::EventId {}).value),
        event.start.toString(),
        event.category.text(),
        event.type,
        figure(event.movingTime),
        figure(event.load),
        event.name};
}

}

int printEvents(Context &context, const json::Records<domain::Event> &events)
{
    if (context.output().isJson()) {
        context.output().json(rawOf(events));
    } else {
        QList<QStringList> rows {heading()};
        for (const auto &record : events.values)
            rows.append(row(record.value));
        context.output().table(rows);
    }
    return reportUnreadable(context.output(), events);
}

int printEvents(Context &context, const domain::Result<json::Records<domain::Event>> &events)
{
    return events ? printEvents(context, *events) : context.output().fail(events.error());
}

int printEvent(Context &context, const domain::Result<json::Record<domain::Event>> &event)
{
    if (!event)
        return context.output().fail(event.error());
    if (context.output().isJson())
        context.output().json(QJsonDocument(event->json));
    else
        context.output().table({heading(), row(event->value)});
    return Done;
}

}
