// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/largestore.h"
#include "tests/bench/measure.h"
#include "tests/bench/screenwatch.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr int starts = 11;

/// What a second program would be told by "microcycle-cli serve --json" about a server that has gone meanwhile: the
/// account's data are here, its key is known, and no answer comes from the network.
QString sessionFile()
{
    return benchFolder() + u"/session.json"_s;
}

bool prepare()
{
    const QString from = LargeStore::file();
    if (from.isEmpty())
        return false;
    qputenv("MICROCYCLE_DATA_DIR", (benchFolder() + u"/start"_s).toLocal8Bit());
    qputenv("QT_QPA_PLATFORM", "xcb"); // of the programs that are started, on any desktop
    QFile::remove(app::settingsFile());
    const app::Account account = LargeStore::account();
    const QJsonObject line {
        {u"url"_s, account.origin.toString()}, {u"athlete"_s, account.athlete}, {u"key"_s, u"nobodys-key"_s}};
    QFile file(sessionFile());
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(line).toJson(QJsonDocument::Compact)) < 0)
        return false;
    const QString inFolder = QDir(benchFolder()).relativeFilePath(app::databasePath(account));
    return !LargeStore::copy(inFolder).isEmpty();
}

}

void addStart()
{
    const auto watch = std::make_shared<ScreenWatch>();
    if (!watch->isReady()) {
        std::printf("There is no X server that lets itself be watched: starts are not measured.\n");
        return;
    }
    const auto prepared = std::make_shared<std::optional<bool>>();
    measure("start", starts, [watch, prepared]() -> std::optional<Turn> {
        if (!prepared->has_value())
            *prepared = prepare();
        if (!**prepared)
            return {};
        const auto floor = watch->start({MICROCYCLE_FLOOR});
        const auto ours = watch->start({MICROCYCLE_PROGRAM, "--session=" + sessionFile().toStdString()});
        if (!ours || !floor)
            return {};
        return Turn {{"ours", ours->paintedMs},
            {"floor", floor->paintedMs},
            {"ours settled", ours->settledMs},
            {"floor settled", floor->settledMs},
            {"ours MB", ours->residentMB},
            {"floor MB", floor->residentMB}};
    });
}

}
