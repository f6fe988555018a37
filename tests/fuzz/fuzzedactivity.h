// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/files/activityfile.h"

#include <cmath>

/// What every reader of recordings promises.
namespace fuzzed {

inline void surviveActivity(const domain::Result<files::ActivityFile> &file)
{
    const auto require = [](bool holds) {
        if (!holds)
            __builtin_trap();
    };
    if (!file)
        return require(file.error().kind == domain::Error::Kind::Parse && !file.error().detail.isEmpty());
    const auto &streams = file->streams;
    for (const auto &channel : streams.channels) {
        require(channel.values.size() == streams.timeSeconds.size());
        require(channel.values2.empty() || channel.values2.size() == channel.values.size());
    }
    for (size_t i = 1; i < streams.timeSeconds.size(); ++i)
        require(streams.timeSeconds[i] >= streams.timeSeconds[i - 1]);
    if (const auto *track = streams.find(QStringLiteral("latlng"))) {
        for (size_t i = 0; i < track->values.size(); ++i)
            require(std::isnan(track->values[i])
                || (std::abs(track->values[i]) <= 90 && std::abs(track->values2[i]) <= 180));
    }
}

}
