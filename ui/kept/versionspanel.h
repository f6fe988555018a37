// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/versionsmodel.h"
#include "ui/kept/keptpanel.h"

namespace ui {

/// The history of one item beside the pages; any of its versions can be brought back.
class VersionsPanel : public KeptPanel
{
    Q_OBJECT

public:
    VersionsPanel(store::Store &store, const Theme &theme, const items::FieldWords &words, QWidget *parent = nullptr);

    void setService(const QString &name) { m_versions->setService(name); }
    void openFor(const domain::LocalId &id); ///< with that item

Q_SIGNALS:
    void sentence(const QString &text, bool undoable);
    void failed(const domain::Error &error);

private:
    VersionsPanel(store::Store &store, const Theme &theme, items::VersionsModel *model, QWidget *parent);
    void bringBack(const QModelIndex &row);

    store::Store &m_store;
    items::VersionsModel *m_versions;
};

}
