// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/fieldwords.h"

#include <QDate>
#include <QHash>
#include <QJsonArray>
#include <QSet>
#include <cmath>

using namespace Qt::StringLiterals;

namespace items {

namespace {

constexpr qsizetype longestLine = 80;
constexpr qsizetype mostLines = 6;
constexpr qsizetype dayLength = 10;
constexpr double metresOfAMile = 1609.344;

const QString startKey = u"start_date_local"_s;
const QString endKey = u"end_date_local"_s;

bool isMoment(const QString &key)
{
    return key.endsWith("_date_local"_L1);
}

/// Keys by which programs find each other's objects.
bool isForPrograms(const QString &key)
{
    static const QSet<QString> keys {u"uid"_s,
        u"external_id"_s,
        u"plan_folder_id"_s,
        u"plan_workout_id"_s,
        u"plan_name"_s,
        u"plan_applied"_s,
        u"folder_id"_s,
        u"paired_event_id"_s,
        u"paired_activity_id"_s,
        u"ctl_days"_s,
        u"atl_days"_s};
    return keys.contains(key);
}

/// Whether the end went along with the start.
bool isMovedWhole(const QJsonObject &before, const QJsonObject &after)
{
    const auto days = [&](const QString &key) {
        const auto day = [&](const QJsonObject &json) {
            return QDate::fromString(json.value(key).toString().left(dayLength), Qt::ISODate);
        };
        return day(before).daysTo(day(after));
    };
    return before.value(startKey) != after.value(startKey) && days(startKey) == days(endKey);
}

bool isNothing(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() || (value.isString() && value.toString().isEmpty())
        || (value.isArray() && value.toArray().isEmpty());
}

/// "RACE_A" and "VirtualRide" as words.
QString spaced(const QString &word)
{
    QString words;
    const bool capitals = word == word.toUpper();
    for (const QChar letter : word) {
        const bool begins = letter == u'_' || (!capitals && letter.isUpper());
        if (begins && !words.isEmpty())
            words += u' ';
        if (letter != u'_')
            words += words.isEmpty() ? letter.toUpper() : letter.toLower();
    }
    return words;
}

QString shortened(const QString &line)
{
    const QString plain = line.simplified();
    return plain.size() > longestLine ? plain.left(longestLine - 1).trimmed() + u'\u2026' : plain;
}

/// The lines without those that both texts begin and end with.
QString linesOf(const QStringList &lines, qsizetype same, qsizetype sameAtEnd)
{
    QStringList shown;
    const QStringList own = lines.mid(same, lines.size() - same - sameAtEnd);
    for (const QString &line : own.mid(0, mostLines)) {
        if (!line.trimmed().isEmpty())
            shown.append(shortened(line));
    }
    if (own.size() > mostLines)
        shown.append(u"\u2026"_s);
    return shown.isEmpty() ? u"\u2013"_s : shown.join(u'\n');
}

QStringList linesIn(const QJsonValue &value)
{
    QString text = value.toString();
    return text.remove(u'\r').split(u'\n');
}

}

FieldWords::FieldWords(const QLocale &locale, FieldName wellness, bool miles)
    : m_locale(locale)
    , m_wellness(std::move(wellness))
    , m_miles(miles)
{
}

QList<FieldDifference> FieldWords::differences(
    store::Kind kind, const QJsonObject &before, const QJsonObject &after) const
{
    QList<FieldDifference> list;
    QStringList keys = store::editedFields(kind, before, after);
    if (isMovedWhole(before, after))
        keys.removeAll(endKey); // it says no more than the start
    for (const QString &key : keys) {
        if (!isForPrograms(key))
            list.append(difference(key, before.value(key), after.value(key)));
    }
    return list;
}

FieldDifference FieldWords::difference(const QString &key, const QJsonValue &before, const QJsonValue &after) const
{
    if (isMoment(key) && before.isString() && after.isString()) {
        const bool sameDay = before.toString().left(dayLength) == after.toString().left(dayLength);
        if (key.startsWith("start"_L1) && sameDay)
            return {tr("Time of day"),
                value(u"time"_s, before.toString().mid(dayLength + 1)),
                value(u"time"_s, after.toString().mid(dayLength + 1))};
    }
    const bool texts = (before.isString() || isNothing(before)) && (after.isString() || isNothing(after));
    const QStringList a = linesIn(before);
    const QStringList b = linesIn(after);
    if (!texts || (a.size() == 1 && b.size() == 1))
        return {name(key), value(key, before), value(key, after)};
    qsizetype same = 0;
    while (same < std::min(a.size(), b.size()) && a.at(same) == b.at(same))
        ++same;
    qsizetype end = 0;
    while (end < std::min(a.size(), b.size()) - same && a.at(a.size() - 1 - end) == b.at(b.size() - 1 - end))
        ++end;
    return {name(key), linesOf(a, same, end), linesOf(b, same, end)};
}

QString FieldWords::known(const QString &key) const
{
    static const QHash<QString, const char *> names {
        {u"name"_s, QT_TR_NOOP("Name")},
        {u"description"_s, QT_TR_NOOP("Text")},
        {u"start_date_local"_s, QT_TR_NOOP("Day")},
        {u"end_date_local"_s, QT_TR_NOOP("Until")},
        {u"time"_s, QT_TR_NOOP("Time of day")},
        {u"type"_s, QT_TR_NOOP("Sport")},
        {u"sub_type"_s, QT_TR_NOOP("Kind of sport")},
        {u"tags"_s, QT_TR_NOOP("Tags")},
        {u"indoor"_s, QT_TR_NOOP("Indoors")},
        {u"color"_s, QT_TR_NOOP("Colour")},
        {u"moving_time"_s, QT_TR_NOOP("Duration")},
        {u"elapsed_time"_s, QT_TR_NOOP("Time elapsed")},
        {u"distance"_s, QT_TR_NOOP("Distance")},
        {u"icu_training_load"_s, QT_TR_NOOP("Load")},
        {u"target"_s, QT_TR_NOOP("Measured by")},
        {u"category"_s, QT_TR_NOOP("Kind")},
        {u"feel"_s, QT_TR_NOOP("Feel")},
        {u"icu_rpe"_s, QT_TR_NOOP("Effort")},
        {u"load_target"_s, QT_TR_NOOP("Load target")},
        {u"time_target"_s, QT_TR_NOOP("Time target")},
        {u"distance_target"_s, QT_TR_NOOP("Distance target")},
        {u"for_week"_s, QT_TR_NOOP("For the week")},
        {u"hide_from_athlete"_s, QT_TR_NOOP("Hidden from the athlete")},
        {u"athlete_cannot_edit"_s, QT_TR_NOOP("Locked for the athlete")},
        {u"total_elevation_gain"_s, QT_TR_NOOP("Climb")},
        {u"day"_s, QT_TR_NOOP("Day of the plan")},
        {u"comments"_s, QT_TR_NOOP("Comment")},
    };
    const char *text = names.value(key);
    return text ? tr(text) : QString();
}

QString FieldWords::name(const QString &key) const
{
    QString text = m_wellness ? m_wellness(key) : QString();
    if (text.isEmpty())
        text = known(key);
    return text.isEmpty() ? spaced(key) : text;
}

QString FieldWords::moment(const QString &key, const QString &text) const
{
    QDate day = QDate::fromString(text.left(dayLength), Qt::ISODate);
    if (!day.isValid())
        return shortened(text);
    const QTime time = QTime::fromString(text.mid(dayLength + 1, 8), Qt::ISODate);
    // An end is the first moment after, which nobody calls the last day.
    if (key.startsWith("end"_L1) && (!time.isValid() || time == QTime(0, 0)))
        day = day.addDays(-1);
    return m_locale.toString(day, tr("ddd d MMM", "a day, as QLocale writes it"));
}

QString FieldWords::number(const QString &key, double value) const
{
    if (key == "moving_time"_L1 || key == "elapsed_time"_L1 || key == "time_target"_L1 || key.endsWith("Secs"_L1)) {
        const int minutes = int(std::lround(value / 60));
        //: hours and minutes, for example 1h05
        return tr("%1h%2").arg(minutes / 60).arg(minutes % 60, 2, 10, QChar(u'0'));
    }
    if (key == "distance"_L1 || key == "distance_target"_L1) {
        const double long_ = value / (m_miles ? metresOfAMile : 1000);
        const QString figure = m_locale.toString(std::round(long_ * 100) / 100, 'g', 7);
        return m_miles ? tr("%1 mi").arg(figure) : tr("%1 km").arg(figure);
    }
    return m_locale.toString(value, 'g', 10);
}

QString FieldWords::value(const QString &key, const QJsonValue &value) const
{
    if (isNothing(value))
        return u"\u2013"_s;
    if (value.isBool())
        return value.toBool() ? tr("yes") : tr("no");
    if (value.isDouble())
        return number(key, value.toDouble());
    if (value.isArray()) {
        QStringList entries;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &entry : array)
            entries.append(
                entry.isDouble() ? m_locale.toString(entry.toDouble(), 'g', 10) : shortened(entry.toString()));
        return m_locale.createSeparatedList(entries);
    }
    const QString text = value.toString();
    if (isMoment(key))
        return moment(key, text);
    if (key == "time"_L1) {
        const QTime time = QTime::fromString(text.left(8), Qt::ISODate);
        return !time.isValid() || time == QTime(0, 0) ? tr("any") : m_locale.toString(time, QLocale::ShortFormat);
    }
    if (key == "type"_L1 || key == "category"_L1 || key == "sub_type"_L1 || key == "target"_L1)
        return spaced(text);
    return value.isObject() ? tr("something else") : shortened(text);
}

}
