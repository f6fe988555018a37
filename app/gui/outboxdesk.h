// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/session.h"
#include "models/items/outboxmodel.h"
#include "ui/shell/shell.h"

#include <QLocale>

namespace ui {
class OutboxPanel;
}

namespace app {

/// Joins the panel of what waits to the session: edits go to sync, files to the uploads. The panel is made when it is
/// first wanted.
class OutboxDesk : public QObject
{
    Q_OBJECT

public:
    OutboxDesk(Session &session, ui::Shell &shell, const ui::Theme &theme, const QLocale &locale);
    ~OutboxDesk() override;

    void toggle();
    void open();
    void reveal(const domain::LocalId &id); ///< the refused edit of that entity
    [[nodiscard]] ui::OutboxPanel &panel();

Q_SIGNALS:
    void editRequested(const domain::LocalId &id, items::OutboxSubject subject);
    void failed(const domain::Error &error);

private:
    void make();
    void showFiles();
    void askToDrop(const QString &file, const QString &words);

    Session &m_session;
    ui::Shell &m_shell;
    const ui::Theme &m_theme;
    QLocale m_locale;
    ui::OutboxPanel *m_panel = nullptr;
};

}
