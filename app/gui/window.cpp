// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window.h"

#include <QAction>
#include <QStatusBar>

namespace app {

namespace {

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

}

Window::Window(Session &session, ui::Theme &theme, const QString &accountName)
    : m_session(session)
    , m_calendar(new ui::CalendarPage(session.store(), theme, QLocale(), this))
{
    setWindowTitle(QStringLiteral("Microcycle"));
    resize(1440, 900);
    setCentralWidget(m_calendar);
    m_state = plainLabel(this);
    m_sentence = plainLabel(this);
    QLabel *name = plainLabel(this);
    name->setText(accountName);
    statusBar()->addWidget(m_state);
    statusBar()->addWidget(m_sentence, 1);
    statusBar()->addPermanentWidget(name);
    statusBar()->setSizeGripEnabled(false);
    addActions();
    connect(m_calendar, &ui::CalendarPage::rangeShown, this, [this](const domain::DateRange &days) { m_session.engine().show(days); });
    connect(m_calendar, &ui::CalendarPage::sentence, this, &Window::say);
    connect(m_calendar, &ui::CalendarPage::failed, this, &Window::fail);
    connect(&session.status(), &store::SyncStatus::changed, this, &Window::showStatus);
    showStatus();
}

void Window::addActions()
{
    const auto act = [this](const QString &text, const QKeySequence &keys, auto does) {
        auto *action = new QAction(text, this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, does);
        addAction(action);
        return action;
    };
    m_undo = act(tr("Undo"), QKeySequence::Undo, [this] {
        if (const auto done = m_session.store().undo(); !done)
            fail(done.error());
        else
            say(tr("Undone."), false);
    });
    m_redo = act(tr("Redo"), QKeySequence::Redo, [this] {
        if (const auto done = m_session.store().redo(); !done)
            fail(done.error());
        else
            say(tr("Done again."), false);
    });
    act(tr("Sync now"), QKeySequence(Qt::Key_F5), [this] { m_session.engine().syncNow(); });
    act(tr("Quit"), QKeySequence::Quit, [this] { close(); });
}

void Window::say(const QString &text, bool undoable)
{
    m_sentence->setText(undoable ? tr("%1 %2 undoes it.", "a sentence, then a shortcut such as Ctrl+Z").arg(text, m_undo->shortcut().toString(QKeySequence::NativeText)) : text);
}

void Window::fail(const domain::Error &error)
{
    const QString what = error.item.isEmpty() ? tr("That did not work") : error.item;
    m_sentence->setText(error.detail.isEmpty() ? tr("%1: nothing was changed.").arg(what) : tr("%1: %2").arg(what, error.detail));
}

void Window::showStatus()
{
    const int waiting = m_session.status().waiting();
    switch (m_session.status().state()) {
    case store::SyncStatus::State::Idle:
        m_state->setText(tr("Saved at Intervals.icu"));
        break;
    case store::SyncStatus::State::Syncing:
        m_state->setText(tr("Syncing"));
        break;
    case store::SyncStatus::State::Waiting:
        m_state->setText(tr("Saved here, %n change(s) to send", nullptr, waiting));
        break;
    case store::SyncStatus::State::Offline:
        m_state->setText(waiting > 0 ? tr("Offline, %n change(s) waiting", nullptr, waiting) : tr("Offline"));
        break;
    case store::SyncStatus::State::NeedsLogin:
        m_state->setText(tr("The key was refused; changes are kept here"));
        break;
    case store::SyncStatus::State::Refused:
        m_state->setText(tr("Intervals.icu refused %n change(s)", nullptr, waiting));
        break;
    }
}

}
