// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/entries.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qint64 longestLine = 4096;

}

domain::Result<AccountWindow::Entry> DemoAthlete::start(const domain::Clock &clock)
{
    const auto info = m_server.start({.seed = 1, .today = clock.today()}, 0);
    if (!info)
        return info.error();
    const auto credential = http::Credential::make(info->key);
    if (!credential)
        return credential.error();
    const QString name = QCoreApplication::translate("DemoAthlete", "Demo athlete");
    return AccountWindow::Entry {
        {info->url, info->athlete, name}, m_folder.filePath(u"demo.db"_s), AccountWindow::Kind::Demo, *credential};
}

domain::Result<AccountWindow::Entry> entryFromFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return domain::unreadable(path, file.errorString());
    const QJsonObject line = QJsonDocument::fromJson(file.readLine(longestLine)).object();
    const QString athlete = line.value("athlete"_L1).toString();
    const Account account {QUrl(line.value("url"_L1).toString(), QUrl::StrictMode), athlete, athlete};
    if (athlete.isEmpty())
        return domain::unreadable(path, u"no athlete is named"_s);
    const auto credential = http::Credential::make(line.value("key"_L1).toString().toLatin1());
    if (!credential)
        return domain::unreadable(path, credential.error().detail);
    return AccountWindow::Entry {account, databasePath(account), AccountWindow::Kind::Lent, *credential};
}

}
