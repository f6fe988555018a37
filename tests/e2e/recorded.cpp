// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/recorded.h"

#include "tests/support/testmain.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace e2e {

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<Recorded> ownWorkouts()
{
    return {{u"own-1-vo2"_s, u"Ride"_s, "- Warm up 15m 55%\n\n5x\n- 3m 115%\n- 3m 50%\n\n- 10m 50%\n"},
        {u"own-2-tempo"_s, u"Ride"_s, "- 15m 60%\n- 30m 85%\n- 10m 50%\n"},
        {u"own-3-easy-run"_s, u"Run"_s, "- 45m Z2 HR\n"},
        {u"own-4-threshold"_s, u"Ride"_s, "- 20m 60%\n\n3x\n- 10m 98%\n- 5m 50%\n"},
        {u"own-5-sprints"_s, u"Ride"_s, "- 20m 60%\n\n6x\n- 20s 200%\n- 4m40s 50%\n"},
        {u"own-6-long-ride"_s, u"Ride"_s, "- 3h 65%\n"}};
}

}

QList<Recorded> recordedWorkouts()
{
    const QString corpus = support::corpus();
    const QDir folder(corpus + u"/workouts"_s);
    const QStringList files
        = corpus.isEmpty() ? QStringList() : folder.entryList({u"live-*.txt"_s}, QDir::Files, QDir::Name);
    if (files.isEmpty()) {
        qWarning("NO RECORDED WORKOUTS: the story is told with %d texts of our own", int(ownWorkouts().size()));
        return ownWorkouts();
    }
    QList<Recorded> workouts;
    for (const QString &file : files) {
        const QString name = QFileInfo(file).completeBaseName();
        const QJsonObject about = QJsonDocument::fromJson(contentOf(folder.filePath(name + u".json"_s))).object();
        workouts.append({name, about.value("type"_L1).toString(u"Ride"_s), contentOf(folder.filePath(file))});
    }
    qWarning("The story is told with %d recorded workouts of %s", int(workouts.size()), qPrintable(folder.path()));
    return workouts;
}

}
