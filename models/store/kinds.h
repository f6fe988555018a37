// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fields.h"
#include "models/store/summary.h"

#include <QJsonObject>

/// The typed operations of a kind, chosen at run time: everything else in the store works on JSON by kind.
namespace store {

[[nodiscard]] domain::Patch differenceOf(Kind kind, const QJsonObject &before, const QJsonObject &after);
/// The request body of a patch: changed keys only, cleared the service's way.
[[nodiscard]] QJsonObject wireBodyOf(Kind kind, const domain::Patch &patch);
/// Whether the JSON reads as the kind; the error names the key that does not.
[[nodiscard]] domain::Result<domain::Done> check(Kind kind, const QJsonObject &json);
/// The JSON as the kind writes it itself: one way to write each known field, none for those that are not set.
[[nodiscard]] QJsonObject canonicalOf(Kind kind, const QJsonObject &json);
[[nodiscard]] QStringList editableKeysOf(Kind kind); ///< in table order
/// The keys of an answer that tell whether somebody else edited it: the editable ones.
[[nodiscard]] QByteArray editableHash(Kind kind, const QJsonObject &json);
/// "event", "activity", "wellness", "folder" or "workout", for error items.
[[nodiscard]] QString kindText(Kind kind);

}
