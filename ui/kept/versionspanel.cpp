// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kept/versionspanel.h"

#include "models/commands/restorer.h"

#include <QListView>

using namespace Qt::StringLiterals;

namespace ui {

VersionsPanel::VersionsPanel(store::Store &store, const Theme &theme, const items::FieldWords &words, QWidget *parent)
    : VersionsPanel(store, theme, new items::VersionsModel(store, words), parent)
{
}

VersionsPanel::VersionsPanel(store::Store &store, const Theme &theme, items::VersionsModel *model, QWidget *parent)
    : KeptPanel(theme,
        model,
        tr("History"),
        u"history"_s,
        tr("Nothing has changed yet. Every change of it, made here or on the service, will be listed here."),
        parent)
    , m_store(store)
    , m_versions(model)
{
    setObjectName(u"versions-panel"_s);
    connect(this, &KeptPanel::restoreRequested, this, &VersionsPanel::bringBack);
    connect(m_versions, &QAbstractItemModel::modelReset, this, [this] { setSubject(m_versions->itemName()); });
}

void VersionsPanel::openFor(const domain::LocalId &id)
{
    m_versions->setItem(id);
    setSubject(m_versions->itemName());
    open();
    if (m_versions->rowCount() > 1)
        list().setCurrentIndex(m_versions->index(1));
}

void VersionsPanel::bringBack(const QModelIndex &row)
{
    const QString when = row.data(items::KeptDetailRole).toString();
    const QString name = m_versions->itemName();
    const auto done = commands::Restorer(m_store).version(m_versions->item(), m_versions->version(row.row()));
    if (!done)
        Q_EMIT failed(done.error());
    else if (when.isEmpty())
        Q_EMIT sentence(tr("Restored the oldest version of “%1”.").arg(name), true);
    else
        Q_EMIT sentence(tr("Restored “%1” as of %2.", "an item, when").arg(name, when), true);
}

}
