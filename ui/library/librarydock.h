// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/commands/librarian.h"
#include "models/items/libraryfilter.h"
#include "models/items/librarymodel.h"
#include "ui/library/librarywords.h"
#include "ui/theme/theme.h"

#include <QTimer>
#include <QWidget>

class QMenu;
class QStackedWidget;

namespace ui {

class ChipRow;
class ElidedLabel;
class FilterChip;
class LibraryTree;
class SearchField;

/// The library beside the calendar: finds, keeps, orders and names workouts, and asks whoever holds the calendar to
/// plan them. What it changes in the library it changes itself; the calendar it leaves alone.
class LibraryDock : public QWidget
{
    Q_OBJECT

public:
    LibraryDock(store::Store &store,
        const Theme &theme,
        const QLocale &locale,
        LibraryWords::SportName sport,
        QWidget *parent = nullptr);
    ~LibraryDock() override;

    void setFocusedDay(QDate day); ///< where Enter plans
    [[nodiscard]] QDate focusedDay() const { return m_day; }
    void focusSearch();
    void reveal(const domain::LocalId &id); ///< opens its folder and makes it the current row

    [[nodiscard]] LibraryTree &tree() { return *m_tree; }
    [[nodiscard]] items::LibraryModel &model() { return m_model; }

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void planRequested(const QList<domain::LocalId> &workouts, QDate day);
    void planFolderRequested(const domain::LocalId &plan, QDate start);
    void editRequested(const domain::LocalId &workout);
    void sentence(const QString &text, bool undoable);
    void failed(const domain::Error &error);
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void applyTheme();
    [[nodiscard]] QWidget *buildHead();
    void buildChips();
    void buildBody();
    void connectTree();
    void refresh(); ///< empty states, choices of tags, the line at the foot
    void refreshFoot();
    void applyFilter();
    void clearFilter();

    void plan();
    void edit();
    void rename();
    void renameTo(const domain::LocalId &id, const QString &name);
    void remove();
    void addWorkout();
    void addFolder(domain::FolderType type);
    void duplicate();
    void move(const QList<domain::LocalId> &workouts, const domain::LocalId &folder);
    void keep(const QList<domain::Event> &events, const domain::LocalId &folder);
    void showMenu(const QPoint &global);
    void fillNewMenu(QMenu &menu);
    void fillWorkoutMenu(QMenu &menu);
    void fillFolderMenu(QMenu &menu);

    [[nodiscard]] QString nameOf(const domain::LocalId &id) const;
    [[nodiscard]] domain::LocalId currentFolder() const; ///< one that can be written to; empty if there is none
    template<typename T>
    bool done(const domain::Result<T> &result);

    store::Store &m_store;
    const Theme &m_theme;
    commands::Librarian m_librarian;
    LibraryWords m_words;
    items::LibraryModel m_model;
    items::LibraryFilter m_filter;
    SearchField *m_search;
    ChipRow *m_chips;
    FilterChip *m_sports;
    FilterChip *m_times;
    FilterChip *m_loads;
    FilterChip *m_zones;
    FilterChip *m_tags;
    QStackedWidget *m_stack;
    LibraryTree *m_tree;
    ElidedLabel *m_foot;
    QSet<domain::LocalId> m_opened; ///< what was open before something was asked for
    QDate m_day;
    QTimer m_later;
};

}
