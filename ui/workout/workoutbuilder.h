// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/sportsettings.h"
#include "ui/calendar/calendarwords.h"
#include "ui/workout/adjustbar.h"
#include "ui/workout/builderstate.h"
#include "ui/workout/draft.h"
#include "ui/workout/workoutwords.h"

#include <QWidget>
#include <optional>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QMenu;
class QPushButton;
class QVBoxLayout;

namespace ui {

class ElidedLabel;
class OutlookCard;
class PillButton;
class ProblemList;
class SegmentedControl;
class TextLabel;
class TileRow;
class ToolButton;
class WorkoutChart;
class WorkoutEdit;
class ZoneCard;
struct Outlook;

/// One workout with its text and its chart side by side, its figures and its head. It knows a draft and nothing of
/// where that came from or goes to.
class WorkoutBuilder : public QWidget
{
    Q_OBJECT

public:
    WorkoutBuilder(Theme &theme, const QLocale &locale, QWidget *parent = nullptr);
    ~WorkoutBuilder() override;

    void setSports(const QList<domain::SportSettings> &sports);
    void setMiles(bool miles);
    void open(const Draft &draft); ///< another workout
    enum class As { Saved, Typed };
    /// The same workout, as it became elsewhere or as it was once typed; one step of undo.
    void replace(const Draft &draft, As as = As::Saved);
    [[nodiscard]] Draft draft() const;
    [[nodiscard]] const Draft &opened() const { return m_opened; } ///< what draft() said when nothing was changed yet
    [[nodiscard]] bool isChanged() const { return draft() != m_opened; }
    void setDay(QDate day) { m_draft.day = m_opened.day = day; } ///< it was moved elsewhere
    void setSaved(); ///< from now on changed means: other than it is now
    void setReadOnly(const QString &reason); ///< empty: it can be changed
    void setConfirmedLoad(std::optional<int> load); ///< the service's own, shown as long as nothing is changed
    void setOutlook(const std::optional<Outlook> &outlook);
    void settle(); ///< ends whatever is half done: a preview, an open list of words

    [[nodiscard]] const BuilderState &state() const { return m_state; }
    [[nodiscard]] WorkoutEdit &text() { return *m_text; }
    [[nodiscard]] WorkoutChart &chart() { return *m_chart; }
    [[nodiscard]] AdjustBar &adjustBar() { return *m_adjust; }
    void addStep(int kind); ///< of the menu "Add", from 0

Q_SIGNALS:
    void changed(); ///< the draft did, or its figures
    void doneWanted();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void buildHead(QVBoxLayout *into);
    [[nodiscard]] QWidget *buildText();
    [[nodiscard]] QWidget *buildChart();
    void buildTools(QHBoxLayout *into);
    void buildAddMenu(QMenu *menu);
    void buildAdjustMenu(QMenu *menu);
    void showStepMenu(const QPoint &at);
    void connectParts();
    void applyTheme();
    void readHead();
    void fillHead(const Draft &draft);
    void showFigures();
    void showNotation();
    void showTools();
    void showReadout();
    void convert(workout::Notation notation);
    void apply(const workout::Edited &edited);
    [[nodiscard]] QStringList presetLines(int kind) const;

    Theme &m_theme;
    CalendarWords m_words;
    WorkoutWords m_workoutWords;
    QList<domain::SportSettings> m_sports;
    BuilderState m_state;
    Draft m_opened;
    Draft m_draft; ///< all but the text
    std::optional<int> m_confirmedLoad;
    bool m_filling = false;
    bool m_readOnly = false;

    QWidget *m_head = nullptr;
    ToolButton *m_back = nullptr;
    QLineEdit *m_name = nullptr;
    QComboBox *m_sport = nullptr;
    QCheckBox *m_indoor = nullptr;
    QComboBox *m_target = nullptr;
    ToolButton *m_undo = nullptr;
    ToolButton *m_redo = nullptr;
    QPushButton *m_adjustButton = nullptr;
    QPushButton *m_done = nullptr;
    TextLabel *m_note = nullptr;
    AdjustBar *m_adjust = nullptr;
    TileRow *m_tiles = nullptr;
    WorkoutEdit *m_text = nullptr;
    ProblemList *m_problems = nullptr;
    QPushButton *m_add = nullptr;
    ToolButton *m_repeat = nullptr;
    ToolButton *m_duplicate = nullptr;
    ToolButton *m_remove = nullptr;
    ElidedLabel *m_readout = nullptr;
    SegmentedControl *m_notation = nullptr;
    PillButton *m_fold = nullptr;
    WorkoutChart *m_chart = nullptr;
    QList<ZoneCard *> m_zones; ///< in the order of workout::Family
    OutlookCard *m_outlook = nullptr;
};

}
