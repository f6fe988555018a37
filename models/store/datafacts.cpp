// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/datafacts.h"

#include "models/store/databasefile.h"
#include "models/store/entitytable.h"
#include "models/store/journal.h"
#include "models/store/wholedata.h"

#include <QDirIterator>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace store {

namespace {

qint64 bytesOf(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isDir())
        return info.size();
    qint64 sum = 0;
    QDirIterator files(path, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext())
        sum += QFileInfo(files.next()).size();
    return sum;
}

}

DataFacts factsOf(const QString &database)
{
    DataFacts facts;
    facts.database = database;
    const QStringList files = localFiles(database);
    for (const QString &path : files)
        facts.bytes += bytesOf(path);
    if (const auto journal = Journal::read(Journal::pathFor(database))) {
        facts.owner = journal->owner;
        facts.waiting = int(journal->unsynced().size());
    }
    if (inspectDatabase(database).kind != FileState::Kind::Ours)
        return facts;
    const ReadOnlyConnection file(database);
    if (!file.isOpen())
        return facts;
    const QJsonObject athlete = jsonObject(file.value(u"SELECT value FROM meta WHERE key='athlete'"_s));
    facts.athleteId = athlete.value("id"_L1).toString();
    facts.athleteName = athlete.value("name"_L1).toString().simplified();
    facts.waiting = file.value(u"SELECT count(*) FROM outbox"_s).toInt();
    if (const qint64 at = file.value(u"SELECT max(fetched_at) FROM range_state"_s).toLongLong(); at > 0)
        facts.lastSync = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC);
    facts.isReadable = true;
    return facts;
}

}
