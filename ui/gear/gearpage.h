// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gear/gearform.h"
#include "ui/shell/page.h"

class QStackedWidget;

namespace ui {

class EmptyState;
class PageHeader;
class PillButton;
class RowTable;

/// The athlete's gear: a table, and beside it the form of the chosen piece.
class GearPage : public Page
{
    Q_OBJECT

public:
    /// The table must outlive the page.
    GearPage(const Theme &theme, items::GearTable &table, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void activated() override;
    [[nodiscard]] GearForm &form() { return *m_form; }
    [[nodiscard]] RowTable &table() { return *m_rows; }
    void choose(const domain::GearId &id); ///< now or, if it is not there yet, once it is
    void setSentence(const QString &sentence); ///< why there is nothing; shown while the table is empty

Q_SIGNALS:
    void shown(); ///< the gear should be read anew

private:
    void build();
    void beginNew();
    void follow();
    void present();
    void measureColumns();
    void applyTheme();

    const Theme &m_theme;
    items::GearTable &m_table;
    PageHeader *m_header = nullptr;
    PillButton *m_retired = nullptr;
    RowTable *m_rows = nullptr;
    GearForm *m_form = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    domain::GearId m_chosen;
    domain::GearId m_awaited; ///< to be chosen once it is there
    bool m_adding = false;
};

}
