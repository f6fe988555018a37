// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/fitactivity.h"
#include "models/files/fitdecode.h"
#include "tests/bench/longfiles.h"
#include "tests/bench/measure.h"

#include <benchmark/benchmark.h>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr int records = 600'000;
constexpr double megabyte = 1e6;

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
        static const QByteArray file = fitRide(records);
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
        return whole ? std::optional(Turn {
                   {"ours", ours}, {"floor", floor}, {"ns/byte", activity / size}, {"MB/s", 1000 * size / activity}})
                     : std::nullopt;
    });
}

}
