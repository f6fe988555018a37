// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/calendarmodel.h"
#include "ui/calendar/cellpainter.h"
#include "ui/calendar/guests.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QMap>
#include <QPixmap>
#include <array>
#include <vector>

namespace ui {

class WeekdayHeader;

/// The weeks as an endless grid: paints days and cards, keeps focus and selection, drags. It changes nothing itself;
/// what a gesture asks for leaves as a signal.
class CalendarGrid : public QAbstractScrollArea
{
    Q_OBJECT

public:
    CalendarGrid(items::CalendarModel &model,
        items::FitnessTimeline &timeline,
        Theme &theme,
        const CalendarWords &words,
        QWidget *parent = nullptr);
    ~CalendarGrid() override;

    [[nodiscard]] QDate focusDay() const { return m_focusDay; }
    [[nodiscard]] QDate firstDayOfWeek() const { return m_focusDay.addDays(-m_model.columnOf(m_focusDay)); } ///< marked
    void setFocusDay(QDate day); ///< scrolls as little as needed
    void goTo(QDate day); ///< puts its week near the top
    [[nodiscard]] domain::DateRange visibleDays() const;
    [[nodiscard]] QDate titleDay() const; ///< the day whose month the page names

    [[nodiscard]] QMap<domain::LocalId, QDate> selection() const { return m_selection; }
    [[nodiscard]] QList<DragPlan::Item> selectedItems() const;
    [[nodiscard]] QList<DragPlan::Item> itemsForKeys()
        const; ///< the focused card if it is not selected, else the selection
    void select(const QMap<domain::LocalId, QDate> &items);
    void markDay(QDate day); ///< the day under the pointer elsewhere
    [[nodiscard]] const DragPlan &drag() const { return m_drag; }
    [[nodiscard]] bool isDragging() const { return !m_drag.isEmpty(); }
    void cancelDrag();
    void setGuestReader(GuestReader reader); ///< without one nothing from outside is taken
    void updateGuests(Guests guests); ///< more is known about what is held over the grid
    void forgetDragAway() { m_away = {}; } ///< the drag that left has ended somewhere

    // Where things are drawn, in coordinates of the viewport
    [[nodiscard]] QRect dayRect(QDate day) const;
    [[nodiscard]] QRect cardRect(QDate day, const domain::LocalId &id) const;

Q_SIGNALS:
    void moveRequested(const QList<domain::LocalId> &ids, int days);
    void copyRequested(const QList<domain::LocalId> &ids, QDate firstDay, QDate landing);
    void removeRequested(const QList<domain::LocalId> &ids);
    void createRequested(QDate day);
    void openRequested(const domain::LocalId &id); ///< an event of the calendar
    void activityOpenRequested(const domain::LocalId &id);
    void refusalRequested(const domain::LocalId &id); ///< the mark of a refused card was pressed
    void stepsRequested(const domain::LocalId &id); ///< the workout of an event, to be built
    void clipboardRequested(bool cut);
    void pasteRequested(QDate day);
    void targetsRequested(QDate inWeek); ///< the sums of a week were pressed twice
    void menuRequested(const QPoint &globalPosition);
    void visibleChanged();
    void focusDayChanged(QDate day);
    void selectionChanged(); ///< or the marked card: what keys and menus act on
    void guestsDropped(const QMimeData *data, QDate day);
    /// The pointer left with what is dragged: whoever hears this goes on with it as a drag between windows.
    void dragLeft(const QList<domain::LocalId> &ids, const QPixmap &picture, const QPoint &grip);
    void dragChanged(); ///< began, has another target, or ended
    void dayHovered(QDate day);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void timerEvent(QTimerEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    friend class WeekdayHeader;
    friend class CalendarAccess; // tells assistants what is painted here

    /// What lies under a point.
    struct Hit {
        int row = -1;
        int column = -1; ///< 0 to 6; 7 the week; -1 the gutter
        QDate day;
        std::optional<items::Card> card;
        int cardIndex = -1;
        std::optional<items::Bar> bar;

        [[nodiscard]] domain::LocalId id() const { return card ? card->id : bar ? bar->id : domain::LocalId {}; }
    };
    struct VisibleRow {
        int row = 0;
        int top = 0;
        int height = 0;
    };

    // Geometry
    void layoutRows();
    [[nodiscard]] int rowHeight(int row) const;
    void scrollBy(int pixels);
    void ensureVisible(QDate day);
    [[nodiscard]] QRect cellRect(const VisibleRow &row, int column) const;
    [[nodiscard]] const VisibleRow *visibleRow(int row) const;
    [[nodiscard]] Hit hitAt(QPoint point) const;
    [[nodiscard]] QStringList tipOf(const Hit &hit) const;
    void refreshTheme();
    void onDataChanged(const QModelIndex &from, const QModelIndex &to, const QList<int> &roles);

    // Painting
    void paintRow(QPainter &painter, const VisibleRow &row, const QRegion &region);
    void paintDay(QPainter &painter, const QRect &cell, const items::DayCell &day, const QRegion &region);
    void paintBars(QPainter &painter, const VisibleRow &row, const QRegion &region);
    void paintWeekCell(QPainter &painter, const VisibleRow &row);
    void paintDrag(QPainter &painter);
    [[nodiscard]] QPixmap floatingPicture(qreal ratio);
    [[nodiscard]] QRect floatingRect() const;
    [[nodiscard]] QRect hintRect() const;
    [[nodiscard]] QString hintText() const;
    [[nodiscard]] QString hintMore() const;
    void updateDrag(const QRect &floatingBefore, const QRect &hintBefore);
    using Figures
        = std::array<double, 6>; ///< what a drag changes in a day's head or in a week's cell, as rounded there
    [[nodiscard]] std::vector<Figures> previewedFigures() const; ///< row by row, the week after its days
    void updateAfterTarget(QDate before, const std::vector<Figures> &figuresBefore);

    // Gestures
    void click(const Hit &hit, Qt::KeyboardModifiers modifiers);
    void selectRange(QDate from, QDate to);
    void beginDrag(QPoint at);
    void dragTo(QPoint at, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] bool isRefusal(const Hit &hit, QPoint at) const; ///< the mark of a refused card lies there
    void finishDrag();
    [[nodiscard]] bool leaves(QPoint at) const;
    void sendAway();
    [[nodiscard]] bool moveByKey(QKeyEvent *event);
    [[nodiscard]] bool goByKey(QKeyEvent *event);
    [[nodiscard]] bool actByKey(QKeyEvent *event);
    void openFocused();
    void buildFocused();
    void toggleFocused();
    void announceFocus();
    [[nodiscard]] const items::Card *focusedCard() const;

    items::CalendarModel &m_model;
    items::FitnessTimeline &m_timeline;
    Theme &m_theme;
    const CalendarWords &m_words;
    CardPainter m_cards;
    CellPainter m_cells;
    WeekdayHeader *m_header;
    Columns m_columns;
    int m_topRow = 0;
    int m_topOffset = 0; ///< pixels of the top row that are scrolled out
    QList<VisibleRow> m_visible;
    QDate m_focusDay;
    int m_focusCard = -1; ///< within the focused day; -1 the day itself
    QDate m_anchorDay; ///< where a range selection began
    QDate m_marked;
    QMap<domain::LocalId, QDate> m_selection;
    bool m_pressed = false;
    bool m_deselectOthers = false; ///< on release, if the press did not become a drag
    QPoint m_pressedAt;
    DragPlan m_drag;
    DragPlan m_away; ///< left the calendar as a drag between windows and may come back
    GuestReader m_guestReader;
    QString m_guestHint;
    QPoint m_grip; ///< of the pointer inside the dragged card
    QPoint m_pointer;
    QSize m_floatingSize;
    QPixmap m_floating; ///< card and shadow under the pointer; made when first painted
    QBasicTimer m_autoScroll;
};

}
