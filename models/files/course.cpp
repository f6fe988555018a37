// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/course.h"

#include "models/files/limits.h"
#include "models/files/plaintext.h"
#include "models/files/xmltext.h"

#include <QStringList>
#include <algorithm>

using namespace Qt::StringLiterals;
using domain::unreadable;

namespace files {

namespace {

constexpr qint64 mostLines = 100'000;
constexpr qsizetype mostPlaces = 50;

enum class Section { Before, Header, Data, Text, Other };

/// The fields of a line of data: apart by blanks, tabs or semicolons, or by one comma that cannot be a decimal one.
QStringList fieldsOf(QStringView line)
{
    QString text = line.toString();
    for (QChar &c : text) {
        if (c == u'\t' || c == u';')
            c = u' ';
    }
    QStringList fields = text.split(u' ', Qt::SkipEmptyParts);
    if (fields.size() == 1 && text.count(u',') == 1)
        fields = text.trimmed().split(u',');
    return fields;
}

class CourseReader
{
public:
    explicit CourseReader(const Bounds &bounds)
        : m_bounds(bounds)
    {
    }

    domain::Result<Course> read(QByteArrayView text)
    {
        for (qsizetype at = 0; at <= text.size();) {
            const qsizetype end = lineEnd(text, at);
            const QString line = QString::fromUtf8(text.sliced(at, end - at));
            at = end + (text.sliced(end).startsWith("\r\n") ? 2 : 1);
            if (++m_line > mostLines)
                return unreadable(u"line %1"_s.arg(m_line), u"more lines than a workout has"_s);
            if (m_line % 1024 == 0 && m_bounds.isCancelled())
                return cancelledError();
            if (const auto error = readLine(QStringView(line).trimmed()))
                return *error;
        }
        if (!m_headed)
            return unreadable(u"course header"_s, u"the file has none"_s);
        if (m_course.corners.size() < 2)
            return unreadable(u"course data"_s, u"fewer than two points"_s);
        return m_course;
    }

private:
    using Failure = std::optional<domain::Error>;

    static qsizetype lineEnd(QByteArrayView text, qsizetype from)
    {
        const auto isEnd = [](char c) { return c == '\n' || c == '\r'; };
        return std::find_if(text.begin() + from, text.end(), isEnd) - text.begin();
    }

    QString place() const { return u"line %1"_s.arg(m_line); }

    void skip(const QString &why)
    {
        if (m_course.notes.size() < mostPlaces)
            m_course.notes.append({place(), why});
    }

    Failure readLine(QStringView line)
    {
        if (line.isEmpty())
            return {};
        if (line.startsWith(u'[')) {
            openSection(line);
            return {};
        }
        switch (m_section) {
        case Section::Header:
            readHeader(line);
            break;
        case Section::Data:
            return readCorner(line);
        case Section::Text:
            readWords(line);
            break;
        case Section::Before:
        case Section::Other:
            break;
        }
        return {};
    }

    void openSection(QStringView line)
    {
        const QString name = line.mid(1, line.indexOf(u']') - 1).toString().simplified().toUpper();
        if (name.startsWith("END"_L1)) {
            m_section = Section::Before;
        } else if (name == "COURSE HEADER"_L1) {
            m_section = Section::Header;
            m_headed = true;
        } else if (name == "COURSE DATA"_L1) {
            m_section = Section::Data;
        } else if (name == "COURSE TEXT"_L1) {
            m_section = Section::Text;
        } else {
            m_section = Section::Other;
            if (name != "LAP"_L1)
                skip(u"section %1 left out"_s.arg(plainLine(name, 40)));
        }
    }

    void readHeader(QStringView line)
    {
        const qsizetype equals = line.indexOf(u'=');
        if (equals < 0)
            return readColumns(line);
        const QString key = line.left(equals).toString().simplified().toUpper();
        const QStringView value = line.mid(equals + 1).trimmed();
        if (key == "DESCRIPTION"_L1)
            m_course.description = plainLine(value, 2000);
        else if (key == "FILE NAME"_L1)
            m_course.fileName = plainLine(value, 200);
        else if (key == "FTP"_L1)
            readFtp(value);
    }

    void readFtp(QStringView value)
    {
        const auto watts = numberIn(value);
        if (watts && *watts >= 1 && *watts <= 2000)
            m_course.ftp = watts;
        else
            skip(u"an FTP of %1 says nothing; percentages count for the athlete's own"_s.arg(plainLine(value, 20)));
    }

    /// "MINUTES WATTS"
    void readColumns(QStringView line)
    {
        const QString words = line.toString().simplified().toUpper();
        if (words.contains("PERCENT"_L1) || words.contains("FTP"_L1))
            m_course.measure = Course::Measure::Percent;
        else if (words.contains("WATT"_L1) || words.contains("POWER"_L1))
            m_course.measure = Course::Measure::Watts;
        else if (words.startsWith("MINUTES"_L1) || words.startsWith("DISTANCE"_L1))
            m_otherMeasure = words.left(40);
    }

    Failure readCorner(QStringView line)
    {
        if (!m_otherMeasure.isEmpty())
            return unreadable(place(), u"not a course of power: %1"_s.arg(plainLine(m_otherMeasure)));
        const QStringList fields = fieldsOf(line);
        if (fields.size() >= 2 && fields.at(1).compare("LAP"_L1, Qt::CaseInsensitive) == 0)
            return {}; // a lap begins where a step does anyway
        const auto minutes = numberIn(fields.value(0));
        const auto value = numberIn(fields.value(1));
        if (!minutes || !value) {
            skip(u"not a point: %1"_s.arg(plainLine(line, 40)));
            return {};
        }
        if (*minutes < 0 || *minutes > longestCourseMinutes)
            return unreadable(place(), u"minutes beyond %1"_s.arg(longestCourseMinutes));
        if (*value < 0 || *value > highestCourseValue)
            return unreadable(place(), u"a power of %1"_s.arg(plainLine(fields.value(1), 20)));
        if (!m_course.corners.isEmpty() && *minutes < m_course.corners.last().minutes)
            return unreadable(
                place(), u"minutes go back from %1 to %2"_s.arg(m_course.corners.last().minutes).arg(*minutes));
        m_course.corners.append({*minutes, *value});
        return {};
    }

    /// Seconds, words and how long they stay, apart by tabs; some editors put blanks there.
    void readWords(QStringView line)
    {
        QStringList fields = line.toString().split(u'\t');
        if (fields.size() == 1) {
            const qsizetype blank = line.indexOf(u' ');
            fields = {line.left(blank).toString(), blank < 0 ? QString() : line.mid(blank).trimmed().toString()};
            const qsizetype last = fields.at(1).lastIndexOf("  "_L1);
            if (last > 0 && numberIn(QStringView(fields.at(1)).mid(last)))
                fields = {fields.at(0), fields.at(1).left(last), fields.at(1).mid(last)};
        }
        const auto seconds = numberIn(fields.value(0));
        if (!seconds || *seconds < 0 || *seconds > longestCourseMinutes * 60)
            return skip(u"not a text: %1"_s.arg(plainLine(line, 40)));
        m_course.words.append({*seconds, numberIn(fields.value(2)), plainLine(fields.value(1))});
    }

    const Bounds &m_bounds;
    Course m_course;
    QString m_otherMeasure;
    Section m_section = Section::Before;
    bool m_headed = false;
    qint64 m_line = 0;
};

}

domain::Result<Course> readCourse(const QByteArray &bytes, const Bounds &bounds)
{
    if (bytes.size() > bounds.bytes)
        return unreadable(u"size"_s, u"more than %1 bytes"_s.arg(bounds.bytes));
    const QByteArray text = decoded(bytes).utf8;
    if (const qsizetype nul = text.indexOf('\0'); nul >= 0)
        return unreadable(u"line %1"_s.arg(text.first(nul).count('\n') + 1), u"a zero"_s);
    return CourseReader(bounds).read(text);
}

}
