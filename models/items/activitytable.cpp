// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/activitytable.h"

using namespace Qt::StringLiterals;

namespace items {

namespace {

constexpr int tagsAtOnce = 50;

auto shown(const store::Summary &s)
{
    return std::tie(s.day,
        s.time,
        s.type,
        s.name,
        s.load,
        s.movingTime,
        s.distanceMetres,
        s.intensityPercent,
        s.compliancePercent,
        s.stub,
        s.mark);
}

bool isNewer(const store::Summary &a, const store::Summary &b)
{
    return std::pair(a.day, a.time.value_or(QTime(0, 0))) > std::pair(b.day, b.time.value_or(QTime(0, 0)));
}

template<typename T>
QVariant valueOrNothing(const std::optional<T> &value)
{
    return value ? QVariant::fromValue(*value) : QVariant();
}

template<typename T>
std::optional<double> real(const std::optional<T> &value)
{
    return value ? std::optional(double(*value)) : std::nullopt;
}

}

ActivityTable::ActivityTable(store::Store &store, const QLocale &locale, SportName sportName, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_figures(locale, store.athlete().usesMiles())
    , m_sportName(std::move(sportName))
    , m_rows(store.allActivities())
{
    numberRows(0);
    connect(&m_store, &store::Store::changed, this, &ActivityTable::onStoreChanged);
    connect(&m_store, &store::Store::settingsChanged, this, &ActivityTable::readSettings);
    connect(&m_tagReader, &QTimer::timeout, this, &ActivityTable::readSomeTags);
}

int ActivityTable::rowOf(const domain::LocalId &id) const
{
    return m_rowOf.value(id, -1);
}

void ActivityTable::numberRows(int from)
{
    if (from == 0)
        m_rowOf.clear();
    for (int row = from; row < m_rows.size(); ++row)
        m_rowOf.insert(m_rows.at(row).id, row);
}

void ActivityTable::readSettings()
{
    const Figures figures(m_figures.locale(), m_store.athlete().usesMiles());
    if (figures == m_figures)
        return;
    m_figures = figures;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(
            index(0, int(ActivityColumn::Distance)), index(rowCount() - 1, int(ActivityColumn::Distance)));
}

void ActivityTable::onStoreChanged(const store::Change &change)
{
    if (change.everything)
        return readAll();
    for (const domain::LocalId &id : change.ids)
        readOne(id);
}

void ActivityTable::readAll()
{
    QList<store::Summary> rows = m_store.allActivities();
    const bool sameRows = std::equal(
        rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), [](const store::Summary &a, const store::Summary &b) {
            return a.id == b.id;
        });
    if (m_tagged != Tags::Unread) {
        m_tags.clear();
        m_tagged = Tags::Unread;
    }
    if (!sameRows) {
        beginResetModel();
        m_rows = std::move(rows);
        numberRows(0);
        endResetModel();
        return;
    }
    for (int row = 0; row < m_rows.size(); ++row) {
        const bool differs = shown(rows.at(row)) != shown(m_rows.at(row));
        m_rows[row] = rows.at(row);
        if (differs)
            Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
}

int ActivityTable::placeFor(const store::Summary &summary) const
{
    return int(std::lower_bound(m_rows.begin(), m_rows.end(), summary, isNewer) - m_rows.begin());
}

void ActivityTable::readOne(const domain::LocalId &id)
{
    const auto now = m_store.summary(id);
    const bool present = now && now->kind == store::Kind::Activity;
    const int row = rowOf(id);
    const bool stays = row >= 0 && present && now->day == m_rows.at(row).day && now->time == m_rows.at(row).time;
    const bool hadTags = m_tags.remove(id) > 0 || m_tagged != Tags::Unread;
    if (stays) {
        const bool differs = shown(*now) != shown(m_rows.at(row));
        m_rows[row] = *now;
        if (differs)
            Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    } else if (row >= 0) {
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        m_rowOf.remove(id);
        numberRows(row);
        endRemoveRows();
    }
    if (present && !stays) {
        const int place = placeFor(*now);
        beginInsertRows({}, place, place);
        m_rows.insert(place, *now);
        numberRows(place);
        endInsertRows();
    }
    if (present && hadTags) {
        m_tagged = Tags::Reading;
        m_tagReader.start();
    }
}

void ActivityTable::readTags()
{
    if (m_tagged != Tags::Unread)
        return;
    m_tagged = Tags::Reading;
    m_tagReader.start();
}

void ActivityTable::readSomeTags()
{
    int read = 0;
    int first = -1;
    int last = -1;
    for (int row = 0; row < m_rows.size() && read < tagsAtOnce; ++row) {
        const domain::LocalId &id = m_rows.at(row).id;
        if (m_tags.contains(id))
            continue;
        ++read;
        const auto activity = m_store.activity(id);
        m_tags.insert(id, activity ? activity->tags : QStringList());
        first = first < 0 ? row : first;
        last = row;
    }
    if (read > 0) {
        Q_EMIT dataChanged(index(first, 0), index(last, 0), {TagsRole});
        return;
    }
    m_tagged = Tags::Read;
    m_tagReader.stop();
}

int ActivityTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ActivityTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ActivityColumn::Count);
}

Figure ActivityTable::figure(const store::Summary &summary, ActivityColumn column) const
{
    switch (column) {
    case ActivityColumn::Date:
        return {m_figures.locale().toString(summary.day, u"ddd d MMM yyyy"_s), {}};
    case ActivityColumn::Sport:
        return {summary.type.isEmpty() ? Figures::none() : m_sportName(summary.type), {}};
    case ActivityColumn::Name:
        return {summary.name.isEmpty() ? (summary.stub ? tr("From Strava") : tr("Unnamed")) : summary.name.simplified(),
            {}};
    case ActivityColumn::Time:
        return Figures::duration(summary.movingTime);
    case ActivityColumn::Distance:
        return m_figures.distance(summary.distanceMetres, domain::familyOf(summary.type));
    case ActivityColumn::Load:
        return m_figures.plain(real(summary.load));
    case ActivityColumn::Intensity:
        return m_figures.percent(summary.intensityPercent);
    case ActivityColumn::Compliance:
        return m_figures.percent(summary.compliancePercent);
    case ActivityColumn::Count:
        break;
    }
    return {};
}

QVariant ActivityTable::raw(const store::Summary &summary, ActivityColumn column) const
{
    switch (column) {
    case ActivityColumn::Date:
        return summary.day.startOfDay(Qt::UTC).addMSecs(summary.time.value_or(QTime(0, 0)).msecsSinceStartOfDay());
    case ActivityColumn::Sport:
    case ActivityColumn::Name:
        return figure(summary, column).value;
    case ActivityColumn::Time:
        return summary.movingTime ? QVariant(qint64(summary.movingTime->count())) : QVariant();
    case ActivityColumn::Distance:
        return valueOrNothing(summary.distanceMetres);
    case ActivityColumn::Load:
        return valueOrNothing(summary.load);
    case ActivityColumn::Intensity:
        return valueOrNothing(summary.intensityPercent);
    case ActivityColumn::Compliance:
        return valueOrNothing(summary.compliancePercent);
    case ActivityColumn::Count:
        break;
    }
    return {};
}

QVariant ActivityTable::data(const QModelIndex &index, int role) const
{
    // A sorting model in between passes on what it is asked about no row at all.
    if (!index.isValid() || !checkIndex(index))
        return {};
    const store::Summary &summary = m_rows.at(index.row());
    const auto column = ActivityColumn(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return figure(summary, column).text();
    case UnitRole:
        return figure(summary, column).unit;
    case Qt::TextAlignmentRole:
        return int((column > ActivityColumn::Sport ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return u"%1: %2"_s.arg(headerData(index.column(), Qt::Horizontal).toString(), figure(summary, column).text());
    case RawRole:
        return raw(summary, column);
    case ActivityIdRole:
        return QVariant::fromValue(summary.id);
    case TypeRole:
        return summary.type;
    case FamilyRole:
        return int(domain::familyOf(summary.type));
    case TagsRole:
        return m_tags.value(summary.id);
    case StubRole:
        return summary.stub;
    case MarkRole:
        return int(summary.mark);
    default:
        return {};
    }
}

QVariant ActivityTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const auto column = ActivityColumn(section);
    if (role == Qt::TextAlignmentRole)
        return int((column > ActivityColumn::Sport ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case ActivityColumn::Date:
        return tr("Date");
    case ActivityColumn::Sport:
        return tr("Sport");
    case ActivityColumn::Name:
        return tr("Name");
    case ActivityColumn::Time:
        return tr("Time");
    case ActivityColumn::Distance:
        return tr("Distance");
    case ActivityColumn::Load:
        return tr("Load");
    case ActivityColumn::Intensity:
        return tr("Intensity");
    case ActivityColumn::Compliance:
        return tr("Plan");
    case ActivityColumn::Count:
        break;
    }
    return {};
}

}
