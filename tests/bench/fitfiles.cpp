// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/fitactivity.h"
#include "models/files/fitcrc.h"
#include "models/files/fitdecode.h"
#include "tests/bench/measure.h"

#include <QtEndian>
#include <algorithm>
#include <benchmark/benchmark.h>
#include <span>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr int records = 600'000;
constexpr double megabyte = 1e6;

template<typename T>
void put(QByteArray &bytes, T value)
{
    const T little = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof(T));
}

/// What a head unit writes for a very long ride: position, altitude, heart rate, cadence, distance, speed and power.
QByteArray longRide()
{
    struct Part {
        quint8 number, size, type;
    };
    constexpr Part parts[] {{253, 4, 0x86}, {0, 4, 0x85}, {1, 4, 0x85}, {2, 2, 0x84}, {3, 1, 0x02}, {4, 1, 0x02},
        {5, 4, 0x86}, {6, 2, 0x84}, {7, 2, 0x84}};
    QByteArray data;
    const auto define = [&data](quint8 local, quint16 message, std::span<const Part> fields) {
        put<quint8>(data, 0x40 | local);
        put<quint8>(data, 0);
        put<quint8>(data, 0);
        put<quint16>(data, message);
        put<quint8>(data, quint8(fields.size()));
        for (const Part &field : fields) {
            for (const quint8 byte : {field.number, field.size, field.type})
                put<quint8>(data, byte);
        }
    };
    constexpr Part identity[] {{0, 1, 0x00}, {4, 4, 0x86}};
    define(1, 0, identity);
    put<quint8>(data, 1);
    put<quint8>(data, 4); // an activity
    put<quint32>(data, 1'000'000'000);
    define(0, 20, parts);
    for (quint32 second = 0; second < records; ++second) {
        put<quint8>(data, 0);
        put<quint32>(data, 1'000'000'000 + second);
        put<qint32>(data, qint32(560'000'000 + second));
        put<qint32>(data, qint32(96'000'000 + second));
        put<quint16>(data, quint16(5 * (500 + 400 + second % 300)));
        put<quint8>(data, quint8(130 + second % 30));
        put<quint8>(data, quint8(85 + second % 9));
        put<quint32>(data, 800 * second);
        put<quint16>(data, quint16(8000 + second % 500));
        put<quint16>(data, quint16(180 + second % 90));
    }
    QByteArray file;
    put<quint8>(file, 14);
    put<quint8>(file, 0x20);
    put<quint16>(file, 2189);
    put<quint32>(file, quint32(data.size()));
    file.append(".FIT");
    put<quint16>(file, 0); // a header may go without its checksum
    file.append(data);
    put<quint16>(file, files::fit::checksum(file));
    return file;
}

/// Looks at every value of every message.
class Reader : public files::fit::Visitor
{
public:
    bool visit(const files::fit::Message &message) override
    {
        for (const files::fit::Field &field : message.layout.fields)
            sum += message.data[field.offset];
        ++messages;
        return true;
    }
    quint64 sum = 0;
    int messages = 0;
};

/// Every byte once, one after the other: nothing that has to look at what it reads can do with less.
quint64 scan(const QByteArray &bytes)
{
    quint64 sum = 0;
    for (const char byte : bytes) {
        sum = sum * 31 + quint8(byte);
        benchmark::DoNotOptimize(sum);
    }
    return sum;
}

}

void addFitFiles()
{
    measure("fit", 15, []() -> std::optional<Turn> {
        static const QByteArray file = longRide();
        Reader reader;
        files::fit::Outcome outcome;
        const double floor = timed([] { benchmark::DoNotOptimize(scan(file)); });
        const double ours = timed([&] { outcome = files::fit::decode(file, {}, reader); });
        bool whole = outcome.trouble == files::fit::Trouble::None && reader.messages == records + 1;
        double activity = 0;
        {
            domain::Result<files::ActivityFile> read = domain::unreadable({}, {});
            activity = timed([&] { read = files::readFitActivity(file); });
            whole = whole && read && int(read->streams.timeSeconds.size()) == records;
        }
        const double size = double(file.size()) / megabyte;
        return whole ? std::optional(Turn {{"ours", ours}, {"floor", floor}, {"ns/byte", activity / size},
                           {"MB/s", 1000 * size / activity}})
                     : std::nullopt;
    });
}

}
