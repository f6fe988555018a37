// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/listactivities.h"
#include "models/files/csv.h"
#include "models/files/erg.h"
#include "models/files/fitactivity.h"
#include "models/files/gpx.h"
#include "models/files/ics.h"
#include "models/files/readfile.h"
#include "models/files/tcx.h"
#include "models/files/zwo.h"
#include "models/workout/parse.h"
#include "tests/bench/heapcount.h"
#include "tests/bench/longfiles.h"

#include <QTimeZone>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

/// Prints the name, the bytes of the file, the most that was held while it was read, the file included, and what is
/// left of that in the result.
template<typename Read>
bool show(const char *name, const QByteArray &file, Read read)
{
    (void)read(file.first(0)); // what is made once is no part of it
    const qint64 before = bench::heldBytes();
    bench::forgetPeak();
    const auto result = read(file);
    const qint64 most = bench::peakBytes() - before + file.size();
    const qint64 left = bench::heldBytes() - before;
    std::printf("%s %lld %lld %lld\n", name, qlonglong(file.size()), qlonglong(most), qlonglong(left));
    return result.ok();
}

/// A text as an editor has it, in UTF-16.
QByteArray inMemory(const QByteArray &utf8)
{
    const QString text = QString::fromUtf8(utf8);
    return {reinterpret_cast<const char *>(text.constData()), text.size() * 2};
}

}

/// What each reader holds of the heap. A program of its own, since it counts every allocation.
int main()
{
    using namespace bench;
    const files::IcsReading reading {QTimeZone::utc(), QDate(2000, 1, 1)};
    bool all
        = show("json", activitiesJson(8'000), [](const auto &file) { return endpoints::ListActivities::parse(file); });
    all &= show("workout", inMemory(workoutText(900)), [](const auto &file) {
        const auto *characters = reinterpret_cast<const QChar *>(file.constData());
        return domain::Result<workout::Workout>(workout::parse(QStringView(characters, file.size() / 2).toString()));
    });
    all &= show("text", workoutText(900), [](const auto &file) { return files::readWorkoutFile(file, u"long.txt"_s); });
    all &= show("fit", fitRide(120'000), [](const auto &file) { return files::readFitActivity(file); });
    all &= show("zwo", zwoWorkout(900), [](const auto &file) { return files::readZwo(file); });
    all &= show("erg", ergCourse(90'000), [](const auto &file) { return files::readErg(file); });
    all &= show("gpx", gpxRide(20'000), [](const auto &file) { return files::readGpx(file); });
    all &= show("tcx", tcxRide(15'000), [](const auto &file) { return files::readTcx(file); });
    all &= show("ics", icsCalendar(10'000), [&](const auto &file) { return files::readIcs(file, reading); });
    all &= show("csv", wellnessCsv(30'000), [](const auto &file) { return files::readWellnessCsv(file); });
    return all ? 0 : 1;
}
