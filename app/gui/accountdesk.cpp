// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/accountdesk.h"

#include "models/store/privatefile.h"
#include "models/store/wholedata.h"
#include "ui/accounts/accountspage.h"
#include "ui/shell/statusarea.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace app {

AccountDesk::AccountDesk(
    Session &session, ui::Shell &shell, const ui::Theme &theme, QSettings &settings, const QLocale &locale)
    : m_session(session)
    , m_shell(shell)
    , m_theme(theme)
    , m_settings(settings)
    , m_model(locale)
{
}

AccountDesk::~AccountDesk() = default;

ui::AccountsPage *AccountDesk::makePage()
{
    auto *page = new ui::AccountsPage(m_theme, m_model);
    connect(page, &ui::AccountsPage::shown, this, &AccountDesk::refresh);
    connect(page, &ui::AccountsPage::exportRequested, this, &AccountDesk::exportUnsent);
    connect(page, &ui::AccountsPage::backUpRequested, this, &AccountDesk::backUp);
    connect(page, &ui::AccountsPage::restoreRequested, this, &AccountDesk::restore);
    connect(page, &ui::AccountsPage::deleteRequested, this, &AccountDesk::remove);
    connect(page, &ui::AccountsPage::signOutRequested, this, &AccountDesk::signOutRequested);
    return page;
}

QString AccountDesk::serviceOf(const QString &origin) const
{
    const QUrl url(origin);
    return url == m_session.account().origin ? m_shell.statusArea().service() : url.host();
}

items::AccountFacts AccountDesk::factsOf(const QString &database) const
{
    items::AccountFacts facts;
    facts.data = store::factsOf(database);
    facts.isOpen = database == m_session.database();
    facts.isPassing = facts.isOpen && m_passing;
    const QString owner = facts.isOpen ? m_session.account().owner() : facts.data.owner;
    facts.origin = serviceOf(owner.section(u' ', 0, 0));
    facts.athlete = owner.section(u' ', 1);
    if (facts.athlete.isEmpty())
        facts.athlete = facts.data.athleteId;
    const auto last = Accounts(m_settings).last();
    facts.name = facts.isOpen            ? m_session.account().name
        : last && last->owner() == owner ? last->name
                                         : facts.data.athleteName;
    if (facts.name.isEmpty())
        facts.name = facts.athlete.isEmpty() ? QFileInfo(database).completeBaseName() : facts.athlete;
    if (facts.isOpen && m_session.status().lastSync().isValid())
        facts.data.lastSync = m_session.status().lastSync();
    return facts;
}

void AccountDesk::refresh()
{
    QList<items::AccountFacts> accounts {factsOf(m_session.database())};
    const QDir folder(dataFolder());
    const QStringList files = folder.entryList({u"*.db"_s}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        if (const QString path = folder.filePath(file); path != m_session.database())
            accounts.append(factsOf(path));
    }
    m_model.setAccounts(accounts, m_session.store().clock().today());
}

void AccountDesk::exportUnsent(const QString &database, const QString &to)
{
    const auto unsynced = store::exportUnsynced(database);
    const auto written = unsynced ? store::replaceFile(to, QJsonDocument(*unsynced).toJson())
                                  : domain::Result<domain::Done>(unsynced.error());
    if (!written) {
        Q_EMIT failed(written.error());
        return;
    }
    const int count = int(unsynced->value("unsynced"_L1).toArray().size());
    m_shell.setStatusSentence(
        count == 1 ? tr("1 change is in %1.", "a file").arg(to) : tr("%n changes are in %1.", "a file", count).arg(to),
        false);
}

void AccountDesk::backUp(const QString &database, const QString &to)
{
    // The dialog has asked whether a file of that name may be replaced.
    if (QFile::exists(to) && !QFile::remove(to)) {
        Q_EMIT failed(domain::storageFailure(to, u"it cannot be replaced"_s));
        return;
    }
    if (const auto done = store::backUpDatabase(database, to); !done)
        Q_EMIT failed(done.error());
    else
        m_shell.setStatusSentence(tr("A checked copy is in %1.", "a file").arg(to), false);
}

void AccountDesk::restore(const QString &database, const QString &from)
{
    if (database == m_session.database()) {
        Q_EMIT restoreRequested(from);
        return;
    }
    const auto lock = store::lockForWriting(database);
    const auto former = lock ? store::restoreDatabase(database, from, m_session.store().clock().now())
                             : domain::Result<QString>(lock.error());
    if (!former)
        Q_EMIT failed(former.error());
    else
        m_shell.setStatusSentence(tr("Restored. What was there before is in %1.", "a file").arg(*former), false);
    refresh();
}

void AccountDesk::remove(const QString &database)
{
    if (database == m_session.database()) {
        Q_EMIT deleteRequested();
        return;
    }
    const auto lock = store::lockForWriting(database);
    const auto removed = lock ? store::deleteLocalData(database) : domain::Result<domain::Done>(lock.error());
    if (!removed)
        Q_EMIT failed(removed.error());
    else
        m_shell.setStatusSentence(tr("The data was deleted from this computer."), false);
    refresh();
}

}
