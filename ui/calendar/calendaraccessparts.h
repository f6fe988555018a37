// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/calendar/calendaraccess.h"

#include <QPointer>

namespace ui {

/// What cells and items share: each knows only which day or week or card it is, and asks the grid's CalendarAccess for
/// everything else.
class CalendarPart
    : public QAccessibleInterface
    , public QAccessibleActionInterface
{
public:
    explicit CalendarPart(CalendarGrid &grid);

    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override;
    void setText(QAccessible::Text, const QString &) override { }
    [[nodiscard]] QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    [[nodiscard]] QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }
    void doAction(const QString &action) override;

protected:
    [[nodiscard]] CalendarAccess *access() const;
    [[nodiscard]] virtual QDate day() const = 0;
    [[nodiscard]] virtual domain::LocalId id() const { return {}; }

private:
    QPointer<QWidget> m_grid;
};

/// A card or a bar on one day.
class CalendarItemPart : public CalendarPart
{
public:
    CalendarItemPart(CalendarGrid &grid, QDate day, domain::LocalId id);

    [[nodiscard]] bool isValid() const override { return found().has_value(); }
    [[nodiscard]] QAccessibleInterface *parent() const override;
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QString text(QAccessible::Text which) const override;

protected:
    [[nodiscard]] QDate day() const override { return m_day; }
    [[nodiscard]] domain::LocalId id() const override { return m_id; }

private:
    [[nodiscard]] std::optional<CalendarAccess::Item> found() const;

    QDate m_day;
    domain::LocalId m_id;
};

/// A day with its cards and bars, or in the last column a week's sums.
class CalendarCellPart
    : public CalendarPart
    , public QAccessibleTableCellInterface
{
public:
    CalendarCellPart(CalendarGrid &grid, int row, int column);

    [[nodiscard]] bool isValid() const override;
    [[nodiscard]] QAccessibleInterface *parent() const override { return access(); }
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int childCount() const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Cell; }
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QString text(QAccessible::Text which) const override;
    [[nodiscard]] QStringList actionNames() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    [[nodiscard]] bool isSelected() const override { return false; }
    [[nodiscard]] QList<QAccessibleInterface *> columnHeaderCells() const override { return {}; }
    [[nodiscard]] QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    [[nodiscard]] int columnIndex() const override { return m_column; }
    [[nodiscard]] int rowIndex() const override;
    [[nodiscard]] int columnExtent() const override { return 1; }
    [[nodiscard]] int rowExtent() const override { return 1; }
    [[nodiscard]] QAccessibleInterface *table() const override { return access(); }

protected:
    [[nodiscard]] QDate day() const override; ///< none for a week

private:
    int m_row; ///< of the model, so that scrolling does not change who it is
    int m_column;
};

}
