// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/libraryfilter.h"

#include "models/items/librarybands.h"

using namespace Qt::StringLiterals;

namespace items {

namespace {

std::optional<int> numberAt(const QModelIndex &index, int role)
{
    const QVariant value = index.data(role);
    return value.isValid() ? std::optional(value.toInt()) : std::nullopt;
}

bool allows(const QSet<int> &wanted, std::optional<int> value)
{
    return wanted.isEmpty() || (value && wanted.contains(*value));
}

int workoutsBelow(const QAbstractItemModel &model, const QModelIndex &parent)
{
    int count = 0;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const bool workout = libraryNodeOf(index) == LibraryNode::Workout;
        count += workout ? 1 : workoutsBelow(model, index);
    }
    return count;
}

}

LibraryFilter::LibraryFilter(QAbstractItemModel &library, QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
    setSourceModel(&library);
}

void LibraryFilter::setWish(const LibraryWish &wish)
{
    if (wish == m_wish)
        return;
    m_wish = wish;
    m_words = wish.search.simplified().split(u' ', Qt::SkipEmptyParts);
    m_words.removeAll(u"#"_s);
    invalidateFilter();
}

int LibraryFilter::workouts() const
{
    return workoutsBelow(*this, {});
}

bool LibraryFilter::matches(const QString &word, const QModelIndex &workout) const
{
    const auto contains = [&word](const QString &text) { return text.contains(word, Qt::CaseInsensitive); };
    if (word.startsWith(u'#')) {
        const QStringList tags = workout.data(LibraryTagsRole).toStringList();
        return std::any_of(tags.begin(), tags.end(), [tag = word.mid(1)](const QString &one) {
            return one.startsWith(tag, Qt::CaseInsensitive);
        });
    }
    return contains(workout.data().toString()) || contains(workout.data(LibrarySportRole).toString())
        || contains(workout.parent().data().toString());
}

bool LibraryFilter::fits(const QModelIndex &workout) const
{
    const QStringList tags = workout.data(LibraryTagsRole).toStringList();
    const bool tagged = m_wish.tags.isEmpty()
        || std::any_of(tags.begin(), tags.end(), [this](const QString &tag) { return m_wish.tags.contains(tag); });
    return tagged && allows(m_wish.families, numberAt(workout, LibraryFamilyRole))
        && allows(m_wish.durations, durationBand(numberAt(workout, LibrarySecondsRole)))
        && allows(m_wish.loads, loadBand(numberAt(workout, LibraryLoadRole)))
        && allows(m_wish.zones, numberAt(workout, LibraryZoneRole))
        && std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) { return matches(word, workout); });
}

bool LibraryFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    switch (libraryNodeOf(index)) {
    case LibraryNode::Section:
        return false; // there if something in it is
    case LibraryNode::Folder:
    case LibraryNode::Plan:
        return m_wish.isEmpty();
    case LibraryNode::Workout:
        break;
    }
    return m_wish.isEmpty() || fits(index);
}

}
