// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/track.h"

namespace files {

namespace {

/// Takes digits one field after the other.
class Digits
{
public:
    explicit Digits(QStringView text)
        : m_text(text)
    {
    }

    int take(int count)
    {
        int value = 0;
        for (int i = 0; i < count; ++i) {
            const QChar c = peek();
            if (c < u'0' || c > u'9') {
                m_good = false;
                return 0;
            }
            value = value * 10 + c.unicode() - u'0';
            ++m_at;
        }
        return value;
    }
    void skip(QChar c)
    {
        if (peek() == c)
            ++m_at;
        else
            m_good = false;
    }
    int milliseconds()
    {
        int value = 0;
        int digits = 0;
        for (; peek() >= u'0' && peek() <= u'9'; ++m_at, ++digits) {
            if (digits < 3)
                value = value * 10 + peek().unicode() - u'0';
        }
        for (; digits < 3; ++digits)
            value *= 10;
        return value;
    }
    [[nodiscard]] QChar peek() const { return m_at < m_text.size() ? m_text.at(m_at) : QChar(); }
    void next() { ++m_at; }
    [[nodiscard]] bool good() const { return m_good; }

private:
    QStringView m_text;
    qsizetype m_at = 0;
    bool m_good = true;
};

}

std::optional<Instant> instantIn(QStringView text)
{
    Digits digits(text.trimmed());
    const int year = digits.take(4);
    digits.skip(u'-');
    const int month = digits.take(2);
    digits.skip(u'-');
    const int day = digits.take(2);
    if (digits.peek() == u' ')
        digits.next();
    else
        digits.skip(u'T');
    const int hour = digits.take(2);
    digits.skip(u':');
    const int minute = digits.take(2);
    digits.skip(u':');
    const int second = digits.take(2);
    int milliseconds = 0;
    if (digits.peek() == u'.' || digits.peek() == u',') {
        digits.next();
        milliseconds = digits.milliseconds();
    }
    const QDate date(year, month, day);
    if (!digits.good() || !date.isValid() || year < 1900 || year > 2200 || hour > 24 || minute > 59 || second > 60)
        return {};
    Instant instant;
    const QChar zone = digits.peek();
    qint64 offset = 0;
    if (zone == u'+' || zone == u'-') {
        digits.next();
        const int hours = digits.take(2);
        if (digits.peek() == u':')
            digits.next();
        const int minutes = digits.peek().isNull() ? 0 : digits.take(2);
        if (!digits.good() || hours > 14 || minutes > 59)
            return {};
        offset = qint64(hours * 3600 + minutes * 60) * (zone == u'-' ? -1 : 1);
        instant.offset = std::chrono::seconds(offset);
    } else if (zone == u'Z' || zone == u'z') {
        digits.next();
    }
    if (!digits.peek().isNull())
        return {};
    static const qint64 epoch = QDate(1970, 1, 1).toJulianDay();
    const qint64 seconds
        = (date.toJulianDay() - epoch) * 86'400 + qint64(hour) * 3600 + qint64(minute) * 60 + second - offset;
    instant.milliseconds = seconds * 1000 + milliseconds;
    return instant;
}

}
