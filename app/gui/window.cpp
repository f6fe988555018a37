// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window.h"

#include "ui/shell/errortext.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace app {

Window::Window(Session &session, ui::Theme &theme, QSettings &settings, const QString &accountName)
    : m_session(session)
    , m_theme(theme)
    , m_actions(theme)
    , m_state(settings)
    , m_shell(theme, m_actions, session.status())
    , m_calendar(new ui::CalendarPage(session.store(), theme, QLocale(), m_actions, &m_shell))
{
    m_shell.addPage(m_calendar, u"calendar"_s, u"page.calendar"_s);
    m_shell.setAccountName(accountName);
    m_shell.resize(1440, 900);
    m_shell.restoreFrom(m_state);
    m_shell.showPage(0);
    answerActions();
    listen();
    updateHistory();
}

void Window::answerActions()
{
    m_actions.answer(u"edit.redo"_s, this, [this] { turn(true); });
    m_actions.answer(u"app.quit"_s, this, [this] { m_shell.close(); });
}

void Window::listen()
{
    connect(m_calendar, &ui::CalendarPage::rangeShown, this, [this](const domain::DateRange &days) { m_session.engine().show(days); });
    connect(m_calendar, &ui::CalendarPage::sentence, &m_shell, &ui::Shell::setStatusSentence);
    connect(m_calendar, &ui::CalendarPage::failed, this, &Window::fail);
    connect(&m_shell, &ui::Shell::undoRequested, this, [this] { turn(false); });
    connect(&m_shell, &ui::Shell::syncRequested, this, [this] { m_session.engine().syncNow(); });
    connect(&m_shell, &ui::Shell::themeChosen, this, [this](ui::Theme::Choice choice) {
        m_theme.setChoice(choice);
        m_theme.applyTo(*qApp);
    });
    connect(&m_session.store(), &store::Store::historyChanged, this, &Window::updateHistory);
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
        fail(done.error());
    else
        m_shell.setStatusSentence(redo ? tr("Done again.") : tr("Undone."), false);
}

void Window::fail(const domain::Error &error)
{
    m_shell.setStatusSentence(ui::errorText(error).sentence, false);
}

}
