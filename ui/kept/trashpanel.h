// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/trashmodel.h"
#include "ui/kept/keptpanel.h"

namespace ui {

/// What was deleted in the last 30 days, beside the pages; all of it can be brought back.
class TrashPanel : public KeptPanel
{
    Q_OBJECT

public:
    TrashPanel(store::Store &store, const Theme &theme, const QLocale &locale, QWidget *parent = nullptr);

    void setService(const QString &name) { m_trash->setService(name); }

Q_SIGNALS:
    void sentence(const QString &text, bool undoable);
    void failed(const domain::Error &error);

private:
    TrashPanel(store::Store &store, const Theme &theme, items::TrashModel *model, QWidget *parent);
    void bringBack(const QModelIndex &row);

    store::Store &m_store;
    items::TrashModel *m_trash;
};

}
