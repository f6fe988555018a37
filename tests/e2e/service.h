// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/program.h"

#include <QDate>

namespace e2e {

/// The server of the story, and what the command line reads back from it. It can be switched off and on again, with the
/// same address, key and memory.
class Service
{
public:
    Service(const QProcessEnvironment &environment, QString folder);
    ~Service() { stop(); }

    /// Empty, or why it does not run.
    [[nodiscard]] QString start();
    void stop();
    [[nodiscard]] const QString &sessionFile() const { return m_session; }

    [[nodiscard]] support::Outcome cli(const QStringList &arguments, const QByteArray &input = {}) const;
    [[nodiscard]] QJsonArray events(QDate oldest, QDate newest) const;
    [[nodiscard]] QJsonObject event(qint64 id) const; ///< empty if there is none
    [[nodiscard]] QDate dayOf(qint64 id) const;
    [[nodiscard]] QJsonObject eventNamed(const QString &name, QDate day) const;
    [[nodiscard]] QJsonObject wellness(QDate day) const;

private:
    support::Program m_cli;
    QString m_folder;
    QString m_session;
    QProcess m_server;
};

/// The keys in which two states of one event differ, without those that the service counts anew with every change.
[[nodiscard]] QStringList differences(const QJsonObject &before, const QJsonObject &after);

}
