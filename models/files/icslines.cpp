// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/icslines.h"

#include "models/files/plaintext.h"
#include "models/files/xmltext.h"

#include <QSet>

using namespace Qt::StringLiterals;
using domain::unreadable;

namespace files {

namespace {

constexpr qsizetype longestLine = 1'048'576;
constexpr qsizetype mostEvents = 20'000;
constexpr int mostLinesOfEvent = 2'000;
constexpr qsizetype deepest = 8;

const QSet<QByteArray> &usedProperties()
{
    static const QSet<QByteArray> used {"UID",
        "SUMMARY",
        "DESCRIPTION",
        "CATEGORIES",
        "DTSTART",
        "DTEND",
        "DURATION",
        "RRULE",
        "RDATE",
        "EXDATE",
        "RECURRENCE-ID",
        "SEQUENCE",
        "STATUS",
        "DTSTAMP",
        "LAST-MODIFIED"};
    return used;
}

QByteArray nameOf(const QByteArray &line)
{
    qsizetype end = 0;
    while (end < line.size() && line.at(end) != ':' && line.at(end) != ';')
        ++end;
    return line.left(end).trimmed().toUpper();
}

/// A value that its line calls a date is one, even if a time stands behind it.
QByteArray withDatesOnly(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    const QByteArray head = line.left(colon).toUpper() + ';';
    if (colon < 0 || !head.contains(";VALUE=DATE;"))
        return line;
    QByteArrayList dates;
    const auto values = line.mid(colon + 1).split(',');
    for (const auto &value : values)
        dates << value.trimmed().left(8);
    return line.left(colon + 1) + dates.join(',');
}

QByteArray valueOf(const QByteArray &line)
{
    return line.mid(line.indexOf(':') + 1).trimmed();
}

/// Bytes of UTF-8 whatever the file was in.
QByteArray asUtf8(const QByteArray &bytes)
{
    const bool utf16 = bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF");
    if (utf16)
        return decoded(bytes).utf8;
    return bytes.startsWith("\xEF\xBB\xBF") ? bytes.mid(3) : bytes;
}

class Reader
{
public:
    explicit Reader(const Bounds &bounds)
        : m_bounds(bounds)
    {
    }

    domain::Result<IcsLines> read(const QByteArray &bytes)
    {
        QByteArray logical;
        int first = 1;
        int number = 0;
        for (qsizetype at = 0; at < bytes.size();) {
            const qsizetype end = lineEnd(bytes, at);
            ++number;
            if (number % 4096 == 0 && m_bounds.isCancelled())
                return cancelledError();
            // A folded line goes on behind a blank, even in the middle of a character.
            const bool folded = end > at && (bytes.at(at) == ' ' || bytes.at(at) == '\t') && !logical.isEmpty();
            if (!folded) {
                if (const auto error = take(logical, first))
                    return *error;
                logical.clear();
                first = number;
            }
            const qsizetype begin = folded ? at + 1 : at;
            if (logical.size() + end - begin > longestLine)
                return unreadable(u"line %1"_s.arg(first), u"longer than %1 bytes"_s.arg(longestLine));
            logical.append(bytes.constData() + begin, end - begin);
            at = end + (bytes.mid(end, 2) == "\r\n" ? 2 : 1);
        }
        if (const auto error = take(logical, first))
            return *error;
        if (!m_begun || !m_stack.isEmpty())
            return unreadable(u"VCALENDAR"_s,
                m_begun ? u"the file ends within %1"_s.arg(QString::fromLatin1(m_stack.last().left(40)))
                        : u"not a calendar file"_s);
        noteLeftOut();
        return m_lines;
    }

private:
    using Failure = std::optional<domain::Error>;

    static qsizetype lineEnd(const QByteArray &bytes, qsizetype from)
    {
        while (from < bytes.size() && bytes.at(from) != '\n' && bytes.at(from) != '\r')
            ++from;
        return from;
    }

    Failure take(const QByteArray &line, int number)
    {
        if (line.trimmed().isEmpty())
            return {};
        const QString place = u"line %1"_s.arg(number);
        if (line.contains('\0'))
            return unreadable(place, u"a zero"_s);
        const QByteArray name = nameOf(line);
        if (name == "BEGIN")
            return begin(valueOf(line).toUpper(), number);
        if (m_stack.isEmpty())
            return unreadable(place, u"not a calendar file"_s);
        if (name == "END")
            return end(valueOf(line).toUpper(), place);
        if (m_stack.size() == 1 && name == "METHOD")
            m_lines.method = valueOf(line).toUpper();
        else if (m_stack.size() == 1 && name == "X-WR-CALNAME")
            m_lines.name = valueOf(line);
        else if (m_stack.size() == 2 && m_stack.last() == "VEVENT")
            return keep(name, line, place);
        return {};
    }

    Failure begin(const QByteArray &component, int number)
    {
        if (m_stack.isEmpty() && component != "VCALENDAR")
            return unreadable(u"line %1"_s.arg(number), u"not a calendar file"_s);
        if (m_stack.size() >= deepest)
            return unreadable(u"line %1"_s.arg(number), u"components nested deeper than %1"_s.arg(deepest));
        m_begun = true;
        m_stack.append(component);
        if (m_stack.size() != 2)
            return {};
        if (component == "VEVENT") {
            m_open = {"BEGIN:VEVENT\r\n", number};
            m_kept = 0;
        }
        m_todos += component == "VTODO";
        return {};
    }

    Failure end(const QByteArray &component, const QString &place)
    {
        if (m_stack.last() != component)
            return unreadable(place, u"ends what has not begun"_s);
        if (m_stack.size() == 2 && component == "VEVENT") {
            m_open.component += "END:VEVENT\r\n";
            m_open.component.squeeze();
            m_lines.events.append(std::move(m_open));
            if (m_lines.events.size() > mostEvents)
                return unreadable(place, u"more than %1 events"_s.arg(mostEvents));
        }
        m_stack.removeLast();
        return {};
    }

    Failure keep(const QByteArray &name, const QByteArray &line, const QString &place)
    {
        m_attachments += name == "ATTACH";
        m_links += name == "URL";
        if (!usedProperties().contains(name))
            return {};
        if (++m_kept > mostLinesOfEvent)
            return unreadable(place, u"more than %1 lines of one event"_s.arg(mostLinesOfEvent));
        m_open.component += withDatesOnly(line.isValidUtf8() ? line : fromWindowsWestern(line).toUtf8()) + "\r\n";
        return {};
    }

    void noteLeftOut()
    {
        for (const auto &[count, what] : {std::pair(m_attachments, u"attachments"_s),
                 std::pair(m_links, u"links"_s),
                 std::pair(m_todos, u"to-dos"_s)}) {
            if (count > 0)
                m_lines.notes.append({what, u"%1 left out"_s.arg(count)});
        }
    }

    const Bounds &m_bounds;
    IcsLines m_lines;
    IcsLines::Event m_open;
    QList<QByteArray> m_stack;
    bool m_begun = false;
    int m_kept = 0;
    int m_attachments = 0;
    int m_links = 0;
    int m_todos = 0;
};

}

domain::Result<IcsLines> readIcsLines(const QByteArray &bytes, const Bounds &bounds)
{
    if (bytes.size() > bounds.bytes)
        return unreadable(u"size"_s, u"more than %1 bytes"_s.arg(bounds.bytes));
    return Reader(bounds).read(asUtf8(bytes));
}

}
