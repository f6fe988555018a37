// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"

#include <QTest>
#include <functional>
#include <optional>

namespace support {

using Refusal = std::optional<domain::Error>;

/// Reads an answer; what is wrong with it, if anything is.
template<typename Endpoint>
[[nodiscard]] Refusal refusalOf(const QByteArray &body)
{
    const auto answer = Endpoint::parse(body);
    return answer ? std::nullopt : std::optional(answer.error());
}

using Reader = std::function<Refusal(const QByteArray &)>;

/// A good answer is read, and what is no such answer is refused as malformed. What may be empty is not refused for it.
inline void checkReading(const Reader &read, const QByteArray &good, bool mayBeAnything = false)
{
    const auto wrong = read(good);
    QVERIFY2(!wrong, wrong ? qPrintable(wrong->item + u' ' + wrong->detail) : "");
    QList<QByteArray> bad {"<html></html>", good + '}'};
    if (!mayBeAnything)
        bad += {QByteArray(),
            QByteArray("null"),
            good.chopped(1),
            QByteArray("true"),
            good.startsWith('[') ? QByteArray("{}") : '[' + good + ']'};
    for (const auto &body : std::as_const(bad)) {
        const auto error = read(body);
        QVERIFY2(error.has_value(), body.constData());
        QCOMPARE(error->kind, domain::Error::Kind::Malformed);
    }
}

}

Q_DECLARE_METATYPE(support::Reader)
