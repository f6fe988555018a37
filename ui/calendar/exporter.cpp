// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/exporter.h"

#include "models/files/eventfile.h"
#include "models/files/ics.h"
#include "models/files/readfile.h"
#include "models/files/safename.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// Two workouts of one name do not overwrite each other, nor what is there already.
QString freePath(const QString &folder, const QString &fileName)
{
    const QDir dir(folder);
    const QString base = fileName.section(u'.', 0, -2);
    const QString ending = fileName.section(u'.', -1);
    QString path = dir.filePath(fileName);
    for (int count = 2; QFile::exists(path); ++count)
        path = dir.filePath(u"%1 %2.%3"_s.arg(base).arg(count).arg(ending));
    return path;
}

void save(const QString &path, const QByteArray &bytes, const QString &item, Exporter::Outcome &outcome)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        outcome.paths.append(path);
    else
        outcome.refused.append(domain::storageFailure(item, file.errorString()));
}

}

const QStringList &Exporter::formats()
{
    static const QStringList names {u"zwo"_s, u"fit"_s, u"erg"_s, u"mrc"_s, u"ics"_s};
    return names;
}

Exporter::Outcome Exporter::write(const QList<domain::Event> &events,
    const QList<domain::SportSettings> &sports,
    const QString &format,
    const QString &folder,
    const QDateTime &now)
{
    Outcome outcome;
    if (format == "ics"_L1) {
        const QString name = files::safeFileName(events.isEmpty() ? QString() : events.first().name, format, u"plan"_s);
        save(freePath(folder, name), files::writeIcs(events, now), name, outcome);
        return outcome;
    }
    for (const domain::Event &event : events) {
        const auto file = files::fileOf(event, sports);
        if (!file) {
            outcome.withoutSteps.append(event.name);
            continue;
        }
        const auto written = files::writeWorkoutFile(
            *file, files::formatOfName(u"workout."_s + format), files::settingsOf(event, sports));
        if (!written) {
            outcome.refused.append(written.error());
            continue;
        }
        for (const files::Note &note : written->notes)
            outcome.lost.append(u"%1, %2: %3"_s.arg(event.name, note.item, note.detail));
        save(freePath(folder, files::safeFileName(event.name, format, u"workout"_s)),
            written->bytes,
            event.name,
            outcome);
    }
    return outcome;
}

Exporter::Outcome Exporter::writeForDrag(const QList<domain::Event> &events,
    const QList<domain::SportSettings> &sports,
    const QString &format,
    const QDateTime &now)
{
    // A new folder for each drag, for the receiver may still be reading the last one's.
    m_folder = std::make_unique<QTemporaryDir>();
    if (!m_folder->isValid())
        return {{}, {}, {}, {domain::storageFailure(m_folder->path(), m_folder->errorString())}};
    return write(events, sports, format, m_folder->path(), now);
}

}
