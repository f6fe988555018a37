// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/localdatetime.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

Error notADate(const QString &text)
{
    return unreadable(u"date"_s, text.left(40));
}

bool inSupportedYears(QDate day)
{
    return day.isValid() && day.year() >= 1900 && day.year() <= 2200;
}

}

Result<LocalDateTime> LocalDateTime::parse(const QString &text)
{
    static const QRegularExpression pattern(
        u"^(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?"
        "(?:Z|[+-]\\d{2}:?\\d{2})?)?\\z"_s);
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return notADate(text);
    const auto number = [&match](int group) { return match.capturedView(group).toInt(); };
    QDate day(number(1), number(2), number(3));
    if (!inSupportedYears(day))
        return notADate(text);
    if (!match.hasCaptured(4))
        return LocalDateTime {day, {}};

    int hour = number(4);
    const int minute = number(5);
    const int second = std::min(number(6), 59 + (number(6) > 60 ? 60 : 0)); // a leap second is the 59th
    if (hour == 24 && minute == 0 && second == 0) {
        hour = 0;
        day = day.addDays(1);
    }
    const QTime time(hour, minute, second);
    if (!time.isValid())
        return notADate(text);
    if (time == QTime(0, 0))
        return LocalDateTime {day, {}};
    return LocalDateTime {day, time};
}

QString LocalDateTime::toString() const
{
    return dayText(day) + u'T' + time.value_or(QTime(0, 0)).toString(u"HH:mm:ss"_s);
}

Result<QDate> parseDay(const QString &text)
{
    static const QRegularExpression pattern(u"^(\\d{4})-(\\d{2})-(\\d{2})\\z"_s);
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return notADate(text);
    const QDate day(match.capturedView(1).toInt(), match.capturedView(2).toInt(), match.capturedView(3).toInt());
    if (!inSupportedYears(day))
        return notADate(text);
    return day;
}

QString dayText(QDate day)
{
    return day.toString(Qt::ISODate);
}

}
