// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/session.h"
#include "models/items/geartable.h"
#include "ui/gear/gearpage.h"
#include "ui/shell/shell.h"

namespace app {

/// Joins the page of gear to the service. Gear is not kept in the store: it is read when the page is shown, and each
/// change is sent at once, with what came of it said in the window.
class GearDesk : public QObject
{
    Q_OBJECT

public:
    GearDesk(Session &session, ui::Shell &shell, const ui::Theme &theme, const QLocale &locale);
    ~GearDesk() override;

    [[nodiscard]] ui::GearPage *makePage(); ///< once; the caller takes it

Q_SIGNALS:
    void failed(const domain::Error &error);

private:
    void refresh();
    void add(const domain::Gear &gear, const domain::GearId &whole);
    void attach(const domain::GearId &part, const domain::GearId &whole);
    void change(const domain::Gear &after);
    void perform(ui::GearStep step, const domain::Gear &gear);
    void remind(const domain::Gear &gear, ui::ReminderStep step, const domain::GearReminder &reminder);
    void changeReminder(const domain::Gear &gear, const domain::GearReminder &after);
    void ask(const QString &question, std::function<void()> yes);
    /// Sends it; then the list is read anew and the sentence said, or the error with the name of what it is about.
    template<typename Endpoint>
    void send(const Endpoint &endpoint, const QString &name, const QString &sentence, std::function<void()> then = {});
    void fail(domain::Error error, const QString &name);

    Session &m_session;
    ui::Shell &m_shell;
    const ui::Theme &m_theme;
    items::GearTable m_table;
    ui::GearPage *m_page = nullptr;
};

}
