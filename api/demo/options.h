// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>
#include <functional>

namespace demo {

/// How a demo begins.
struct Options {
    QString databasePath = QStringLiteral(":memory:");
    quint32 seed = 1;
    QDate today; ///< the reference date: the same seed and date give the same athlete
    int days = 3 * 365; ///< that the athlete has trained and logged
    QByteArray key;
    QStringList redirects; ///< that a sign-in by browser may lead to beside http://localhost/
    bool populate = true;
    std::function<QDateTime()> now = [] { return QDateTime::currentDateTimeUtc(); };
};

}
