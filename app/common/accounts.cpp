// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/accounts.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr auto originKey = "account/origin";
constexpr auto athleteKey = "account/athlete";
constexpr auto nameKey = "account/name";

QString text(const QSettings &settings, const char *key)
{
    return settings.value(QLatin1StringView(key)).toString().left(200);
}

}

std::optional<Account> Accounts::last() const
{
    const Account account {QUrl(text(m_settings, originKey), QUrl::StrictMode), text(m_settings, athleteKey), text(m_settings, nameKey)};
    if (!account.origin.isValid() || account.origin.host().isEmpty() || account.athlete.isEmpty())
        return {};
    return account;
}

void Accounts::setLast(const Account &account)
{
    m_settings.setValue(QLatin1StringView(originKey), account.origin.toString(QUrl::FullyEncoded));
    m_settings.setValue(QLatin1StringView(athleteKey), account.athlete);
    m_settings.setValue(QLatin1StringView(nameKey), account.name);
    m_settings.sync();
}

void Accounts::forget()
{
    m_settings.remove(u"account"_s);
    m_settings.sync();
}

QString dataFolder()
{
    QString folder = qEnvironmentVariable("MICROCYCLE_DATA_DIR");
    if (folder.isEmpty())
        folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    QDir().mkpath(folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return folder;
}

QString settingsFile()
{
    return dataFolder() + u"/settings.ini"_s;
}

QString databasePath(const Account &account)
{
    static const QRegularExpression unsafe(u"[^A-Za-z0-9.]"_s);
    const QString port = account.origin.port() > 0 ? u"-%1"_s.arg(account.origin.port()) : QString();
    QString name = account.origin.host() + port + u'-' + account.athlete;
    name.replace(unsafe, u"-"_s);
    return dataFolder() + u'/' + name.left(120) + u".db"_s;
}

QUrl serviceOrigin()
{
    return QUrl(u"https://intervals.icu"_s);
}

}
