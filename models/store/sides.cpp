// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sides.h"

namespace store {

Sides sidesOf(const QJsonObject &before, const QJsonObject &after)
{
    if (before.isEmpty() || after.isEmpty())
        return {before, after};
    // Both are in the order of their keys, and most of an item stays as it was.
    Sides sides;
    auto was = before.begin();
    auto is = after.begin();
    while (was != before.end() || is != after.end()) {
        const int order = was == before.end() ? 1 : is == after.end() ? -1 : was.key().compare(is.key());
        if (order != 0 || was.value() != is.value()) {
            if (order <= 0)
                sides.before.insert(was.key(), was.value());
            if (order >= 0)
                sides.after.insert(is.key(), is.value());
        }
        if (order <= 0)
            ++was;
        if (order >= 0)
            ++is;
    }
    return sides;
}

}
