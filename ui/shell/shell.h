// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QMainWindow>
#include <functional>
#include <vector>

class QMenu;
class QStackedWidget;

namespace store {
class SyncStatus;
}

namespace ui {

class Actions;
class MessageBar;
class Page;
class ShortcutSheet;
class SidePanel;
class SideRail;
class StatusArea;
class WindowState;

/// The main window: rail at the left, pages with the message bar above them, status below. It decides nothing: what is
/// chosen goes out as signals and through Actions.
class Shell : public QMainWindow
{
    Q_OBJECT

public:
    Shell(Theme &theme, Actions &actions, const store::SyncStatus &status, QWidget *parent = nullptr);
    ~Shell() override;

    /// Adds an entry to the rail; the shell takes the page. The action switches to it.
    void addPage(Page *page, const QString &iconName, const QString &actionId);
    void addPage(QWidget *page, const QString &title, const QString &iconName, const QString &actionId);
    /// Adds a page that is no entry of the rail: it is shown over the page of that number, and leaves to it.
    /// Over -1 it belongs to no entry.
    int addLayer(Page *page, int over);
    void addPanel(SidePanel *panel); ///< beside the pages; the shell takes it
    void showPage(int index);
    [[nodiscard]] int currentPage() const;

    [[nodiscard]] MessageBar &messageBar() { return *m_messages; }
    [[nodiscard]] ShortcutSheet &shortcutSheet() { return *m_sheet; }
    [[nodiscard]] StatusArea &statusArea() { return *m_status; }

    void setStatusSentence(const QString &sentence, bool withUndo);
    void setAccountName(const QString &name);
    void setThemeChoice(Theme::Choice choice); ///< what the settings say; without themeChosen()
    /// Words for what disconnecting would lose, asked for when it is pressed; empty means nothing.
    void setDisconnectWarning(std::function<QString()> warning);

    void setDisconnectQuestion(const QString &question)
    {
        m_disconnectQuestion = question;
    } ///< instead of the usual one

    void restoreFrom(WindowState &state); ///< and saves there when closed; the state must outlive the window

Q_SIGNALS:
    void undoRequested();
    void syncRequested();
    void outboxRequested(); ///< what waits to be sent is wanted
    void pastPauseRequested(bool paused); ///< of reading the years before
    void trashRequested(); ///< what was deleted is wanted
    void disconnectRequested(); ///< after the person has confirmed
    void themeChosen(ui::Theme::Choice choice);
    void pageShown(int index);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    struct Entry {
        QWidget *page;
        QAction *action;
        QString title;
    };

    void buildMenu();
    void buildLayout(const store::SyncStatus &status);
    void connectActions();
    void chooseTheme(Theme::Choice choice);
    void askToDisconnect();

    Theme &m_theme;
    Actions &m_actions;
    QMenu *m_menu;
    QAction *m_account = nullptr;
    QList<QAction *> m_themeActions;
    SideRail *m_rail = nullptr;
    QWidget *m_area = nullptr; ///< of the pages and what stands beside them
    QStackedWidget *m_stack = nullptr;
    MessageBar *m_messages = nullptr;
    StatusArea *m_status = nullptr;
    ShortcutSheet *m_sheet = nullptr;
    std::vector<Entry> m_pages;
    Theme::Choice m_choice = Theme::Choice::System;
    std::function<QString()> m_disconnectWarning;
    QString m_disconnectQuestion;
    WindowState *m_state = nullptr;
};

}
