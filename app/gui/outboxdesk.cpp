// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/outboxdesk.h"

#include "app/common/accounts.h"
#include "app/gui/fieldwords.h"
#include "ui/outbox/outboxpanel.h"
#include "ui/shell/statusarea.h"
#include "ui/widgets/messagebar.h"

using namespace Qt::StringLiterals;

namespace app {

OutboxDesk::OutboxDesk(Session &session, ui::Shell &shell, const ui::Theme &theme, const QLocale &locale)
    : m_session(session)
    , m_shell(shell)
    , m_theme(theme)
    , m_locale(locale)
{
    connect(&shell, &ui::Shell::outboxRequested, this, &OutboxDesk::toggle);
}

OutboxDesk::~OutboxDesk() = default;

ui::OutboxPanel &OutboxDesk::panel()
{
    if (!m_panel)
        make();
    return *m_panel;
}

void OutboxDesk::toggle()
{
    if (panel().isHidden())
        panel().open();
    else
        panel().dismiss();
}

void OutboxDesk::open()
{
    panel().open();
}

void OutboxDesk::reveal(const domain::LocalId &id)
{
    panel().reveal(id);
}

void OutboxDesk::make()
{
    m_panel = new ui::OutboxPanel(m_session.store(),
        m_theme,
        items::OutboxWords(m_locale, wellnessName, m_session.store().athlete().usesMiles()));
    m_panel->setService(m_shell.statusArea().service());
    m_shell.addPanel(m_panel);
    Uploads *uploads = &m_session.uploads();
    connect(m_panel, &ui::OutboxPanel::sendRequested, this, [this] { m_session.engine().syncNow(); });
    connect(m_panel, &ui::OutboxPanel::editRequested, this, &OutboxDesk::editRequested);
    connect(m_panel, &ui::OutboxPanel::failed, this, &OutboxDesk::failed);
    connect(m_panel, &ui::OutboxPanel::sentence, &m_shell, &ui::Shell::setStatusSentence);
    connect(m_panel, &ui::OutboxPanel::fileDiscardRequested, this, &OutboxDesk::askToDrop);
    connect(m_panel, &ui::OutboxPanel::fileSendRequested, uploads, [uploads](const QString &file) {
        uploads->sendAgain(file);
        uploads->resume();
    });
    connect(uploads, &Uploads::changed, m_panel, [this] { showFiles(); });
    showFiles();
}

void OutboxDesk::showFiles()
{
    QList<items::OutboxFile> files;
    bool sending = m_session.uploads().isSending(); // the oldest that was not refused
    const QList<Upload> &all = m_session.uploads().all();
    for (const Upload &upload : all) {
        const QString reason = upload.refusal ? upload.refusal->detail : QString();
        files.append(
            {upload.id, upload.name, upload.added, sending && !upload.refusal, upload.refusal.has_value(), reason});
        sending = sending && upload.refusal;
    }
    m_panel->setFiles(files);
}

/// A file that is dropped cannot be brought back by undoing, so it is asked first.
void OutboxDesk::askToDrop(const QString &file, const QString &words)
{
    m_shell.messageBar().post({.key = u"outbox.drop"_s,
        .kind = ui::Message::Kind::Warning,
        .text = tr("%1: it was not sent, and discarding the copy kept here cannot be undone.", "what was to be done")
                    .arg(words),
        .actions = {{tr("Discard"), [this, file] { m_session.uploads().drop(file); }}},
        .isAnswer = true});
}

}
