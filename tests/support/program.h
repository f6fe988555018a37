// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>

namespace support {

/// What one call of a program came to.
struct Outcome {
    int code = -1; ///< -1 if it crashed, could not start or did not end
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
    [[nodiscard]] QJsonArray array() const { return QJsonDocument::fromJson(out).array(); }
};

/// A program to be called again and again with its own environment; the test's own servers answer meanwhile.
class Program
{
public:
    explicit Program(QString path)
        : m_path(std::move(path))
    {
    }

    void setVariable(const QString &name, const QString &value) { m_environment.insert(name, value); }
    void setEnvironment(const QProcessEnvironment &environment) { m_environment = environment; }
    void removeVariable(const QString &name) { m_environment.remove(name); }
    [[nodiscard]] const QProcessEnvironment &environment() const { return m_environment; }
    [[nodiscard]] const QString &path() const { return m_path; }

    [[nodiscard]] Outcome run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(m_path, arguments);
        process.write(input);
        process.closeWriteChannel();
        const bool ended = !finished.isEmpty() || finished.wait(30'000);
        const bool well = ended && process.exitStatus() == QProcess::NormalExit;
        if (!ended)
            process.kill();
        return {well ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
    }

private:
    QString m_path;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
};

}
