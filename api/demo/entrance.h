// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace demo {

/// The three ways in which the key may come with a request, written once. Without a key nobody is let in.
class Entrance
{
public:
    explicit Entrance(const QByteArray &key);

    [[nodiscard]] bool admits(const QByteArray &authorization) const;

private:
    bool m_hasKey;
    QByteArray m_basic;
    QByteArray m_bearer;
    QByteArray m_apiKey;
};

}
