// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>

namespace support {

/// What a screen reader finds below an element whose name begins so and which is shown; null if there is none.
[[nodiscard]] inline QAccessibleInterface *accessibleNamed(QAccessibleInterface *below, const QString &beginning)
{
    for (int i = 0; below && i < below->childCount(); ++i) {
        QAccessibleInterface *child = below->child(i);
        if (!child || child->state().invisible)
            continue;
        if (child->text(QAccessible::Name).startsWith(beginning))
            return child;
        if (QAccessibleInterface *found = accessibleNamed(child, beginning))
            return found;
    }
    return nullptr;
}

}
