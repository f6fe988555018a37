// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/hands.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace e2e {

namespace {

constexpr int steps = 8;

QStringList moved(QPoint to)
{
    return {u"mousemove"_s, QString::number(to.x()), QString::number(to.y())};
}

}

QByteArray Hands::run(const QStringList &arguments) const
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(u"xdotool"_s, arguments);
    process.waitForFinished(15'000);
    return process.readAllStandardOutput();
}

void Hands::click(QPoint at) const
{
    run(moved(at) + QStringList {u"click"_s, u"1"_s});
}

void Hands::doubleClick(QPoint at) const
{
    run(moved(at) + QStringList {u"click"_s, u"--repeat"_s, u"2"_s, u"--delay"_s, u"60"_s, u"1"_s});
}

void Hands::press(QPoint at) const
{
    run(moved(at) + QStringList {u"mousedown"_s, u"1"_s});
}

void Hands::moveTo(QPoint from, QPoint to) const
{
    QStringList all;
    for (int step = 1; step <= steps; ++step)
        all += moved(from + (to - from) * step / steps);
    run(all);
}

void Hands::release() const
{
    run({u"mouseup"_s, u"1"_s});
}

void Hands::drag(QPoint from, QPoint to) const
{
    press(from);
    moveTo(from, to);
    release();
}

void Hands::keys(const QStringList &names) const
{
    run(QStringList {u"key"_s, u"--delay"_s, u"15"_s} + names);
}

void Hands::type(const QString &text) const
{
    run({u"type"_s, u"--delay"_s, u"15"_s, u"--"_s, text});
}

qint64 Hands::activeProcess() const
{
    return run({u"getactivewindow"_s, u"getwindowpid"_s}).trimmed().toLongLong();
}

}
