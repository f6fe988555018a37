// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/singleinstance.h"
#include "models/commands/planner.h"
#include "models/store/wholedata.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>
#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>

using namespace Qt::StringLiterals;

namespace {

void tell(const char *what, qint64 number)
{
    std::printf("%s %lld\n", what, static_cast<long long>(number));
    std::fflush(stdout);
}

/// Held by the kernel for as long as this process lives: the judge of whether two write at once.
bool isAlone(const QString &database)
{
    const int file = ::open((database + u".judge"_s).toLocal8Bit().constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    return file >= 0 && ::flock(file, LOCK_EX | LOCK_NB) == 0;
}

}

/// Starts as the window does: takes the database, or calls who has it. Then it plans events until it is killed.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc != 3) {
        std::fputs("usage: fault-instance DATABASE NAME\n", stderr);
        return 2;
    }
    const QString database = QCoreApplication::arguments().at(1);
    const QString name = QCoreApplication::arguments().at(2);
    const auto lock = store::lockForWriting(database);
    if (!lock) {
        QElapsedTimer since;
        since.start();
        const bool heard = app::SingleInstance::callOther(database);
        tell(heard ? "called" : "refused", since.elapsed());
        return heard ? 3 : 4;
    }
    if (!isAlone(database)) {
        tell("two", 0);
        return 5;
    }
    const domain::FixedClock clock(QDateTime(QDate(2026, 3, 12), QTime(9, 0), Qt::UTC));
    const auto opened = store::Store::open(database, clock, u"owner"_s);
    if (!opened)
        return 1;
    app::SingleInstance instance;
    QObject::connect(&instance, &app::SingleInstance::called, &application, [] { tell("raised", 0); });
    instance.listen(database);
    int number = 0;
    QTimer working;
    QObject::connect(&working, &QTimer::timeout, &application, [&] {
        domain::Event event;
        event.category = domain::Category::Note;
        event.name = u"%1.%2"_s.arg(name).arg(number);
        event.start = {clock.today().addDays(number % 20), {}};
        if (commands::Planner(**opened).create(event))
            tell("kept", number++);
    });
    working.start(3);
    return QCoreApplication::exec();
}
