// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/libraryroles.h"

#include <QSet>
#include <QSortFilterProxyModel>
#include <QStringList>

namespace items {

/// What of the library a person asks for. Within one set any will do, all sets must agree; an empty set lets all pass.
struct LibraryWish {
    QString search; ///< words that must all be in name, sport, folder; "#word" is a tag that begins so
    QSet<int> families; ///< domain::SportFamily
    QSet<int> durations; ///< bands, see librarybands.h
    QSet<int> loads;
    QSet<int> zones;
    QSet<QString> tags;

    [[nodiscard]] bool isEmpty() const { return *this == LibraryWish {}; }
    friend bool operator==(const LibraryWish &, const LibraryWish &) = default;
};

/// The part of the library's tree that is asked for. While something is asked, folders without any of it go too.
class LibraryFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit LibraryFilter(QAbstractItemModel &library, QObject *parent = nullptr);

    void setWish(const LibraryWish &wish);
    [[nodiscard]] const LibraryWish &wish() const { return m_wish; }
    [[nodiscard]] int workouts() const; ///< how many pass

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    [[nodiscard]] bool matches(const QString &word, const QModelIndex &workout) const;
    [[nodiscard]] bool fits(const QModelIndex &workout) const;

    LibraryWish m_wish;
    QStringList m_words;
};

}
