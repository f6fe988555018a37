// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shell.h"

#include "ui/shell/actions.h"
#include "ui/shell/page.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/shell/sidepanel.h"
#include "ui/shell/siderail.h"
#include "ui/shell/statusarea.h"
#include "ui/shell/windowstate.h"
#include "ui/widgets/messagebar.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace ui {

Shell::Shell(Theme &theme, Actions &actions, const store::SyncStatus &status, QWidget *parent)
    : QMainWindow(parent)
    , m_theme(theme)
    , m_actions(actions)
    , m_menu(new QMenu(this))
{
    setWindowTitle(u"Microcycle"_s);
    setWindowIcon(QIcon(u":/icons/microcycle.svg"_s));
    setMinimumSize(theme.spacing(160), theme.spacing(110));
    buildMenu();
    buildLayout(status);
    connectActions();
    setThemeChoice(Theme::Choice::System);
}

Shell::~Shell() = default;

void Shell::buildMenu()
{
    m_account = m_menu->addAction(m_theme.icon(u"user"_s), QString());
    m_account->setEnabled(false);
    m_menu->addSeparator();
    auto *group = new QActionGroup(this);
    // In the order of Theme::Choice.
    for (const QString &text : {tr("Theme of the system"), tr("Light"), tr("Dark")}) {
        QAction *action = m_menu->addAction(text);
        action->setCheckable(true);
        group->addAction(action);
        const auto choice = static_cast<Theme::Choice>(m_themeActions.size());
        connect(action, &QAction::triggered, this, [this, choice] { chooseTheme(choice); });
        m_themeActions.append(action);
    }
    m_menu->addSeparator();
    for (const QString &id : {u"sync.now"_s,
             u"view.outbox"_s,
             u"view.trash"_s,
             u"view.gear"_s,
             u"view.choices"_s,
             u"view.accounts"_s,
             u"help.shortcuts"_s})
        m_menu->addAction(m_actions.action(id));
    m_menu->addSeparator();
    QAction *leave = m_menu->addAction(m_theme.icon(u"sign-out"_s), tr("Disconnect this account…"));
    leave->setObjectName(u"disconnect"_s);
    connect(leave, &QAction::triggered, this, &Shell::askToDisconnect);
    m_menu->addAction(m_actions.action(u"app.quit"_s));
}

void Shell::buildLayout(const store::SyncStatus &status)
{
    auto *centre = new QWidget(this);
    m_rail = new SideRail(m_theme, m_menu, centre);
    m_messages = new MessageBar(m_theme, centre);
    m_area = new QWidget(centre);
    m_stack = new QStackedWidget(m_area);
    auto *pages = new QHBoxLayout(m_area);
    pages->setContentsMargins({});
    pages->addWidget(m_stack);
    m_status = new StatusArea(m_theme, status, centre);
    m_sheet = new ShortcutSheet(m_theme, m_actions, centre);

    auto *row = new QHBoxLayout(centre);
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(m_rail);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_messages);
    column->addWidget(m_area, 1);
    column->addWidget(m_status);
    row->addLayout(column, 1);
    setCentralWidget(centre);
    connect(m_status, &StatusArea::undoRequested, this, &Shell::undoRequested);
    connect(m_status, &StatusArea::syncRequested, this, &Shell::syncRequested);
    connect(m_status, &StatusArea::outboxRequested, this, &Shell::outboxRequested);
    connect(m_status, &StatusArea::pastPauseRequested, this, &Shell::pastPauseRequested);
}

void Shell::connectActions()
{
    const QStringList ids = m_actions.ids();
    for (const QString &id : ids) {
        if (Actions::groupOf(id) != Actions::Group::Calendar)
            addAction(m_actions.action(id));
    }
    m_actions.answer(u"edit.undo"_s, this, [this] { Q_EMIT undoRequested(); });
    m_actions.answer(u"sync.now"_s, this, [this] { Q_EMIT syncRequested(); });
    m_actions.answer(u"view.outbox"_s, this, [this] { Q_EMIT outboxRequested(); });
    m_actions.answer(u"view.trash"_s, this, [this] { Q_EMIT trashRequested(); });
    m_actions.answer(u"help.shortcuts"_s, this, [this] { m_sheet->toggle(); });
    m_actions.answer(u"app.quit"_s, this, [this] { close(); });
    m_actions.answer(u"view.theme"_s, this, [this] {
        chooseTheme(static_cast<Theme::Choice>((static_cast<int>(m_choice) + 1) % 3));
    });
}

void Shell::addPage(Page *page, const QString &iconName, const QString &actionId)
{
    addPage(page, page->title(), iconName, actionId);
}

void Shell::addPage(QWidget *page, const QString &title, const QString &iconName, const QString &actionId)
{
    QAction *action = m_actions.action(actionId);
    action->setCheckable(true);
    action->setIcon(m_theme.icon(iconName));
    const int index = static_cast<int>(m_pages.size());
    m_actions.answer(actionId, this, [this, index] { showPage(index); });
    if (actionId == "page.calendar"_L1) {
        page->addAction(m_actions.action(u"calendar.today"_s));
        page->addAction(m_actions.action(u"calendar.new"_s));
    }
    m_pages.push_back({page, action, title});
    m_stack->addWidget(page);
    m_rail->addPage(action);
    if (index == 0)
        showPage(0);
}

int Shell::addLayer(Page *page, int over)
{
    m_pages.push_back({page, over < 0 ? nullptr : m_pages.at(static_cast<std::size_t>(over)).action, page->title()});
    return m_stack->addWidget(page);
}

void Shell::addPanel(SidePanel *panel)
{
    panel->placeIn(m_area);
}

void Shell::showPage(int index)
{
    if (index < 0 || index >= static_cast<int>(m_pages.size()))
        return;
    const Entry &entry = m_pages.at(static_cast<std::size_t>(index));
    for (const Entry &each : m_pages) {
        if (each.action)
            each.action->setChecked(each.action == entry.action);
    }
    m_stack->setCurrentWidget(entry.page);
    setWindowTitle(tr("%1 – Microcycle", "title of the page").arg(entry.title));
    if (auto *page = qobject_cast<Page *>(entry.page))
        page->activated();
    else
        entry.page->setFocus(Qt::OtherFocusReason);
    Q_EMIT pageShown(index);
}

int Shell::currentPage() const
{
    return m_stack->currentIndex();
}

void Shell::setStatusSentence(const QString &sentence, bool withUndo)
{
    m_status->setSentence(sentence, withUndo);
}

void Shell::setAccountName(const QString &name)
{
    m_status->setAccountName(name);
    QString text = name;
    m_account->setText(text.replace(u'&', u"&&"_s)); // a single one would underline a letter
}

void Shell::setThemeChoice(Theme::Choice choice)
{
    m_choice = choice;
    m_themeActions.at(static_cast<qsizetype>(choice))->setChecked(true);
    m_theme.setChoice(choice);
}

void Shell::chooseTheme(Theme::Choice choice)
{
    setThemeChoice(choice);
    Q_EMIT themeChosen(choice);
}

void Shell::setDisconnectWarning(std::function<QString()> warning)
{
    m_disconnectWarning = std::move(warning);
}

void Shell::askToDisconnect()
{
    const QString loss = m_disconnectWarning ? m_disconnectWarning() : QString();
    const QString usual = tr("Disconnect %1? The key is forgotten on this computer.").arg(m_account->text());
    const QString question = m_disconnectQuestion.isEmpty() ? usual : m_disconnectQuestion;
    m_messages->post({.key = u"disconnect"_s,
        .kind = loss.isEmpty() ? Message::Kind::Info : Message::Kind::Warning,
        .text = loss.isEmpty() ? question : tr("%1 %2", "two sentences").arg(question, loss),
        .actions = {{tr("Disconnect"), [this] { Q_EMIT disconnectRequested(); }}},
        .isAnswer = true});
}

void Shell::restoreFrom(WindowState &state)
{
    m_state = &state;
    state.restore(*this);
}

void Shell::closeEvent(QCloseEvent *event)
{
    if (m_state)
        m_state->save(*this);
    QMainWindow::closeEvent(event);
}

}
