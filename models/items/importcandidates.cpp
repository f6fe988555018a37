// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/importcandidates.h"

#include "models/analysis/recorded.h"
#include "models/files/archive.h"
#include "models/files/eventfile.h"
#include "models/files/ics.h"
#include "models/files/openregular.h"
#include "models/files/readfile.h"
#include "models/workout/parse.h"
#include "models/workout/profile.h"
#include "models/workout/resolve.h"

#include <QDirIterator>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace items {

namespace {

constexpr int mostFiles = 10'000;

Candidate refused(const QString &fileName, const domain::Error &error)
{
    Candidate candidate;
    candidate.fileName = fileName;
    candidate.error = error;
    return candidate;
}

/// Time, load and shape as they will be shown once it is planned.
void measure(Candidate &candidate, const QList<domain::SportSettings> &sports)
{
    const domain::Event &event = candidate.event;
    candidate.sport = event.type;
    const workout::Workout steps = workout::parse(event.description);
    if (steps.isEmpty())
        return;
    const domain::SportSettings settings = files::settingsOf(event, sports);
    const auto figures = workout::resolve(
        steps, settings, {.type = event.type, .indoor = event.indoor.value_or(false), .target = event.target});
    candidate.seconds = int(figures.duration.count());
    candidate.load = figures.load;
    if (figures.metres > 0)
        candidate.metres = figures.metres;
    candidate.profile = workout::encode(workout::profile(steps, settings));
}

QList<Candidate> workoutsOf(const QByteArray &bytes, const QString &fileName, const ImportSettings &settings)
{
    const auto read = files::readWorkoutFile(bytes, fileName, {.cancelled = settings.cancelled});
    if (!read)
        return {refused(fileName, read.error())};
    QList<Candidate> found;
    for (const auto &file : *read) {
        Candidate candidate;
        candidate.kind = Candidate::Kind::Workout;
        candidate.fileName = file.fileName;
        candidate.event = files::eventOf(file.content, file.fileName);
        candidate.notes = file.content.notes;
        measure(candidate, settings.sports);
        found.append(candidate);
    }
    return found;
}

QList<Candidate> activitiesOf(const QByteArray &bytes, const QString &path, const ImportSettings &settings)
{
    const QString fileName = QFileInfo(path).fileName();
    const auto read = files::readActivityFile(bytes, fileName, {.cancelled = settings.cancelled});
    if (!read)
        return {refused(fileName, read.error())};
    const files::ActivityFile &activity = read->constFirst().content;
    Candidate candidate;
    candidate.kind = Candidate::Kind::Activity;
    candidate.fileName = fileName;
    candidate.path = path;
    candidate.event.name = activity.name;
    candidate.sport = activity.sport;
    candidate.notes = activity.notes;
    if (activity.start.isValid()) {
        const QDateTime local = activity.utcOffset ? activity.start.toOffsetFromUtc(int(activity.utcOffset->count()))
                                                   : activity.start.toTimeZone(settings.zone);
        candidate.day = local.date();
    }
    if (!activity.streams.timeSeconds.empty())
        candidate.seconds = int(analysis::recordedFigures(activity.streams, 0).movingSeconds);
    if (const domain::Samples *distance = activity.streams.find(u"distance"_s); distance && !distance->values.empty())
        candidate.metres = distance->values.back();
    return {candidate};
}

QList<Candidate> entriesOf(const QByteArray &bytes, const QString &fileName, const ImportSettings &settings)
{
    const auto read
        = files::readIcs(bytes, {.zone = settings.zone, .first = settings.today}, {.cancelled = settings.cancelled});
    if (!read)
        return {refused(fileName, read.error())};
    QList<Candidate> found;
    for (const files::PlannedEntry &entry : read->entries) {
        Candidate candidate;
        candidate.kind = Candidate::Kind::Entry;
        candidate.fileName = fileName;
        if (entry.cancelled || read->cancels) {
            // What a file takes back is never taken away unasked.
            found.append(
                refused(entry.summary, domain::unreadable(entry.summary, u"the calendar takes this entry back"_s)));
            continue;
        }
        const bool session = !workout::parse(entry.description).isEmpty();
        candidate.event.category = session ? domain::Category::Workout : domain::Category::Note;
        candidate.event.type = session ? u"Ride"_s : QString();
        candidate.event.uid = entry.uid;
        candidate.event.name = entry.summary.isEmpty() ? fileName : entry.summary;
        candidate.event.description = entry.description;
        candidate.event.start = entry.start;
        if (!session)
            candidate.event.end = entry.end;
        candidate.day = entry.start.day;
        measure(candidate, settings.sports);
        found.append(candidate);
    }
    if (found.isEmpty())
        found.append(refused(fileName, domain::unreadable(fileName, u"the calendar has no entry from today on"_s)));
    found.first().notes += read->notes;
    return found;
}

QStringList filesIn(const QStringList &paths)
{
    QStringList files;
    for (const QString &path : paths) {
        if (!QFileInfo(path).isDir()) {
            files.append(path);
            continue;
        }
        QStringList inside;
        QDirIterator folder(path, QDir::Files | QDir::Readable | QDir::NoSymLinks, QDirIterator::Subdirectories);
        while (folder.hasNext() && inside.size() < mostFiles)
            inside.append(folder.next());
        inside.sort();
        files += inside;
    }
    return files;
}

}

QString Candidate::name() const
{
    return event.name.isEmpty() ? fileName : event.name;
}

QList<Candidate> candidatesOf(const QByteArray &bytes, const QString &path, const ImportSettings &settings)
{
    const QString fileName = QFileInfo(path).fileName();
    const files::Format format = files::sniff(bytes);
    if (format == files::Format::Gzip || format == files::Format::Zip) {
        const auto inside = files::unpack(bytes, fileName, {.cancelled = settings.cancelled});
        if (!inside)
            return {refused(fileName, inside.error())};
        // The service takes packed activities as they are; what is planned from a package is read here.
        if (inside->size() == 1 && files::holdsActivity(files::sniff(inside->constFirst().bytes)))
            return activitiesOf(bytes, path, settings);
        QList<Candidate> found;
        for (const files::Unpacked &file : *inside) {
            const files::Format part = files::sniff(file.bytes);
            if (files::holdsActivity(part))
                found.append(refused(file.name,
                    domain::unreadable(
                        file.name, u"activities in a package of several are not taken: unpack it first"_s)));
            else
                found += candidatesOf(file.bytes, file.name, settings);
        }
        return found;
    }
    if (files::holdsActivity(format))
        return activitiesOf(bytes, path, settings);
    if (format == files::Format::Ics)
        return entriesOf(bytes, fileName, settings);
    return workoutsOf(bytes, fileName, settings);
}

QList<Candidate> readCandidates(const QStringList &paths, const ImportSettings &settings)
{
    QList<Candidate> found;
    for (const QString &path : filesIn(paths)) {
        if (settings.cancelled && settings.cancelled->load())
            break;
        const auto bytes = files::readRegularFile(path, {.cancelled = settings.cancelled});
        if (bytes)
            found += candidatesOf(*bytes, path, settings);
        else
            found.append(refused(QFileInfo(path).fileName(), bytes.error()));
    }
    return found;
}

}
