// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workout/workoutchart.h"

#include "models/workout/editline.h"
#include "ui/workout/builderstate.h"
#include "ui/workout/workoutaccess.h"
#include "ui/workout/workoutgesture.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <algorithm>

using namespace Qt::StringLiterals;
using workout::Edited;

namespace ui {

WorkoutChart::WorkoutChart(const BuilderState &state, const Theme &theme, const WorkoutWords &words, QWidget *parent)
    : QWidget(parent)
    , m_state(state)
    , m_theme(theme)
    , m_words(words)
    , m_painter(theme, state, words)
{
    WorkoutAccess::install(); // first, for a name already makes assistants ask for the interface
    setObjectName(u"workout-chart"_s);
    setAccessibleName(tr("Workout chart"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&m_state, &BuilderState::changed, this, &WorkoutChart::refresh);
    connect(&m_theme, &Theme::changed, this, [this] {
        updateGeometry();
        arrange();
    });
}

QSize WorkoutChart::sizeHint() const
{
    return {m_theme.spacing(150), m_theme.spacing(80)};
}

QSize WorkoutChart::minimumSizeHint() const
{
    return {m_theme.spacing(70), m_theme.spacing(40)};
}

void WorkoutChart::setEditable(bool editable)
{
    m_editable = editable;
    update();
}

void WorkoutChart::setUnrolled(bool unrolled)
{
    m_unrolled = unrolled;
    arrange();
}

void WorkoutChart::refresh()
{
    const auto &script = m_state.script();
    m_selection.removeIf([&](int line) { return !script.placeOf(line); });
    if (!script.placeOf(m_current))
        m_current = m_selection.isEmpty() ? -1 : m_selection.first();
    arrange();
    WorkoutAccess::announceChange(*this);
    Q_EMIT readoutChanged();
}

void WorkoutChart::arrange()
{
    const auto units = m_drag && m_drag->moving ? std::optional(m_drag->units) : std::nullopt;
    m_layout = ChartLayout(m_state.shape(), m_painter.area(size()), m_unrolled, m_painter.metrics(), units);
    if (m_hover.piece >= int(m_layout.pieces().size()))
        m_hover = {};
    update();
}

void WorkoutChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void WorkoutChart::select(const QList<int> &lines, int current)
{
    if (m_selection == lines && m_current == current)
        return;
    m_selection = lines;
    std::ranges::sort(m_selection);
    m_current = current;
    m_anchor = current;
    update();
    WorkoutAccess::announceFocus(*this);
    Q_EMIT readoutChanged();
}

void WorkoutChart::choose(const QList<int> &lines, int current)
{
    const int anchor = m_anchor;
    select(lines, current);
    if (lines.size() > 1 && m_state.script().placeOf(anchor))
        m_anchor = anchor;
    Q_EMIT selected(m_selection, m_current);
}

QString WorkoutChart::readout() const
{
    const int line = m_hover.piece >= 0 ? m_layout.pieces()[size_t(m_hover.piece)].line : m_current;
    const auto *step = m_state.script().stepAt(line);
    const auto *shape = m_state.shapeAt(line);
    if (!step || !shape)
        return {};
    const QString facts = m_words.facts(*step, *shape, m_state.shape(), m_state.person());
    return m_hover.piece < 0 ? facts : m_words.from(facts, m_layout.pieces()[size_t(m_hover.piece)].startSecond);
}

QString WorkoutChart::blockName(int line) const
{
    const auto &script = m_state.script();
    const auto *place = script.placeOf(line);
    const auto *shape = m_state.shapeAt(line);
    if (!place || !shape)
        return {};
    const int number = int(place - script.places().data()) + 1;
    return m_words.spoken(script.step(*place),
        *shape,
        number,
        int(script.places().size()),
        script.block(place->block).reps,
        m_state.family());
}

void WorkoutChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Surface));
    ChartScene scene {m_layout, m_selection, m_current, m_hover.piece, hasFocus(), {}, {}, {}, {}};
    if (m_drag && m_drag->moving) {
        scene.pointer = m_pointer;
        scene.hint = dragHint();
        scene.dragged = m_drag->lines;
        if (m_drag->target)
            scene.insertion = m_drag->target->x;
    }
    m_painter.paint(painter, scene);
    if (m_state.shape().isEmpty()) {
        painter.setFont(m_theme.font(TextRole::Body));
        painter.setPen(m_theme.color(Token::TextSecond));
        painter.drawText(m_layout.plot(),
            Qt::AlignCenter | Qt::TextWordWrap,
            tr("No steps yet. Type the first one, such as “- 10m 60%”, or add one above."));
    }
}

void WorkoutChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_current < 0 && !m_state.script().places().empty()) {
        const int first = m_state.script().places().front().line;
        choose({first}, first);
    }
    update();
    WorkoutAccess::announceFocus(*this);
}

void WorkoutChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void WorkoutChart::emitEdit(const Edited &edited)
{
    if (m_editable && !edited.isEmpty())
        Q_EMIT this->edited(edited);
}

void WorkoutChart::removeSelection()
{
    if (m_selection.isEmpty())
        return;
    // The step that comes to stand there is the next to act on.
    const auto &script = m_state.script();
    Edited edited = workout::removeSteps(script, m_selection);
    const workout::Script after(workout::applied(script.text(), edited.changes));
    const auto *first = script.placeOf(m_selection.first());
    const auto index = first ? first - script.places().data() : 0;
    const auto count = qsizetype(after.places().size());
    if (count > 0)
        edited.lines = {after.places()[size_t(std::min<qsizetype>(index, count - 1))].line};
    emitEdit(edited);
}

void WorkoutChart::duplicateSelection()
{
    emitEdit(workout::duplicateSteps(m_state.script(), m_selection));
}

void WorkoutChart::repeatSelection()
{
    emitEdit(workout::wrapSteps(m_state.script(), m_selection, 2));
}

void WorkoutChart::changeReps(int by)
{
    const auto *place = m_state.script().placeOf(m_current);
    if (!place)
        return;
    const workout::Block &block = m_state.script().block(place->block);
    if (!block.repeat) {
        if (by > 0)
            repeatSelection();
        return;
    }
    Edited edited = workout::setReps(m_state.script(), place->block, block.reps + by);
    edited.lines = m_selection;
    emitEdit(edited);
}

void WorkoutChart::changeDuration(int direction, bool fine)
{
    QList<Edited> edits;
    for (const int line : std::as_const(m_selection)) {
        const auto *shape = m_state.shapeAt(line);
        if (!shape)
            continue;
        const WorkoutGesture gesture(m_state.script(), m_state.shape(), m_state.person(), line);
        // Downwards the smaller step counts, so that up and down meet the same values.
        const double step = WorkoutGesture::durationStep(direction < 0 ? shape->seconds - 1 : shape->seconds, fine);
        edits.append(gesture.lasting(shape->seconds + direction * step, fine));
    }
    Edited edited = workout::together(edits);
    edited.lines = m_selection;
    emitEdit(edited);
}

void WorkoutChart::changeIntensity(int direction, bool fine)
{
    QList<Edited> edits;
    for (const int line : std::as_const(m_selection)) {
        const auto *shape = m_state.shapeAt(line);
        const auto *step = m_state.script().stepAt(line);
        if (!shape || !step)
            continue;
        const WorkoutGesture gesture(m_state.script(), m_state.shape(), m_state.person(), line);
        const auto &target = workout::shownTarget(*step, m_state.family());
        if (target && workout::notationOf(target->unit) == workout::Notation::Zone) {
            workout::Target other = *target;
            const double highest = std::clamp<double>(double(m_state.shape().bounds.size()), 1, 7);
            other.start = std::clamp(other.start + direction, 1.0, highest);
            other.end = std::clamp(other.end + direction, 1.0, highest);
            edits.append(workout::setTarget(m_state.script(), line, other));
            continue;
        }
        const double by = direction * gesture.levelStep(fine);
        edits.append(gesture.raised(WorkoutGesture::End::Both, by, shape->middle() + by, fine));
    }
    Edited edited = workout::together(edits);
    edited.lines = m_selection;
    emitEdit(edited);
}

void WorkoutChart::moveSelection(int direction)
{
    if (m_selection.isEmpty())
        return;
    const auto &script = m_state.script();
    QList<workout::Gap> gaps;
    for (const ChartGap &gap : m_layout.gaps())
        gaps.append(gap.gap);
    const auto *first = script.placeOf(m_selection.first());
    const auto *last = script.placeOf(m_selection.last());
    if (!first || !last)
        return;
    if (direction < 0)
        std::ranges::reverse(gaps);
    const auto isBeyond = [&](const workout::Gap &gap) {
        if (direction < 0)
            return gap.block < first->block || (gap.block == first->block && (!gap.step || *gap.step <= first->step));
        return gap.block > last->block || (gap.block == last->block && gap.step && *gap.step > last->step);
    };
    for (const workout::Gap &gap : std::as_const(gaps)) {
        if (!isBeyond(gap))
            continue;
        if (const Edited edited = workout::moveSteps(script, m_selection, gap); !edited.isEmpty()) {
            emitEdit(edited);
            return;
        }
    }
}

void WorkoutChart::toggleRamp()
{
    QList<Edited> edits;
    for (const int line : std::as_const(m_selection)) {
        if (const auto *step = m_state.script().stepAt(line))
            edits.append(workout::setRamp(m_state.script(), line, !step->ramp));
    }
    Edited edited = workout::together(edits);
    edited.lines = m_selection;
    emitEdit(edited);
}

void WorkoutChart::setZone(int zone)
{
    if (zone > std::max<qsizetype>(5, m_state.shape().bounds.size()))
        return;
    const auto unit = workout::unitOf(m_state.family(), workout::Notation::Zone, m_state.person().settings);
    QList<Edited> edits;
    for (const int line : std::as_const(m_selection))
        edits.append(workout::setTarget(m_state.script(), line, {unit, double(zone), double(zone), {}, {}}));
    Edited edited = workout::together(edits);
    edited.lines = m_selection;
    emitEdit(edited);
}

void WorkoutChart::copySelection()
{
    if (!m_selection.isEmpty())
        QGuiApplication::clipboard()->setText(workout::textOf(m_state.script(), m_selection));
}

void WorkoutChart::paste()
{
    const QString text = QGuiApplication::clipboard()->text().left(workout::longestText);
    Edited edited = workout::insertText(m_state.script(), gapBehindSelection(), text);
    if (edited.isEmpty()) // a repeat cannot go into another one; behind it, it can
        edited = workout::insertText(m_state.script(), {gapBehindSelection().block + 1, {}}, text);
    emitEdit(edited);
}

workout::Gap WorkoutChart::gapBehindSelection() const
{
    const auto &script = m_state.script();
    const auto *place = m_selection.isEmpty() ? nullptr : script.placeOf(m_selection.last());
    if (!place)
        return {int(script.workout().blocks.size()), {}};
    const auto lines = script.linesOf(place->block);
    const bool whole = std::ranges::all_of(lines, [this](int line) { return m_selection.contains(line); });
    if (script.block(place->block).repeat && !whole)
        return {place->block, place->step + 1};
    return {place->block + 1, {}};
}

}
