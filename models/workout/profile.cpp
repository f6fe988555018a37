// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/profile.h"

#include "models/workout/absolute.h"

#include <QDataStream>
#include <QIODevice>
#include <cmath>

namespace workout {

namespace {

constexpr qsizetype mostBars = 120;
constexpr qsizetype mostUnrolled = 2000;

quint8 percent(double share)
{
    return quint8(std::clamp(std::round(share * 100), 0.0, 255.0));
}

quint8 zoneOf(double percentOfThreshold, const QList<double> &bounds)
{
    quint8 zone = 1;
    for (qsizetype i = 0; i + 1 < bounds.size() && zone < 7; ++i) {
        if (percentOfThreshold > bounds.at(i))
            ++zone;
    }
    return zone;
}

struct Scale {
    double threshold = 0;
    QList<double> bounds; ///< % of threshold
};

std::optional<Scale> scaleOf(Family family, const domain::SportSettings &settings, int ftp)
{
    if (family == Family::Power) {
        // Watts without an FTP still have a shape; 250 W stands in for the unknown threshold.
        return Scale {double(ftp > 0 ? ftp : 250), settings.powerZonesPercent.isEmpty() ? domain::defaultPowerZonesPercent() : settings.powerZonesPercent};
    }
    if (family == Family::Pace && settings.thresholdPaceMps) {
        static const QList<double> usual {77.5, 87.7, 94.3, 100, 103.4, 111.5, 999};
        return Scale {*settings.thresholdPaceMps, settings.paceZonesPercent.isEmpty() ? usual : settings.paceZonesPercent};
    }
    if (family == Family::HeartRate && settings.lthrBpm) {
        QList<double> bounds;
        for (const int bpm : settings.heartrateZonesBpm)
            bounds.append(bpm * 100.0 / *settings.lthrBpm);
        return Scale {double(*settings.lthrBpm), bounds};
    }
    return {};
}

Bar barOf(const Step &step, const domain::SportSettings &settings, int ftp)
{
    Bar bar;
    bar.seconds = float(durationOf(step, settings).count());
    const auto &target = step.power ? step.power : step.pace ? step.pace : step.heartRate;
    if (!target) {
        bar.startPercent = bar.endPercent = step.maxEffort ? 150 : 40;
        bar.zone = step.maxEffort ? 6 : 0;
        return bar;
    }
    const int assumedFtp = ftp > 0 ? ftp : 250;
    const auto span = absolute(*target, settings, assumedFtp);
    const auto scale = scaleOf(familyOf(target->unit), settings, ftp);
    if (!span || !scale || scale->threshold <= 0) {
        bar.startPercent = bar.endPercent = 60;
        return bar;
    }
    const double start = (step.ramp ? span->start : span->middle()) / scale->threshold;
    const double end = (step.ramp ? span->end : span->middle()) / scale->threshold;
    bar.startPercent = percent(start);
    bar.endPercent = percent(end);
    bar.zone = zoneOf((start + end) * 50, scale->bounds);
    return bar;
}

/// Joins neighbours until the drawing is small enough; their heights are weighted by time.
void merge(Profile &profile)
{
    while (profile.size() > mostBars) {
        Profile half;
        for (qsizetype i = 0; i < profile.size(); i += 2) {
            if (i + 1 == profile.size()) {
                half.append(profile.at(i));
                break;
            }
            const Bar &a = profile.at(i);
            const Bar &b = profile.at(i + 1);
            const float seconds = std::max(a.seconds + b.seconds, 1.0F);
            const auto weighted = [&](quint8 x, quint8 y) { return quint8((float(x) * a.seconds + float(y) * b.seconds) / seconds); };
            const quint8 height = weighted(a.startPercent, b.startPercent);
            half.append({a.seconds + b.seconds, height, height, a.seconds >= b.seconds ? a.zone : b.zone});
        }
        profile = half;
    }
}

}

Profile profile(const Workout &workout, const domain::SportSettings &settings)
{
    Profile profile;
    const int ftp = ftpOf(settings, false);
    for (const auto &block : workout.blocks) {
        for (int rep = 0; rep < block.reps && profile.size() < mostUnrolled; ++rep) {
            for (const auto &step : block.steps)
                profile.append(barOf(step, settings, ftp));
        }
    }
    merge(profile);
    return profile;
}

QByteArray encode(const Profile &profile)
{
    if (profile.isEmpty())
        return {};
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setFloatingPointPrecision(QDataStream::SinglePrecision);
    out << quint8(std::min(profile.size(), mostBars));
    for (qsizetype i = 0; i < std::min(profile.size(), mostBars); ++i)
        out << profile.at(i).seconds << profile.at(i).startPercent << profile.at(i).endPercent << profile.at(i).zone;
    return bytes;
}

Profile decode(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setFloatingPointPrecision(QDataStream::SinglePrecision);
    quint8 size = 0;
    in >> size;
    Profile profile;
    for (int i = 0; i < size; ++i) {
        Bar bar;
        in >> bar.seconds >> bar.startPercent >> bar.endPercent >> bar.zone;
        if (in.status() != QDataStream::Ok || !(bar.seconds >= 0) || !std::isfinite(bar.seconds))
            return {};
        profile.append(bar);
    }
    return profile;
}

}
