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
constexpr qsizetype longestText = 200;

QString text(const QSettings &settings, const char *key)
{
    return settings.value(QLatin1StringView(key)).toString().left(longestText);
}

}

domain::Result<Account> accountOf(const QUrl &origin, const domain::Athlete &athlete)
{
    // "0" stands for whoever asks; as the name of a database it would mix people up.
    const QString id = athlete.id.value_or(domain::AthleteId {}).value;
    if (id.isEmpty() || id == "0"_L1)
        return domain::malformed(u"athlete"_s, u"the id is missing"_s);
    const QString name = athlete.name.simplified().left(longestText);
    return Account {origin, id, name.isEmpty() ? id : name};
}

std::optional<Account> Accounts::last() const
{
    const Account account {
        QUrl(text(m_settings, originKey), QUrl::StrictMode), text(m_settings, athleteKey), text(m_settings, nameKey)};
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

QString uploadFolder(const QString &database)
{
    return database == ":memory:"_L1 ? QString() : database + u".uploads"_s;
}

QUrl serviceOrigin()
{
    return QUrl(u"https://intervals.icu"_s);
}

}
