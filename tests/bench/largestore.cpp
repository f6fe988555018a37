// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/largestore.h"

#include "models/store/journal.h"
#include "models/store/remotefold.h"
#include "models/store/schema.h"
#include "tests/bench/decades.h"

#include <QDir>
#include <QFile>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr int activityCount = 10000;
constexpr int eventCount = 20000;
constexpr int recordsAtOnce = 1000;
constexpr int recordsVersion = 4; // of what Decades makes

bool fold(store::RemoteFold &into,
    const QList<QJsonObject> &records,
    domain::Result<store::FoldReport> (store::RemoteFold::*fold)(const domain::DateRange &, const QList<QJsonObject> &))
{
    for (qsizetype at = 0; at < records.size(); at += recordsAtOnce) {
        const auto report = (into.*fold)({}, records.mid(at, recordsAtOnce));
        if (!report || report->quarantined > 0)
            return false;
    }
    return true;
}

bool fill(const QString &path)
{
    const domain::SystemClock clock;
    const auto opened = store::Store::open(path, clock);
    if (!opened)
        return false;
    store::RemoteFold into(**opened);
    Decades decades(clock.today());
    return into.athlete(Decades::athlete()) && into.sports(Decades::sports())
        && fold(into, decades.activities(activityCount), &store::RemoteFold::activities)
        && fold(into, decades.events(eventCount, activityCount), &store::RemoteFold::events)
        && fold(into, decades.wellness(), &store::RemoteFold::wellness);
}

}

QString benchFolder()
{
    return QStringLiteral(MICROCYCLE_BENCH_FOLDER);
}

app::Account LargeStore::account()
{
    // Nobody listens on this port, so nothing comes from the network.
    return {QUrl(u"http://127.0.0.1:9"_s), u"i1"_s, u"Ann Twenty Years"_s};
}

QString LargeStore::file()
{
    // The week is part of the name because what is ahead and behind is seen from today.
    const QDate today = QDate::currentDate();
    const QString path = benchFolder()
        + u"/large-%1-%2-%3-%4-%5-%6.db"_s.arg(store::schemaVersion)
              .arg(recordsVersion)
              .arg(activityCount)
              .arg(eventCount)
              .arg(today.year())
              .arg(today.weekNumber());
    if (QFile::exists(path))
        return path;
    QDir(benchFolder()).removeRecursively();
    std::printf("Filling a database of %d activities and %d events, once.\n", activityCount, eventCount);
    std::fflush(stdout);
    const QString unfinished = path + u".unfinished"_s;
    if (fill(unfinished) && QFile::rename(unfinished, path))
        return path;
    std::printf("The database could not be filled.\n");
    return {};
}

QString LargeStore::copy(const QString &name)
{
    const QString from = file();
    const QString to = benchFolder() + u'/' + name;
    for (const QString &part : {to, to + u"-wal"_s, to + u"-shm"_s, store::Journal::pathFor(to)})
        QFile::remove(part);
    return !from.isEmpty() && QDir().mkpath(QFileInfo(to).path()) && QFile::copy(from, to) ? to : QString();
}

}
