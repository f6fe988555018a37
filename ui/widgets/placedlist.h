// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace ui {

/// A list that tells where its rows have gone, so that something can lie over one of them.
class PlacedList : public QListView
{
    Q_OBJECT

public:
    using QListView::QListView;

Q_SIGNALS:
    void placed();

protected:
    void updateGeometries() override
    {
        QListView::updateGeometries();
        Q_EMIT placed();
    }

    void scrollContentsBy(int dx, int dy) override
    {
        QListView::scrollContentsBy(dx, dy);
        Q_EMIT placed();
    }
};

}
