// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QHash>
#include <QPointer>

namespace ui {

class WorkoutChart;

/// The chart for assistants: a list of the steps, each once, however often it is repeated.
///
///     list (the chart)  "Workout chart", described by the whole: "12 steps, 1 hour 5 minutes"
///       └─ item         "Block 3 of 12, 3 minutes at 115 % FTP, 4 times"
class WorkoutAccess : public QAccessibleWidget
{
    Q_DECLARE_TR_FUNCTIONS(ui::WorkoutAccess)

public:
    explicit WorkoutAccess(WorkoutChart &chart);
    ~WorkoutAccess() override;

    /// From now on every chart has one.
    static void install();
    /// Tells assistants which step the keys act on.
    static void announceFocus(WorkoutChart &chart);
    static void announceChange(WorkoutChart &chart);

    [[nodiscard]] WorkoutChart &chart() const { return m_chart; }
    [[nodiscard]] int lineOf(int index) const; ///< -1 if there is no such step
    [[nodiscard]] QAccessibleInterface *item(int index) const;

    [[nodiscard]] QString text(QAccessible::Text which) const override;
    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] QAccessibleInterface *focusChild() const override;

private:
    WorkoutChart &m_chart;
    mutable QHash<int, QAccessible::Id> m_items;
};

/// One step of the workout. It only knows its number and asks the chart for everything else.
class WorkoutItem
    : public QAccessibleInterface
    , public QAccessibleActionInterface
{
public:
    WorkoutItem(WorkoutChart &chart, int index);

    [[nodiscard]] int index() const { return m_index; }
    [[nodiscard]] bool isValid() const override;
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override;
    [[nodiscard]] QAccessibleInterface *parent() const override;
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QString text(QAccessible::Text which) const override;
    void setText(QAccessible::Text, const QString &) override { }
    [[nodiscard]] QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    [[nodiscard]] QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }
    void doAction(const QString &action) override;

private:
    [[nodiscard]] WorkoutAccess *access() const;

    QPointer<QWidget> m_chart;
    int m_index;
};

}
