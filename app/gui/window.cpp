// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window.h"

#include "app/gui/preferences.h"
#include "models/domain/whendone.h"
#include "models/store/entitytable.h"
#include "models/store/workoutdrafts.h"
#include "ui/accounts/accountspage.h"
#include "ui/shell/deferredpage.h"
#include "ui/shell/historywords.h"
#include "ui/shell/statusarea.h"
#include "ui/workout/builderpage.h"

#include <QApplication>
#include <QClipboard>

using namespace Qt::StringLiterals;

namespace app {

Window::Window(Session &session, ui::Theme &theme, QSettings &settings, const QString &accountName)
    : m_session(session)
    , m_settings(settings)
    , m_theme(theme)
    , m_actions(theme)
    , m_state(settings)
    , m_shell(theme, m_actions, session.status())
    , m_messages(session, m_shell.messageBar())
    , m_outbox(session, m_shell, theme, m_locale)
    , m_kept(session, m_shell, theme, m_locale)
    , m_accounts(session, m_shell, theme, settings, m_locale)
    , m_gear(session, m_shell, theme, m_locale)
    , m_choices(session, m_shell, theme, m_locale)
    , m_forecast(session, m_locale)
    , m_notices(session, m_shell, m_locale)
    , m_calendar(new ui::CalendarPage(session.store(), theme, m_locale, m_actions, &m_shell))
    , m_activitiesPlace(new ui::DeferredPage(
          tr("Activities"), [this] { return makeActivities(); }, &m_shell))
    , m_wellnessPlace(new ui::DeferredPage(
          tr("Wellness"), [this] { return makeWellness(); }, &m_shell))
    , m_builderPlace(new ui::DeferredPage(
          tr("Workout"), [this] { return makeBuilder(); }, &m_shell))
    , m_accountsPlace(new ui::DeferredPage(
          tr("Accounts and data"), [this]() -> ui::Page * { return m_accounts.makePage(); }, &m_shell))
    , m_gearPlace(new ui::DeferredPage(
          tr("Gear"), [this]() -> ui::Page * { return m_gear.makePage(); }, &m_shell))
    , m_choicesPlace(new ui::DeferredPage(
          tr("Plan and weather"), [this]() -> ui::Page * { return m_choices.makePage(); }, &m_shell))
{
    addPages();
    m_shell.setAccountName(accountName);
    if (const QUrl &origin = session.account().origin; origin != serviceOrigin()) {
        const bool here = origin.host() == "127.0.0.1"_L1;
        m_shell.statusArea().setService(here ? tr("the demo server") : origin.host());
    }
    m_shell.resize(1440, 900);
    m_shell.restoreFrom(m_state);
    answerActions();
    listen();
    m_calendar->exchange().setDragFormat(Preferences(settings).dragFormat());
    m_calendar->setLibraryShown(Preferences(settings).libraryShown());
    m_shell.showPage(Calendar);
    updateHistory();
    offerUnsaved();
}

Window::~Window()
{
    m_shell.hide(); // pages save as they are left, while there still is somebody to tell
}

ui::ActivitiesPage &Window::activities()
{
    m_activitiesPlace->build();
    return *m_activities;
}

ui::WellnessPage &Window::wellness()
{
    m_wellnessPlace->build();
    return *m_wellness;
}

ui::BuilderPage &Window::builder()
{
    m_builderPlace->build();
    return *m_builder;
}

void Window::addPages()
{
    m_shell.addPage(m_calendar, u"calendar"_s, u"page.calendar"_s);
    m_shell.addPage(m_activitiesPlace, u"activity"_s, u"page.activities"_s);
    m_shell.addPage(m_wellnessPlace, u"wellness"_s, u"page.wellness"_s);
    m_shell.addLayer(m_builderPlace, Calendar);
    m_shell.addLayer(m_accountsPlace, -1);
    m_shell.addLayer(m_gearPlace, -1);
    m_shell.addLayer(m_choicesPlace, -1);
}

ui::Page *Window::makeActivities()
{
    m_activities = new ui::ActivitiesPage(m_session.store(), m_theme, m_locale);
    connect(m_activities, &ui::ActivitiesPage::detailWanted, this, [this](const domain::LocalId &id) {
        m_session.engine().wantDetail(id);
    });
    connect(m_activities, &ui::ActivitiesPage::sentence, &m_shell, &ui::Shell::setStatusSentence);
    connect(m_activities, &ui::ActivitiesPage::failed, &m_messages, &SyncMessages::fail);
    return m_activities;
}

ui::Page *Window::makeWellness()
{
    m_wellness = new ui::WellnessPage(m_session.store(), m_theme, m_locale);
    connect(m_wellness, &ui::WellnessPage::dayShown, this, [this](const domain::DateRange &days) {
        m_session.engine().show(days);
    });
    connect(m_wellness, &ui::WellnessPage::sentence, &m_shell, &ui::Shell::setStatusSentence);
    connect(m_wellness, &ui::WellnessPage::failed, &m_messages, &SyncMessages::fail);
    return m_wellness;
}

ui::Page *Window::makeBuilder()
{
    m_builder = new ui::BuilderPage(m_session.store(), m_theme, m_locale);
    connect(m_builder, &ui::BuilderPage::closed, this, [this] { m_shell.showPage(Calendar); });
    connect(m_builder, &ui::BuilderPage::sentence, &m_shell, &ui::Shell::setStatusSentence);
    connect(m_builder, &ui::BuilderPage::failed, &m_messages, &SyncMessages::fail);
    return m_builder;
}

void Window::answerActions()
{
    m_actions.answer(u"edit.redo"_s, this, [this] { turn(true); });
    m_actions.answer(u"view.accounts"_s, this, [this] { m_shell.showPage(AccountData); });
    m_actions.answer(u"view.gear"_s, this, [this] { m_shell.showPage(Gear); });
    m_actions.answer(u"view.choices"_s, this, [this] { m_shell.showPage(Choices); });
    m_actions.answer(u"app.quit"_s, this, [this] { m_shell.close(); });
    const auto go = [this](int by) {
        if (m_shell.currentPage() == Activities)
            activities().step(by);
        else if (m_shell.currentPage() == Wellness)
            wellness().step(by);
    };
    m_actions.answer(u"go.previous"_s, this, [go] { go(-1); });
    m_actions.answer(u"go.next"_s, this, [go] { go(1); });
}

void Window::listen()
{
    connect(m_calendar, &ui::CalendarPage::rangeShown, this, [this](const domain::DateRange &days) {
        m_session.engine().show(days);
    });
    connect(m_calendar, &ui::CalendarPage::sentence, &m_shell, &ui::Shell::setStatusSentence);
    connect(m_calendar, &ui::CalendarPage::failed, &m_messages, &SyncMessages::fail);
    connect(m_calendar, &ui::CalendarPage::activityOpenRequested, this, &Window::openActivity);
    connect(m_calendar, &ui::CalendarPage::stepsRequested, this, &Window::build);
    connect(m_calendar, &ui::CalendarPage::templateRequested, this, &Window::buildTemplate);
    connect(m_calendar, &ui::CalendarPage::libraryToggled, this, [this](bool shown) {
        Preferences(m_settings).setLibraryShown(shown);
    });
    connect(&m_calendar->exchange(), &ui::CalendarExchange::dragFormatChosen, this, [this](const QString &format) {
        Preferences(m_settings).setDragFormat(format);
    });
    connect(m_calendar, &ui::CalendarPage::uploadWanted, this, &Window::upload);
    connect(m_calendar, &ui::CalendarPage::refusalRequested, &m_outbox, &OutboxDesk::reveal);
    connect(&m_outbox, &OutboxDesk::editRequested, this, &Window::openWaiting);
    connect(&m_messages, &SyncMessages::outboxRequested, &m_outbox, &OutboxDesk::open);
    connect(
        &m_shell, &ui::Shell::pastPauseRequested, this, [this](bool paused) { m_session.engine().pausePast(paused); });
    connect(&m_outbox, &OutboxDesk::failed, &m_messages, &SyncMessages::fail);
    connect(m_calendar, &ui::CalendarPage::historyRequested, &m_kept, &KeptDesk::showHistory);
    connect(&m_accounts, &AccountDesk::failed, &m_messages, &SyncMessages::fail);
    connect(&m_forecast, &ForecastDesk::arrived, m_calendar, &ui::CalendarPage::setForecast);
    connect(&m_choices, &SettingsDesk::weatherChanged, &m_forecast, &ForecastDesk::fetch);
    connect(&m_choices, &SettingsDesk::failed, &m_messages, &SyncMessages::fail);
    connect(&m_gear, &GearDesk::failed, &m_messages, &SyncMessages::fail);
    connect(&m_kept, &KeptDesk::failed, &m_messages, &SyncMessages::fail);
    connect(&m_notices, &StoreNotices::conflictRequested, &m_outbox, &OutboxDesk::reveal);
    connect(&m_notices, &StoreNotices::historyRequested, &m_kept, &KeptDesk::showHistory);
    listenToUploads();
    connect(&m_shell, &ui::Shell::pageShown, this, &Window::pageShown);
    connect(&m_shell, &ui::Shell::undoRequested, this, [this] { turn(false); });
    connect(&m_shell, &ui::Shell::syncRequested, this, [this] { m_session.engine().syncNow(); });
    connect(&m_shell, &ui::Shell::themeChosen, this, [this](ui::Theme::Choice choice) {
        m_theme.setChoice(choice);
        m_theme.applyTo(*qApp);
    });
    connect(&m_session.store(), &store::Store::historyChanged, this, &Window::updateHistory);
}

void Window::pageShown(int index)
{
    if (index == Calendar)
        return; // it turns them on as its selection allows
    for (const QString &id : {u"edit.cut"_s,
             u"edit.copy"_s,
             u"edit.paste"_s,
             u"edit.duplicate"_s,
             u"edit.duplicateweek"_s,
             u"edit.delete"_s,
             u"edit.history"_s})
        m_actions.action(id)->setEnabled(false);
}

void Window::openWaiting(const domain::LocalId &id, items::OutboxSubject subject)
{
    switch (subject) {
    case items::OutboxSubject::Event:
        m_shell.showPage(Calendar);
        m_calendar->open(id);
        break;
    case items::OutboxSubject::Activity:
        openActivity(id);
        break;
    case items::OutboxSubject::Wellness:
        m_shell.showPage(Wellness);
        if (const QDate day = store::EntityTable::wellnessDay(id); day.isValid())
            wellness().showDay(day);
        break;
    case items::OutboxSubject::Template:
        buildTemplate(id);
        break;
    case items::OutboxSubject::Folder:
    case items::OutboxSubject::File:
        break;
    }
}

void Window::openActivity(const domain::LocalId &id)
{
    m_shell.showPage(Activities);
    activities().open(id);
}

void Window::build(const domain::LocalId &id)
{
    builder().open(id); // saves what was open before
    if (builder().isOpen())
        m_shell.showPage(Builder);
}

void Window::buildTemplate(const domain::LocalId &workout)
{
    builder().openTemplate(workout);
    if (builder().isOpen())
        m_shell.showPage(Builder);
}

/// After a sudden end: what was typed into a workout is opened or discarded, and copied where the workout is gone.
void Window::offerUnsaved()
{
    store::Store &store = m_session.store();
    const auto drafts = store::WorkoutDrafts(store.database()).all();
    for (const auto &draft : drafts) {
        const domain::LocalId id = draft.workout;
        const bool planned = draft.kind == store::Kind::Event;
        const bool there = planned ? store.event(id).ok() : store.libraryWorkout(id).ok();
        const QDateTime at = draft.at.toLocalTime();
        const QString when = at.date() == store.clock().today() ? m_locale.toString(at.time(), QLocale::ShortFormat)
                                                                : m_locale.toString(at, QLocale::ShortFormat);
        const ui::Message::Action discard {
            tr("Discard"), [&store, id] { store::WorkoutDrafts(store.database()).drop(id); }};
        const QString text = draft.typed.changes.value(u"description"_s).after.toString();
        const ui::Message::Action open {tr("Open"), [this, id, planned] { planned ? build(id) : buildTemplate(id); }};
        const ui::Message::Action copy {tr("Copy"), [text] { QGuiApplication::clipboard()->setText(text); }};
        m_shell.messageBar().post({.key = u"unsaved."_s + id.value,
            .kind = ui::Message::Kind::Warning,
            .text = there ? tr("Unsaved text of “%1” from %2.").arg(draft.name, when)
                          : tr("Unsaved text of “%1” from %2; the workout is gone.").arg(draft.name, when),
            .actions = {there ? open : copy, discard}});
    }
}

void Window::upload(const QStringList &paths)
{
    const auto kept = std::make_shared<int>(0);
    for (const QString &path : paths) {
        domain::whenDone(m_session.uploads().addFile(path), this, [this, kept](const domain::Result<Upload> &added) {
            if (!added)
                return m_messages.fail(added.error());
            ++*kept;
            m_shell.setStatusSentence(*kept == 1
                    ? tr("1 activity kept here, to be sent. This cannot be undone.")
                    : tr("%n activities kept here, to be sent. This cannot be undone.", nullptr, *kept),
                false);
        });
    }
}

void Window::listenToUploads()
{
    const Uploads *uploads = &m_session.uploads();
    connect(uploads, &Uploads::sent, this, [this](const Upload &upload, const endpoints::Uploaded &answer) {
        m_shell.setStatusSentence(
            answer.duplicate ? tr("%1 was there already.").arg(upload.name) : tr("Uploaded %1.").arg(upload.name),
            false);
    });
    connect(uploads, &Uploads::refused, this, [this](const Upload &, const domain::Error &error) {
        m_messages.fail(error);
    });
}

void Window::updateHistory()
{
    const auto undoable = m_session.store().undoable();
    const auto redoable = m_session.store().redoable();
    m_actions.action(u"edit.undo"_s)->setEnabled(undoable.has_value());
    m_actions.action(u"edit.undo"_s)->setText(ui::HistoryWords::undo(undoable, m_locale));
    m_actions.action(u"edit.redo"_s)->setEnabled(redoable.has_value());
    m_actions.action(u"edit.redo"_s)->setText(ui::HistoryWords::redo(redoable, m_locale));
}

void Window::turn(bool redo)
{
    const auto done = redo ? m_session.store().redo() : m_session.store().undo();
    if (!done)
        m_messages.fail(done.error());
    else
        m_shell.setStatusSentence(redo ? tr("Done again.") : tr("Undone."), false);
}

}
