// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exchange.h"
#include "app/cli/planinput.h"
#include "app/cli/planrow.h"
#include "app/cli/workoutimport.h"
#include "models/domain/localdatetime.h"
#include "models/files/csv.h"
#include "models/files/openregular.h"
#include "models/files/sniff.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QJsonArray arrayOf(const QList<QJsonObject> &objects)
{
    QJsonArray array;
    for (const auto &object : objects)
        array.append(object);
    return array;
}

/// The key of a calendar's entry is that of the event if it was this account that wrote it.
QList<QJsonObject> withUids(QList<QJsonObject> events)
{
    for (auto &event : events)
        event.insert(u"uid"_s, event.value("external_id"_L1).toString().mid(importKeyPrefix.size()));
    return events;
}

/// What a list holds, by its first entry; empty if that says nothing.
QString kindOf(const QJsonArray &list)
{
    const QJsonObject first = list.first().toObject();
    if (first.contains("children"_L1))
        return libraryKind;
    if (first.contains("category"_L1))
        return eventsKind;
    if (domain::parseDay(first.value("id"_L1).toString()))
        return wellnessKind;
    if (first.contains("types"_L1))
        return sportsKind;
    return first.contains("start_date_local"_L1) ? QString(activitiesKind) : QString();
}

domain::Result<Exchange> readDocument(const QByteArray &bytes, const QString &path, const QString &kind)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return domain::unreadable(path, u"broken JSON at byte %1"_s.arg(error.offset));
    Exchange exchange;
    if (document.isArray()) {
        const QString own = kind.isEmpty() ? kindOf(document.array()) : kind;
        if (own.isEmpty() && !document.array().isEmpty())
            return domain::unreadable(path, u"its entries are no events, wellness, library or activities"_s);
        exchange.insert(own, document.array());
        return exchange;
    }
    const QJsonObject object = document.object();
    for (const auto &known : exchangeKinds()) {
        if (object.value(known).isArray())
            exchange.insert(known, object.value(known).toArray());
    }
    if (exchange.isEmpty())
        return domain::unreadable(path, u"there is none of %1 in it"_s.arg(exchangeKinds().join(", "_L1)));
    return exchange;
}

domain::Result<Exchange> readWellness(const QByteArray &bytes, const QString &path)
{
    const auto read = files::readWellnessCsv(bytes);
    if (!read)
        return domain::unreadable(path, read.error().detail);
    if (!read->notes.isEmpty())
        return domain::unreadable(path + u", "_s + read->notes.constFirst().item, read->notes.constFirst().detail);
    QJsonArray days;
    for (const auto &day : read->values)
        days.append(domain::toJson(day));
    return Exchange {{wellnessKind, days}};
}

/// Columns of a plan make events, all others wellness.
domain::Result<Exchange> readCsv(const QByteArray &bytes, const QString &path)
{
    const auto table = files::readCsvTable(bytes);
    if (!table)
        return domain::unreadable(path, table.error().detail);
    const bool isPlan = std::none_of(
        table->header.begin(), table->header.end(), [](const QString &name) { return columnNamed(name).isEmpty(); });
    if (!isPlan)
        return readWellness(bytes, path);
    if (table->rows.isEmpty())
        return Exchange {{eventsKind, {}}};
    const auto events = plannedEvents(bytes, {path, {}});
    if (!events)
        return events.error();
    return Exchange {{eventsKind, arrayOf(*events)}};
}

domain::Result<Exchange> readFile(const QString &path, const QString &kind)
{
    const auto bytes = files::readRegularFile(path);
    if (!bytes)
        return bytes.error();
    switch (files::sniff(*bytes)) {
    case files::Format::Json:
        return readDocument(*bytes, path, kind);
    case files::Format::Ics: {
        const auto file = eventsInFile(path.toStdString(), {.date = {}, .upsert = true});
        if (!file)
            return file.error();
        return Exchange {{eventsKind, arrayOf(withUids(file->events))}};
    }
    default:
        break;
    }
    if (path.endsWith(".csv"_L1, Qt::CaseInsensitive))
        return readCsv(*bytes, path);
    return domain::unreadable(path, u"expected JSON, CSV or a calendar; workouts are for \"events import\""_s);
}

domain::Result<Exchange> readFolder(const QString &path)
{
    Exchange exchange;
    for (const auto &kind : exchangeKinds()) {
        QString file = path + u'/' + kind + u".json"_s;
        if (!QFileInfo::exists(file))
            file = path + u'/' + kind + u".csv"_s;
        const bool csvCounts = kind == eventsKind || kind == wellnessKind;
        if (!QFileInfo::exists(file) || (file.endsWith(".csv"_L1) && !csvCounts))
            continue;
        const auto read = readFile(file, kind);
        if (!read)
            return read.error();
        exchange.insert(kind, read->value(kind));
    }
    if (exchange.isEmpty())
        return domain::unreadable(path, u"nothing that was exported is in this folder"_s);
    return exchange;
}

}

domain::Result<Exchange> readExchange(const QString &path)
{
    return QFileInfo(path).isDir() ? readFolder(path) : readFile(path, {});
}

}
