// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/geartable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace items {

GearTable::GearTable(const GearWords &words, QObject *parent)
    : QAbstractTableModel(parent)
    , m_words(words)
{
}

void GearTable::setGear(const QList<domain::Gear> &gear, QDate today)
{
    beginResetModel();
    m_all = gear;
    m_today = today;
    arrange();
    endResetModel();
}

void GearTable::setRetiredShown(bool shown)
{
    if (shown == m_retiredShown)
        return;
    beginResetModel();
    m_retiredShown = shown;
    arrange();
    endResetModel();
}

void GearTable::arrange()
{
    QList<int> order;
    for (int i = 0; i < int(m_all.size()); ++i) {
        if (m_retiredShown || m_all.at(i).retired.isEmpty())
            order.append(i);
    }
    std::ranges::sort(order, [this](int a, int b) {
        const domain::Gear &left = m_all.at(a);
        const domain::Gear &right = m_all.at(b);
        if (left.retired.isEmpty() != right.retired.isEmpty())
            return left.retired.isEmpty();
        const int names = QString::localeAwareCompare(left.name, right.name);
        return names != 0 ? names < 0 : a < b;
    });
    const auto hasShownWhole = [&](int part) {
        const domain::Gear *whole = wholeOf(m_all.at(part));
        return whole && order.contains(int(whole - m_all.constData()));
    };
    m_rows.clear();
    for (const int each : order) {
        if (hasShownWhole(each))
            continue;
        m_rows.append(each);
        for (const int part : order) {
            if (wholeOf(m_all.at(part)) == &m_all.at(each))
                m_rows.append(part);
        }
    }
}

int GearTable::retired() const
{
    return int(std::ranges::count_if(m_all, [](const domain::Gear &gear) { return !gear.retired.isEmpty(); }));
}

int GearTable::rowOf(const domain::GearId &id) const
{
    const auto found = std::ranges::find_if(m_rows, [&](int each) { return m_all.at(each).id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

const domain::Gear *GearTable::wholeOf(const domain::Gear &part) const
{
    if (!part.component || !part.id)
        return nullptr;
    const auto whole = std::ranges::find_if(
        m_all, [&](const domain::Gear &each) { return !each.component && each.componentIds.contains(part.id->value); });
    return whole == m_all.end() ? nullptr : &*whole;
}

int GearTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int GearTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(GearColumn::Count);
}

GearWear GearTable::wearOfAll(const domain::Gear &gear) const
{
    GearWear most = GearWear::None;
    const auto reminders = domain::remindersOf(gear);
    for (const domain::GearReminder &reminder : reminders)
        most = std::max(most, wearOf(reminder, m_today));
    return most;
}

Figure GearTable::figureOf(const domain::Gear &gear, GearColumn column) const
{
    switch (column) {
    case GearColumn::Name:
        return {gear.name, {}};
    case GearColumn::Type:
        return {GearWords::type(gear.type), {}};
    case GearColumn::Distance:
        return m_words.distance(gear.distanceMetres);
    case GearColumn::Time:
        return m_words.hours(gear.timeSeconds);
    case GearColumn::Activities:
        return m_words.figures().plain(gear.activities);
    case GearColumn::Due:
    case GearColumn::Count:
        break;
    }
    std::optional<double> most;
    const auto reminders = domain::remindersOf(gear);
    for (const domain::GearReminder &reminder : reminders) {
        if (reminder.percentUsed)
            most = std::max(most.value_or(0), *reminder.percentUsed);
    }
    return m_words.figures().percent(most);
}

/// The row as it is read aloud.
QString GearTable::sentenceOf(const domain::Gear &gear) const
{
    QStringList parts {gear.name, GearWords::type(gear.type)};
    if (const domain::Gear *whole = wholeOf(gear))
        parts.append(tr("part of %1").arg(whole->name));
    if (!gear.retired.isEmpty())
        parts.append(tr("retired"));
    for (const GearColumn column : {GearColumn::Distance, GearColumn::Time})
        parts.append(figureOf(gear, column).text());
    const auto reminders = domain::remindersOf(gear);
    for (const domain::GearReminder &reminder : reminders)
        parts.append(tr("%1: %2", "a reminder, how far it is").arg(reminder.name, m_words.state(reminder, m_today)));
    return parts.join(u", "_s);
}

QVariant GearTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const domain::Gear &gear = at(index.row());
    const auto column = GearColumn(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return figureOf(gear, column).text();
    case UnitRole:
        return figureOf(gear, column).unit;
    case Qt::AccessibleTextRole:
        return column == GearColumn::Name ? sentenceOf(gear) : figureOf(gear, column).text();
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case GearIdRole:
        return gear.id.value_or(domain::GearId {}).value;
    case GearPartRole:
        return wholeOf(gear) != nullptr;
    case GearRetiredRole:
        return !gear.retired.isEmpty();
    case GearWearRole:
        return int(wearOfAll(gear));
    default:
        return {};
    }
}

QVariant GearTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = GearColumn(section);
    if (role == Qt::TextAlignmentRole) {
        const bool isText = column == GearColumn::Name || column == GearColumn::Type;
        return int((isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case GearColumn::Name:
        return tr("Name");
    case GearColumn::Type:
        return tr("Kind");
    case GearColumn::Distance:
        return tr("Distance");
    case GearColumn::Time:
        return tr("Time");
    case GearColumn::Activities:
        return tr("Activities");
    case GearColumn::Due:
        return tr("Worn", "how much of a reminder's limit is used");
    case GearColumn::Count:
        break;
    }
    return {};
}

}
