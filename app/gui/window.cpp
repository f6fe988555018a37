// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window.h"

#include "ui/shell/deferredpage.h"
#include "ui/shell/statusarea.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace app {

Window::Window(Session &session, ui::Theme &theme, QSettings &settings, const QString &accountName)
    : m_session(session)
    , m_theme(theme)
    , m_actions(theme)
    , m_state(settings)
    , m_shell(theme, m_actions, session.status())
    , m_messages(session, m_shell.messageBar())
    , m_calendar(new ui::CalendarPage(session.store(), theme, m_locale, m_actions, &m_shell))
    , m_activitiesPlace(new ui::DeferredPage(tr("Activities"), [this] { return makeActivities(); }, &m_shell))
    , m_wellnessPlace(new ui::DeferredPage(tr("Wellness"), [this] { return makeWellness(); }, &m_shell))
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
    m_shell.showPage(Calendar);
    updateHistory();
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

void Window::addPages()
{
    m_shell.addPage(m_calendar, u"calendar"_s, u"page.calendar"_s);
    m_shell.addPage(m_activitiesPlace, u"activity"_s, u"page.activities"_s);
    m_shell.addPage(m_wellnessPlace, u"wellness"_s, u"page.wellness"_s);
}

ui::Page *Window::makeActivities()
{
    m_activities = new ui::ActivitiesPage(m_session.store(), m_theme, m_locale);
    connect(m_activities, &ui::ActivitiesPage::detailWanted, this, [this](const domain::LocalId &id) { m_session.engine().wantDetail(id); });
    connect(m_activities, &ui::ActivitiesPage::sentence, &m_shell, &ui::Shell::setStatusSentence);
    connect(m_activities, &ui::ActivitiesPage::failed, &m_messages, &SyncMessages::fail);
    return m_activities;
}

ui::Page *Window::makeWellness()
{
    m_wellness = new ui::WellnessPage(m_session.store(), m_theme, m_locale);
    connect(m_wellness, &ui::WellnessPage::dayShown, this, [this](const domain::DateRange &days) { m_session.engine().show(days); });
    connect(m_wellness, &ui::WellnessPage::sentence, &m_shell, &ui::Shell::setStatusSentence);
    connect(m_wellness, &ui::WellnessPage::failed, &m_messages, &SyncMessages::fail);
    return m_wellness;
}

void Window::answerActions()
{
    m_actions.answer(u"edit.redo"_s, this, [this] { turn(true); });
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
    connect(m_calendar, &ui::CalendarPage::rangeShown, this, [this](const domain::DateRange &days) { m_session.engine().show(days); });
    connect(m_calendar, &ui::CalendarPage::sentence, &m_shell, &ui::Shell::setStatusSentence);
    connect(m_calendar, &ui::CalendarPage::failed, &m_messages, &SyncMessages::fail);
    connect(m_calendar, &ui::CalendarPage::activityOpenRequested, this, &Window::openActivity);
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
    for (const QString &id : {u"edit.cut"_s, u"edit.copy"_s, u"edit.paste"_s, u"edit.delete"_s})
        m_actions.action(id)->setEnabled(false);
}

void Window::openActivity(const domain::LocalId &id)
{
    m_shell.showPage(Activities);
    activities().open(id);
}

void Window::updateHistory()
{
    m_actions.action(u"edit.undo"_s)->setEnabled(m_session.store().undoable().has_value());
    m_actions.action(u"edit.redo"_s)->setEnabled(m_session.store().redoable().has_value());
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
