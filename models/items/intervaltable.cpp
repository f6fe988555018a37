// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/intervaltable.h"

using namespace Qt::StringLiterals;

namespace items {

IntervalTable::IntervalTable(const Figures &figures, QObject *parent)
    : QAbstractTableModel(parent)
    , m_figures(figures)
{
}

void IntervalTable::setFigures(const Figures &figures)
{
    if (figures == m_figures)
        return;
    m_figures = figures;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void IntervalTable::setActivity(const domain::Activity &activity)
{
    QList<domain::Interval> rows = domain::intervalsOf(activity);
    const domain::SportFamily family = domain::familyOf(activity.type);
    if (rows == m_rows && family == m_family)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    m_family = family;
    endResetModel();
}

bool IntervalTable::isWork(const domain::Interval &interval)
{
    return interval.type != "RECOVERY"_L1;
}

bool IntervalTable::hasValues(IntervalColumn column) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (figure(row, column).value != Figures::none())
            return true;
    }
    return false;
}

QString IntervalTable::name(int row) const
{
    const domain::Interval &wanted = m_rows.at(row);
    if (!wanted.label.isEmpty())
        return wanted.label.simplified();
    int number = 0; // without a name of its own an interval is counted among its kind
    for (int i = 0; i <= row; ++i) {
        if (isWork(m_rows.at(i)) == isWork(wanted))
            ++number;
    }
    return isWork(wanted) ? tr("Work %1").arg(number) : tr("Recovery %1").arg(number);
}

Figure IntervalTable::figure(int row, IntervalColumn column) const
{
    const domain::Interval &i = m_rows.at(row);
    switch (column) {
    case IntervalColumn::Name:
        return {name(row), {}};
    case IntervalColumn::Start:
        return Figures::duration(i.startTime);
    case IntervalColumn::Time:
        return Figures::duration(i.movingTime);
    case IntervalColumn::Distance:
        return m_figures.distance(i.distanceMetres, m_family);
    case IntervalColumn::Power:
        return m_figures.plain(i.averageWatts, u"W"_s);
    case IntervalColumn::Normalised:
        return m_figures.plain(i.normalizedWatts);
    case IntervalColumn::HeartRate:
        return m_figures.plain(i.averageHeartrateBpm);
    case IntervalColumn::MaxHeartRate:
        return m_figures.plain(i.maxHeartrateBpm);
    case IntervalColumn::Cadence:
        return m_figures.plain(i.averageCadenceRpm);
    case IntervalColumn::Speed:
        return m_figures.speed(i.averageSpeedMps, m_family);
    case IntervalColumn::Decoupling:
        return m_figures.percent(i.decouplingPercent, 1);
    case IntervalColumn::Work:
        return m_figures.kilojoules(i.joules);
    case IntervalColumn::Zone:
        return {i.zone && *i.zone > 0 ? u"Z%1"_s.arg(*i.zone) : Figures::none(), {}};
    case IntervalColumn::Count:
        break;
    }
    return {};
}

int IntervalTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int IntervalTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(IntervalColumn::Count);
}

QVariant IntervalTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = IntervalColumn(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return figure(index.row(), column).text();
    case Qt::AccessibleTextRole:
        return u"%1: %2"_s.arg(
            headerData(index.column(), Qt::Horizontal).toString(), figure(index.row(), column).text());
    case Qt::TextAlignmentRole:
        return int((column == IntervalColumn::Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case IntervalUnitRole:
        return figure(index.row(), column).unit;
    case IntervalZoneRole:
        return m_rows.at(index.row()).zone.value_or(0);
    case IntervalIsWorkRole:
        return isWork(m_rows.at(index.row()));
    default:
        return {};
    }
}

QVariant IntervalTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const auto column = IntervalColumn(section);
    if (role == Qt::TextAlignmentRole)
        return int((column == IntervalColumn::Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case IntervalColumn::Name:
        return tr("Interval");
    case IntervalColumn::Start:
        return tr("Start");
    case IntervalColumn::Time:
        return tr("Time");
    case IntervalColumn::Distance:
        return tr("Distance");
    case IntervalColumn::Power:
        return tr("Power");
    case IntervalColumn::Normalised:
        return tr("Norm.", "short for normalised power");
    case IntervalColumn::HeartRate:
        return tr("Heart rate");
    case IntervalColumn::MaxHeartRate:
        return tr("Max", "heart rate");
    case IntervalColumn::Cadence:
        return tr("Cadence");
    case IntervalColumn::Speed:
        return Figures::countsPace(m_family) ? tr("Pace") : tr("Speed");
    case IntervalColumn::Decoupling:
        return tr("Decoupling");
    case IntervalColumn::Work:
        return tr("Work");
    case IntervalColumn::Zone:
        return tr("Zone");
    case IntervalColumn::Count:
        break;
    }
    return {};
}

}
