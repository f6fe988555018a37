// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/icalvalues.h"
#include "models/files/ics.h"
#include "models/files/plaintext.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace files {

namespace {

/// The creator's key, else the service's, else one made of what the event is.
QString uidOf(const domain::Event &event)
{
    if (!event.uid.isEmpty())
        return plainKey(event.uid);
    if (event.id)
        return u"event-%1@intervals.icu"_s.arg(event.id->value);
    const QString facts = event.start.toString() + u'\n' + event.name + u'\n' + event.type;
    return u"event-%1@microcycle"_s.arg(
        QString::fromLatin1(QCryptographicHash::hash(facts.toUtf8(), QCryptographicHash::Sha1).toHex().left(24)));
}

std::optional<domain::LocalDateTime> endOf(const domain::Event &event)
{
    if (!event.start.time) {
        const QDate next = event.start.day.addDays(1);
        return domain::LocalDateTime {event.end ? std::max(event.end->day, next) : next, {}};
    }
    if (event.end && event.end->time)
        return event.end;
    if (!event.movingTime || event.movingTime->count() <= 0)
        return {};
    const qint64 seconds
        = QTime(0, 0).secsTo(*event.start.time) + std::min<qint64>(event.movingTime->count(), qint64(30) * 86'400);
    return domain::LocalDateTime {
        event.start.day.addDays(seconds / 86'400), QTime(0, 0).addSecs(int(seconds % 86'400))};
}

icalcomponent *componentOf(const domain::Event &event, const QDateTime &stamp)
{
    auto *component = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    const auto add = [component](icalproperty *property) { icalcomponent_add_property(component, property); };
    add(icalproperty_new_uid(uidOf(event).toUtf8().constData()));
    const QDateTime utc = stamp.toUTC();
    icaltimetype made = icalTime(utc.date(), utc.time());
    made.zone = icaltimezone_get_utc_timezone();
    add(icalproperty_new_dtstamp(made));
    add(icalproperty_new_dtstart(icalTime(event.start.day, event.start.time)));
    if (const auto end = endOf(event))
        add(icalproperty_new_dtend(icalTime(end->day, end->time)));
    add(icalproperty_new_summary(plainLine(event.name).toUtf8().constData()));
    if (!event.description.isEmpty())
        add(icalproperty_new_description(plain(event.description).toUtf8().constData()));
    QStringList categories = event.tags;
    if (!event.type.isEmpty())
        categories.prepend(event.type);
    for (const auto &category : std::as_const(categories)) {
        const QString word = plainLine(category, 100);
        if (!word.isEmpty())
            add(icalproperty_new_categories(word.toUtf8().constData()));
    }
    return component;
}

}

QByteArray writeIcs(const QList<domain::Event> &events, const QDateTime &stamp)
{
    icalerror_set_errors_are_fatal(false);
    const Component calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
    icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_prodid("-//Microcycle//Microcycle//EN"));
    for (const auto &event : events) {
        if (event.start.day.isValid())
            icalcomponent_add_component(calendar.get(), componentOf(event, stamp));
    }
    char *text = icalcomponent_as_ical_string_r(calendar.get());
    QByteArray bytes(text ? text : "");
    icalmemory_free_buffer(text);
    return bytes;
}

}
