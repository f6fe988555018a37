// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/program.h"

#include <QTemporaryDir>
#include <QTest>

namespace support {

/// The built command line together with a "serve" of its own and a folder for what it writes.
class CliSession
{
public:
    CliSession()
    {
        using namespace Qt::StringLiterals;
        m_program.setVariable(u"MICROCYCLE_DATA_DIR"_s, m_folder.filePath(u"data"_s));
        m_program.setVariable(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s); // nobody's real keychain
        m_program.removeVariable(u"MICROCYCLE_API_KEY"_s);
    }

    /// True once the server has said where it is.
    [[nodiscard]] bool start(const QStringList &arguments
        = {QStringLiteral("serve"), QStringLiteral("--date"), QStringLiteral("2026-03-12")})
    {
        using namespace Qt::StringLiterals;
        m_server.setProcessEnvironment(m_program.environment());
        QStringList all = arguments;
        for (const QString &needed : {u"--json"_s, u"--port=0"_s}) {
            if (!all.contains(needed.section(u'=', 0, 0)))
                all.append(needed);
        }
        m_server.start(m_program.path(), all);
        if (!QTest::qWaitFor([this] { return m_server.canReadLine(); }, 30'000))
            return false;
        m_session = file(u"session.json"_s, m_server.readLine());
        return !m_session.isEmpty();
    }
    /// True if the server ends well when it is asked to.
    [[nodiscard]] bool stop()
    {
        m_server.terminate();
        return m_server.waitForFinished() && m_server.exitStatus() == QProcess::NormalExit && m_server.exitCode() == 0;
    }

    /// What the server has said on standard error so far.
    [[nodiscard]] QByteArray log() { return m_server.readAllStandardError(); }

    [[nodiscard]] const Program &program() const { return m_program; }
    [[nodiscard]] const QString &sessionFile() const { return m_session; }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QJsonObject line() const
    {
        QFile session(m_session);
        return session.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(session.readAll()).object() : QJsonObject();
    }
    /// Writes a file into the folder; returns its path.
    [[nodiscard]] QString file(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
    }

    [[nodiscard]] Outcome cli(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return m_program.run(QStringList {QStringLiteral("--session"), m_session} + arguments, input);
    }
    [[nodiscard]] Outcome json(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return cli(QStringList {QStringLiteral("--json")} + arguments, input);
    }
    [[nodiscard]] qsizetype eventsOn(const QString &day) const
    {
        using namespace Qt::StringLiterals;
        return json({u"events"_s, u"list"_s, u"--oldest"_s, day, u"--newest"_s, day}).array().size();
    }

private:
    QTemporaryDir m_folder;
    Program m_program {QStringLiteral(MICROCYCLE_CLI)};
    QProcess m_server;
    QString m_session;
};

}
