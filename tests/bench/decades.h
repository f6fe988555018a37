// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QJsonObject>
#include <QRandomGenerator>

namespace bench {

/// Makes up the records of twenty years around a day, in the sizes the service sends: activities of about 4 kB and
/// events of about 1.5 kB of JSON. The same day gives the same records.
class Decades
{
public:
    explicit Decades(QDate today);

    [[nodiscard]] QList<QJsonObject> activities(int count);
    [[nodiscard]] QList<QJsonObject> events(int count, int paired); ///< the first are paired with activities
    [[nodiscard]] QList<QJsonObject> wellness();
    [[nodiscard]] static QList<QJsonObject> sports();
    [[nodiscard]] static QJsonObject athlete();

private:
    [[nodiscard]] double around(double middle); ///< within a fifth
    [[nodiscard]] QJsonObject event(int index, QDate day, const QString &pairedWith);

    QDate m_today;
    QRandomGenerator m_random {20};
};

}
