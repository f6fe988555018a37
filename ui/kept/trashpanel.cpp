// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kept/trashpanel.h"

#include "models/commands/restorer.h"

using namespace Qt::StringLiterals;

namespace ui {

TrashPanel::TrashPanel(store::Store &store, const Theme &theme, const QLocale &locale, QWidget *parent)
    : TrashPanel(store, theme, new items::TrashModel(store, locale), parent)
{
}

TrashPanel::TrashPanel(store::Store &store, const Theme &theme, items::TrashModel *model, QWidget *parent)
    : KeptPanel(theme,
        model,
        tr("Trash"),
        u"trash"_s,
        tr("The trash is empty. What you delete, here or on the service, can be brought back from here for 30 days."),
        parent)
    , m_store(store)
    , m_trash(model)
{
    setObjectName(u"trash-panel"_s);
    setSubject(tr("Deleted in the last 30 days"));
    connect(this, &KeptPanel::restoreRequested, this, &TrashPanel::bringBack);
}

void TrashPanel::bringBack(const QModelIndex &row)
{
    const QString name = row.data().toString();
    const auto done = commands::Restorer(m_store).trashed({{row.data(items::KeptIdRole).toString()}});
    if (!done)
        Q_EMIT failed(done.error());
    else
        Q_EMIT sentence(tr("Restored “%1”.", "the name of an item").arg(name), true);
}

}
