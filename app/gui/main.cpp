// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/demoserver.h"
#include "app/common/keychain.h"
#include "app/gui/window.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTextStream>
#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;

namespace {

struct Entry {
    app::Account account;
    http::Credential credential;
    QString database;
};

int refuse(const QString &sentence)
{
    QTextStream(stderr) << sentence << '\n';
    return 1;
}

/// The line that "microcycle-cli serve --json" prints.
domain::Result<Entry> fromSessionFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return domain::storageFailure(path, file.errorString());
    const QJsonObject line = QJsonDocument::fromJson(file.readLine(4096)).object();
    const app::Account account {QUrl(line.value("url"_L1).toString(), QUrl::StrictMode), line.value("athlete"_L1).toString(), {}};
    const auto credential = http::Credential::make(line.value("key"_L1).toString().toLatin1());
    if (!credential)
        return credential.error();
    if (account.athlete.isEmpty())
        return domain::unreadable(path, u"no athlete is named"_s);
    return Entry {account, *credential, app::databasePath(account)};
}

}

int main(int argc, char **argv)
{
#ifdef Q_OS_UNIX
    ::umask(077);
#endif
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"microcycle"_s);
    QApplication::setApplicationDisplayName(u"Microcycle"_s);
    QApplication::setApplicationVersion(QStringLiteral(MICROCYCLE_VERSION));

    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({u"demo"_s, QApplication::translate("main", "Look around with the demo athlete; nothing leaves this machine.")});
    parser.addOption({u"session"_s, QApplication::translate("main", "Connect to the server whose line from serve --json this file holds."), u"file"_s});
    parser.process(application);

    domain::SystemClock clock;
    ui::Theme theme;
    theme.applyTo(application);

    QTemporaryDir demoFolder;
    demo::DemoServer demoServer;
    std::optional<Entry> entry;
    if (parser.isSet(u"session"_s)) {
        const auto read = fromSessionFile(parser.value(u"session"_s));
        if (!read)
            return refuse(read.error().item + u": "_s + read.error().detail);
        entry = *read;
    } else {
        const auto info = demoServer.start({.seed = 1, .today = clock.today()}, 0);
        if (!info)
            return refuse(info.error().item + u": "_s + info.error().detail);
        entry = Entry {{info->url, info->athlete, QApplication::translate("main", "Demo athlete")}, *http::Credential::make(info->key), demoFolder.filePath(u"demo.db"_s)};
    }
    const auto session = app::Session::open(entry->account, entry->credential, entry->database, clock);
    if (!session)
        return refuse(session.error().item + u": "_s + session.error().detail);
    QSettings settings(app::settingsFile(), QSettings::IniFormat);
    app::Window window(**session, theme, settings, entry->account.name);
    window.show();
    QMetaObject::invokeMethod(&(*session)->engine(), [&session] { (*session)->engine().start(); }, Qt::QueuedConnection);
    return QApplication::exec();
}
