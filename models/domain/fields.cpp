// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/fields.h"

using namespace Qt::StringLiterals;

namespace domain {

Patch Patch::inverted() const
{
    Patch inverse;
    for (auto it = changes.begin(); it != changes.end(); ++it)
        inverse.changes.insert(it.key(), {it.value().after, it.value().before});
    return inverse;
}

QJsonObject Patch::applied(QJsonObject to) const
{
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        if (it.value().after.isNull() || it.value().after.isUndefined())
            to.remove(it.key());
        else
            to.insert(it.key(), it.value().after);
    }
    return to;
}

Patch Patch::then(const Patch &next) const
{
    Patch both = *this;
    for (auto it = next.changes.begin(); it != next.changes.end(); ++it) {
        const auto mine = both.changes.find(it.key());
        if (mine == both.changes.end())
            both.changes.insert(it.key(), it.value());
        else if (mine->before == it.value().after)
            both.changes.erase(mine);
        else
            mine->after = it.value().after;
    }
    return both;
}

QJsonObject Patch::toJson() const
{
    QJsonObject json;
    for (auto it = changes.begin(); it != changes.end(); ++it)
        json.insert(it.key(), QJsonObject {{u"old"_s, it.value().before}, {u"new"_s, it.value().after}});
    return json;
}

Result<Patch> Patch::fromJson(const QJsonObject &json)
{
    Patch patch;
    for (auto it = json.begin(); it != json.end(); ++it) {
        const QJsonObject change = it.value().toObject();
        if (!it.value().isObject() || !change.contains("new"_L1))
            return malformed(it.key(), u"not a field change"_s);
        patch.changes.insert(it.key(), {change.value("old"_L1), change.value("new"_L1)});
    }
    return patch;
}

}
