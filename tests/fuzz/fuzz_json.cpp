// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/json/bulk.h"
#include "api/json/samples.h"
#include "models/domain/activity.h"
#include "models/domain/event.h"
#include "models/domain/localdatetime.h"
#include "models/domain/wellness.h"

#include <QJsonDocument>
#include <cmath>

namespace {

void require(bool holds)
{
    if (!holds)
        __builtin_trap();
}

/// What was read is written so that it reads as the same again.
template<typename T>
void surviveRoundTrip(const QJsonObject &json)
{
    const auto value = domain::fromJson<T>(json);
    if (!value)
        return;
    const auto again = domain::fromJson<T>(domain::toJson<T>(*value));
    require(again.ok() && *again == *value);
    require(domain::difference<T>(*value, *again).isEmpty());
}

/// A list taken apart in one pass and the same list through a tree are refused alike, or hold the same.
template<typename T>
void readAlike(const QByteArray &list)
{
    const auto tree = json::records<T>(list);
    const auto rows = json::rows<T>(list);
    require(rows.ok() == tree.ok());
    if (!tree)
        return;
    require(rows->values.size() == tree->values.size() && rows->quarantined.size() == tree->quarantined.size());
    for (qsizetype i = 0; i < tree->values.size(); ++i) {
        const auto &row = rows->values.at(i);
        // As maps, since Qt sorts a key by the mark of byte order before it and drops the mark: its objects then differ
        // by how often they were read.
        const auto text = QJsonDocument::fromJson(rows->text(row).toByteArray()).object().toVariantMap();
        require(text == tree->values.at(i).json.toVariantMap());
        require(domain::toJson(row.value).value(QLatin1StringView("id"))
            == domain::toJson(tree->values.at(i).value).value(QLatin1StringView("id")));
    }
}

/// The same of streams, as far as their shape goes; a gap equals nothing, itself included.
void samplesAlike(const QByteArray &list)
{
    const auto tree = json::records<domain::Stream>(list);
    const auto samples = json::samples(list);
    require(samples.ok() == tree.ok());
    if (!tree)
        return;
    QList<domain::Stream> streams;
    for (const auto &record : tree->values)
        streams.append(record.value);
    const auto packed = domain::packed(streams);
    require(
        samples->timeSeconds.size() == packed.timeSeconds.size() && samples->channels.size() == packed.channels.size());
    for (qsizetype i = 0; i < packed.channels.size(); ++i) {
        const auto &channel = samples->channels.at(i);
        require(channel.type == packed.channels.at(i).type
            && channel.values2.size() == packed.channels.at(i).values2.size());
        for (size_t at = 0; at < channel.values.size(); ++at)
            require(std::isnan(channel.values[at]) == std::isnan(packed.channels.at(i).values[at]));
    }
}

}

/// Any bytes, once as the body of an answer and once as a date, are read or refused, never misread.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const auto moment = domain::LocalDateTime::parse(QString::fromUtf8(bytes))) {
        // Printing drops parts of a second, so the comparison starts from what was printed.
        const auto printed = moment->toString();
        const auto again = domain::LocalDateTime::parse(printed);
        require(again.ok() && again->day == moment->day && again->toString() == printed);
    }
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    surviveRoundTrip<domain::Event>(json);
    surviveRoundTrip<domain::Activity>(json);
    surviveRoundTrip<domain::Wellness>(json);
    (void)domain::Patch::fromJson(json);
    for (const QByteArray &list :
        {bytes, '[' + bytes + ']', "[{\"id\":1,\"start_date_local\":\"2026-03-12\"," + bytes + "}]"}) {
        readAlike<domain::Event>(list);
        readAlike<domain::Activity>(list);
        readAlike<domain::Wellness>(list);
        samplesAlike(list);
    }
    return 0;
}
