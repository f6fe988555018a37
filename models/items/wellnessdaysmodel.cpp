// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/wellnessdaysmodel.h"

#include "models/store/store.h"

using namespace Qt::StringLiterals;

namespace items {

WellnessDaysModel::WellnessDaysModel(store::Store &store, const WellnessNumbers &numbers, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_numbers(numbers)
{
    connect(&store, &store::Store::changed, this, &WellnessDaysModel::read);
}

void WellnessDaysModel::setFields(const QList<const WellnessField *> &fields)
{
    QList<const WellnessField *> shown;
    for (const WellnessField *field : fields) {
        if (field->hasNumber())
            shown.append(field);
    }
    if (shown == m_fields)
        return;
    beginResetModel();
    m_fields = shown;
    m_headings.clear();
    endResetModel();
}

void WellnessDaysModel::setHeadings(const QStringList &headings)
{
    if (headings == m_headings)
        return;
    m_headings = headings;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void WellnessDaysModel::setNumbers(const WellnessNumbers &numbers)
{
    m_numbers = numbers;
    if (!m_days.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::DisplayRole});
}

void WellnessDaysModel::setDays(QDate last, int count)
{
    if (last == m_last && count == m_days.size())
        return;
    beginResetModel();
    m_last = last;
    m_days.resize(count);
    readAll();
    endResetModel();
}

void WellnessDaysModel::readAll()
{
    for (int row = 0; row < m_days.size(); ++row) {
        m_days[row] = {};
        m_days[row].day = day(row);
    }
    if (m_days.isEmpty())
        return;
    for (domain::Wellness &known : m_store.wellness({day(int(m_days.size()) - 1), m_last}))
        m_days[known.day.daysTo(m_last)] = std::move(known);
}

void WellnessDaysModel::read(const store::Change &change)
{
    if (m_days.isEmpty())
        return;
    const domain::DateRange shown {day(int(m_days.size()) - 1), m_last};
    if (!change.everything
        && std::none_of(change.days.begin(), change.days.end(), [&shown](QDate day) { return shown.contains(day); }))
        return;
    const QList<domain::Wellness> before = m_days;
    readAll();
    for (int row = 0; row < m_days.size(); ++row) {
        if (m_days.at(row) != before.at(row))
            Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
}

int WellnessDaysModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_days.size());
}

int WellnessDaysModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_fields.size()) + 1;
}

QString WellnessDaysModel::dayText(QDate day) const
{
    return u"%1 %2"_s.arg(
        m_numbers.locale().standaloneDayName(day.dayOfWeek(), QLocale::ShortFormat), QString::number(day.day()));
}

QVariant WellnessDaysModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const domain::Wellness &day = m_days.at(index.row());
    if (role == DayRole)
        return day.day;
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight));
    if (index.column() == 0)
        return role == Qt::DisplayRole ? QVariant(dayText(day.day)) : QVariant();
    const WellnessField &field = *m_fields.at(index.column() - 1);
    if (role == KeyRole)
        return QString(field.key);
    if (role == CarriedOverRole)
        return field.isCarriedOver(day);
    const auto value = field.number(day);
    if (!value)
        return {};
    if (role == ValueRole)
        return *value;
    return role == Qt::DisplayRole ? QVariant(m_numbers.text(field, *value)) : QVariant();
}

QVariant WellnessDaysModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (section == 0 ? Qt::AlignLeft : Qt::AlignRight));
    return role == Qt::DisplayRole && section < m_headings.size() ? QVariant(m_headings.at(section)) : QVariant();
}

}
