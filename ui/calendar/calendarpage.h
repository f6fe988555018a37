// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/calendarmodel.h"
#include "ui/calendar/calendarexchange.h"
#include "ui/calendar/calendarlibrary.h"
#include "ui/calendar/projectionstrip.h"
#include "ui/shell/page.h"

#include <QTimer>

class QHBoxLayout;
class QMenu;
class QPushButton;
class QSplitter;
class QVBoxLayout;

namespace ui {

class Actions;
class CalendarGrid;
class ElidedLabel;
class ImportPanel;
class Inspector;
class LibraryDock;
class TextLabel;
class Theme;
class WeekTargets;

/// The calendar: title and buttons, the grid of weeks, the projection under it and the inspector beside it.
class CalendarPage : public Page
{
    Q_OBJECT

public:
    CalendarPage(store::Store &store, Theme &theme, const QLocale &locale, Actions &actions, QWidget *parent = nullptr);
    ~CalendarPage() override;

    [[nodiscard]] QString title() const override;
    void activated() override;

    [[nodiscard]] CalendarGrid &grid() { return *m_grid; }
    void setForecast(const items::Forecast &forecast) { m_model.setForecast(forecast); }
    [[nodiscard]] Inspector &inspector() { return *m_inspector; }
    [[nodiscard]] WeekTargets &targets() { return *m_targets; }
    [[nodiscard]] ImportPanel &imports() { return *m_imports; }
    [[nodiscard]] LibraryDock &library(); ///< made when first asked for
    [[nodiscard]] CalendarExchange &exchange() { return *m_exchange; }
    [[nodiscard]] domain::DateRange visibleDays() const;

    // What menus and the palette trigger
    void goToToday();
    void goTo(QDate day);
    void plan(domain::Category category); ///< a new entry on the focused day
    void setTargets(QDate inWeek); ///< opens the targets of a week
    void setLibraryShown(bool shown);
    [[nodiscard]] bool isLibraryShown() const;
    void importFiles(const QStringList &paths); ///< workouts onto the focused day, activities to be uploaded
    void open(const domain::LocalId &id); ///< shows an event and opens it in the inspector

Q_SIGNALS:
    void activityOpenRequested(const domain::LocalId &id);
    void stepsRequested(const domain::LocalId &id); ///< a workout to be built
    void refusalRequested(const domain::LocalId &id); ///< why the service refused the last change of it
    void historyRequested(const domain::LocalId &id); ///< of an event or activity
    void rangeShown(const domain::DateRange &days); ///< for pulling what is in view
    void templateRequested(const domain::LocalId &workout); ///< of the library, to be built
    void libraryToggled(bool shown);
    void uploadWanted(const QStringList &paths); ///< files of activities
    void sentence(const QString &text, bool undoable);
    void failed(const domain::Error &error);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildHeader(QVBoxLayout *into);
    void connectGrid();
    void connectExchange();
    void tellLibrary(QDate day);
    void askForFiles();
    void showImports(const QList<items::Candidate> &candidates, QDate day);
    void dragOut(const QList<domain::LocalId> &ids, const QPixmap &picture, const QPoint &grip);
    void addExportMenus(QMenu &menu, const QList<DragPlan::Item> &items, QDate day);
    void answerActions();
    void enableActions();
    void applyTheme();
    void updateTitle();
    void updateRaces();
    void readSettings();
    void create(QDate day, domain::Category category);
    void showBeside(QWidget *panel); ///< one of the panels; the others go
    void showMenu(const QPoint &at);
    [[nodiscard]] QList<domain::LocalId> selectedIds(bool onlyMovable = false) const;

    store::Store &m_store;
    Theme &m_theme;
    Actions &m_actions;
    CalendarWords m_words;
    items::FitnessTimeline m_timeline;
    items::CalendarModel m_model;
    CalendarEditor m_editor;
    QList<ProjectionStrip::Race> m_races;
    TextLabel *m_title = nullptr;
    ElidedLabel *m_subtitle = nullptr;
    QPushButton *m_today = nullptr;
    QPushButton *m_plan = nullptr;
    QMenu *m_planMenu = nullptr;
    QWidget *m_head = nullptr;
    QSplitter *m_splitter = nullptr;
    CalendarGrid *m_grid = nullptr;
    ProjectionStrip *m_strip = nullptr;
    Inspector *m_inspector = nullptr;
    WeekTargets *m_targets = nullptr;
    ImportPanel *m_imports = nullptr;
    CalendarExchange *m_exchange = nullptr;
    CalendarLibrary *m_fromLibrary = nullptr;
    LibraryDock *m_library = nullptr;
    QHBoxLayout *m_columns = nullptr;
    QTimer m_clock; ///< notices midnight
};

}
