// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/document.h"
#include "tests/models/workout/wording.h"

#include <QFile>
#include <QJsonDocument>

namespace support {

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QString textOf(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact));
}

/// Everything that the recorded value says is so in ours; numbers as the service keeps them, in single precision.
/// Colours are how it draws, not what it figures.
inline bool agrees(const QJsonValue &ours, const QJsonValue &recorded)
{
    if (recorded.isDouble())
        return ours.isDouble()
            && std::abs(ours.toDouble() - recorded.toDouble()) <= 1e-6 * std::max(1.0, std::abs(recorded.toDouble()));
    if (recorded.isArray()) {
        const QJsonArray one = ours.toArray();
        const QJsonArray other = recorded.toArray();
        return ours.isArray() && one.size() == other.size()
            && std::equal(one.begin(), one.end(), other.begin(), [](const QJsonValue &a, const QJsonValue &b) {
                   return agrees(a, b);
               });
    }
    if (!recorded.isObject())
        return ours == recorded;
    const QJsonObject object = recorded.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() != QLatin1String("color") && !agrees(ours[it.key()], it.value()))
            return false;
    }
    return ours.isObject();
}

/// A step of ours says nothing that the recorded one does not; what is resolved is only recorded where it was asked
/// for.
inline bool saysNoMore(const QJsonValue &ours, const QJsonValue &recorded)
{
    if (ours.isArray()) {
        const QJsonArray one = ours.toArray();
        const QJsonArray other = recorded.toArray();
        return one.size() == other.size()
            && std::equal(one.begin(), one.end(), other.begin(), [](const QJsonValue &a, const QJsonValue &b) {
                   return saysNoMore(a, b);
               });
    }
    if (!ours.isObject())
        return true;
    const QJsonObject object = ours.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!recorded.toObject().contains(it.key()) || !saysNoMore(it.value(), recorded[it.key()]))
            return false;
    }
    return true;
}

/// An answer of the service for one workout text.
struct Recording {
    QString text;
    QString type;
    bool indoor = false;
    QJsonObject event; ///< the figures
    QJsonObject document; ///< the steps
    std::chrono::seconds movingTime {
        0}; ///< a client may have sent it, whatever the text says; the intensity follows it
};

/// The thresholds that a recording states; heart rate bounds are those it shows, the rest those that fit its load.
inline domain::SportSettings settingsOf(const QJsonObject &document, int ftp)
{
    domain::SportSettings settings = rideAt(document.value(QLatin1String("ftp")).toInt(ftp));
    if (document.contains(QLatin1String("lthr")))
        settings.lthrBpm = document.value(QLatin1String("lthr")).toInt();
    settings.maxHrBpm = 190;
    settings.heartrateZonesBpm = {115, 140, 155, 178, 190};
    if (document.contains(QLatin1String("threshold_pace")))
        settings.thresholdPaceMps = document.value(QLatin1String("threshold_pace")).toDouble();
    settings.paceUnits = document.value(QLatin1String("pace_units")).toString();
    return settings;
}

/// What of a recording differs from our figures and document; nothing where all that it states is equal.
inline QStringList differences(const Recording &recording, const workout::Workout &workout, int ftp)
{
    const auto settings = settingsOf(recording.document, ftp);
    const auto figures = workout::resolve(workout, settings, {.type = recording.type, .indoor = recording.indoor});
    const bool resolved = recording.document.contains(QLatin1String("lthr"));
    const auto ours = workout::toDocument(
        workout, settings, figures, {.resolved = resolved, .type = recording.type, .indoor = recording.indoor});
    QStringList list;
    const auto check = [&](const char *name, const QJsonObject &recorded, const QJsonValue &value) {
        const QLatin1String key(name);
        if (recorded.contains(key) && !agrees(value, recorded.value(key)))
            list << key + QStringLiteral(" ") + textOf(value) + QStringLiteral(" not ") + textOf(recorded.value(key));
    };
    const int load = figures.load.value_or(0);
    check("normalized_power", recording.event, figures.normalizedWatts);
    check("average_watts", recording.event, figures.averageWatts);
    check("icu_training_load", recording.event, figures.load ? QJsonValue(load) : QJsonValue());
    check("icu_intensity", recording.event, workout::intensityPercent(load, recording.movingTime).value_or(0));
    check("joules", recording.event, figures.joules);
    check("joules_above_ftp", recording.event, figures.joulesAboveFtp);
    check("distance", recording.event, figures.metres);
    for (const char *key : {"duration",
             "distance",
             "target",
             "zoneTimes",
             "options",
             "ftp",
             "lthr",
             "threshold_pace",
             "pace_units",
             "steps"})
        check(key, recording.document, ours.value(QLatin1String(key)));
    if (!saysNoMore(ours.value(QLatin1String("steps")), recording.document.value(QLatin1String("steps"))))
        list << QStringLiteral("steps say more: ") + textOf(ours.value(QLatin1String("steps")));
    return list;
}

}
