// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileInfo>
#include <QProcess>

namespace fault {

/// Which calls of a program that change a file below the database's folder do not do what they should.
struct Strike {
    int at = 0; ///< from 1; none with 0
    bool torn = false; ///< half of it is written
    int error = 0; ///< errno of the calls that fail; with 0 the program ends there
    int count = 1; ///< so many in a row
};

/// What one run of the driver came to.
struct DriverRun {
    int code = -1; ///< -1 if it crashed or did not end
    int kept = 0; ///< steps that it said were kept
    int refused = 0; ///< tries that it said were refused
    int calls = 0; ///< that changed a file, if it came to its end
};

/// How the driver goes about its work.
struct DriverTask {
    QString database;
    quint32 seed = 1;
    bool withService = false;
    int steps = 12;
    int tries = 1; ///< of each step
    bool restarts = false; ///< after a step that was refused it opens the store anew
};

[[nodiscard]] inline DriverRun runDriver(const DriverTask &task, const Strike &strike)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(MICROCYCLE_CRASHSHIM));
    environment.insert(QStringLiteral("CRASH_FOLDER"), QFileInfo(task.database).absolutePath());
    environment.insert(QStringLiteral("CRASH_AT"), QString::number(strike.at));
    environment.insert(QStringLiteral("CRASH_TORN"), QString::number(int(strike.torn)));
    environment.insert(QStringLiteral("CRASH_COUNT"), QString::number(strike.count));
    if (strike.error != 0)
        environment.insert(QStringLiteral("CRASH_ERROR"), QString::number(strike.error));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(MICROCYCLE_FAULT_DRIVER),
        {task.database,
            QString::number(task.seed),
            QString::number(task.steps),
            task.withService ? QStringLiteral("with") : QStringLiteral("without"),
            QString::number(task.tries),
            task.restarts ? QStringLiteral("anew") : QStringLiteral("on")});
    if (!process.waitForFinished(60'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    DriverRun run;
    run.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    const QByteArray out = process.readAllStandardOutput();
    run.kept = int(out.count("kept "));
    run.refused = int(out.count("refused "));
    const QByteArray err = process.readAllStandardError();
    run.calls = err.mid(err.lastIndexOf("calls ") + 6).trimmed().toInt();
    return run;
}

}
