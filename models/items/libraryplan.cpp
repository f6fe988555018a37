// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/libraryplan.h"

using namespace Qt::StringLiterals;

namespace items {

namespace {

PlacedCard placed(const store::LibraryRow &row, QDate day)
{
    PlacedCard place {{}, day, 1};
    Card &card = place.card;
    card.id = row.id;
    card.name = row.name;
    if (row.type == "NOTE"_L1) {
        card.category = domain::Category::Note;
        place.days = std::max(1, row.days.value_or(1));
        return place;
    }
    card.sport = row.type;
    card.load = row.load;
    if (row.movingTime)
        card.movingSeconds = int(row.movingTime->count());
    card.distanceMetres = row.distanceMetres;
    card.profile = row.profile;
    card.estimated = true;
    return place;
}

QString keyOf(const domain::LocalId &plan, const QList<store::LibraryFolder> &folders)
{
    const auto found
        = std::find_if(folders.begin(), folders.end(), [&plan](const auto &folder) { return folder.id == plan; });
    return found != folders.end() && found->plan ? found->key : QString();
}

}

QList<PlacedCard> placedBy(const LibraryDrag &drag,
    QDate day,
    const QList<store::LibraryFolder> &folders,
    const QList<store::LibraryRow> &rows)
{
    QList<PlacedCard> cards;
    if (!day.isValid())
        return cards;
    const QString plan = drag.plan.value.isEmpty() ? QString() : keyOf(drag.plan, folders);
    for (const store::LibraryRow &row : rows) {
        if (!plan.isEmpty() && row.folderKey == plan && row.day)
            cards.append(placed(row, day.addDays(*row.day)));
    }
    for (const auto &id : drag.workouts) {
        const auto row = std::find_if(rows.begin(), rows.end(), [&id](const auto &one) { return one.id == id; });
        if (row != rows.end())
            cards.append(placed(*row, day));
    }
    std::stable_sort(
        cards.begin(), cards.end(), [](const PlacedCard &a, const PlacedCard &b) { return a.day < b.day; });
    return cards;
}

}
