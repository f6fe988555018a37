// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/plainfile.h"
#include "models/domain/clock.h"
#include "models/domain/localdatetime.h"

#include <QFile>
#include <QStringDecoder>

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

domain::Result<QByteArray> readAll(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    const bool open = path == "-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open)
        return domain::storageFailure(file.fileName(), file.errorString());
    return file.readAll();
}

domain::Result<QJsonDocument> readJson(const std::string &path)
{
    const auto bytes = readAll(path);
    if (!bytes)
        return bytes.error();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(*bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return domain::unreadable(path == "-" ? u"standard input"_s : QString::fromStdString(path),
            u"broken JSON at byte %1"_s.arg(error.offset));
    return document;
}

domain::Result<QString> readText(const std::string &path)
{
    const auto bytes = readAll(path);
    if (!bytes)
        return bytes.error();
    QStringDecoder decode(QStringConverter::Utf8);
    const QString text = decode(*bytes);
    if (decode.hasError() || text.contains(QChar(u'\0')))
        return domain::unreadable(
            path == "-" ? u"standard input"_s : QString::fromStdString(path), u"this is no text"_s);
    return text;
}

int report(const Output &output, const QString &sentence, const QJsonObject &object)
{
    if (output.isJson())
        output.json(QJsonDocument(object));
    else
        output.line(sentence);
    return Done;
}

int printTable(Context &context, const domain::Result<QByteArray> &table)
{
    if (!table)
        return context.output().fail(table.error());
    const auto written = writeToStandardOutput(*table);
    return written ? int(Done) : context.output().fail(written.error());
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
