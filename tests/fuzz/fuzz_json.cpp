// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/activity.h"
#include "models/domain/event.h"
#include "models/domain/localdatetime.h"
#include "models/domain/wellness.h"

#include <QJsonDocument>

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
    return 0;
}
