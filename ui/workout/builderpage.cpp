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
    , m_planner(store)
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
        if (m_open && !m_keep.isActive())
            m_keep.start();
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, const QWidget *now) {
        if (m_keep.isActive() && !isAncestorOf(now))
            keepTyped();
    });
    connect(&m_store, &store::Store::changed, this, &BuilderPage::followStore);
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

Draft BuilderPage::draftOf(const domain::Event &event)
{
    return {event.name, event.type, event.indoor.value_or(false), event.description, event.target, event.start.day};
}

void BuilderPage::open(const domain::LocalId &id)
{
    if (m_open && !commit())
        return;
    const auto event = m_store.event(id);
    if (!event.ok()) {
        Q_EMIT failed(event.error());
        return;
    }
    m_id = id;
    m_event = *event;
    m_given = draftOf(m_event);
    const auto summary = m_store.summary(id);
    const bool readOnly = (summary && summary->readOnly) || m_event.structureReadOnly || m_event.athleteCannotEdit;
    m_typedOf = readOnly ? domain::LocalId {} : id;
    present();
    m_builder->setReadOnly(!readOnly    ? QString()
            : m_event.athleteCannotEdit ? tr("Your coach has locked this workout; it can be looked at, not changed.")
                                        : tr("This workout can be looked at, not changed."));
    if (summary && summary->mark == store::Mark::Synced)
        m_builder->setConfirmedLoad(m_event.load);
    takeUpTyped();
    showOutlook();
}

void BuilderPage::openDraft(const Draft &draft, const domain::LocalId &id)
{
    if (m_open && !commit())
        return;
    m_id = {};
    m_typedOf = id;
    m_event = {};
    m_given = draft;
    present();
    m_builder->setReadOnly({});
    takeUpTyped();
    showOutlook();
}

void BuilderPage::present()
{
    m_open = true;
    m_messages->dismiss(conflictKey);
    m_messages->dismiss(typedKey);
    m_builder->setSports(m_store.sports());
    m_builder->setMiles(m_store.athlete().usesMiles());
    m_builder->open(m_given);
}

void BuilderPage::keepTyped()
{
    m_keep.stop();
    if (!m_open || m_typedOf.value.isEmpty())
        return;
    if (!m_builder->isChanged())
        return dropTyped();
    const auto typed = domain::difference(eventOf(m_builder->opened()), eventOf(m_builder->draft()));
    store::WorkoutDrafts drafts(m_store.database());
    if (const auto known = drafts.of(m_typedOf); known && known->typed == typed)
        return;
    const auto kind = m_id.value.isEmpty() ? store::Kind::Workout : store::Kind::Event;
    if (const auto kept = drafts.keep({m_typedOf, kind, m_given.name, typed, m_store.clock().now()}); !kept)
        Q_EMIT failed(kept.error());
}

void BuilderPage::dropTyped()
{
    m_keep.stop();
    m_messages->dismiss(typedKey);
    store::WorkoutDrafts(m_store.database()).drop(m_typedOf);
}

void BuilderPage::takeUpTyped()
{
    const auto kept = store::WorkoutDrafts(m_store.database()).of(m_typedOf);
    if (!kept)
        return;
    const auto event
        = domain::fromJson<domain::Event>(kept->typed.applied(domain::toJson(eventOf(m_builder->opened()))));
    if (!event)
        return;
    Draft typed = draftOf(*event);
    typed.day = m_given.day;
    m_builder->replace(typed, WorkoutBuilder::As::Typed);
    const QDateTime at = kept->at.toLocalTime();
    m_messages->post({.key = typedKey,
        .text = tr("This is what you had typed at %1, not yet saved.")
                    .arg(locale().toString(at.time(), QLocale::ShortFormat)),
        .actions = {{tr("Take what is saved"), [this] { m_builder->replace(m_given); }}}});
}

/// Only what was changed here goes into the event, so that what changed elsewhere meanwhile stays.
domain::Event BuilderPage::eventWith(domain::Event event, const Draft &draft) const
{
    const Draft &from = m_builder->opened();
    if (draft.name != from.name && !draft.name.trimmed().isEmpty())
        event.name = draft.name.trimmed();
    if (draft.type != from.type)
        event.type = draft.type;
    if (draft.indoor != from.indoor)
        event.indoor = draft.indoor;
    if (draft.description != from.description)
        event.description = draft.description;
    if (draft.target != from.target)
        event.target = draft.target;
    return event;
}

bool BuilderPage::commit()
{
    const QScopedValueRollback saving(m_saving, true);
    m_builder->settle();
    if (!m_open)
        return true;
    if (!m_builder->isChanged()) {
        dropTyped();
        return true;
    }
    const Draft draft = m_builder->draft();
    if (m_id.value.isEmpty()) {
        m_given = draft;
        m_builder->setSaved();
        Q_EMIT saved(draft);
        dropTyped();
        return true;
    }
    const auto before = m_store.event(m_id);
    const domain::Event after = eventWith(before.ok() ? *before : m_event, draft);
    if (before.ok()) {
        const auto edited = m_planner.edit(m_id, after);
        if (!edited.ok()) {
            Q_EMIT failed(edited.error());
            return false;
        }
    } else {
        const auto created = m_planner.create(after);
        if (!created.ok()) {
            Q_EMIT failed(created.error());
            return false;
        }
        m_id = *created;
        m_messages->dismiss(conflictKey);
    }
    dropTyped();
    m_typedOf = m_id;
    m_event = after;
    m_given = draft;
    m_builder->setSaved();
    Q_EMIT sentence(tr("Saved %1.", "name of a workout").arg(after.name), true);
    return true;
}

void BuilderPage::done()
{
    if (!m_open || !commit())
        return;
    m_open = false;
    Q_EMIT closed();
}

void BuilderPage::hideEvent(QHideEvent *event)
{
    if (m_open && !event->spontaneous())
        commit();
    Page::hideEvent(event);
}

void BuilderPage::followStore(const store::Change &change)
{
    if (!m_open || m_saving || m_id.value.isEmpty() || (!change.everything && !change.ids.contains(m_id)))
        return;
    const auto event = m_store.event(m_id);
    if (!event.ok()) {
        m_messages->post({.key = conflictKey,
            .kind = Message::Kind::Warning,
            .text = tr("This workout was deleted elsewhere. Done keeps it as a new one if you change it.")});
        return;
    }
    const Draft theirs = draftOf(*event);
    if (theirs == m_given)
        return;
    if (!m_builder->isChanged()) {
        m_event = *event;
        m_given = theirs;
        m_builder->replace(theirs);
        return;
    }
    m_given.day = theirs.day;
    m_builder->setDay(theirs.day);
    if (theirs.description != m_given.description)
        offerTheirs(*event);
}

void BuilderPage::offerTheirs(const domain::Event &theirs)
{
    m_messages->post({.key = conflictKey,
        .kind = Message::Kind::Warning,
        .text = tr("The text of this workout was changed elsewhere. Done keeps yours."),
        .actions = {{tr("Take theirs"), [this, theirs] {
                         m_event = theirs;
                         m_given = draftOf(theirs);
                         m_builder->replace(m_given);
                     }}}});
}

void BuilderPage::showOutlook()
{
    const Draft draft = m_builder->draft();
    if (!m_open || !draft.day.isValid() || draft.day < m_store.clock().today()) {
        m_builder->setOutlook({});
        return;
    }
    if (!m_timeline)
        m_timeline = std::make_unique<items::FitnessTimeline>(m_store);
    m_timeline->ensure({draft.day, draft.day});
    const int index = m_timeline->indexOf(draft.day);
    const auto summary = m_id.value.isEmpty() ? std::nullopt : m_store.summary(m_id);
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
