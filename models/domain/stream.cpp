// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/stream.h"

#include "models/domain/fieldsimpl.h"

#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

std::vector<float> floats(const QJsonArray &array)
{
    std::vector<float> values;
    values.reserve(size_t(array.size()));
    for (const auto &entry : array)
        values.push_back(entry.isDouble() ? float(entry.toDouble()) : entry.isBool() ? float(entry.toBool()) : Samples::gap);
    return values;
}

/// Coordinates outside the globe are dropouts.
void dropInvalidPositions(Samples &track)
{
    for (size_t i = 0; i < track.values.size() && i < track.values2.size(); ++i) {
        if (!(std::abs(track.values[i]) <= 90.0F) || !(std::abs(track.values2[i]) <= 180.0F))
            track.values[i] = track.values2[i] = Samples::gap;
    }
}

}

const Samples *StreamSet::find(const QString &type) const
{
    for (const auto &channel : channels) {
        if (channel.type == type)
            return &channel;
    }
    return nullptr;
}

Samples packed(const Stream &stream)
{
    Samples samples {stream.type, floats(stream.data), floats(stream.data2)};
    if (stream.type == "latlng"_L1)
        dropInvalidPositions(samples);
    return samples;
}

StreamSet packed(const QList<Stream> &streams)
{
    StreamSet set;
    size_t longest = 0;
    for (const auto &stream : streams) {
        if (stream.valueTypeIsArray)
            continue;
        Samples samples = packed(stream);
        longest = std::max(longest, samples.values.size());
        if (stream.type == "time"_L1)
            set.timeSeconds = std::move(samples.values);
        else
            set.channels.append(std::move(samples));
    }
    if (set.timeSeconds.empty()) {
        set.timeSeconds.resize(longest);
        std::iota(set.timeSeconds.begin(), set.timeSeconds.end(), 0.0F);
    }
    for (auto &channel : set.channels) {
        channel.values.resize(set.timeSeconds.size(), Samples::gap);
        if (!channel.values2.empty())
            channel.values2.resize(set.timeSeconds.size(), Samples::gap);
    }
    return set;
}

template<>
struct Fields<Stream> {
    static constexpr auto all = std::tuple {
        field("type"_L1, &Stream::type),
        field("name"_L1, &Stream::name),
        field("data"_L1, &Stream::data),
        field("data2"_L1, &Stream::data2),
        field("valueTypeIsArray"_L1, &Stream::valueTypeIsArray),
        field("custom"_L1, &Stream::custom),
        field("allNull"_L1, &Stream::allNull),
    };
};

MICROCYCLE_INSTANTIATE_FIELDS(Stream)

}
