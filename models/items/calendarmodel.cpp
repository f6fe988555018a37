// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/calendarmodel.h"

#include "models/items/calendarroles.h"
#include "models/store/waitingedits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace items {

namespace {

constexpr int mostCachedWeeks = 300;
constexpr int pairingMarginDays = 7; ///< how far apart the halves of a pair may lie

QDate firstDayOfWeek(QDate day, Qt::DayOfWeek first)
{
    return day.addDays(-((day.dayOfWeek() - int(first) + 7) % 7));
}

}

CalendarModel::CalendarModel(store::Store &store, FitnessTimeline &timeline, const QLocale &locale, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_timeline(timeline)
    , m_locale(locale)
    , m_today(store.clock().today())
    , m_first(firstDayOfWeek(QDate(1980, 1, 1), locale.firstDayOfWeek()))
    , m_rows(int(m_first.daysTo(QDate(2080, 12, 31)) / 7) + 1)
{
    connect(&m_store, &store::Store::changed, this, &CalendarModel::onStoreChanged);
    connect(&m_timeline, &FitnessTimeline::changed, this, &CalendarModel::onFitnessChanged);
}

int CalendarModel::rowOf(QDate day) const
{
    return int(std::clamp<qint64>(m_first.daysTo(day) / 7, 0, m_rows - 1));
}

int CalendarModel::columnOf(QDate day) const
{
    return int((m_first.daysTo(day) % 7 + 7) % 7);
}

QList<WeekRow> CalendarModel::read(int firstRow, int count) const
{
    const QDate first = dayAt(firstRow, 0);
    const domain::DateRange days {first, first.addDays(7 * count - 1)};
    const domain::DateRange wider {days.first.addDays(-pairingMarginDays), days.last.addDays(pairingMarginDays)};
    QList<WeekRow> weeks = buildWeeks(first, count, m_today, m_store.events(wider), m_store.activities(wider));
    for (WeekRow &row : weeks) {
        fillFitness(row);
        fillTargets(row.week);
        fillForecast(row);
    }
    return weeks;
}

void CalendarModel::fillForecast(WeekRow &row) const
{
    for (DayCell &day : row.days) {
        const auto weather = m_forecast.constFind(day.date);
        day.weather = weather == m_forecast.constEnd() || day.date < m_today ? std::nullopt : std::optional(*weather);
    }
}

void CalendarModel::setForecast(const Forecast &forecast)
{
    if (forecast == m_forecast)
        return;
    m_forecast = forecast;
    for (auto &[row, cells] : m_cache) {
        const auto before = cells.days;
        fillForecast(cells);
        if (before != cells.days)
            Q_EMIT dataChanged(index(row, 0), index(row, dayColumns - 1));
    }
}

/// A week has a few targets at most, so each is read whole.
void CalendarModel::fillTargets(WeekCell &week) const
{
    for (WeekTarget &target : week.targets) {
        const auto event = m_store.event(target.id);
        if (!event)
            continue;
        target.load = event->loadTarget;
        if (event->timeTarget)
            target.seconds = int(event->timeTarget->count());
        target.metres = event->distanceTargetMetres;
    }
}

void CalendarModel::fillFitness(WeekRow &row) const
{
    for (DayCell &day : row.days) {
        const int index = m_timeline.indexOf(day.date);
        day.form.reset();
        if (index >= 0 && m_timeline.known(index)) {
            day.form = m_timeline.form(index);
            day.zone = analysis::formZone(*day.form, m_timeline.formAsPercent());
        }
    }
    const int last = m_timeline.indexOf(row.days.back().date);
    row.week.end.reset();
    if (last < 0 || !m_timeline.known(last))
        return;
    row.week.end = m_timeline.points()[size_t(last)];
    row.week.form = m_timeline.form(last);
    row.week.ramp = last >= 7 ? row.week.end->ctl - m_timeline.points()[size_t(last - 7)].ctl : 0;
}

void CalendarModel::fetch(int firstRow, int lastRow) const
{
    firstRow = std::clamp(firstRow, 0, m_rows - 1);
    lastRow = std::clamp(lastRow, firstRow, m_rows - 1);
    while (firstRow <= lastRow && m_cache.contains(firstRow))
        ++firstRow;
    while (lastRow >= firstRow && m_cache.contains(lastRow))
        --lastRow;
    if (firstRow > lastRow)
        return;
    if (m_cache.size() > mostCachedWeeks)
        m_cache.clear();
    m_timeline.ensure({dayAt(firstRow, 0), dayAt(lastRow, 6)});
    const QList<WeekRow> weeks = read(firstRow, lastRow - firstRow + 1);
    for (int i = 0; i < weeks.size(); ++i)
        m_cache[firstRow + i] = weeks.at(i);
}

const WeekRow &CalendarModel::week(int row) const
{
    row = std::clamp(row, 0, m_rows - 1);
    const auto found = m_cache.find(row);
    if (found != m_cache.end())
        return found->second;
    fetch(row, row);
    return m_cache[row];
}

const DayCell &CalendarModel::day(QDate day) const
{
    return week(rowOf(day)).days[size_t(columnOf(day))];
}

int CalendarModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int CalendarModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : dayColumns + 1;
}

QVariant CalendarModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == DateRole)
        return dayAt(index.row(), index.column() % dayColumns);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && (role <= DateRole || role > CardCountRole))
        return {};
    const WeekRow &row = week(index.row());
    const bool isWeek = index.column() == weekColumn;
    const DayCell *day = isWeek ? nullptr : &row.days[size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return day ? dayText(*day) : weekText(row.week);
    case DayCellRole:
        return day ? QVariant::fromValue(*day) : QVariant();
    case WeekCellRole:
        return day ? QVariant() : QVariant::fromValue(row.week);
    case LoadRole:
        return day ? day->load() : std::max(row.week.doneLoad, row.week.plannedLoad);
    case FormRole:
        if (day)
            return day->form ? QVariant(*day->form) : QVariant();
        return row.week.end ? QVariant(row.week.form) : QVariant();
    case CardCountRole:
        return day ? QVariant(int(day->cards.size())) : QVariant();
    default:
        return {};
    }
}

QVariant CalendarModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || section < 0)
        return {};
    if (orientation == Qt::Vertical)
        return section < m_rows ? QVariant(weekNumber(section)) : QVariant();
    if (section == weekColumn)
        return tr("Week");
    return section < dayColumns ? m_locale.standaloneDayName(dayAt(0, section).dayOfWeek(), QLocale::ShortFormat)
                                : QVariant();
}

QString CalendarModel::formText(double form, analysis::FormZone zone) const
{
    const int rounded = qRound(form);
    const QString number = m_locale.toString(std::abs(rounded));
    const QString value = rounded < 0 ? tr("form minus %1").arg(number) : tr("form %1").arg(number);
    switch (zone) {
    case analysis::FormZone::HighRisk:
        return tr("%1 high risk", "form").arg(value);
    case analysis::FormZone::Optimal:
        return tr("%1 optimal", "form").arg(value);
    case analysis::FormZone::Grey:
        return tr("%1 grey zone", "form").arg(value);
    case analysis::FormZone::Fresh:
        return tr("%1 fresh", "form").arg(value);
    case analysis::FormZone::Transition:
        break;
    }
    return tr("%1 transition", "form").arg(value);
}

QString CalendarModel::dayText(const DayCell &cell) const
{
    QStringList parts {m_locale.toString(cell.date, u"dddd d MMMM"_s)};
    if (cell.today)
        parts.append(tr("today"));
    for (const Bar &bar : cell.bars)
        parts.append(bar.text);
    std::array<int, 3> counts {};
    for (const Card &card : cell.cards)
        ++counts[size_t(card.state)];
    const auto [planned, done, missed] = counts;
    if (done > 0)
        parts.append(tr("%1 done").arg(m_locale.toString(done)));
    if (missed > 0)
        parts.append(tr("%1 missed").arg(m_locale.toString(missed)));
    if (planned > 0)
        parts.append(tr("%1 planned").arg(m_locale.toString(planned)));
    if (const int load = cell.load(); load > 0)
        parts.append(tr("load %1").arg(m_locale.toString(load)));
    if (cell.form)
        parts.append(formText(*cell.form, cell.zone));
    if (cell.weather)
        parts.append(cell.weather->words.join(u"; "_s));
    return parts.join(u", "_s);
}

QString CalendarModel::weekText(const WeekCell &cell) const
{
    const auto hours = [this](int seconds) { return m_locale.toString(seconds / 3600.0, 'f', 1); };
    QStringList parts {tr("Week %1").arg(m_locale.toString(cell.first.addDays(3).weekNumber()))};
    parts.append(tr("%1 of %2 hours").arg(hours(cell.doneSeconds), hours(cell.plannedSeconds)));
    parts.append(tr("load %1 of %2").arg(m_locale.toString(cell.doneLoad), m_locale.toString(cell.plannedLoad)));
    for (const WeekTarget &target : cell.targets)
        parts.append(targetText(target));
    if (cell.end)
        parts.append(tr("fitness %1").arg(m_locale.toString(cell.end->ctl, 'f', 1)));
    return parts.join(u", "_s);
}

QString CalendarModel::targetText(const WeekTarget &target) const
{
    const QString name = target.name.isEmpty() ? tr("%1 target").arg(target.sport) : target.name;
    const auto hours = [this](int seconds) { return m_locale.toString(seconds / 3600.0, 'f', 1); };
    QStringList parts;
    if (target.load)
        parts.append(tr("load %1 of %2").arg(m_locale.toString(target.doneLoad), m_locale.toString(*target.load)));
    if (target.seconds)
        parts.append(tr("%1 of %2 hours").arg(hours(target.doneSeconds), hours(*target.seconds)));
    if (target.metres)
        parts.append(tr("%1 of %2 km")
                         .arg(m_locale.toString(target.doneMetres / 1000, 'f', 0),
                             m_locale.toString(*target.metres / 1000, 'f', 0)));
    return parts.isEmpty() ? name : name + u": "_s + parts.join(u", "_s);
}

void CalendarModel::forget()
{
    m_cache.clear();
    Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, weekColumn));
}

void CalendarModel::refreshToday()
{
    if (m_store.clock().today() == m_today)
        return;
    m_today = m_store.clock().today();
    forget();
}

void CalendarModel::onStoreChanged(const store::Change &change)
{
    if (change.everything || m_store.clock().today() != m_today) {
        m_today = m_store.clock().today();
        forget();
        return;
    }
    QList<QDate> days = change.days;
    if (days.isEmpty()) { // only the mark changed, such as when the service refused
        for (const domain::LocalId &id : change.ids) {
            if (const auto summary = m_store.summary(id))
                days.append(summary->day);
        }
    }
    QSet<int> rows;
    for (const QDate &day : std::as_const(days)) {
        if (m_cache.contains(rowOf(day)))
            rows.insert(rowOf(day));
    }
    for (const int row : std::as_const(rows)) {
        const WeekRow before = std::exchange(m_cache[row], read(row, 1).constFirst());
        const WeekRow &after = m_cache[row];
        for (int column = 0; column < dayColumns; ++column) {
            if (before.days[size_t(column)] != after.days[size_t(column)])
                Q_EMIT dataChanged(index(row, column), index(row, column));
        }
        if (before.week != after.week)
            Q_EMIT dataChanged(index(row, weekColumn), index(row, weekColumn));
    }
}

void CalendarModel::onFitnessChanged(QDate from)
{
    const int firstRow = from.isValid() ? rowOf(from) : 0;
    int first = m_rows;
    int last = -1;
    for (auto &[row, cells] : m_cache) {
        if (row < firstRow)
            continue;
        fillFitness(cells);
        first = std::min(first, row);
        last = std::max(last, row);
    }
    if (last >= first)
        Q_EMIT dataChanged(
            index(first, 0), index(last, weekColumn), {Qt::DisplayRole, FormRole, DayCellRole, WeekCellRole});
}

QString CalendarModel::refusalOf(const domain::LocalId &id) const
{
    return store::refusalOf(m_store.database(), id);
}

}
