// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workout/workoutpainter.h"

#include <QWidget>

namespace ui {

/// The workout as blocks that can be taken by their edges. It asks for changes of the text and never makes them: what
/// it shows is what the text says.
class WorkoutChart : public QWidget
{
    Q_OBJECT

public:
    WorkoutChart(const BuilderState &state, const Theme &theme, const WorkoutWords &words, QWidget *parent = nullptr);

    void setEditable(bool editable);
    void setUnrolled(bool unrolled); ///< repeats as often as they are done, or once
    [[nodiscard]] bool isUnrolled() const { return m_unrolled; }

    void select(const QList<int> &lines, int current); ///< without selected()
    [[nodiscard]] const QList<int> &selection() const { return m_selection; }
    [[nodiscard]] int current() const { return m_current; } ///< the line that keys act on; -1 without steps
    void choose(const QList<int> &lines, int current); ///< as a person does

    [[nodiscard]] const ChartLayout &chart() const { return m_layout; }
    [[nodiscard]] const BuilderState &state() const { return m_state; }
    [[nodiscard]] const WorkoutWords &words() const { return m_words; }
    [[nodiscard]] bool isDragging() const { return m_drag.has_value(); }
    void dropDrag(); ///< the workout becomes another one: what is under the hand is let go of
    [[nodiscard]] QString readout() const; ///< of the step under the pointer, or of the current one
    [[nodiscard]] QString blockName(int line) const; ///< for assistants

    // What keys, menus and buttons do to the selection
    void removeSelection();
    void duplicateSelection();
    void repeatSelection();
    void changeReps(int by);
    void changeDuration(int direction, bool fine);
    void changeIntensity(int direction, bool fine);
    void moveSelection(int direction);
    void toggleRamp();
    void setZone(int zone); ///< of the drawn family
    void copySelection();
    void paste();
    [[nodiscard]] workout::Gap gapBehindSelection() const; ///< where something new goes

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void selected(const QList<int> &lines, int current);
    void edited(const workout::Edited &edited); ///< one gesture
    void dragBegun();
    /// While an edge is dragged: replaces what was previewed before, and is meant for the text as it was then.
    void previewed(const workout::Edited &edited);
    void previewEnded(bool kept);
    void textWanted(int line);
    void readoutChanged();
    void menuRequested(const QPoint &globalPosition);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    /// What is under the hand, and everything as it was when it was taken.
    struct Drag {
        ChartHit hit;
        QPointF pressed;
        workout::Script script;
        workout::Shape shape;
        ChartPiece piece;
        ChartLayout::Units units;
        QList<int> lines; ///< of what is on its way elsewhere
        std::optional<ChartGap> target;
        bool moving = false; ///< far enough to be a drag
    };

    void refresh();
    void arrange();
    void updateHover(QPointF at);
    void press(const ChartHit &hit, Qt::KeyboardModifiers modifiers);
    void dragTo(QPointF at, Qt::KeyboardModifiers modifiers);
    void dragEdge(QPointF at, bool fine);
    [[nodiscard]] workout::Edited edgeEdit(QPointF at, bool fine) const;
    void endDrag(bool keep);
    void emitEdit(const workout::Edited &edited);
    [[nodiscard]] bool keyWithAlt(QKeyEvent *event);
    [[nodiscard]] bool keyWithControl(QKeyEvent *event);
    void step(int direction, bool extend);
    [[nodiscard]] QList<int> between(int one, int other) const;
    [[nodiscard]] QString dragHint() const;

    const BuilderState &m_state;
    const Theme &m_theme;
    const WorkoutWords &m_words;
    WorkoutPainter m_painter;
    ChartLayout m_layout;
    bool m_unrolled = true;
    bool m_editable = true;
    QList<int> m_selection;
    int m_current = -1;
    int m_anchor = -1; ///< where a range began
    ChartHit m_hover;
    QPointF m_pointer;
    std::optional<Drag> m_drag;
};

}
