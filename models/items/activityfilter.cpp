// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/activityfilter.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace items {

ActivityFilter::ActivityFilter(ActivityTable &table, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_table(table)
{
    setSourceModel(&table);
    sort(int(ActivityColumn::Date), Qt::DescendingOrder);
}

void ActivityFilter::setSearch(const QString &text)
{
    static const QRegularExpression blanks(u"\\s+"_s);
    m_words = text.split(blanks, Qt::SkipEmptyParts);
    m_words.removeAll(u"#"_s);
    for (const QString &word : std::as_const(m_words)) {
        if (word.startsWith(u'#'))
            m_table.readTags();
    }
    invalidateFilter();
}

void ActivityFilter::setFamilies(const QSet<int> &families)
{
    m_families = families;
    invalidateFilter();
}

domain::LocalId ActivityFilter::idAt(int row) const
{
    return index(row, 0).data(ActivityIdRole).value<domain::LocalId>();
}

int ActivityFilter::rowOf(const domain::LocalId &id) const
{
    const int row = m_table.rowOf(id);
    return row < 0 ? -1 : mapFromSource(m_table.index(row, 0)).row();
}

bool ActivityFilter::matches(const QString &word, const QModelIndex &row) const
{
    if (word.startsWith(u'#')) {
        const QStringList tags = row.data(TagsRole).toStringList();
        return std::any_of(tags.begin(), tags.end(), [tag = word.mid(1)](const QString &one) {
            return one.startsWith(tag, Qt::CaseInsensitive);
        });
    }
    const auto has = [&](ActivityColumn column) {
        return row.siblingAtColumn(int(column)).data().toString().contains(word, Qt::CaseInsensitive);
    };
    return has(ActivityColumn::Name) || has(ActivityColumn::Sport)
        || row.data(TypeRole).toString().contains(word, Qt::CaseInsensitive);
}

bool ActivityFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex first = sourceModel()->index(row, 0, parent);
    if (!m_families.isEmpty() && !m_families.contains(first.data(FamilyRole).toInt()))
        return false;
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) { return matches(word, first); });
}

bool ActivityFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(RawRole);
    const QVariant b = right.data(RawRole);
    if (a.isValid() != b.isValid()) {
        const bool knownFirst = a.isValid();
        return sortOrder() == Qt::AscendingOrder ? knownFirst : !knownFirst;
    }
    if (a.userType() == QMetaType::QString)
        return QString::localeAwareCompare(a.toString(), b.toString()) < 0;
    if (a.userType() == QMetaType::QDateTime)
        return a.toDateTime() < b.toDateTime();
    return a.toDouble() < b.toDouble();
}

}
