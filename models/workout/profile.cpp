// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/profile.h"

#include "models/workout/absolute.h"
#include "models/workout/scale.h"

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
    const auto span = spanOf(step, familyOf(target->unit), settings, ftp > 0 ? ftp : assumedFtp);
    const auto scale = scaleOf(familyOf(target->unit), settings, ftp);
    if (!span || !scale || scale->threshold <= 0) {
        bar.startPercent = bar.endPercent = 60;
        return bar;
    }
    const double start = (step.ramp ? span->start : span->middle()) / scale->threshold;
    const double end = (step.ramp ? span->end : span->middle()) / scale->threshold;
    bar.startPercent = percent(start);
    bar.endPercent = percent(end);
    bar.zone = quint8(zoneOf((start + end) * 50, scale->bounds));
    return bar;
}

/// Bars as one: the height is the mean by time, the zone that of the longest.
Bar joined(const Profile &bars)
{
    double seconds = 0;
    double area = 0;
    const Bar *longest = &bars.first();
    for (const Bar &bar : bars) {
        seconds += bar.seconds;
        area += double(bar.seconds) * (bar.startPercent + bar.endPercent) / 2;
        if (bar.seconds > longest->seconds)
            longest = &bar;
    }
    const quint8 height = percent(seconds > 0 ? area / seconds / 100 : 0);
    return {float(seconds), height, height, longest->zone};
}

/// Joins neighbours until the drawing is small enough.
Profile merged(Profile profile)
{
    while (profile.size() > mostBars) {
        Profile half;
        for (qsizetype i = 0; i < profile.size(); i += 2)
            half.append(i + 1 < profile.size() ? joined(profile.mid(i, 2)) : profile.at(i));
        profile = half;
    }
    return profile;
}

}

Profile profile(const Workout &workout, const domain::SportSettings &settings)
{
    Profile profile;
    const int ftp = ftpOf(settings, false);
    for (const auto &block : workout.blocks) {
        Profile once;
        for (const auto &step : block.steps)
            once.append(barOf(step, settings, ftp));
        if (once.isEmpty())
            continue;
        if (profile.size() + once.size() * block.reps > mostUnrolled) {
            Bar bar = joined(once);
            bar.seconds *= float(block.reps);
            profile.append(bar);
            continue;
        }
        for (int rep = 0; rep < block.reps; ++rep)
            profile += once;
    }
    return merged(profile);
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
        if (in.status() != QDataStream::Ok || !(bar.seconds >= 0) || !std::isfinite(bar.seconds) || bar.zone > 7)
            return {};
        profile.append(bar);
    }
    return in.atEnd() && size <= mostBars ? profile : Profile();
}

}
