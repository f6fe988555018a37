// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/request.h"

#include <QList>

namespace conformance {

/// A key that no version of the service has; with a capital it would be a field of the athlete's own making.
inline const QString strangeKey = QStringLiteral("field_of_tomorrow");

/// The request made wrong in one place at a time: an id that nobody has, a body of another kind, a parameter that is
/// not of its type, one that is missing; for somebody else. What is likely to be taken all the same comes last.
[[nodiscard]] QList<http::Request> spoiled(const http::Request &request);

/// With a key more in every object; as it is where it is not JSON.
[[nodiscard]] QByteArray withStrangeKeys(const QByteArray &json);

/// The same only where objects are records: the whole, or the members of a list.
[[nodiscard]] QByteArray withStrangeKey(const QByteArray &json);

}
