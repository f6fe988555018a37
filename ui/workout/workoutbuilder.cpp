// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workout/workoutbuilder.h"

#include "models/domain/sport.h"
#include "models/workout/absolute.h"
#include "models/workout/edit.h"
#include "models/workout/editline.h"
#include "models/workout/editremedy.h"
#include "ui/activities/activitytiles.h"
#include "ui/activities/zonepanel.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/pillbutton.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/toolbutton.h"
#include "ui/workout/outlookcard.h"
#include "ui/workout/problemlist.h"
#include "ui/workout/workoutchart.h"
#include "ui/workout/workoutedit.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>
#include <algorithm>

using namespace Qt::StringLiterals;
using workout::Family;
using workout::Notation;

namespace ui {

WorkoutBuilder::WorkoutBuilder(Theme &theme, const QLocale &locale, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_words(locale)
    , m_workoutWords(locale)
{
    setObjectName(u"workout-builder"_s);
    build();
    connectParts();
    applyTheme();
}

WorkoutBuilder::~WorkoutBuilder() = default;

void WorkoutBuilder::setSports(const QList<domain::SportSettings> &sports)
{
    m_sports = sports;
    readHead();
}

void WorkoutBuilder::setMiles(bool miles)
{
    m_words.setMiles(miles);
    showFigures();
}

void WorkoutBuilder::open(const Draft &draft)
{
    settle();
    m_draft = draft;
    m_confirmedLoad.reset();
    fillHead(draft);
    readHead();
    m_text->setWorkout(draft.description);
    m_opened = this->draft();
    showFigures();
    showTools();
}

void WorkoutBuilder::replace(const Draft &draft, As as)
{
    settle();
    m_draft.day = draft.day;
    fillHead(draft);
    const workout::Script &script = m_state.script();
    if (draft.description != m_text->workout())
        apply({{{0, script.text().size(), draft.description}}, {}});
    readHead();
    if (as == As::Saved)
        m_opened = this->draft();
    Q_EMIT changed();
}

Draft WorkoutBuilder::draft() const
{
    Draft draft = m_draft;
    draft.description = m_text->workout();
    return draft;
}

void WorkoutBuilder::setSaved()
{
    m_opened = draft();
}

void WorkoutBuilder::setReadOnly(const QString &reason)
{
    m_readOnly = !reason.isEmpty();
    m_note->setText(reason);
    m_note->setVisible(m_readOnly);
    m_text->setReadOnly(m_readOnly);
    m_chart->setEditable(!m_readOnly);
    for (QWidget *widget :
        std::initializer_list<QWidget *> {m_name, m_sport, m_indoor, m_target, m_adjustButton, m_add, m_notation})
        widget->setEnabled(!m_readOnly);
    showTools();
}

void WorkoutBuilder::setConfirmedLoad(std::optional<int> load)
{
    m_confirmedLoad = load;
    showFigures();
}

void WorkoutBuilder::setOutlook(const std::optional<Outlook> &outlook)
{
    m_outlook->setOutlook(outlook);
}

void WorkoutBuilder::settle()
{
    m_chart->dropDrag();
    m_adjust->finish(true);
    m_text->endPreview(true);
    m_text->completer()->popup()->hide();
}

void WorkoutBuilder::fillHead(const Draft &draft)
{
    const QScopedValueRollback filling(m_filling, true);
    m_name->setText(draft.name);
    m_name->setCursorPosition(0);
    if (m_sport->findData(draft.type) < 0)
        m_sport->addItem(m_words.sport(draft.type), draft.type);
    m_sport->setCurrentIndex(m_sport->findData(draft.type));
    m_indoor->setChecked(draft.indoor || domain::isVirtual(draft.type));
    m_target->setCurrentIndex(std::max(0, m_target->findData(draft.target)));
}

/// Takes over what the fields at the top say and reads the text anew with the sport's settings.
void WorkoutBuilder::readHead()
{
    m_draft.name = m_name->text();
    m_draft.type = m_sport->currentData().toString();
    const bool isVirtual = domain::isVirtual(m_draft.type); // indoors whatever the box says
    m_indoor->setEnabled(!isVirtual && !m_readOnly);
    if (!isVirtual)
        m_draft.indoor = m_indoor->isChecked();
    const QString target = m_target->currentData().toString();
    if (target != u"AUTO"_s || !m_draft.target.isEmpty())
        m_draft.target = target;
    const auto settings = domain::settingsFor(m_draft.type, m_sports).value_or(domain::SportSettings {});
    m_state.setPerson(settings, {.type = m_draft.type, .indoor = m_draft.indoor, .target = m_draft.target});
}

void WorkoutBuilder::apply(const workout::Edited &edited)
{
    if (m_readOnly || edited.isEmpty())
        return;
    m_adjust->finish(true); // what it shows is meant for the text as it was
    m_text->apply(edited);
}

void WorkoutBuilder::showFigures()
{
    const workout::Resolved &figures = m_state.figures();
    const items::Figures words(m_words.locale(), m_words.metresPerUnit() > 1000);
    const auto family = domain::familyOf(m_draft.type);
    const bool any = !m_state.script().workout().isEmpty();
    const bool confirmed = m_confirmedLoad && !isChanged();
    const auto load = confirmed ? m_confirmedLoad : figures.load;
    items::Figure shown = words.plain(load ? std::optional(double(*load)) : std::nullopt);
    if (load && !confirmed)
        shown.value.prepend(u'~');
    const bool metres = any && figures.metres > 0;
    QList<ActivityTiles::Tile> tiles {
        {tr("Time"),
            any ? items::Figures::duration(figures.duration) : items::Figure {items::Figures::none(), {}},
            any ? WorkoutWords::steps(m_state.shape().steps()) : QString()},
        {tr("Load"),
            shown,
            confirmed  ? QString()
                : load ? tr("estimated here")
                       : QString()},
        {tr("Intensity"),
            words.percent(any ? figures.intensityPercent : std::nullopt),
            figures.family ? m_workoutWords.threshold(m_state.shape(), m_state.person()) : QString()},
        {tr("Distance"), words.distance(metres ? std::optional(figures.metres) : std::nullopt, family), {}}};
    if (figures.family == Family::Power) {
        tiles << ActivityTiles::Tile {tr("Norm. power"),
            words.plain(figures.normalizedWatts, u"W"_s),
            tr("avg %1", "average power").arg(words.plain(figures.averageWatts, u"W"_s).text())};
        tiles << ActivityTiles::Tile {tr("Work"),
            words.kilojoules(figures.joules),
            figures.joulesAboveFtp > 0 ? tr("%1 above FTP").arg(words.kilojoules(figures.joulesAboveFtp).value)
                                       : QString()};
    }
    m_tiles->setTiles(tiles);
    QList<int> seconds;
    for (const auto &[zone, time] : figures.zoneSeconds) {
        if (zone.startsWith(u'Z'))
            seconds.append(time);
    }
    while (!seconds.isEmpty() && seconds.last() == 0)
        seconds.removeLast();
    for (qsizetype i = 0; i < m_zones.size(); ++i)
        m_zones.at(i)->setSeconds(figures.family && int(*figures.family) == i ? seconds : QList<int>());
    showNotation();
    Q_EMIT changed();
}

void WorkoutBuilder::showNotation()
{
    const Family family = m_state.family();
    const QStringList words {tr("%"),
        family == Family::Power           ? tr("W")
            : family == Family::HeartRate ? tr("bpm")
                                          : tr("Pace"),
        tr("Zones")};
    if (m_notation->count() == 0 || m_notation->text(1) != words.at(1))
        m_notation->setSegments(words);
    std::optional<Notation> common;
    bool mixed = false;
    for (const auto &place : m_state.script().places()) {
        const auto &target = workout::targetOf(m_state.script().step(place), family);
        if (!target)
            continue;
        const Notation notation = workout::notationOf(target->unit);
        mixed = mixed || (common && *common != notation);
        common = notation;
    }
    m_notation->setCurrentIndex(common && !mixed ? int(*common) : -1);
}

void WorkoutBuilder::showTools()
{
    const QList<int> &lines = m_chart->selection();
    const auto &script = m_state.script();
    const bool some = !lines.isEmpty() && !m_readOnly;
    m_duplicate->setEnabled(some);
    m_remove->setEnabled(some);
    m_repeat->setEnabled(some && !workout::wrapSteps(script, lines, 2).isEmpty());
    m_undo->setEnabled(!m_readOnly && m_text->document()->isUndoAvailable());
    m_redo->setEnabled(!m_readOnly && m_text->document()->isRedoAvailable());
    showReadout();
}

void WorkoutBuilder::showReadout()
{
    const QString facts = m_chart->readout();
    const bool idle = facts.isEmpty() && !m_readOnly && !m_state.script().places().empty();
    m_readout->setText(idle ? tr("Pull at an edge to change a step, take a block to move it") : facts);
}

void WorkoutBuilder::convert(Notation notation)
{
    workout::Edited edited = workout::convertTargets(m_state.script(), m_state.family(), notation, m_state.person());
    edited.lines = m_chart->selection();
    apply(edited);
    showNotation();
}

QStringList WorkoutBuilder::presetLines(int kind) const
{
    const Family family = m_state.family();
    const workout::Unit unit = workout::unitOf(family, Notation::Percent, m_state.person().settings);
    const bool power = family == Family::Power;
    const auto level = [&](double start, double end) {
        return workout::written(workout::Target {unit, start, end, {}, {}});
    };
    const auto steady = [&](double watts, double other) { return level(power ? watts : other, power ? watts : other); };
    switch (kind) {
    case 0:
        return {u"- 10m "_s + steady(65, 75)};
    case 1:
        return {u"- 10m ramp "_s + level(power ? 50 : 65, power ? 75 : 80)};
    case 2:
        return {u"4x"_s, u"- 4m "_s + steady(105, 98), u"- 3m "_s + steady(55, 70)};
    case 3:
        return {u"- 5m "_s + steady(50, 65)};
    case 4:
        return {u"Warmup"_s, u"- 15m ramp "_s + level(power ? 45 : 60, power ? 75 : 80)};
    case 5:
        return {u"Cooldown"_s, u"- 10m ramp "_s + level(power ? 60 : 75, power ? 40 : 60)};
    default:
        return {u"- 15m freeride"_s};
    }
}

void WorkoutBuilder::addStep(int kind)
{
    const auto &script = m_state.script();
    const QStringList lines = presetLines(kind);
    workout::Gap gap = m_chart->gapBehindSelection();
    if (kind == 4)
        gap = {0, {}};
    else if (kind == 5)
        gap = {int(script.workout().blocks.size()), {}};
    if (lines.size() > 1 && gap.step)
        gap = {gap.block + 1, {}};
    apply(workout::insertText(script, gap, lines.join(u'\n')));
    m_chart->setFocus(Qt::OtherFocusReason);
}

void WorkoutBuilder::connectParts()
{
    const auto preview = [this](const workout::Edited &edited) { m_text->preview(edited); };
    const auto endPreview = [this](bool keep) {
        m_text->endPreview(keep);
        showTools();
    };
    connect(&m_state, &BuilderState::changed, this, &WorkoutBuilder::showFigures);
    connect(m_chart, &WorkoutChart::edited, this, &WorkoutBuilder::apply);
    connect(m_chart, &WorkoutChart::dragBegun, m_adjust, [this] { m_adjust->finish(true); });
    connect(m_text, &WorkoutEdit::typed, m_adjust, [this] { m_adjust->finish(true); });
    connect(m_chart, &WorkoutChart::previewed, this, preview);
    connect(m_chart, &WorkoutChart::previewEnded, this, endPreview);
    connect(m_adjust, &AdjustBar::previewed, this, preview);
    connect(m_adjust, &AdjustBar::previewEnded, this, endPreview);
    connect(m_adjust, &AdjustBar::focusGiven, this, [this] { m_chart->setFocus(Qt::OtherFocusReason); });
    connect(m_chart, &WorkoutChart::selected, m_text, &WorkoutEdit::markLines);
    connect(m_chart, &WorkoutChart::selected, this, &WorkoutBuilder::showTools);
    connect(m_text, &WorkoutEdit::linesChosen, m_chart, &WorkoutChart::select);
    connect(m_text, &WorkoutEdit::linesChosen, this, &WorkoutBuilder::showTools);
    connect(m_chart, &WorkoutChart::readoutChanged, this, &WorkoutBuilder::showReadout);
    connect(m_chart, &WorkoutChart::textWanted, m_text, &WorkoutEdit::goToLine);
    connect(m_chart, &WorkoutChart::menuRequested, this, &WorkoutBuilder::showStepMenu);
    connect(m_text->document(), &QTextDocument::undoAvailable, this, &WorkoutBuilder::showTools);
    connect(m_text->document(), &QTextDocument::redoAvailable, this, &WorkoutBuilder::showTools);
    connect(m_problems, &ProblemList::lineWanted, m_text, &WorkoutEdit::goToLine);
    connect(m_problems, &ProblemList::remedyWanted, this, [this](const workout::Warning &warning) {
        apply(workout::remedy(m_state.script(), warning));
    });
    const auto head = [this] {
        if (!m_filling)
            readHead();
    };
    connect(m_name, &QLineEdit::textChanged, this, [this] {
        if (m_filling)
            return;
        m_draft.name = m_name->text();
        Q_EMIT changed();
    });
    connect(m_sport, &QComboBox::currentIndexChanged, this, head);
    connect(m_target, &QComboBox::currentIndexChanged, this, head);
    connect(m_indoor, &QCheckBox::toggled, this, head);
    connect(m_notation, &SegmentedControl::activated, this, [this](int index) {
        if (index >= 0)
            convert(Notation(index));
    });
    connect(m_fold, &PillButton::toggled, this, [this](bool once) { m_chart->setUnrolled(!once); });
    connect(&m_theme, &Theme::changed, this, &WorkoutBuilder::applyTheme);
}

bool WorkoutBuilder::event(QEvent *event)
{
    // Undo and redo belong to the workout as long as it is open; the window's own wait for it to be saved.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void WorkoutBuilder::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo)) {
        m_text->undo();
    } else if (event->matches(QKeySequence::Redo)) {
        m_text->redo();
    } else if (event->key() == Qt::Key_Escape
        || (event->key() == Qt::Key_Return && event->modifiers() & Qt::ControlModifier)) {
        Q_EMIT doneWanted();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void WorkoutBuilder::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.color(Token::Window));
}

}
