// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/icsevent.h"

#include "models/files/icalvalues.h"
#include "models/files/limits.h"
#include "models/files/plaintext.h"

#include <QCryptographicHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace files {

namespace {

std::optional<QTimeZone> zoneNamed(const QByteArray &name)
{
    static const QSet<QByteArray> known = [] {
        const auto ids = QTimeZone::availableTimeZoneIds();
        return QSet<QByteArray>(ids.begin(), ids.end());
    }();
    if (known.contains(name))
        return QTimeZone(name);
    const auto parts = name.split('/');
    const QByteArray ending = parts.size() > 2 ? parts.at(parts.size() - 2) + '/' + parts.last() : QByteArray();
    for (const auto &candidate : {QTimeZone::windowsIdToDefaultIanaId(name), ending}) {
        if (known.contains(candidate))
            return QTimeZone(candidate);
    }
    return {};
}

/// Walks over the properties of one component.
class EventReader
{
public:
    EventReader(icalcomponent *component, const QString &place, IcsZones &zones, QList<Note> &notes)
        : m_component(component)
        , m_place(place)
        , m_zones(zones)
        , m_notes(notes)
    {
    }

    std::optional<IcsEvent> read()
    {
        for (auto *property = icalcomponent_get_first_property(m_component, ICAL_ANY_PROPERTY); property;
             property = icalcomponent_get_next_property(m_component, ICAL_ANY_PROPERTY))
            take(property);
        if (!m_event.start.isValid()) {
            m_notes.append({m_place, u"an event without a start, left out"_s});
            return {};
        }
        if (m_event.uid.isEmpty())
            m_event.uid = madeUid();
        return m_event;
    }

private:
    static QString words(const char *text, qsizetype most)
    {
        QString clean = plain(QString::fromUtf8(text ? text : "")).trimmed().left(most);
        if (!clean.isEmpty() && clean.back().isHighSurrogate())
            clean.chop(1);
        return clean;
    }

    void take(icalproperty *property)
    {
        switch (icalproperty_isa(property)) {
        case ICAL_UID_PROPERTY:
            m_event.uid = plainKey(QString::fromUtf8(icalproperty_get_uid(property)));
            break;
        case ICAL_SUMMARY_PROPERTY:
            m_event.summary = plainLine(QString::fromUtf8(icalproperty_get_summary(property)));
            break;
        case ICAL_DESCRIPTION_PROPERTY:
            m_event.description = words(icalproperty_get_description(property), longestProse);
            break;
        case ICAL_CATEGORIES_PROPERTY:
            takeCategories(words(icalproperty_get_categories(property), 1000));
            break;
        case ICAL_SEQUENCE_PROPERTY:
            m_event.sequence = icalproperty_get_sequence(property);
            break;
        case ICAL_STATUS_PROPERTY:
            m_event.cancelled = icalproperty_get_status(property) == ICAL_STATUS_CANCELLED;
            break;
        case ICAL_RRULE_PROPERTY:
            if (m_event.rule.isEmpty())
                m_event.rule = valueOf(property);
            break;
        case ICAL_DURATION_PROPERTY:
            m_event.duration = std::chrono::seconds(
                std::clamp(icaldurationtype_as_int(icalproperty_get_duration(property)), 0, 400 * 86'400));
            break;
        case ICAL_LASTMODIFIED_PROPERTY:
            m_event.changed = QString::fromLatin1(valueOf(property));
            break;
        case ICAL_DTSTAMP_PROPERTY:
            if (m_event.changed.isEmpty())
                m_event.changed = QString::fromLatin1(valueOf(property));
            break;
        default:
            takeTime(property);
        }
    }

    void takeTime(icalproperty *property)
    {
        const auto kind = icalproperty_isa(property);
        const QByteArray value = valueOf(property);
        if (kind == ICAL_DTSTART_PROPERTY) {
            m_event.start = time(property, value);
        } else if (kind == ICAL_DTEND_PROPERTY) {
            m_event.end = time(property, value);
        } else if (kind == ICAL_RECURRENCEID_PROPERTY) {
            m_event.replaces = time(property, value);
        } else if (kind == ICAL_EXDATE_PROPERTY || kind == ICAL_RDATE_PROPERTY) {
            const auto values = value.split(',');
            for (const auto &one : values)
                (kind == ICAL_EXDATE_PROPERTY ? m_event.exceptDates : m_event.extraDates).append(time(property, one));
        } else if (kind == ICAL_XLICERROR_PROPERTY) {
            m_notes.append({m_place, u"a line of the event that cannot be read, left out"_s});
        }
    }

    void takeCategories(const QString &list)
    {
        const auto names = list.split(u',', Qt::SkipEmptyParts);
        for (const auto &name : names) {
            if (m_event.categories.size() < 50 && !name.trimmed().isEmpty())
                m_event.categories << name.trimmed();
        }
    }

    static QByteArray valueOf(icalproperty *property)
    {
        char *text = icalproperty_get_value_as_string_r(property);
        QByteArray value(text ? text : "");
        icalmemory_free_buffer(text);
        return value;
    }

    /// "20260330" or "20260330T180000Z"; a day where it says that it is one.
    IcsTime time(icalproperty *property, const QByteArray &value)
    {
        IcsTime read;
        read.day = QDate::fromString(QString::fromLatin1(value.left(8)), u"yyyyMMdd"_s);
        if (!isCalendarDay(read.day))
            read.day = {};
        auto *valueKind = icalproperty_get_first_parameter(property, ICAL_VALUE_PARAMETER);
        const bool wholeDay = valueKind && icalparameter_get_value(valueKind) == ICAL_VALUE_DATE;
        if (!read.day.isValid() || wholeDay || value.size() < 15 || value.at(8) != 'T')
            return read;
        const QTime clock(value.mid(9, 2).toInt(), value.mid(11, 2).toInt(), std::min(59, value.mid(13, 2).toInt()));
        if (!clock.isValid())
            return read;
        read.time = clock;
        if (value.endsWith('Z'))
            read.zone = m_zones.utc();
        else if (auto *parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER))
            read.zone = zoneOf(QByteArray(icalparameter_get_tzid(parameter)));
        return read;
    }

    std::optional<QTimeZone> zoneOf(const QByteArray &name)
    {
        auto zone = m_zones.named(name);
        if (!zone) {
            const Note note {plainLine(QString::fromUtf8(name), 60), u"unknown time zone; taken for the local one"_s};
            if (!m_notes.contains(note))
                m_notes.append(note);
        }
        return zone;
    }

    /// The same for the same event, however often the file is read.
    QString madeUid() const
    {
        QCryptographicHash hash(QCryptographicHash::Sha1);
        const QString clock = m_event.start.time ? m_event.start.time->toString(Qt::ISODate) : QString();
        for (const auto &part : {m_event.start.day.toString(Qt::ISODate), clock, m_event.summary, m_event.description})
            hash.addData(part.toUtf8() + '\n');
        return u"ics-"_s + QString::fromLatin1(hash.result().toHex().left(24));
    }

    icalcomponent *m_component;
    const QString &m_place;
    IcsZones &m_zones;
    QList<Note> &m_notes;
    IcsEvent m_event;
};

}

std::optional<QTimeZone> IcsZones::named(const QByteArray &name)
{
    const auto known = m_known.constFind(name);
    return known == m_known.constEnd() ? *m_known.insert(name, zoneNamed(name)) : *known;
}

std::optional<IcsEvent> readIcsEvent(
    const QByteArray &component, const QString &place, IcsZones &zones, QList<Note> &notes)
{
    icalerror_set_errors_are_fatal(false);
    const Component parsed(icalparser_parse_string(component.constData()));
    if (!parsed || icalcomponent_isa(parsed.get()) != ICAL_VEVENT_COMPONENT) {
        notes.append({place, u"an event that cannot be read, left out"_s});
        return {};
    }
    return EventReader(parsed.get(), place, zones, notes).read();
}

}
