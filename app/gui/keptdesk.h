// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/session.h"
#include "ui/shell/shell.h"

#include <QLocale>

namespace ui {
class TrashPanel;
class VersionsPanel;
}

namespace app {

/// Joins the panels of what is kept of earlier times to the session: history and trash. Each is made when it is first
/// wanted.
class KeptDesk : public QObject
{
    Q_OBJECT

public:
    KeptDesk(Session &session, ui::Shell &shell, const ui::Theme &theme, const QLocale &locale);
    ~KeptDesk() override;

    void showHistory(const domain::LocalId &id);
    void toggleTrash();
    [[nodiscard]] ui::VersionsPanel &versions();
    [[nodiscard]] ui::TrashPanel &trash();

Q_SIGNALS:
    void failed(const domain::Error &error);

private:
    template<typename Panel>
    Panel *joined(Panel *panel);

    Session &m_session;
    ui::Shell &m_shell;
    const ui::Theme &m_theme;
    QLocale m_locale;
    ui::VersionsPanel *m_versions = nullptr;
    ui::TrashPanel *m_trash = nullptr;
};

}
