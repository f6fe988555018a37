// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/calendarcells.h"

#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QDate>
#include <QHash>

namespace ui {

class CalendarGrid;

/// The calendar for assistants: a table of the weeks in view, whose cells are days and weeks and hold cards and bars.
/// It repeats what the grid shows and draws nothing.
///
///     table (the grid)
///       ├─ cell    "Tuesday 17 March, 2 planned, load 88, form minus 12 optimal"
///       │    ├─ item  "Ride, VO2 5×4, planned, 1h00, load 78"
///       │    └─ item  "Note, Travel"
///       └─ cell    "Week 12, 3.0 of 7.5 hours, …"
class CalendarAccess
    : public QAccessibleWidget
    , public QAccessibleTableInterface
{
    Q_DECLARE_TR_FUNCTIONS(ui::CalendarAccess)

public:
    /// A card or a bar of one day; nothing is kept, it is looked up whenever it is asked about.
    struct Item {
        domain::LocalId id;
        QString name;
        QRect rect; ///< in the viewport
        bool activity = false;
        bool movable = false;
    };

    explicit CalendarAccess(CalendarGrid &grid);
    ~CalendarAccess() override;

    /// From now on every grid has one.
    static void install();
    /// Tells assistants where the keyboard is.
    static void announceFocus(CalendarGrid &grid);

    // What the cells and items ask
    [[nodiscard]] bool isInView(int row) const;
    [[nodiscard]] int firstRow() const;
    [[nodiscard]] QRect onScreen(const QRect &inViewport) const;
    [[nodiscard]] QRect cellRect(int row, int column) const; ///< in the viewport
    [[nodiscard]] QString cellName(int row, int column) const;
    [[nodiscard]] QDate dayAt(int row, int column) const;
    [[nodiscard]] QList<Item> items(QDate day) const; ///< cards, then bars
    [[nodiscard]] QAccessible::State stateOf(
        QDate day, const domain::LocalId &id) const; ///< without an id that of the day
    [[nodiscard]] QAccessibleInterface *cell(int row, int column) const;
    [[nodiscard]] QAccessibleInterface *cellOf(QDate day) const;
    [[nodiscard]] QAccessibleInterface *item(QDate day, const domain::LocalId &id) const;
    void press(QDate day, const domain::LocalId &id);
    void focus(QDate day, const domain::LocalId &id);

    // QAccessibleInterface
    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] QAccessibleInterface *focusChild() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    // QAccessibleTableInterface; cards are selected here, not cells
    [[nodiscard]] QAccessibleInterface *caption() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *summary() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *cellAt(int row, int column) const override;
    [[nodiscard]] int selectedCellCount() const override { return 0; }
    [[nodiscard]] QList<QAccessibleInterface *> selectedCells() const override { return {}; }
    [[nodiscard]] QString columnDescription(int column) const override;
    [[nodiscard]] QString rowDescription(int row) const override;
    [[nodiscard]] int selectedColumnCount() const override { return 0; }
    [[nodiscard]] int selectedRowCount() const override { return 0; }
    [[nodiscard]] int columnCount() const override;
    [[nodiscard]] int rowCount() const override;
    [[nodiscard]] QList<int> selectedColumns() const override { return {}; }
    [[nodiscard]] QList<int> selectedRows() const override { return {}; }
    [[nodiscard]] bool isColumnSelected(int) const override { return false; }
    [[nodiscard]] bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override { }

private:
    using CellKey = std::pair<int, int>;
    using ItemKey = std::pair<QDate, QString>;

    [[nodiscard]] QString cardName(const items::Card &card) const;

    CalendarGrid &m_grid;
    mutable QHash<CellKey, QAccessible::Id> m_cells;
    mutable QHash<ItemKey, QAccessible::Id> m_items;
};

}
