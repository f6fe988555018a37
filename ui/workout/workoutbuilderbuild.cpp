// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/sport.h"
#include "ui/activities/activitytiles.h"
#include "ui/activities/zonepanel.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/pillbutton.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/toolbutton.h"
#include "ui/workout/outlookcard.h"
#include "ui/workout/problemlist.h"
#include "ui/workout/workoutbuilder.h"
#include "ui/workout/workoutchart.h"
#include "ui/workout/workoutedit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>

using namespace Qt::StringLiterals;
using workout::Family;
using workout::Notation;

namespace ui {

namespace {

void tint(QWidget *widget, QPalette::ColorRole role, const QColor &color)
{
    QPalette colors = widget->palette();
    colors.setColor(role, color);
    widget->setPalette(colors);
}

QWidget *panel()
{
    auto *panel = new QWidget;
    panel->setAutoFillBackground(true);
    return panel;
}

}

void WorkoutBuilder::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    buildHead(column);
    m_note = new TextLabel(m_theme, TextRole::Body, Token::TextSecond);
    m_note->setContentsMargins(m_theme.spacing(4), m_theme.spacing(2), m_theme.spacing(4), m_theme.spacing(2));
    m_note->setWrapped(true);
    m_note->hide();
    column->addWidget(m_note);
    m_tiles = new TileRow(m_theme);
    column->addWidget(m_tiles);
    m_adjust = new AdjustBar(m_state, m_theme);
    column->addWidget(m_adjust);
    auto *sides = new QSplitter(Qt::Horizontal);
    sides->setObjectName(u"workout-sides"_s);
    sides->setHandleWidth(1);
    sides->setChildrenCollapsible(false);
    sides->addWidget(buildText());
    sides->addWidget(buildChart());
    sides->setStretchFactor(1, 1);
    sides->setSizes({m_theme.spacing(92), m_theme.spacing(230)});
    column->addWidget(sides, 1);
}

void WorkoutBuilder::buildHead(QVBoxLayout *into)
{
    m_head = panel();
    auto *row = new QHBoxLayout(m_head);
    row->setContentsMargins(m_theme.spacing(2), m_theme.spacing(2), m_theme.spacing(4), m_theme.spacing(2));
    row->setSpacing(m_theme.spacing(2));
    m_back = new ToolButton(m_theme, u"chevron-left"_s, tr("Back, keeping what was done (Esc)"));
    connect(m_back, &ToolButton::clicked, this, &WorkoutBuilder::doneWanted);
    m_name = new QLineEdit;
    m_name->setObjectName(u"workout-name"_s);
    m_name->setAccessibleName(tr("Name"));
    m_name->setPlaceholderText(tr("Name of the workout"));
    m_name->setFont(m_theme.font(TextRole::Section));
    m_name->setMinimumWidth(m_theme.spacing(40));
    m_sport = new QComboBox;
    m_sport->setObjectName(u"workout-sport"_s);
    m_sport->setAccessibleName(tr("Sport"));
    for (const QString &sport : domain::knownSports())
        m_sport->addItem(m_words.sport(sport), sport);
    m_sport->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_sport->setMinimumContentsLength(12);
    m_indoor = new QCheckBox(tr("Indoor"));
    m_indoor->setObjectName(u"workout-indoor"_s);
    m_target = new QComboBox;
    m_target->setObjectName(u"workout-target"_s);
    m_target->setAccessibleName(tr("Which targets count"));
    m_target->setToolTip(tr("Which targets count where steps have several"));
    for (const auto &[text, name] : {std::pair {tr("Targets: auto"), u"AUTO"_s},
             {tr("Targets: power"), u"POWER"_s},
             {tr("Targets: heart rate"), u"HR"_s},
             {tr("Targets: pace"), u"PACE"_s}})
        m_target->addItem(text, name);
    m_undo = new ToolButton(m_theme, u"undo"_s, tr("Undo (Ctrl+Z)"));
    m_redo = new ToolButton(m_theme, u"redo"_s, tr("Redo (Ctrl+Shift+Z)"));
    connect(m_undo, &ToolButton::clicked, this, [this] { m_text->undo(); });
    connect(m_redo, &ToolButton::clicked, this, [this] { m_text->redo(); });
    m_adjustButton = new QPushButton(tr("Adjust"));
    m_adjustButton->setObjectName(u"workout-adjust-menu"_s);
    auto *menu = new QMenu(m_adjustButton);
    buildAdjustMenu(menu);
    m_adjustButton->setMenu(menu);
    m_done = new QPushButton(tr("Done"));
    m_done->setObjectName(u"workout-done"_s);
    m_done->setProperty("primary", true);
    connect(m_done, &QPushButton::clicked, this, &WorkoutBuilder::doneWanted);
    row->addWidget(m_back);
    row->addWidget(m_name, 1);
    row->addWidget(m_sport);
    row->addWidget(m_indoor);
    row->addWidget(m_target);
    row->addWidget(m_undo);
    row->addWidget(m_redo);
    row->addWidget(m_adjustButton);
    row->addWidget(m_done);
    into->addWidget(m_head);
}

QWidget *WorkoutBuilder::buildText()
{
    auto *left = panel();
    left->setObjectName(u"workout-text-side"_s);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins({});
    column->setSpacing(0);
    m_text = new WorkoutEdit(m_state, m_theme);
    m_text->setMinimumWidth(m_theme.spacing(60));
    m_problems = new ProblemList(m_state, m_theme);
    column->addWidget(m_text, 1);
    column->addWidget(m_problems);
    return left;
}

QWidget *WorkoutBuilder::buildChart()
{
    auto *right = panel();
    right->setObjectName(u"workout-chart-side"_s);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins({});
    column->setSpacing(0);
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(m_theme.spacing(4), m_theme.spacing(2), m_theme.spacing(4), m_theme.spacing(1));
    tools->setSpacing(m_theme.spacing(2));
    buildTools(tools);
    column->addLayout(tools);
    m_chart = new WorkoutChart(m_state, m_theme, m_workoutWords);
    column->addWidget(m_chart, 1);
    auto *below = new QHBoxLayout;
    below->setContentsMargins(m_theme.spacing(3), m_theme.spacing(3), m_theme.spacing(3), m_theme.spacing(3));
    below->setSpacing(m_theme.spacing(3));
    for (const Family family : {Family::Power, Family::HeartRate, Family::Pace}) {
        auto *zones = new ZoneCard(m_theme, WorkoutWords::family(family));
        zones->hide();
        m_zones.append(zones);
        below->addWidget(zones, 3);
    }
    m_outlook = new OutlookCard(m_theme, m_words.locale());
    m_outlook->setMaximumWidth(m_theme.spacing(80));
    below->addWidget(m_outlook, 2);
    below->addStretch(0);
    column->addLayout(below);
    return right;
}

void WorkoutBuilder::buildTools(QHBoxLayout *into)
{
    m_add = new QPushButton(tr("Add"));
    m_add->setObjectName(u"workout-add"_s);
    m_add->setIcon(m_theme.icon(u"plus"_s));
    auto *menu = new QMenu(m_add);
    buildAddMenu(menu);
    m_add->setMenu(menu);
    m_repeat = new ToolButton(m_theme, u"sync"_s, tr("Repeat the chosen steps (+)"));
    m_duplicate = new ToolButton(m_theme, u"copy"_s, tr("Duplicate (Ctrl+D)"));
    m_remove = new ToolButton(m_theme, u"trash"_s, tr("Delete (Del)"));
    connect(m_repeat, &ToolButton::clicked, this, [this] { m_chart->repeatSelection(); });
    connect(m_duplicate, &ToolButton::clicked, this, [this] { m_chart->duplicateSelection(); });
    connect(m_remove, &ToolButton::clicked, this, [this] { m_chart->removeSelection(); });
    m_readout = new ElidedLabel(m_theme, TextRole::Body, Token::TextSecond);
    m_readout->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_notation = new SegmentedControl(m_theme, SegmentedControl::Look::Switch);
    m_notation->setAccessibleName(tr("How targets are written"));
    m_notation->setToolTip(tr("How targets are written"));
    m_fold = new PillButton(m_theme, tr("Repeats once"));
    m_fold->setCheckable(true);
    m_fold->setToolTip(tr("Draw each repeat once"));
    for (QWidget *tool : std::initializer_list<QWidget *> {m_add, m_repeat, m_duplicate, m_remove})
        into->addWidget(tool);
    into->addWidget(m_readout, 1);
    into->addWidget(m_fold);
    into->addWidget(m_notation);
}

void WorkoutBuilder::buildAddMenu(QMenu *menu)
{
    const QStringList kinds {
        tr("Steady"), tr("Ramp"), tr("Intervals"), tr("Recovery"), tr("Warm-up"), tr("Cool-down"), tr("Free ride")};
    for (int kind = 0; kind < kinds.size(); ++kind) {
        if (kind == 4)
            menu->addSeparator();
        menu->addAction(kinds.at(kind), this, [this, kind] { addStep(kind); });
    }
}

void WorkoutBuilder::buildAdjustMenu(QMenu *menu)
{
    using Kind = AdjustBar::Kind;
    const auto chosen = [this] { return m_chart->selection().size() > 1 ? m_chart->selection() : QList<int>(); };
    menu->addAction(tr("Scale durations…"), this, [this, chosen] { m_adjust->open(Kind::ScaleDurations, chosen()); });
    menu->addAction(
        tr("Scale intensities…"), this, [this, chosen] { m_adjust->open(Kind::ScaleIntensities, chosen()); });
    menu->addSeparator();
    menu->addAction(tr("Fit to a load by duration…"), this, [this] { m_adjust->open(Kind::FitLoadByDuration, {}); });
    menu->addAction(tr("Fit to a load by intensity…"), this, [this] { m_adjust->open(Kind::FitLoadByIntensity, {}); });
    menu->addAction(tr("Fit to a duration…"), this, [this] { m_adjust->open(Kind::FitDuration, {}); });
    menu->addSeparator();
    const auto rewrite
        = [this](Family family) { apply(workout::switchFamily(m_state.script(), family, m_state.person())); };
    menu->addAction(tr("Rewrite targets for power"), this, [rewrite] { rewrite(Family::Power); });
    menu->addAction(tr("Rewrite targets for heart rate"), this, [rewrite] { rewrite(Family::HeartRate); });
    menu->addAction(tr("Rewrite targets for pace"), this, [rewrite] { rewrite(Family::Pace); });
}

void WorkoutBuilder::showStepMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QList<int> lines = m_chart->selection();
    if (!lines.isEmpty()) {
        const auto *place = m_state.script().placeOf(m_chart->current());
        const auto *step = m_state.script().stepAt(m_chart->current());
        menu->addAction(tr("Edit the text"), this, [this] { m_text->goToLine(m_chart->current()); });
        menu->addAction(tr("Duplicate"), m_chart, &WorkoutChart::duplicateSelection);
        QAction *ramp = menu->addAction(tr("Ramp"), m_chart, &WorkoutChart::toggleRamp);
        ramp->setCheckable(true);
        ramp->setChecked(step && step->ramp);
        if (place && m_state.script().block(place->block).repeat) {
            menu->addSeparator();
            menu->addAction(tr("One repetition more"), this, [this] { m_chart->changeReps(1); });
            menu->addAction(tr("One repetition less"), this, [this] { m_chart->changeReps(-1); });
            menu->addAction(tr("No repeat"), this, [this, block = place->block] {
                apply(workout::unwrap(m_state.script(), block));
            });
        } else {
            menu->addAction(tr("Repeat"), m_chart, &WorkoutChart::repeatSelection)->setEnabled(m_repeat->isEnabled());
        }
        menu->addSeparator();
        menu->addAction(tr("Delete"), m_chart, &WorkoutChart::removeSelection);
        menu->addSeparator();
    }
    auto *add = menu->addMenu(tr("Add"));
    buildAddMenu(add);
    menu->popup(at);
}

void WorkoutBuilder::applyTheme()
{
    tint(m_head, QPalette::Window, m_theme.color(Token::Surface));
    for (QWidget *side : findChildren<QWidget *>()) {
        if (side->objectName() == "workout-text-side"_L1)
            tint(side, QPalette::Window, m_theme.color(Token::Surface));
        else if (side->objectName() == "workout-chart-side"_L1)
            tint(side, QPalette::Window, m_theme.color(Token::Surface));
        else if (side->objectName() == "workout-sides"_L1)
            tint(side, QPalette::Window, m_theme.color(Token::Line));
    }
    m_name->setFont(m_theme.font(TextRole::Section));
}

}
