// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/partition.h"

#include <QJsonArray>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr qint64 firstNumber = 1000;

bool isFiller(const Part &part)
{
    return !part.work && part.label.isEmpty();
}

void number(QList<Part> &parts)
{
    qint64 next = firstNumber;
    for (const auto &part : std::as_const(parts))
        next = std::max(next, part.id + 1);
    for (auto &part : parts) {
        if (part.id == 0)
            part.id = next++;
    }
}

}

QList<Part> withPart(const QList<Part> &parts, const Part &part)
{
    QList<Part> result;
    for (const auto &other : parts) {
        if (other.end <= part.start || other.start >= part.end) {
            result.append(other);
            continue;
        }
        if (other.start < part.start) {
            result.append(other);
            result.last().end = part.start;
        }
        if (other.end > part.end) {
            result.append(other);
            result.last().start = part.end;
            if (other.start < part.start)
                result.last().id = 0; // its number stays with the piece before
        }
    }
    result.append(part);
    std::sort(result.begin(), result.end(), [](const Part &a, const Part &b) { return a.start < b.start; });
    return result;
}

QList<Part> filledUp(QList<Part> parts, int samples, const Effort &effort)
{
    std::sort(parts.begin(), parts.end(), [](const Part &a, const Part &b) { return a.start < b.start; });
    QList<Part> whole;
    int reached = 0;
    const auto append = [&whole](const Part &part) {
        if (!whole.isEmpty() && isFiller(part) && isFiller(whole.last()))
            whole.last().end = part.end;
        else
            whole.append(part);
    };
    for (const auto &part : std::as_const(parts)) {
        if (part.start > reached)
            append({reached, part.start});
        append(part);
        reached = part.end;
    }
    if (reached < samples)
        append({reached, samples});
    for (auto &part : whole)
        part.share = shareIn(effort, part.start, part.end);
    number(whole);
    return whole;
}

QJsonObject partsToJson(const QList<Part> &parts)
{
    QJsonArray list;
    for (const auto &part : parts)
        list.append(QJsonObject {{u"id"_s, part.id},
            {u"start"_s, part.start},
            {u"end"_s, part.end},
            {u"work"_s, part.work},
            {u"share"_s, part.share},
            {u"label"_s, part.label}});
    return {{u"parts"_s, list}};
}

QList<Part> partsFromJson(const QJsonObject &json)
{
    QList<Part> parts;
    const QJsonArray list = json.value("parts"_L1).toArray();
    for (const auto &entry : list) {
        const QJsonObject part = entry.toObject();
        parts.append({part.value("start"_L1).toInt(),
            part.value("end"_L1).toInt(),
            part.value("work"_L1).toBool(),
            part.value("share"_L1).toDouble(),
            part.value("label"_L1).toString(),
            part.value("id"_L1).toInteger()});
    }
    return parts;
}

}
