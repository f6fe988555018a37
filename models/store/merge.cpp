// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/merge.h"

#include "models/domain/activity.h"
#include "models/domain/event.h"
#include "models/domain/folder.h"
#include "models/domain/libraryworkout.h"
#include "models/domain/wellness.h"
#include "models/store/kinds.h"
#include "models/store/linemerge.h"

#include <QJsonArray>
#include <algorithm>
#include <cmath>

namespace store {

namespace {

using domain::FieldChange;

/// How the fields of a kind hang together.
struct FieldRoles {
    QString text; ///< merged by lines
    QStringList figures; ///< which the service computes from the text if nobody types them
    QString start;
    QString end;
};

/// The key of the member that fill sets.
template<typename T, typename F>
QString keyOf(F fill)
{
    T filled;
    fill(filled);
    return domain::difference(T {}, filled).changes.firstKey();
}

template<typename T>
QString descriptionKey()
{
    return keyOf<T>([](T &value) { value.description = QStringLiteral("x"); });
}

template<typename T>
FieldRoles sessionRoles()
{
    return {descriptionKey<T>(),
        {keyOf<T>([](T &value) { value.movingTime = std::chrono::seconds(1); }),
            keyOf<T>([](T &value) { value.distanceMetres = 1; }),
            keyOf<T>([](T &value) { value.load = 1; })},
        {},
        {}};
}

FieldRoles eventRoles()
{
    FieldRoles roles = sessionRoles<domain::Event>();
    const domain::LocalDateTime day {QDate(2020, 1, 1), {}};
    roles.start = keyOf<domain::Event>([&](domain::Event &event) { event.start = day; });
    roles.end = keyOf<domain::Event>([&](domain::Event &event) { event.end = day; });
    return roles;
}

const FieldRoles &rolesOf(Kind kind)
{
    static const FieldRoles event = eventRoles();
    static const FieldRoles workout = sessionRoles<domain::LibraryWorkout>();
    static const FieldRoles activity {descriptionKey<domain::Activity>(), {}, {}, {}};
    static const FieldRoles folder {descriptionKey<domain::Folder>(), {}, {}, {}};
    static const FieldRoles wellness {
        keyOf<domain::Wellness>([](domain::Wellness &day) { day.comments = QStringLiteral("x"); }), {}, {}, {}};
    switch (kind) {
    case Kind::Activity:
        return activity;
    case Kind::Wellness:
        return wellness;
    case Kind::Folder:
        return folder;
    case Kind::Workout:
        return workout;
    case Kind::Event:
        break;
    }
    return event;
}

enum class Lock { Open, OnlyMoves, Closed };

Lock lockOf(Kind kind, const QJsonObject &json)
{
    if (kind == Kind::Wellness)
        return domain::fromJson<domain::Wellness>(json).valueOr({}).locked ? Lock::Closed : Lock::Open;
    if (kind != Kind::Event)
        return Lock::Open;
    const auto event = domain::fromJson<domain::Event>(json).valueOr({});
    if (event.athleteCannotEdit)
        return Lock::Closed;
    return event.structureReadOnly ? Lock::OnlyMoves : Lock::Open;
}

bool contains(const QJsonArray &list, const QJsonValue &value)
{
    return std::any_of(list.begin(), list.end(), [&](const QJsonValue &entry) { return isSameValue(entry, value); });
}

/// Theirs, without what mine took away and with what mine added.
QJsonArray mergedSet(const QJsonArray &base, const QJsonArray &mine, const QJsonArray &theirs)
{
    QJsonArray merged;
    for (const auto &entry : theirs) {
        if (contains(mine, entry) || !contains(base, entry))
            merged.append(entry);
    }
    for (const auto &entry : mine) {
        if (!contains(base, entry) && !contains(merged, entry))
            merged.append(entry);
    }
    return merged;
}

bool isListOrNothing(const QJsonValue &value)
{
    return value.isArray() || value.isNull() || value.isUndefined();
}

QJsonValue valueOrNull(const QJsonValue &value)
{
    return value.isUndefined() ? QJsonValue() : value;
}

/// One merge under way.
class Merger
{
public:
    Merger(Kind kind,
        const QJsonObject &base,
        const domain::Patch &mine,
        const QJsonObject &theirs,
        const domain::Patch &sent)
        : m_kind(kind)
        , m_roles(rolesOf(kind))
        , m_mine(mine)
        , m_sent(sent)
        , m_theirs(canonicalOf(kind, theirs))
        , m_edited(editedFields(kind, base, theirs))
        , m_lock(lockOf(kind, base) == Lock::Open ? lockOf(kind, theirs) : Lock::Open)
    {
    }

    Merge run()
    {
        for (auto it = m_mine.changes.begin(); it != m_mine.changes.end(); ++it)
            mergeField(it.key(), it.value());
        joinEndToStart();
        keepInOrder();
        m_result.locked = m_lock != Lock::Open && !m_result.yielded.isEmpty();
        return std::move(m_result);
    }

private:
    void mergeField(const QString &key, const FieldChange &mine)
    {
        const QJsonValue there = valueOrNull(m_theirs.value(key));
        const FieldConflict both {key, mine.before, mine.after, there};
        if (isSameValue(mine.after, there))
            return;
        if (isLocked(key))
            m_result.yielded.append(both);
        else if (isSameValue(mine.before, there) || followsSent(key))
            keep(key, mine.after);
        else if (key == m_roles.text)
            mergeText(both);
        else if (isListOrNothing(mine.before) && isListOrNothing(mine.after) && isListOrNothing(there))
            keep(key, mergedSet(mine.before.toArray(), mine.after.toArray(), there.toArray()));
        else if (m_roles.figures.contains(key) && m_mine.changes.contains(m_roles.text))
            keep(key, mine.after);
        else if (m_roles.figures.contains(key) && m_edited.contains(m_roles.text))
            m_result.yielded.append(both);
        else
            leaveOpen(both);
    }

    /// Whether the service computes the field from what was sent.
    [[nodiscard]] bool followsSent(const QString &key) const
    {
        return (m_roles.figures.contains(key) && m_sent.changes.contains(m_roles.text))
            || (key == m_roles.end && m_sent.changes.contains(m_roles.start));
    }

    void mergeText(const FieldConflict &both)
    {
        const auto merged = mergedLines(both.base.toString(), both.mine.toString(), both.theirs.toString());
        if (merged)
            keep(both.field, *merged);
        else
            leaveOpen(both);
    }

    [[nodiscard]] bool isLocked(const QString &key) const
    {
        return m_lock == Lock::Closed || (m_lock == Lock::OnlyMoves && key != m_roles.start && key != m_roles.end);
    }

    void keep(const QString &key, const QJsonValue &value)
    {
        const QJsonValue there = valueOrNull(m_theirs.value(key));
        if (!isSameValue(value, there))
            m_result.patch.changes.insert(key, {there, value});
    }

    void leaveOpen(const FieldConflict &both)
    {
        keep(both.field, both.mine);
        m_result.conflicts.append(both);
    }

    [[nodiscard]] bool isOpen(const QString &key) const
    {
        return std::ranges::any_of(m_result.conflicts, [&](const auto &conflict) { return conflict.field == key; });
    }

    /// Where something begins and ends is one choice.
    void joinEndToStart()
    {
        if (!m_roles.start.isEmpty() && isOpen(m_roles.start))
            m_result.conflicts.removeIf([&](const FieldConflict &conflict) { return conflict.field == m_roles.end; });
    }

    /// Two changes that are sound alone must not make something that ends before it begins.
    void keepInOrder()
    {
        const bool startIsMine = m_result.patch.changes.contains(m_roles.start);
        const QString key = startIsMine ? m_roles.start : m_roles.end;
        if (m_kind != Kind::Event || !m_result.patch.changes.contains(key) || isOpen(key))
            return;
        if (!m_edited.contains(startIsMine ? m_roles.end : m_roles.start))
            return;
        const auto event = domain::fromJson<domain::Event>(m_result.patch.applied(m_theirs));
        if (!event || !event->end)
            return;
        const auto moment
            = [](const domain::LocalDateTime &at) { return std::pair(at.day, at.time.value_or(QTime(0, 0))); };
        if (moment(event->start) < moment(*event->end))
            return;
        const FieldChange mine = m_mine.changes.value(key);
        m_result.conflicts.append({key, mine.before, mine.after, valueOrNull(m_theirs.value(key))});
    }

    Kind m_kind;
    const FieldRoles &m_roles;
    const domain::Patch &m_mine;
    const domain::Patch &m_sent;
    QJsonObject m_theirs;
    QStringList m_edited;
    Lock m_lock;
    Merge m_result;
};

}

bool isSameValue(const QJsonValue &a, const QJsonValue &b)
{
    const bool noA = a.isNull() || a.isUndefined();
    const bool noB = b.isNull() || b.isUndefined();
    if (noA || noB)
        return noA && noB;
    if (a.isDouble() && b.isDouble()) {
        // The service keeps some figures in single precision.
        const double x = a.toDouble();
        const double y = b.toDouble();
        return std::abs(x - y) <= 1e-6 * std::max(std::abs(x), std::abs(y));
    }
    if (a.isString() && b.isString())
        return a == b || plainLines(a.toString()) == plainLines(b.toString());
    if (a.isArray() && b.isArray()) {
        const QJsonArray x = a.toArray();
        const QJsonArray y = b.toArray();
        return std::equal(x.begin(), x.end(), y.begin(), y.end(), isSameValue);
    }
    if (a.isObject() && b.isObject()) {
        const QJsonObject x = a.toObject();
        const QJsonObject y = b.toObject();
        QStringList keys = x.keys() + y.keys();
        keys.removeDuplicates();
        return std::ranges::all_of(keys, [&](const QString &key) { return isSameValue(x.value(key), y.value(key)); });
    }
    return a == b;
}

QStringList fieldsOfChoice(Kind kind, const QString &field)
{
    const FieldRoles &roles = rolesOf(kind);
    if (field == roles.text)
        return roles.figures + QStringList {field};
    return field == roles.start ? QStringList {field, roles.end} : QStringList {field};
}

bool isText(Kind kind, const QString &field)
{
    return field == rolesOf(kind).text;
}

QStringList editedFields(Kind kind, const QJsonObject &base, const QJsonObject &theirs)
{
    const QJsonObject was = canonicalOf(kind, base);
    const QJsonObject is = canonicalOf(kind, theirs);
    QStringList edited;
    const QStringList keys = editableKeysOf(kind);
    for (const auto &key : keys) {
        if (!isSameValue(was.value(key), is.value(key)))
            edited.append(key);
    }
    return edited;
}

Merge merge(
    Kind kind, const QJsonObject &base, const domain::Patch &mine, const QJsonObject &theirs, const domain::Patch &sent)
{
    return Merger(kind, base, mine, theirs, sent).run();
}

bool holdsAll(Kind kind, const QJsonObject &record, const domain::Patch &patch)
{
    const QJsonObject there = canonicalOf(kind, record);
    return std::all_of(patch.changes.keyValueBegin(), patch.changes.keyValueEnd(), [&](const auto &change) {
        return isSameValue(there.value(change.first), change.second.after);
    });
}

}
