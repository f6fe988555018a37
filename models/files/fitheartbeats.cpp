// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/fitheartbeats.h"

#include "models/files/fitprofile.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace files::fit {

namespace {

constexpr double ticksPerSecond = 1024;
constexpr quint32 compressedRange = 0xFFF;
constexpr float noRate = 255;
constexpr double carriedStep = 0.25; ///< seconds
constexpr int carriedSteps = 20;
constexpr size_t mostBeats = 2'000'000; ///< with those carried on

}

void Heartbeats::add(const Message &message)
{
    const Field *rates = message.find(hr::filteredBpm);
    if (!rates || rates->type != BaseType::UInt8)
        return;
    const Field *full = message.find(hr::eventTimestamp);
    if (message.timestamp && message.layout.timestampAt >= 0) {
        const auto ticks = message.integer(hr::eventTimestamp);
        if (!ticks)
            return;
        const double fraction = message.number(hr::fractionalTimestamp);
        m_anchorSecond = double(*message.timestamp) + (std::isnan(fraction) ? 0 : fraction / 32768);
        m_anchorTicks = m_lastTicks = quint32(*ticks);
    }
    if (!m_anchorSecond)
        return;
    const auto rateAt = [&](int i) { return float(message.data[rates->offset + quint32(i)]); };
    if (full && full->type == BaseType::UInt32 && full->count() == rates->count()) {
        for (int i = 0; i < full->count(); ++i)
            addBeat(loadAs<quint32>(message.data + full->offset + 4 * i, message.layout.bigEndian), rateAt(i));
        return;
    }
    // Twelve bits each, two of them in three bytes; what is above is that of the beat before, or one more.
    const Field *packed = message.find(hr::eventTimestamp12);
    const int count = packed ? packed->size * 2 / 3 : 0;
    for (int i = 0; i < std::min(count, rates->count()); ++i) {
        const uchar *at = message.data + packed->offset + i / 2 * 3;
        const quint32 bits = i % 2 == 0 ? at[0] | quint32(at[1] & 0x0F) << 8 : at[1] >> 4 | quint32(at[2]) << 4;
        addBeat(m_lastTicks + ((bits - m_lastTicks) & compressedRange), rateAt(i));
    }
}

void Heartbeats::addBeat(quint32 ticks, float bpm)
{
    m_lastTicks = ticks;
    if (bpm == noRate)
        return;
    if (m_beats.size() > mostBeats - carriedSteps) {
        m_full = true;
        return;
    }
    const double second = *m_anchorSecond + (ticks - m_anchorTicks) / ticksPerSecond;
    if (!m_beats.empty()) {
        // A rate holds until the next one, but not for long.
        const Beat before = m_beats.back();
        double gap = std::abs(second - before.second);
        for (int step = 1; gap > carriedStep && step <= carriedSteps; ++step, gap -= carriedStep)
            m_beats.push_back({before.second + carriedStep * step, before.bpm});
    }
    m_beats.push_back({second, bpm});
}

void Heartbeats::fill(domain::StreamSet &streams, quint32 start) const
{
    if (m_beats.empty() || streams.timeSeconds.empty())
        return;
    auto channel = std::find_if(streams.channels.begin(), streams.channels.end(), [](const domain::Samples &samples) {
        return samples.type == "heartrate"_L1;
    });
    if (channel == streams.channels.end()) {
        streams.channels.append({.type = u"heartrate"_s,
            .values = std::vector<float>(streams.timeSeconds.size(), domain::Samples::gap),
            .values2 = {}});
        channel = streams.channels.end() - 1;
    }
    size_t next = 0;
    double since = start + double(streams.timeSeconds.front());
    for (size_t row = 0; row < streams.timeSeconds.size(); ++row) {
        const double until = start + double(streams.timeSeconds[row]);
        if (since == until) { // the first record, or one of the same second
            since -= 1;
            next -= next > 0 ? 1 : 0;
        }
        double sum = 0;
        int count = 0;
        for (; next < m_beats.size() && m_beats[next].second <= until; ++next) {
            if (m_beats[next].second > since) {
                sum += double(m_beats[next].bpm);
                ++count;
            }
        }
        if (count > 0)
            channel->values[row] = float(std::round(sum / count));
        since = until;
    }
}

}
