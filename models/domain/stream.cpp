// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/stream.h"

#include "models/domain/plainimpl.h"

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
        values.push_back(entry.isDouble() ? float(entry.toDouble())
                : entry.isBool()          ? float(entry.toBool())
                                          : Samples::gap);
    return values;
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

void dropInvalidPositions(Samples &samples)
{
    if (samples.type != "latlng"_L1)
        return;
    for (size_t i = 0; i < samples.values.size() && i < samples.values2.size(); ++i) {
        if (!(std::abs(samples.values[i]) <= 90.0F) || !(std::abs(samples.values2[i]) <= 180.0F))
            samples.values[i] = samples.values2[i] = Samples::gap;
    }
}

Samples packed(const Stream &stream)
{
    Samples samples {stream.type, floats(stream.data), floats(stream.data2)};
    dropInvalidPositions(samples);
    return samples;
}

StreamSet packed(const QList<Stream> &streams)
{
    QList<Samples> channels;
    for (const auto &stream : streams) {
        if (!stream.valueTypeIsArray)
            channels.append(packed(stream));
    }
    return together(std::move(channels));
}

StreamSet together(QList<Samples> channels)
{
    StreamSet set;
    size_t longest = 0;
    for (auto &samples : channels) {
        longest = std::max(longest, samples.values.size());
        if (samples.type == "time"_L1)
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
MICROCYCLE_INSTANTIATE_PLAIN(Stream)

}
