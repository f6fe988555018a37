// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/migration.h"

#include "models/store/database.h"
#include "models/store/databasefile.h"
#include "models/store/privatefile.h"
#include "models/store/schema.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr qsizetype backupsKept = 3;

/// Number and content of what waits to be sent: no migration may change it.
QByteArray fingerprintOfOutbox(Database &database)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QSqlQuery &query = database.select("SELECT op_id, local_id, kind, op, patch_json, state FROM outbox ORDER BY seq");
    while (query.next()) {
        for (int i = 0; i < 6; ++i)
            hash.addData(query.value(i).toByteArray() + '\0');
    }
    query.finish();
    return hash.result();
}

domain::Result<domain::Done> backUp(Database &database, const QString &path, int version)
{
    const QString stem = path + u".backup-v"_s;
    const QString name
        = stem + QString::number(version) + u'-' + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    if (auto copied = copyDatabase(database, name); !copied)
        return copied;
    const QFileInfo file(path);
    const QStringList all
        = file.dir().entryList({file.fileName() + u".backup-v*"_s}, QDir::Files, QDir::Time | QDir::Reversed);
    for (qsizetype i = 0; i + backupsKept < all.size(); ++i)
        QFile::remove(file.dir().filePath(all.at(i)));
    return domain::Done {};
}

bool runSteps(Database &database, int fromVersion)
{
    for (int step = fromVersion; step < schemaVersion; ++step) {
        for (const char *sql : schemaSteps().at(step)) {
            if (!database.run(sql))
                return false;
        }
    }
    const QByteArray stamp = "PRAGMA user_version=" + QByteArray::number(schemaVersion);
    const QByteArray mark = "PRAGMA application_id=" + QByteArray::number(applicationId);
    return database.run(stamp.constData()) && database.run(mark.constData());
}

}

domain::Result<domain::Done> copyDatabase(Database &database, const QString &to)
{
    if (QFileInfo::exists(to))
        return domain::storageFailure(to, u"there is a file already"_s);
    if (auto made = makePrivateFile(to); !made)
        return made;
    const bool copied = database.run("VACUUM INTO ?", {to});
    QFile file(to);
    const bool kept = copied && file.open(QIODevice::ReadWrite) && syncFile(file) && syncFolderOf(to);
    file.close();
    if (kept && isIntact(to))
        return domain::Done {};
    QFile::remove(to);
    return domain::storageFailure(to, copied ? u"the copy is not sound"_s : database.lastError());
}

domain::Result<domain::Done> migrate(Database &database, const QString &path, int fromVersion)
{
    const auto failed = [&] { return domain::storageFailure(path, database.lastError()); };
    if (fromVersion == schemaVersion)
        return domain::Done {};
    if (fromVersion > 0 && path != ":memory:"_L1) {
        if (auto backedUp = backUp(database, path, fromVersion); !backedUp)
            return backedUp;
    }
    Transaction transaction(database);
    if (!transaction.isOpen())
        return failed();
    const QByteArray before = fromVersion > 0 ? fingerprintOfOutbox(database) : QByteArray();
    if (!runSteps(database, fromVersion))
        return failed();
    const bool keptEdits = fromVersion == 0 || fingerprintOfOutbox(database) == before;
    if (!keptEdits || database.value("SELECT count(*) FROM pragma_foreign_key_check").toInt() > 0)
        return domain::storageFailure(path, u"the newer tables would not hold what waits to be sent"_s);
    if (!transaction.commit())
        return failed();
    return domain::Done {};
}

}
