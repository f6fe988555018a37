// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/limits.h"
#include "models/files/plaintext.h"
#include "models/files/sportnames.h"
#include "models/files/xmltext.h"
#include "models/files/zwo.h"
#include "models/files/zwoelement.h"

#include <QBuffer>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace files {

namespace {

constexpr qsizetype mostTags = 100;
constexpr qsizetype mostRemarks = 5; ///< about one thing
constexpr qsizetype mostElements = 10'000; // some of them without a duration

bool is(const QXmlStreamReader &xml, QLatin1StringView name)
{
    return xml.name().compare(name, Qt::CaseInsensitive) == 0;
}

QMap<QString, QString> attributesOf(const QXmlStreamReader &xml)
{
    QMap<QString, QString> attributes;
    const auto all = xml.attributes();
    for (const auto &attribute : all)
        attributes.insert(attribute.name().toString().toLower(), attribute.value().toString());
    return attributes;
}

/// Walks through the file and keeps what it finds; the steps are made at the end, when sport and measure are known.
class Reader
{
public:
    Reader(const MendedXml &file, const Bounds &bounds)
        : m_bounds(bounds)
    {
        m_text.setData(file.text);
        m_text.open(QIODevice::ReadOnly);
        m_xml.setDevice(&m_text);
        for (const qsizetype line : file.lines.mid(0, mostRemarks))
            m_file.notes.append({u"line %1"_s.arg(line), u"an & that is not XML; read as it stands"_s});
        if (file.lines.size() > mostRemarks)
            m_file.notes.append({u"%1 more lines"_s.arg(file.lines.size() - mostRemarks), u"the same"_s});
    }

    domain::Result<WorkoutFile> read()
    {
        if (!m_xml.readNextStartElement())
            return xmlError(m_xml);
        if (!is(m_xml, "workout_file"_L1))
            return domain::unreadable(plainLine(m_xml.name(), 40), u"not a workout file"_s);
        while (m_xml.readNextStartElement())
            readProperty();
        while (!m_xml.atEnd())
            m_xml.readNext();
        if (m_xml.hasError())
            return xmlError(m_xml);
        if (!m_found)
            return domain::unreadable(u"workout"_s, u"the file has no workout element"_s);
        return made();
    }

private:
    QString prose()
    {
        return plain(m_xml.readElementText(QXmlStreamReader::IncludeChildElements)).trimmed().left(longestProse);
    }
    QString line() { return plainLine(m_xml.readElementText(QXmlStreamReader::IncludeChildElements)); }

    void readProperty()
    {
        if (is(m_xml, "name"_L1))
            m_file.name = line();
        else if (is(m_xml, "description"_L1))
            m_file.description = prose();
        else if (is(m_xml, "sporttype"_L1))
            m_sport = line();
        else if (is(m_xml, "durationtype"_L1))
            m_byDistance = line().compare("distance"_L1, Qt::CaseInsensitive) == 0;
        else if (is(m_xml, "category"_L1))
            m_category = line();
        else if (is(m_xml, "tags"_L1))
            readTags();
        else if (is(m_xml, "workout"_L1))
            readWorkout();
        else
            m_xml.skipCurrentElement();
    }

    void readTags()
    {
        while (m_xml.readNextStartElement()) {
            const QString attribute = plainLine(attributesOf(m_xml).value(u"name"_s), 100);
            const QString words = plainLine(m_xml.readElementText(QXmlStreamReader::IncludeChildElements), 100);
            const QString &tag = attribute.isEmpty() ? words : attribute;
            if (!tag.isEmpty() && !m_file.tags.contains(tag) && m_file.tags.size() < mostTags)
                m_file.tags << tag;
        }
    }

    void readWorkout()
    {
        m_found = true;
        while (m_xml.readNextStartElement()) {
            if (m_bounds.isCancelled())
                return m_xml.raiseError(u"cancelled"_s);
            if (const auto cue = readCue()) {
                m_cues.append(*cue);
                continue;
            }
            ZwoElement element {m_xml.name().toString(), attributesOf(m_xml), {}};
            while (m_xml.readNextStartElement()) {
                if (const auto cue = readCue())
                    element.cues.append(*cue);
                else
                    m_xml.skipCurrentElement();
            }
            m_elements.append(element);
            if (m_elements.size() > mostElements)
                return m_xml.raiseError(u"more steps than a workout has"_s);
        }
    }

    /// A text event and its place in seconds; the element is then behind us.
    std::optional<Cue> readCue()
    {
        if (!is(m_xml, "textevent"_L1) && !is(m_xml, "textnotification"_L1))
            return {};
        const auto attributes = attributesOf(m_xml);
        m_xml.skipCurrentElement();
        Cue cue;
        cue.text = attributes.value(u"message"_s);
        const auto at = numberIn(attributes.value(u"timeoffset"_s));
        if (!at && numberIn(attributes.value(u"distoffset"_s)).value_or(0) > 0)
            m_file.notes.append({u"text"_s,
                u"\"%1\" is shown at a distance; it is read as shown at once"_s.arg(plainLine(cue.text, 60))});
        cue.at = std::chrono::seconds(qint64(std::clamp(at.value_or(0), 0.0, 1e6)));
        if (const auto lasts = numberIn(attributes.value(u"duration"_s)); lasts && *lasts >= 1 && *lasts <= 3600)
            cue.shownFor = std::chrono::seconds(qint64(*lasts));
        return cue;
    }

    /// Gives the words that count from the start of the workout to the step that is then going on.
    void placeLooseCues()
    {
        for (const Cue &cue : m_cues) {
            double start = 0;
            for (ZwoElement &element : m_elements) {
                const auto number
                    = [&](const QString &name) { return numberIn(element.attributes.value(name)).value_or(0); };
                const double once = number(u"onduration"_s) + number(u"offduration"_s);
                const double length = once > 0 ? once * std::max(1.0, number(u"repeat"_s)) : number(u"duration"_s);
                if (double(cue.at.count()) < start + length || &element == &m_elements.last()) {
                    element.cues.append(
                        {std::chrono::seconds(qint64(double(cue.at.count()) - start)), cue.shownFor, cue.text});
                    break;
                }
                start += length;
            }
        }
    }

    domain::Result<WorkoutFile> made()
    {
        m_file.sport = sportOf(m_sport);
        if (m_file.sport.isEmpty() && !m_sport.isEmpty())
            m_file.notes.append({u"sportType"_s, u"unknown sport %1"_s.arg(m_sport.left(40))});
        if (!m_category.isEmpty())
            m_file.workout.options.insert(u"category"_s, m_category);
        placeLooseCues();
        ZwoSteps steps(m_file.sport == "Run"_L1, m_byDistance);
        for (auto &kept : m_elements) {
            const ZwoElement element = std::exchange(kept, {}); // its words go as those of the steps come
            if (const auto failure = steps.add(element))
                return *failure;
        }
        m_file.workout.blocks = steps.blocks();
        m_file.notes += steps.notes();
        return m_file;
    }

    QBuffer m_text;
    QXmlStreamReader m_xml;
    const Bounds &m_bounds;
    WorkoutFile m_file;
    QString m_sport;
    QString m_category;
    bool m_byDistance = false;
    bool m_found = false;
    QList<ZwoElement> m_elements;
    QList<Cue> m_cues; ///< of the workout as a whole
};

}

domain::Result<WorkoutFile> readZwo(const QByteArray &bytes, const Bounds &bounds)
{
    const auto text = xmlText(bytes, bounds);
    return text ? Reader(withPlainAmpersands(*text), bounds).read() : domain::Result<WorkoutFile>(text.error());
}

}
