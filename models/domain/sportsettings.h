// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fields.h"

#include <QStringList>
#include <chrono>

namespace domain {

/// Thresholds and zones shared by a group of sports. Zone lists hold upper bounds.
struct SportSettings {
    std::optional<qint64> id;
    QStringList types;
    bool other = false; ///< covers every sport that no other row names
    std::optional<int> ftpWatts;
    std::optional<int> indoorFtpWatts;
    std::optional<int> wPrimeJoules;
    std::optional<int> pMaxWatts;
    QList<double> powerZonesPercent; ///< of FTP, the last open
    QStringList powerZoneNames;
    std::optional<int> sweetSpotMinPercent;
    std::optional<int> sweetSpotMaxPercent;
    std::optional<int> lthrBpm;
    std::optional<int> maxHrBpm;
    QList<int> heartrateZonesBpm;
    QStringList heartrateZoneNames;
    std::optional<double> thresholdPaceMps;
    QString paceUnits; ///< for display only, for example MINS_KM
    QList<double> paceZonesPercent; ///< of threshold speed
    QStringList paceZoneNames;
    QString loadOrder; ///< for example POWER_HR_PACE
    QString workoutOrder;
    QString paceLoadType; ///< RUN or SWIM
    std::optional<std::chrono::seconds> warmup;
    std::optional<std::chrono::seconds> cooldown;
    QString defaultWorkoutTime; ///< HH:MM
    QString updated;
    QJsonObject extra;

    friend bool operator==(const SportSettings &, const SportSettings &) = default;
};

/// The row that covers the sport; the row marked other if none names it.
[[nodiscard]] std::optional<SportSettings> settingsFor(const QString &type, const QList<SportSettings> &rows);

/// The service's power zones where an athlete has none: upper bounds in % of FTP.
[[nodiscard]] QList<double> defaultPowerZonesPercent();

}
