// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/service.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace e2e {

Service::Service(const QProcessEnvironment &environment, QString folder)
    : m_cli(QStringLiteral(MICROCYCLE_CLI))
    , m_folder(std::move(folder))
    , m_session(m_folder + u"/session.json"_s)
{
    QDir().mkpath(m_folder);
    m_cli.setEnvironment(environment);
}

QString Service::start()
{
    QStringList arguments {u"--json"_s, u"serve"_s, u"--seed"_s, u"1"_s, u"--database"_s, m_folder + u"/server.db"_s};
    const bool again = QFile::exists(m_session);
    arguments += again ? QStringList {u"--session"_s, m_session} : QStringList {u"--port"_s, u"0"_s};
    m_server.setProcessEnvironment(m_cli.environment());
    m_server.start(m_cli.path(), arguments);
    if (!QTest::qWaitFor([this] { return m_server.canReadLine() || m_server.state() == QProcess::NotRunning; }, 30'000)
        || !m_server.canReadLine())
        return u"the server did not start: "_s + QString::fromUtf8(m_server.readAllStandardError());
    const QByteArray line = m_server.readLine();
    QFile session(m_session);
    if (again)
        return session.open(QIODevice::ReadOnly) && session.readAll() == line ? QString()
                                                                              : u"it came back as another"_s;
    return session.open(QIODevice::WriteOnly) && session.write(line) == line.size() ? QString() : session.errorString();
}

void Service::stop()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    m_server.terminate();
    if (!m_server.waitForFinished(10'000))
        m_server.kill();
    m_server.waitForFinished(10'000);
}

support::Outcome Service::cli(const QStringList &arguments, const QByteArray &input) const
{
    return m_cli.run(QStringList {u"--session"_s, m_session, u"--json"_s} + arguments, input);
}

QJsonArray Service::events(QDate oldest, QDate newest) const
{
    return cli({u"events"_s,
                   u"list"_s,
                   u"--oldest"_s,
                   oldest.toString(Qt::ISODate),
                   u"--newest"_s,
                   newest.toString(Qt::ISODate)})
        .array();
}

QJsonObject Service::event(qint64 id) const
{
    return cli({u"events"_s, u"get"_s, QString::number(id)}).object();
}

QDate Service::dayOf(qint64 id) const
{
    return QDate::fromString(event(id).value("start_date_local"_L1).toString().left(10), Qt::ISODate);
}

QJsonObject Service::eventNamed(const QString &name, QDate day) const
{
    for (const auto &entry : events(day, day)) {
        if (entry.toObject().value("name"_L1).toString() == name)
            return entry.toObject();
    }
    return {};
}

QJsonObject Service::wellness(QDate day) const
{
    const QString text = day.toString(Qt::ISODate);
    return cli({u"wellness"_s, u"list"_s, u"--oldest"_s, text, u"--newest"_s, text}).array().first().toObject();
}

QStringList differences(const QJsonObject &before, const QJsonObject &after)
{
    static const QStringList volatileKeys {u"updated"_s, u"icu_ctl"_s, u"icu_atl"_s};
    QStringList keys = before.keys();
    for (const QString &key : after.keys()) {
        if (!before.contains(key))
            keys.append(key);
    }
    keys.removeIf(
        [&](const QString &key) { return volatileKeys.contains(key) || before.value(key) == after.value(key); });
    keys.sort();
    return keys;
}

}
