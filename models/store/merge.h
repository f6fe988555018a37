// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fields.h"
#include "models/store/summary.h"

#include <QJsonObject>

namespace store {

/// One field that was changed here and by somebody else, in different ways; null stands for "not set".
struct FieldConflict {
    QString field; ///< JSON key
    QJsonValue base;
    QJsonValue mine;
    QJsonValue theirs;

    friend bool operator==(const FieldConflict &, const FieldConflict &) = default;
};

/// What becomes of a waiting edit when the service's object has moved under it.
struct Merge {
    domain::Patch patch; ///< what is left to be sent, over their object; fields in conflict keep the person's value
    QList<FieldConflict> conflicts; ///< a person has to choose
    QList<FieldConflict> yielded; ///< theirs stands, because the field is locked or follows their workout text
    bool locked = false; ///< which of both it was
};

/// Three ways for each field of mine: what only one side changed survives; what both changed alike needs no sending;
/// lists merge as sets and texts by lines; the rest is a conflict. base is the object that the edit was made on. If
/// theirs is the answer to another edit of ours, sent is that edit: what the service computes from it is nobody's
/// change.
[[nodiscard]] Merge merge(Kind kind,
    const QJsonObject &base,
    const domain::Patch &mine,
    const QJsonObject &theirs,
    const domain::Patch &sent = {});

/// What is chosen together with a field: the end with the start, figures with the text that they follow.
[[nodiscard]] QStringList fieldsOfChoice(Kind kind, const QString &field);
/// Whether the field is one that is merged by lines.
[[nodiscard]] bool isText(Kind kind, const QString &field);

/// The editable fields in which two states of the service's object differ. Another order of keys, another way to
/// write a number or a line end, and figures that only the service computes are no difference.
[[nodiscard]] QStringList editedFields(Kind kind, const QJsonObject &base, const QJsonObject &theirs);

/// Whether two JSON values mean the same: numbers by value, texts without regard to line ends, null and absent alike.
[[nodiscard]] bool isSameValue(const QJsonValue &a, const QJsonValue &b);
/// Whether the service's object already is as the edit wanted it.
[[nodiscard]] bool holdsAll(Kind kind, const QJsonObject &record, const domain::Patch &patch);

}
