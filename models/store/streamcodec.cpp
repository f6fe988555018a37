// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/streamcodec.h"

#include <QDataStream>
#include <QIODevice>
#include <bit>
#include <cstring>
#include <lz4.h>

namespace store {

namespace {

constexpr quint32 plainMagic = 0x4D435331; ///< numbers as they are, of earlier versions
constexpr quint32 packedMagic = 0x4D435332;
constexpr quint32 mostValues = 1'000'000; ///< of a channel: eleven days at 1 Hz
constexpr quint32 mostChannels = 200;

/// All first bytes of the numbers, then all second ones and so on, compressed: neighbours differ in few of their bytes,
/// so the others are long runs. A channel is small enough to stay in the processor's cache between the two steps.
QByteArray compressed(const std::vector<float> &values)
{
    const size_t count = values.size();
    std::vector<char> planes(count * 4);
    for (size_t i = 0; i < count; ++i) {
        const auto bits = std::bit_cast<quint32>(values[i]);
        for (size_t plane = 0; plane < 4; ++plane)
            planes[plane * count + i] = char(bits >> (8 * plane));
    }
    QByteArray packed(LZ4_compressBound(int(planes.size())), Qt::Uninitialized);
    packed.truncate(LZ4_compress_default(planes.data(), packed.data(), int(planes.size()), int(packed.size())));
    return packed;
}

bool decompress(QByteArrayView packed, std::vector<float> &values, std::vector<uchar> &planes)
{
    const size_t count = values.size();
    planes.resize(count * 4);
    const int size = LZ4_decompress_safe(
        packed.data(), reinterpret_cast<char *>(planes.data()), int(packed.size()), int(planes.size()));
    if (size != int(planes.size()))
        return false;
    const uchar *first = planes.data();
    const uchar *second = first + count;
    const uchar *third = second + count;
    const uchar *fourth = third + count;
    for (size_t i = 0; i < count; ++i) {
        values[i] = std::bit_cast<float>(
            quint32(first[i]) | quint32(second[i]) << 8 | quint32(third[i]) << 16 | quint32(fourth[i]) << 24);
    }
    return true;
}

/// What stands before the numbers: how many there are of each.
std::optional<quint32> countIn(QDataStream &in)
{
    quint32 count = 0;
    in >> count;
    return in.status() == QDataStream::Ok && count <= mostValues ? std::optional(count) : std::nullopt;
}

bool readPlain(QDataStream &in, std::vector<float> &values)
{
    const auto count = countIn(in);
    if (!count)
        return false;
    values.resize(*count);
    const int bytes = int(*count * sizeof(float));
    return in.readRawData(reinterpret_cast<char *>(values.data()), bytes) == bytes;
}

std::optional<domain::StreamSet> decodePlain(QDataStream &in, quint32 channels)
{
    domain::StreamSet set;
    if (!readPlain(in, set.timeSeconds))
        return {};
    for (quint32 i = 0; i < channels; ++i) {
        domain::Samples samples;
        QByteArray type;
        in >> type;
        samples.type = QString::fromUtf8(type);
        if (!readPlain(in, samples.values) || !readPlain(in, samples.values2))
            return {};
        set.channels.append(std::move(samples));
    }
    return set;
}

/// Reads where the stream stands in the block, without a copy.
bool readPacked(QDataStream &in, const QByteArray &block, std::vector<float> &values, std::vector<uchar> &planes)
{
    const auto count = countIn(in);
    quint32 size = 0;
    if (!count || *count == 0)
        return count.has_value();
    in >> size;
    const qint64 at = in.device()->pos();
    if (in.status() != QDataStream::Ok || qint64(size) > block.size() - at || in.skipRawData(int(size)) != int(size))
        return false;
    values.resize(*count);
    return decompress(QByteArrayView(block).sliced(at, size), values, planes);
}

std::optional<domain::StreamSet> decodePacked(QDataStream &in, const QByteArray &block, quint32 channels)
{
    domain::StreamSet set;
    std::vector<uchar> planes;
    if (!readPacked(in, block, set.timeSeconds, planes))
        return {};
    for (quint32 i = 0; i < channels; ++i) {
        domain::Samples samples;
        QByteArray type;
        in >> type;
        samples.type = QString::fromUtf8(type);
        if (!readPacked(in, block, samples.values, planes) || !readPacked(in, block, samples.values2, planes))
            return {};
        set.channels.append(std::move(samples));
    }
    return set;
}

}

QByteArray encodeStreams(const domain::StreamSet &streams)
{
    QByteArray data;
    QDataStream out(&data, QIODevice::WriteOnly);
    const auto write = [&out](const std::vector<float> &values) {
        out << quint32(values.size());
        if (!values.empty())
            out << compressed(values);
    };
    out << packedMagic << quint32(streams.channels.size());
    write(streams.timeSeconds);
    for (const auto &channel : streams.channels) {
        out << channel.type.toUtf8();
        write(channel.values);
        write(channel.values2);
    }
    return data;
}

std::optional<domain::StreamSet> decodeStreams(const QByteArray &data)
{
    QDataStream in(data);
    quint32 mark = 0;
    quint32 channels = 0;
    in >> mark >> channels;
    if (in.status() != QDataStream::Ok || channels > mostChannels)
        return {};
    if (mark == plainMagic)
        return decodePlain(in, channels);
    return mark == packedMagic ? decodePacked(in, data, channels) : std::nullopt;
}

}
