// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "models/domain/clock.h"
#include "models/domain/localdatetime.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace cli {

void DayOptions::add(CLI::App &command)
{
    command.add_option("--oldest", oldest, "first day, YYYY-MM-DD");
    command.add_option("--newest", newest, "last day, YYYY-MM-DD");
}

domain::Result<domain::DateRange> DayOptions::range(int daysBack, int daysAhead) const
{
    const QDate today = domain::SystemClock().today();
    domain::DateRange days {today.addDays(-daysBack), today.addDays(daysAhead)};
    if (!oldest.empty()) {
        const auto day = domain::parseDay(QString::fromStdString(oldest));
        if (!day)
            return day.error();
        days.first = *day;
    }
    if (!newest.empty()) {
        const auto day = domain::parseDay(QString::fromStdString(newest));
        if (!day)
            return day.error();
        days.last = *day;
    }
    if (days.isEmpty())
        return domain::unreadable(u"days"_s, u"--newest lies before --oldest"_s);
    return days;
}

domain::Result<QJsonDocument> readJson(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    const bool open = path == "-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open)
        return domain::storageFailure(file.fileName(), file.errorString());
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (error.error != QJsonParseError::NoError)
        return domain::unreadable(QString::fromStdString(path), u"broken JSON at byte %1"_s.arg(error.offset));
    return document;
}

QString figure(const std::optional<int> &value)
{
    return value ? QString::number(*value) : u"–"_s;
}

QString figure(const std::optional<double> &value, int decimals)
{
    return value ? QString::number(*value, 'f', decimals) : u"–"_s;
}

QString figure(const std::optional<std::chrono::seconds> &value)
{
    if (!value)
        return u"–"_s;
    const qint64 minutes = value->count() / 60;
    return u"%1h%2"_s.arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

}
