// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/streamcodec.h"

#include <QDataStream>
#include <QIODevice>
#include <cstring>

namespace store {

namespace {

constexpr quint32 magic = 0x4D435331;
constexpr quint32 mostValues = 1'000'000; // eleven days at 1 Hz

void writeFloats(QDataStream &out, const std::vector<float> &values)
{
    out << quint32(values.size());
    out.writeRawData(reinterpret_cast<const char *>(values.data()), int(values.size() * sizeof(float)));
}

bool readFloats(QDataStream &in, std::vector<float> &values)
{
    quint32 size = 0;
    in >> size;
    if (in.status() != QDataStream::Ok || size > mostValues)
        return false;
    values.resize(size);
    const int bytes = int(size * sizeof(float));
    return in.readRawData(reinterpret_cast<char *>(values.data()), bytes) == bytes;
}

}

QByteArray encodeStreams(const domain::StreamSet &streams)
{
    QByteArray data;
    QDataStream out(&data, QIODevice::WriteOnly);
    out << magic << quint32(streams.channels.size());
    writeFloats(out, streams.timeSeconds);
    for (const auto &channel : streams.channels) {
        out << channel.type.toUtf8();
        writeFloats(out, channel.values);
        writeFloats(out, channel.values2);
    }
    return data;
}

std::optional<domain::StreamSet> decodeStreams(const QByteArray &data)
{
    QDataStream in(data);
    quint32 mark = 0;
    quint32 channels = 0;
    domain::StreamSet set;
    in >> mark >> channels;
    if (mark != magic || channels > 200 || !readFloats(in, set.timeSeconds))
        return {};
    for (quint32 i = 0; i < channels; ++i) {
        domain::Samples samples;
        QByteArray type;
        in >> type;
        samples.type = QString::fromUtf8(type);
        if (!readFloats(in, samples.values) || !readFloats(in, samples.values2))
            return {};
        set.channels.append(std::move(samples));
    }
    return set;
}

}
