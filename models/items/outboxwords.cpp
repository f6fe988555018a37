// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/outboxwords.h"

#include "models/domain/localdatetime.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using store::Kind;
using store::Operation;
using store::WaitingEdit;

namespace items {

namespace {

constexpr qsizetype longestReason = 200;
constexpr qsizetype longestValue = 40;
constexpr qsizetype mostNames = 3;

const QString startKey = u"start_date_local"_s;
const QString endKey = u"end_date_local"_s;

bool isMove(const WaitingEdit &edit)
{
    const domain::FieldChange start = edit.operation.patch.changes.value(startKey);
    const QStringList keys = edit.operation.patch.changes.keys();
    return edit.operation.kind == Kind::Event && edit.operation.type == Operation::Type::Patch
        && start.before.toString().left(10) != start.after.toString().left(10)
        && std::ranges::all_of(keys, [](const QString &key) { return key == startKey || key == endKey; });
}

QDate dayOfText(const QJsonValue &value)
{
    return QDate::fromString(value.toString().left(10), Qt::ISODate);
}

}

OutboxWords::OutboxWords(const QLocale &locale, FieldName wellness, bool miles)
    : m_locale(locale)
    , m_wellness(wellness)
    , m_fields(locale, std::move(wellness), miles)
{
}

QString OutboxWords::what(const QList<WaitingEdit> &edits) const
{
    return edits.size() == 1 ? one(edits.first()) : several(edits);
}

QString OutboxWords::one(const WaitingEdit &edit) const
{
    if (edit.operation.kind == Kind::Wellness)
        return wellness(edit);
    const QString name = quoted(edit.name);
    switch (edit.operation.type) {
    case Operation::Type::Create:
        return created(edit, name);
    case Operation::Type::Delete:
        return deleted(edit, name);
    case Operation::Type::Patch:
        break;
    }
    return changed(edit, name);
}

QString OutboxWords::several(const QList<WaitingEdit> &edits) const
{
    const auto all = [&edits](auto is) { return std::ranges::all_of(edits, is); };
    const auto type = [&edits](Operation::Type wanted) {
        return [wanted](const WaitingEdit &edit) { return edit.operation.type == wanted; };
    };
    const QString names = tr("%1 and %2 more", "the name of an item, and how many others")
                              .arg(quoted(edits.first().name), m_locale.toString(edits.size() - 1));
    if (all(isMove))
        return tr("Moved %1").arg(names);
    if (all(type(Operation::Type::Create)))
        return tr("Created %1").arg(names);
    if (all(type(Operation::Type::Delete)))
        return tr("Deleted %1").arg(names);
    return tr("Changed %1").arg(names);
}

QString OutboxWords::created(const WaitingEdit &edit, const QString &name) const
{
    if (edit.operation.kind == Kind::Folder)
        return tr("Created the folder %1").arg(name);
    if (edit.operation.kind == Kind::Workout)
        return tr("Kept %1 in the library").arg(name);
    return tr("Created %1 on %2", "an item, a day").arg(name, day(edit.day));
}

QString OutboxWords::deleted(const WaitingEdit &edit, const QString &name) const
{
    if (edit.operation.kind == Kind::Folder)
        return tr("Deleted the folder %1").arg(name);
    if (edit.operation.kind == Kind::Workout)
        return tr("Deleted %1 from the library").arg(name);
    return tr("Deleted %1 of %2", "an item, a day").arg(name, day(edit.day));
}

QString OutboxWords::changed(const WaitingEdit &edit, const QString &name) const
{
    const auto &changes = edit.operation.patch.changes;
    if (isMove(edit))
        return moved(changes.value(startKey), name);
    if (changes.size() == 1 && changes.contains(u"name"_s))
        return tr("Renamed %1 to %2").arg(quoted(changes.first().before.toString()), name);
    QStringList fields;
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        const QString field = fieldName(it.key());
        if (!field.isEmpty() && !fields.contains(field))
            fields.append(field);
    }
    const bool hasDay = edit.day.isValid();
    if (fields.isEmpty() || fields.size() > mostNames)
        return hasDay ? tr("Changed %1 of %2", "an item, a day").arg(name, day(edit.day)) : tr("Changed %1").arg(name);
    return hasDay ? tr("Changed %1 of %2 on %3", "fields, an item, a day").arg(list(fields), name, day(edit.day))
                  : tr("Changed %1 of %2", "fields, an item").arg(list(fields), name);
}

QString OutboxWords::moved(const domain::FieldChange &start, const QString &name) const
{
    return tr("Moved %1 from %2 to %3", "an item, two days")
        .arg(name, day(dayOfText(start.before)), day(dayOfText(start.after)));
}

QString OutboxWords::wellness(const WaitingEdit &edit) const
{
    QStringList fields;
    const auto &changes = edit.operation.patch.changes;
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        const QString field = m_wellness ? m_wellness(it.key()) : QString();
        if (!field.isEmpty())
            fields.append(field);
    }
    if (fields.isEmpty() || fields.size() > mostNames)
        return tr("Changed the wellness of %1", "a day").arg(day(edit.day));
    return tr("Changed %1 of %2", "wellness fields, a day").arg(list(fields), day(edit.day));
}

QString OutboxWords::fieldName(const QString &key)
{
    if (key == startKey || key == endKey)
        return tr("the time");
    if (key == "name"_L1)
        return tr("the name");
    if (key == "description"_L1)
        return tr("the text");
    if (key == "type"_L1 || key == "sub_type"_L1)
        return tr("the sport");
    if (key == "moving_time"_L1 || key == "elapsed_time"_L1)
        return tr("the duration");
    if (key == "distance"_L1)
        return tr("the distance");
    if (key == "icu_training_load"_L1)
        return tr("the load");
    if (key == "category"_L1)
        return tr("the kind");
    if (key == "color"_L1)
        return tr("the colour");
    if (key == "tags"_L1)
        return tr("the tags");
    if (key == "feel"_L1)
        return tr("the feel");
    return key == "icu_rpe"_L1 ? tr("the effort") : QString();
}

QString OutboxWords::list(const QStringList &names) const
{
    return m_locale.createSeparatedList(names);
}

QString OutboxWords::quoted(const QString &name) const
{
    const QString plain = name.simplified();
    return plain.isEmpty() ? tr("an item without a name") : tr("“%1”", "the name of an item").arg(plain);
}

QString OutboxWords::day(QDate day) const
{
    return m_locale.toString(day, tr("ddd d MMM", "a day, as QLocale writes it"));
}

QString OutboxWords::file(const QString &name) const
{
    return tr("Upload of %1", "the name of a file").arg(name.simplified());
}

QString OutboxWords::state(OutboxState state, const QDateTime &nextAt) const
{
    switch (state) {
    case OutboxState::Saved:
        return tr("Saved here, not sent yet");
    case OutboxState::Waiting:
        return nextAt.isValid()
            ? tr("Waits until %1", "a time").arg(m_locale.toString(nextAt.toLocalTime().time(), QLocale::ShortFormat))
            : tr("Waits for another try");
    case OutboxState::Sending:
        return tr("Sending");
    case OutboxState::Unknown:
        return tr("No answer came. It is checked before it is sent again.");
    case OutboxState::Refused:
    case OutboxState::Conflict:
        break;
    }
    return refused({}, 0);
}

QString OutboxWords::conflictState(const QList<store::Conflict> &conflicts) const
{
    if (std::ranges::any_of(conflicts, &store::Conflict::isOfWhole))
        return tr("Deleted here, but changed elsewhere meanwhile. Choose what stands.");
    return tr("Changed elsewhere too. Choose what stands.");
}

QList<FieldDifference> OutboxWords::differences(const QList<store::Conflict> &conflicts) const
{
    QList<FieldDifference> list;
    for (const store::Conflict &each : conflicts) {
        if (!each.isOfWhole())
            list.append(m_fields.difference(each.values.field, each.values.mine, each.values.theirs));
    }
    return list;
}

QString OutboxWords::conflict(const QList<store::Conflict> &conflicts) const
{
    if (std::ranges::any_of(conflicts, &store::Conflict::isOfWhole))
        return tr("Deleted here, but changed elsewhere meanwhile. Choose what stands.");
    QStringList sides;
    for (const store::Conflict &each : conflicts.mid(0, mostNames)) {
        const store::FieldConflict &values = each.values;
        const bool moved = values.field == startKey && dayOfText(values.mine) != dayOfText(values.theirs);
        QString field = moved ? tr("the day") : fieldName(values.field);
        if (field.isEmpty() && m_wellness)
            field = m_wellness(values.field);
        sides.append(tr("%1 (%2 here, %3 there)", "a field and its two values")
                         .arg(field.isEmpty() ? values.field : field,
                             moved ? day(dayOfText(values.mine)) : value(values.field, values.mine),
                             moved ? day(dayOfText(values.theirs)) : value(values.field, values.theirs)));
    }
    return sides.isEmpty() ? tr("Changed elsewhere too. Choose what stands.")
                           : tr("Changed elsewhere too: %1", "fields with their values").arg(list(sides));
}

QString OutboxWords::value(const QString &key, const QJsonValue &value) const
{
    if (value.isNull() || value.isUndefined() || (value.isString() && value.toString().isEmpty()))
        return tr("nothing");
    if ((key == startKey || key == endKey) && dayOfText(value).isValid()) {
        const QTime time = QTime::fromString(value.toString().mid(11, 8), Qt::ISODate);
        return time.isValid() ? m_locale.toString(time, QLocale::ShortFormat) : day(dayOfText(value));
    }
    if (value.isDouble())
        return m_locale.toString(value.toDouble(), 'g', 10);
    if (value.isBool())
        return value.toBool() ? tr("yes") : tr("no");
    if (value.isString()) {
        const QString plain = value.toString().simplified();
        return quoted(plain.size() > longestValue ? plain.left(longestValue - 1).trimmed() + u'\u2026' : plain);
    }
    return tr("something else");
}

QString OutboxWords::refused(const QString &reason, int status) const
{
    QString plain = reason.simplified();
    while (plain.endsWith(u'.'))
        plain.chop(1);
    if (plain.size() > longestReason)
        plain = plain.left(longestReason - 1).trimmed() + u'\u2026';
    if (!plain.isEmpty())
        return tr("Refused: %1", "the reason given").arg(plain);
    return status > 0 ? tr("Refused without a reason (%1)", "a number").arg(status) : tr("Refused");
}

}
