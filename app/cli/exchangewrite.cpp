// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exchange.h"
#include "app/cli/planrow.h"
#include "models/domain/activity.h"
#include "models/domain/clock.h"
#include "models/domain/libraryworkout.h"
#include "models/domain/sportsettings.h"
#include "models/domain/wellness.h"
#include "models/files/csv.h"
#include "models/files/ics.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

template<typename T>
QList<T> valuesIn(const QJsonArray &records)
{
    QList<T> values;
    for (const auto &record : records) {
        if (const auto value = domain::fromJson<T>(record.toObject()))
            values.append(*value);
    }
    return values;
}

QString number(const std::optional<double> &value)
{
    return value ? QString::number(*value, 'g', 12) : QString();
}

QString seconds(const std::optional<std::chrono::seconds> &value)
{
    return value ? QString::number(value->count()) : QString();
}

QStringList planCells(const domain::Event &event)
{
    const bool isTarget = event.category == domain::Category::Target;
    const auto load = isTarget ? event.loadTarget : event.load;
    return {domain::dayText(event.start.day),
        event.start.time ? event.start.time->toString(u"HH:mm"_s) : QString(),
        event.name,
        event.type,
        event.category.text(),
        event.description,
        seconds(isTarget ? event.timeTarget : event.movingTime),
        number(isTarget ? event.distanceTargetMetres : event.distanceMetres),
        load ? QString::number(*load) : QString(),
        event.indoor ? (*event.indoor ? u"true"_s : u"false"_s) : QString(),
        event.target,
        event.tags.join(u','),
        event.color,
        event.end ? event.end->toString() : QString(),
        event.externalId,
        event.uid};
}

/// Settings of the fitness model have figures that a plan has no columns for.
bool setsModel(const domain::Event &event)
{
    return event.category == domain::Category::FitnessDays || event.category == domain::Category::SetFitness
        || event.category == domain::Category::SetEftp;
}

QByteArray eventsCsv(const QJsonArray &records)
{
    QByteArray csv = files::csvLine(planColumns());
    for (const auto &event : valuesIn<domain::Event>(records)) {
        if (!setsModel(event))
            csv += files::csvLine(planCells(event));
    }
    return csv;
}

QString cellOf(const QJsonValue &value)
{
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return value.toVariant().toString();
}

/// One column for each field that is known of the type.
template<typename T>
QByteArray fieldsCsv(const QJsonArray &records)
{
    const QStringList keys = domain::fieldKeys<T>();
    QByteArray csv = files::csvLine(keys);
    for (const auto &record : records) {
        QStringList cells;
        for (const auto &key : keys)
            cells.append(cellOf(record.toObject().value(key)));
        csv += files::csvLine(cells);
    }
    return csv;
}

QByteArray libraryCsv(const QJsonArray &folders)
{
    QJsonArray workouts;
    for (const auto &folder : folders) {
        for (const auto &workout : folder.toObject().value("children"_L1).toArray())
            workouts.append(workout);
    }
    return fieldsCsv<domain::LibraryWorkout>(workouts);
}

}

QByteArray exchangeCsv(const QString &kind, const QJsonArray &records)
{
    if (kind == eventsKind)
        return eventsCsv(records);
    if (kind == activitiesKind)
        return files::writeActivitiesCsv(valuesIn<domain::Activity>(records));
    if (kind == wellnessKind)
        return files::writeWellnessCsv(valuesIn<domain::Wellness>(records));
    return kind == libraryKind ? libraryCsv(records) : fieldsCsv<domain::SportSettings>(records);
}

QByteArray exchangeIcs(const QJsonArray &events)
{
    return files::writeIcs(valuesIn<domain::Event>(events), domain::SystemClock().now());
}

}
