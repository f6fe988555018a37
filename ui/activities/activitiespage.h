// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"
#include "models/store/store.h"
#include "ui/shell/page.h"

class QStackedWidget;

namespace ui {

class ActivityList;
class ActivityView;
class Theme;

/// All activities as a table, and one of them in its place when it is opened.
class ActivitiesPage : public Page
{
    Q_OBJECT

public:
    ActivitiesPage(store::Store &store, Theme &theme, const QLocale &locale, QWidget *parent = nullptr);
    ~ActivitiesPage() override;

    [[nodiscard]] QString title() const override;
    void activated() override;

    void open(const domain::LocalId &id);
    void showList(); ///< with the row of the activity that was open
    void step(int by); ///< to another activity, in the order of the table
    [[nodiscard]] bool isShowingActivity() const;

    [[nodiscard]] ActivityList &list() { return *m_list; }
    [[nodiscard]] ActivityView &view() { return *m_view; }

Q_SIGNALS:
    void detailWanted(const domain::LocalId &id); ///< intervals and recording of an activity are not here yet
    void sentence(const QString &text, bool undoable);
    void failed(const domain::Error &error);

private:
    void find();
    void tellNeighbours();

    ActivityList *m_list;
    ActivityView *m_view;
    QStackedWidget *m_stack;
};

}
