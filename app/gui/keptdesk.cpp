// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/keptdesk.h"

#include "app/gui/fieldwords.h"
#include "ui/kept/trashpanel.h"
#include "ui/kept/versionspanel.h"
#include "ui/shell/statusarea.h"

namespace app {

KeptDesk::KeptDesk(Session &session, ui::Shell &shell, const ui::Theme &theme, const QLocale &locale)
    : m_session(session)
    , m_shell(shell)
    , m_theme(theme)
    , m_locale(locale)
{
    connect(&shell, &ui::Shell::trashRequested, this, &KeptDesk::toggleTrash);
}

KeptDesk::~KeptDesk() = default;

template<typename Panel>
Panel *KeptDesk::joined(Panel *panel)
{
    panel->setService(m_shell.statusArea().service());
    m_shell.addPanel(panel);
    connect(panel, &Panel::sentence, &m_shell, &ui::Shell::setStatusSentence);
    connect(panel, &Panel::failed, this, &KeptDesk::failed);
    return panel;
}

ui::VersionsPanel &KeptDesk::versions()
{
    if (!m_versions)
        m_versions = joined(new ui::VersionsPanel(m_session.store(), m_theme, fieldWords(m_session.store(), m_locale)));
    return *m_versions;
}

ui::TrashPanel &KeptDesk::trash()
{
    if (!m_trash)
        m_trash = joined(new ui::TrashPanel(m_session.store(), m_theme, m_locale));
    return *m_trash;
}

void KeptDesk::showHistory(const domain::LocalId &id)
{
    versions().openFor(id);
}

void KeptDesk::toggleTrash()
{
    if (trash().isHidden())
        trash().open();
    else
        trash().dismiss();
}

}
