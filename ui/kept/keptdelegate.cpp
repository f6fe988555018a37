// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kept/keptdelegate.h"

#include "models/domain/sport.h"
#include "models/items/fieldwords.h"
#include "models/items/keptroles.h"
#include "models/store/summary.h"
#include "ui/theme/icons.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString iconOf(const QModelIndex &index)
{
    if (index.data(items::KeptDifferencesRole).isValid())
        return u"history"_s;
    const QString sport = index.data(items::KeptSportRole).toString();
    if (store::Kind(index.data(items::KeptKindRole).toInt()) == store::Kind::Folder)
        return u"folder"_s;
    return sport.isEmpty() ? u"note"_s : sportIcon(domain::familyOf(sport));
}

}

KeptDelegate::KeptDelegate(const Theme &theme, QObject *parent)
    : MarkedRowDelegate(theme, parent)
{
}

MarkedRowDelegate::Row KeptDelegate::rowOf(const QModelIndex &index) const
{
    QList<Difference> rows;
    const auto differences = index.data(items::KeptDifferencesRole).value<QList<items::FieldDifference>>();
    for (const items::FieldDifference &each : differences)
        rows.append({each.field, each.before, each.after});
    return {.icon = iconOf(index),
        .words = index.data().toString(),
        .detail = index.data(items::KeptDetailRole).toString(),
        .table = {theme(), rows},
        .hasButtons = index.data(items::KeptRestorableRole).toBool()};
}

}
