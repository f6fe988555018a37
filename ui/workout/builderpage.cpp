// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workout/builderpage.h"

#include "models/store/workoutdrafts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagebar.h"
#include "ui/workout/outlookcard.h"
#include "ui/workout/workoutbuilder.h"
#include "ui/workout/workoutedit.h"

#include <QApplication>
#include <QScopedValueRollback>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr std::chrono::seconds keptWithin(1);

const QString conflictKey = u"workout-conflict"_s;
const QString typedKey = u"workout-typed"_s;

domain::Event eventOf(const Draft &draft)
{
    domain::Event event;
    event.name = draft.name;
    event.type = draft.type;
    event.indoor = draft.indoor;
    event.description = draft.description;
    event.target = draft.target;
    return event;
}

}

BuilderPage::BuilderPage(store::Store &store, Theme &theme, const QLocale &locale, QWidget *parent)
    : Page(parent)
    , m_store(store)
    , m_builder(new WorkoutBuilder(theme, locale))
    , m_messages(new MessageBar(theme))
{
    setObjectName(u"builder-page"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_messages);
    column->addWidget(m_builder, 1);
    connect(m_builder, &WorkoutBuilder::doneWanted, this, &BuilderPage::done);
    connect(m_builder, &WorkoutBuilder::changed, this, &BuilderPage::showOutlook);
    m_keep.setSingleShot(true);
    m_keep.setInterval(keptWithin);
    connect(&m_keep, &QTimer::timeout, this, &BuilderPage::keepTyped);
    connect(m_builder, &WorkoutBuilder::changed, this, [this] {
        if (m_work && !m_keep.isActive())
            m_keep.start();
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, const QWidget *now) {
        if (m_keep.isActive() && !isAncestorOf(now))
            keepTyped();
    });
    connect(&m_store, &store::Store::changed, this, [this](const store::Change &change) {
        if (m_work && m_work->kind() == store::Kind::Event && (change.everything || change.ids.contains(m_work->id())))
            followStore();
    });
    connect(&m_store, &store::Store::libraryChanged, this, [this] {
        if (m_work && m_work->kind() == store::Kind::Workout)
            followStore();
    });
    connect(&m_store, &store::Store::settingsChanged, this, [this] {
        m_builder->setSports(m_store.sports());
        m_builder->setMiles(m_store.athlete().usesMiles());
    });
}

BuilderPage::~BuilderPage() = default;

QString BuilderPage::title() const
{
    return tr("Workout");
}

void BuilderPage::activated()
{
    m_builder->text().setFocus(Qt::OtherFocusReason);
}

void BuilderPage::open(const domain::LocalId &id)
{
    take(store::Kind::Event, id);
}

void BuilderPage::openTemplate(const domain::LocalId &id)
{
    take(store::Kind::Workout, id);
}

void BuilderPage::take(store::Kind kind, const domain::LocalId &id)
{
    if (m_work && !commit())
        return;
    auto work = BuiltWorkout::open(m_store, kind, id);
    if (!work) {
        Q_EMIT failed(work.error());
        return;
    }
    m_work = *std::move(work);
    m_given = m_work->read().value();
    const auto summary = plannedSummary();
    QString lock;
    if (const auto event = m_store.event(id); summary && event && event->athleteCannotEdit)
        lock = tr("Your coach has locked this workout; it can be looked at, not changed.");
    else if (summary && (summary->readOnly || (event && event->structureReadOnly)))
        lock = tr("This workout can be looked at, not changed.");
    present(lock);
    if (summary && summary->mark == store::Mark::Synced)
        m_builder->setConfirmedLoad(summary->load);
    takeUpTyped();
    showOutlook();
}

void BuilderPage::present(const QString &readOnly)
{
    m_messages->dismiss(conflictKey);
    m_messages->dismiss(typedKey);
    m_readOnly = !readOnly.isEmpty();
    m_builder->setSports(m_store.sports());
    m_builder->setMiles(m_store.athlete().usesMiles());
    m_builder->open(m_given);
    m_builder->setReadOnly(readOnly);
}

std::optional<store::Summary> BuilderPage::plannedSummary() const
{
    return m_work && m_work->kind() == store::Kind::Event ? m_store.summary(m_work->id()) : std::nullopt;
}

void BuilderPage::keepTyped()
{
    m_keep.stop();
    if (!m_work || m_readOnly)
        return;
    if (!m_builder->isChanged())
        return dropTyped();
    const auto typed = domain::difference(eventOf(m_builder->opened()), eventOf(m_builder->draft()));
    store::WorkoutDrafts drafts(m_store.database());
    if (const auto known = drafts.of(m_work->id()); known && known->typed == typed)
        return;
    if (const auto kept = drafts.keep({m_work->id(), m_work->kind(), m_given.name, typed, m_store.clock().now()});
        !kept)
        Q_EMIT failed(kept.error());
}

void BuilderPage::dropTyped()
{
    m_keep.stop();
    m_messages->dismiss(typedKey);
    if (!m_readOnly)
        store::WorkoutDrafts(m_store.database()).drop(m_work->id());
}

void BuilderPage::takeUpTyped()
{
    const auto kept = m_readOnly ? std::nullopt : store::WorkoutDrafts(m_store.database()).of(m_work->id());
    if (!kept)
        return;
    const auto event
        = domain::fromJson<domain::Event>(kept->typed.applied(domain::toJson(eventOf(m_builder->opened()))));
    if (!event)
        return;
    const Draft typed {
        event->name, event->type, event->indoor.value_or(false), event->description, event->target, m_given.day};
    m_builder->replace(typed, WorkoutBuilder::As::Typed);
    const QDateTime at = kept->at.toLocalTime();
    m_messages->post({.key = typedKey,
        .text = tr("This is what you had typed at %1, not yet saved.")
                    .arg(locale().toString(at.time(), QLocale::ShortFormat)),
        .actions = {{tr("Take what is saved"), [this] { m_builder->replace(m_given); }}}});
}

bool BuilderPage::commit()
{
    const QScopedValueRollback saving(m_saving, true);
    m_builder->settle();
    if (!m_work)
        return true;
    if (!m_builder->isChanged()) {
        dropTyped();
        return true;
    }
    const domain::LocalId before = m_work->id();
    const Draft draft = m_builder->draft();
    if (const auto written = m_work->write(m_builder->opened(), draft); !written) {
        Q_EMIT failed(written.error());
        return false;
    }
    if (m_work->id() != before) {
        store::WorkoutDrafts(m_store.database()).drop(before);
        m_messages->dismiss(conflictKey);
    }
    dropTyped();
    m_given = draft;
    m_builder->setSaved();
    const auto now = m_work->read();
    Q_EMIT sentence(tr("Saved %1.", "name of a workout").arg(now ? now->name : draft.name), true);
    return true;
}

void BuilderPage::done()
{
    if (!m_work || !commit())
        return;
    m_work.reset();
    Q_EMIT closed();
}

void BuilderPage::hideEvent(QHideEvent *event)
{
    if (m_work && !event->spontaneous())
        commit();
    Page::hideEvent(event);
}

void BuilderPage::followStore()
{
    if (m_saving)
        return;
    const auto theirs = m_work->read();
    if (!theirs) {
        m_messages->post({.key = conflictKey,
            .kind = Message::Kind::Warning,
            .text = tr("This workout was deleted elsewhere. Done keeps it as a new one if you change it.")});
        return;
    }
    if (*theirs == m_given)
        return;
    if (!m_builder->isChanged()) {
        m_given = *theirs;
        m_builder->replace(*theirs);
        return;
    }
    m_given.day = theirs->day;
    m_builder->setDay(theirs->day);
    if (theirs->description != m_given.description)
        offerTheirs(*theirs);
}

void BuilderPage::offerTheirs(const Draft &theirs)
{
    m_messages->post({.key = conflictKey,
        .kind = Message::Kind::Warning,
        .text = tr("The text of this workout was changed elsewhere. Done keeps yours."),
        .actions = {{tr("Take theirs"), [this, theirs] {
                         m_given = theirs;
                         m_builder->replace(m_given);
                     }}}});
}

void BuilderPage::showOutlook()
{
    const Draft draft = m_builder->draft();
    if (!m_work || !draft.day.isValid() || draft.day < m_store.clock().today()) {
        m_builder->setOutlook({});
        return;
    }
    if (!m_timeline)
        m_timeline = std::make_unique<items::FitnessTimeline>(m_store);
    m_timeline->ensure({draft.day, draft.day});
    const int index = m_timeline->indexOf(draft.day);
    const auto summary = plannedSummary();
    const bool counts = !summary || (summary->onFitnessChart && summary->pairedWith.isEmpty());
    if (index < 0 || !counts) {
        m_builder->setOutlook({});
        return;
    }
    const auto &figures = m_builder->state().figures();
    const int before = summary ? summary->load.value_or(0) : 0;
    const int after = m_builder->isChanged() ? figures.load.value_or(0) : summary ? before : figures.load.value_or(0);
    m_timeline->preview({}, {{draft.day, m_given.type, -before}, {draft.day, draft.type, after}});
    m_builder->setOutlook(Outlook {draft.day,
        m_timeline->points()[size_t(index)],
        m_timeline->previewPoints()[size_t(index)],
        m_timeline->formAsPercent()});
}

}
