// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"

#include "tests/support/look.h"

#include <QApplication>
#include <QDir>
#include <QFontDatabase>
#include <QStandardPaths>
#include <memory>

using namespace Qt::StringLiterals;

namespace support {

void pinEnvironment()
{
    qputenv("TZ", "Europe/Berlin");
    qputenv("LANG", "C");
    qputenv("LC_ALL", "C.UTF-8");
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QLocale::setDefault(QLocale::c());
    QStandardPaths::setTestModeEnabled(true);
}

int runCore(int argc, char **argv, QObject *(*make)())
{
    pinEnvironment();
    QCoreApplication application(argc, argv);
    const std::unique_ptr<QObject> test(make());
    return QTest::qExec(test.get(), argc, argv);
}

int runWidgets(int argc, char **argv, QObject *(*make)())
{
    pinEnvironment();
    QApplication application(argc, argv);
    setLook();
    const std::unique_ptr<QObject> test(make());
    return QTest::qExec(test.get(), argc, argv);
}

QString corpus()
{
    const QString path = qEnvironmentVariable("MICROCYCLE_CORPUS");
    if (!path.isEmpty() && QDir(path).exists())
        return path;
    qWarning("NO CORPUS: MICROCYCLE_CORPUS names no folder; only the cases in this tree run");
    return {};
}

}
