// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/importtable.h"

using namespace Qt::StringLiterals;

namespace items {

ImportTable::ImportTable(QList<Candidate> candidates, const QLocale &locale, SportWords sport, QObject *parent)
    : QAbstractTableModel(parent)
    , m_candidates(std::move(candidates))
    , m_locale(locale)
    , m_figures(locale)
    , m_sport(std::move(sport))
{
    for (const Candidate &candidate : std::as_const(m_candidates))
        m_chosen.append(candidate.kind != Candidate::Kind::Refused);
}

int ImportTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_candidates.size());
}

int ImportTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ImportColumnCount;
}

QString ImportTable::text(const Candidate &candidate, int column) const
{
    switch (column) {
    case ImportName:
        return candidate.name();
    case ImportWhat: {
        const QString sport = candidate.sport.isEmpty() ? QString() : m_sport(candidate.sport);
        switch (candidate.kind) {
        case Candidate::Kind::Workout:
            return tr("Workout · %1").arg(sport);
        case Candidate::Kind::Activity:
            return sport.isEmpty() ? tr("Activity to upload") : tr("Activity to upload · %1").arg(sport);
        case Candidate::Kind::Entry:
            return candidate.event.type.isEmpty() ? tr("Note") : tr("Workout · %1").arg(sport);
        case Candidate::Kind::Refused:
            return tr("Cannot be read");
        }
        return {};
    }
    case ImportDay:
        return candidate.day ? m_locale.toString(*candidate.day, QLocale::ShortFormat) : QString();
    case ImportFigures: {
        QStringList figures;
        if (candidate.seconds)
            figures.append(Figures::duration(std::chrono::seconds(*candidate.seconds)).text());
        if (candidate.load)
            figures.append(tr("load %1").arg(m_locale.toString(*candidate.load)));
        return figures.join(u" · "_s);
    }
    default:
        return {};
    }
}

QVariant ImportTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Candidate &candidate = m_candidates.at(index.row());
    const bool refused = candidate.kind == Candidate::Kind::Refused;
    switch (role) {
    case Qt::DisplayRole:
        return text(candidate, index.column());
    case Qt::CheckStateRole:
        if (index.column() != ImportName || refused)
            return {};
        return int(m_chosen.at(index.row()) ? Qt::Checked : Qt::Unchecked);
    case Qt::AccessibleTextRole:
        return index.column() == ImportName ? QVariant(tr("%1, %2").arg(candidate.name(), text(candidate, ImportWhat)))
                                            : QVariant(text(candidate, index.column()));
    case ImportKindRole:
        return int(candidate.kind);
    case ImportReasonRole: {
        QStringList reasons;
        if (refused)
            reasons.append(candidate.error.item.isEmpty() || candidate.error.item == candidate.fileName
                    ? candidate.error.detail
                    : tr("%1: %2").arg(candidate.error.item, candidate.error.detail));
        for (const files::Note &note : candidate.notes)
            reasons.append(note.item.isEmpty() ? note.detail : tr("%1: %2").arg(note.item, note.detail));
        return reasons;
    }
    case ImportProfileRole:
        return candidate.profile;
    case ImportSportRole:
        return candidate.sport;
    default:
        return {};
    }
}

bool ImportTable::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    m_chosen[index.row()] = value.toInt() == int(Qt::Checked);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
    return true;
}

QVariant ImportTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ImportName:
        return tr("Name");
    case ImportWhat:
        return tr("What it is");
    case ImportDay:
        return tr("Day");
    case ImportFigures:
        return tr("Time and load");
    default:
        return {};
    }
}

Qt::ItemFlags ImportTable::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (index.column() == ImportName && m_candidates.at(index.row()).kind != Candidate::Kind::Refused)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QList<Candidate> ImportTable::chosen() const
{
    QList<Candidate> chosen;
    for (qsizetype i = 0; i < m_candidates.size(); ++i) {
        if (m_chosen.at(i))
            chosen.append(m_candidates.at(i));
    }
    return chosen;
}

void ImportTable::chooseAll(bool chosen)
{
    for (qsizetype i = 0; i < m_candidates.size(); ++i)
        m_chosen[i] = chosen && m_candidates.at(i).kind != Candidate::Kind::Refused;
    if (!m_candidates.isEmpty())
        Q_EMIT dataChanged(index(0, ImportName), index(rowCount() - 1, ImportName), {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
}

}
