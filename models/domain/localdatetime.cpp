// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/localdatetime.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

Error notADate(const QString &text)
{
    return unreadable(u"date"_s, text.left(40));
}

/// The number that so many digits are; negative where one of them is none.
int digits(std::string_view text, size_t from, size_t count)
{
    int number = 0;
    for (size_t i = from; i < from + count; ++i) {
        const unsigned digit = unsigned(static_cast<unsigned char>(text[i])) - '0';
        if (digit > 9)
            return -1;
        number = number * 10 + int(digit);
    }
    return number;
}

/// The text as bytes for the usual forms, which are short and ASCII; else something that is none of them.
std::string_view plainText(const QString &text, std::array<char, 20> &bytes)
{
    if (text.size() >= qsizetype(bytes.size()))
        return {};
    std::ranges::transform(text, bytes.begin(), [](QChar c) { return c.toLatin1(); });
    return {bytes.data(), size_t(text.size())};
}

bool inSupportedYears(QDate day)
{
    return day.isValid() && day.year() >= 1900 && day.year() <= 2200;
}

}

bool readPlainDay(std::string_view text, QDate &day)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return false;
    const int year = digits(text, 0, 4);
    if (year < 1900 || year > 2200)
        return false;
    day = QDate(year, digits(text, 5, 2), digits(text, 8, 2));
    return day.isValid();
}

bool readPlainMoment(std::string_view text, LocalDateTime &moment)
{
    if (text.size() == 10)
        return readPlainDay(text, moment.day);
    if (text.size() != 19 || text[10] != 'T' || text[13] != ':' || text[16] != ':'
        || !readPlainDay(text.substr(0, 10), moment.day))
        return false;
    const QTime time(digits(text, 11, 2), digits(text, 14, 2), digits(text, 17, 2));
    if (time != QTime(0, 0))
        moment.time = time;
    return time.isValid();
}

Result<LocalDateTime> LocalDateTime::parse(const QString &text)
{
    std::array<char, 20> bytes {};
    LocalDateTime usual;
    if (readPlainMoment(plainText(text, bytes), usual))
        return usual;
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
    std::array<char, 20> bytes {};
    QDate day;
    if (!readPlainDay(plainText(text, bytes), day))
        return notADate(text);
    return day;
}

/// QDate takes fifty times as long, and days are written very often.
QString dayText(QDate day)
{
    if (day.year() < 1000 || day.year() > 9999)
        return day.toString(Qt::ISODate);
    QString text(10, u'-');
    int year = 0;
    int month = 0;
    int ofMonth = 0;
    day.getDate(&year, &month, &ofMonth);
    const auto write = [&text](qsizetype last, int number, int digits) {
        for (; digits > 0; --digits, number /= 10)
            text[last--] = QChar(u'0' + number % 10);
    };
    write(3, year, 4);
    write(6, month, 2);
    write(9, ofMonth, 2);
    return text;
}

}
