// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/readfile.h"

#include "models/files/archive.h"
#include "models/files/erg.h"
#include "models/files/fitactivity.h"
#include "models/files/fitworkout.h"
#include "models/files/gpx.h"
#include "models/files/plaintext.h"
#include "models/files/tcx.h"
#include "models/files/workouttext.h"
#include "models/files/zwo.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;
using domain::unreadable;

namespace files {

namespace {

// Whatever it is encoded in, a longer text is beyond what is read as a workout.
constexpr qsizetype mostTextBytes = 4 * workout::longestText;

domain::Result<WorkoutFile> readWorkout(const QByteArray &bytes, Format format, const Bounds &bounds)
{
    switch (format) {
    case Format::Zwo:
        return readZwo(bytes, bounds);
    case Format::Erg:
        return readErg(bytes, bounds);
    case Format::Mrc:
        return readMrc(bytes, bounds);
    case Format::FitWorkout:
        return readFitWorkout(bytes, bounds);
    case Format::WorkoutText:
        if (bytes.size() > mostTextBytes)
            return unreadable(u"size"_s, u"more than %1 bytes, which no workout has"_s.arg(mostTextBytes));
        return workoutFromUtf8(decoded(bytes).utf8);
    default:
        return unreadable(
            {}, holdsActivity(format) ? u"a recorded activity, not a planned workout"_s : u"not a planned workout"_s);
    }
}

domain::Result<ActivityFile> readActivity(const QByteArray &bytes, Format format, const Bounds &bounds)
{
    switch (format) {
    case Format::FitActivity:
        return readFitActivity(bytes, bounds);
    case Format::Gpx:
        return readGpx(bytes, bounds);
    case Format::Tcx:
        return readTcx(bytes, bounds);
    default:
        return unreadable(
            {}, holdsWorkout(format) ? u"a planned workout, not a recorded activity"_s : u"not a recorded activity"_s);
    }
}

/// A name whose ending means one thing while the bytes are another.
std::optional<Note> lie(const QString &fileName, Format format)
{
    const QString promised = endingOf(formatOfName(fileName));
    const QString is = endingOf(format);
    // A course says itself whether it counts watts or percentages, and either ending is common.
    const bool course = (promised == "erg"_L1 || promised == "mrc"_L1) && (is == "erg"_L1 || is == "mrc"_L1);
    if (promised.isEmpty() || promised == is || course)
        return {};
    return Note {plainLine(fileName, 100), u"called %1, but it is %2"_s.arg(promised, is)};
}

template<typename T, typename Read>
domain::Result<Opened<T>> openOne(const QByteArray &bytes, const QString &fileName, const Bounds &bounds, Read read)
{
    if (bytes.isEmpty())
        return unreadable(plainLine(fileName, 100), u"an empty file"_s);
    Opened<T> opened {fileName, sniff(bytes), {}};
    if (opened.format == Format::Erg && formatOfName(fileName) == Format::Mrc)
        opened.format = Format::Mrc; // one without a unit is what its name says
    auto content = read(bytes, opened.format, bounds);
    if (!content) {
        domain::Error error = content.error();
        error.item = error.item.isEmpty() ? plainLine(fileName, 100) : plainLine(fileName, 100) + ": "_L1 + error.item;
        return error;
    }
    opened.content = *std::move(content);
    if (opened.content.name.isEmpty())
        opened.content.name = plainLine(QFileInfo(fileName).completeBaseName(), 200);
    if (const auto note = lie(fileName, opened.format))
        opened.content.notes.append(*note);
    return opened;
}

template<typename T, typename Read>
domain::Result<QList<Opened<T>>> openAll(
    const QByteArray &bytes, const QString &fileName, const Bounds &bounds, Read read)
{
    const Format outer = sniff(bytes);
    if (outer != Format::Gzip && outer != Format::Zip) {
        auto one = openOne<T>(bytes, fileName, bounds, read);
        return one ? domain::Result<QList<Opened<T>>>(QList<Opened<T>> {*std::move(one)}) : one.error();
    }
    const auto inside = unpack(bytes, fileName, bounds);
    if (!inside)
        return inside.error();
    QList<Opened<T>> all;
    QList<Note> refused;
    std::optional<domain::Error> first;
    for (const auto &file : *inside) {
        auto one = openOne<T>(file.bytes, file.name, bounds, read);
        if (one) {
            all.append(*std::move(one));
            continue;
        }
        refused.append({one.error().item, one.error().detail});
        first = first ? first : one.error();
    }
    if (all.isEmpty())
        return *first;
    all.first().content.notes += refused;
    if (const auto note = lie(fileName, outer))
        all.first().content.notes.append(*note);
    return all;
}

}

domain::Result<QList<Opened<WorkoutFile>>> readWorkoutFile(
    const QByteArray &bytes, const QString &fileName, const Bounds &bounds)
{
    return openAll<WorkoutFile>(bytes, fileName, bounds, readWorkout);
}

domain::Result<QList<Opened<ActivityFile>>> readActivityFile(
    const QByteArray &bytes, const QString &fileName, const Bounds &bounds)
{
    return openAll<ActivityFile>(bytes, fileName, bounds, readActivity);
}

domain::Result<Written> writeWorkoutFile(const WorkoutFile &file, Format format, const domain::SportSettings &settings)
{
    switch (format) {
    case Format::Zwo:
        return writeZwo(file, settings);
    case Format::Erg:
        return writeErg(file, settings);
    case Format::Mrc:
        return writeMrc(file, settings);
    case Format::WorkoutText:
        return Written {workoutText(file).toUtf8(), {}};
    case Format::FitWorkout: {
        Written written = writtenFitWorkout(file, settings);
        if (written.bytes.isEmpty())
            return unreadable(u"workout"_s, u"there is no step in it"_s);
        return written;
    }
    default:
        return unreadable(endingOf(format), u"not a format of planned workouts"_s);
    }
}

}
