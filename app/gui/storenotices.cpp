// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/storenotices.h"

#include "app/gui/fieldwords.h"
#include "models/store/columns.h"
#include "models/store/entitytable.h"
#include "ui/shell/statusarea.h"

using namespace Qt::StringLiterals;
using ui::Message;

namespace app {

namespace {

const QString conflictKey = u"store.conflict"_s;
const QString gaveWayKey = u"store.gaveWay"_s;
const QString missingKey = u"store.missing"_s;
constexpr qsizetype longestName = 60;

}

StoreNotices::StoreNotices(Session &session, ui::Shell &shell, const QLocale &locale)
    : m_session(session)
    , m_shell(shell)
    , m_bar(shell.messageBar())
    , m_locale(locale)
{
    connect(&session.store(), &store::Store::outboxChanged, this, &StoreNotices::tellConflicts);
    connect(&session.store(), &store::Store::gaveWay, this, &StoreNotices::tellGivenWay);
    connect(&session.engine(), &api::sync::Engine::missingHeld, this, &StoreNotices::tellMissing);
    connect(&session.engine(), &api::sync::Engine::absenceSettled, this, &StoreNotices::tellSettled);
    connect(&m_bar, &ui::MessageBar::dismissed, this, [this](const QString &key) {
        if (key == missingKey)
            kept().keep(m_missing); // putting it off is keeping them
    });
    // Once the window knows what its service is called.
    QMetaObject::invokeMethod(this, &StoreNotices::tellConflicts, Qt::QueuedConnection);
}

store::KeptMissing StoreNotices::kept() const
{
    return store::KeptMissing(m_session.store().database());
}

QString StoreNotices::service() const
{
    return m_shell.statusArea().service();
}

QString StoreNotices::nameOf(const store::Conflict &conflict) const
{
    if (conflict.kind == store::Kind::Wellness)
        return tr("The wellness of %1", "a day")
            .arg(m_locale.toString(
                store::EntityTable::wellnessDay(conflict.id), tr("ddd d MMM", "a day, as QLocale writes it")));
    QString name
        = store::EntityTable(m_session.store().database()).view(conflict.id).value("name"_L1).toString().simplified();
    if (name.size() > longestName)
        name = name.left(longestName - 1).trimmed() + u'\u2026';
    return name.isEmpty() ? tr("An item without a name") : tr("\u201c%1\u201d", "the name of an item").arg(name);
}

QString StoreNotices::conflictText(const store::Conflict &first, int others) const
{
    if (others > 0)
        return tr("%1 and %2 more were changed here and on %3. Nothing of them is sent until you choose.",
            "the name of an item, how many, the service")
            .arg(nameOf(first), m_locale.toString(others), service());
    if (first.isOfWhole())
        return tr("%1 was deleted here, but changed on %2 meanwhile. It stays until you choose.",
            "the name of an item, the service")
            .arg(nameOf(first), service());
    return tr(
        "%1 was changed here and on %2. Nothing of it is sent until you choose.", "the name of an item, the service")
        .arg(nameOf(first), service());
}

void StoreNotices::tellConflicts()
{
    const QList<store::Conflict> conflicts = m_session.store().conflicts();
    QSet<qint64> keys;
    QSet<domain::LocalId> items;
    for (const store::Conflict &conflict : conflicts) {
        keys.insert(conflict.key);
        items.insert(conflict.id);
    }
    const bool known = m_toldConflicts.contains(keys);
    const bool fewer = keys.size() < m_toldConflicts.size();
    m_toldConflicts = keys;
    if (keys.isEmpty()) {
        m_bar.dismiss(conflictKey);
        return;
    }
    if (known && !(fewer && m_bar.isWaiting(conflictKey)))
        return;
    const domain::LocalId id = conflicts.constFirst().id;
    m_bar.post({.key = conflictKey,
        .kind = Message::Kind::Warning,
        .text = conflictText(conflicts.constFirst(), int(items.size()) - 1),
        .actions = {{tr("Choose"), [this, id] { Q_EMIT conflictRequested(id); }}}});
}

void StoreNotices::tellGivenWay(const QList<store::GivenWay> &items)
{
    const store::GivenWay &first = items.constFirst();
    const items::FieldWords words = fieldWords(m_session.store(), m_locale);
    QStringList kept;
    for (const store::FieldConflict &field : first.fields) {
        const items::FieldDifference each = words.difference(field.field, field.theirs, field.mine);
        kept.append(tr("%1 %2", "a field and its value").arg(each.field, each.after.section(u'\n', 0, 0)));
    }
    const QString name = first.name.simplified().left(longestName);
    const QString what = m_locale.createSeparatedList(kept.mid(0, 3));
    QString text = first.locked
        ? tr("\u201c%1\u201d was locked on %2, so your change was not sent: %3. It is kept in the history.",
            "an item, the service, fields with values")
        : tr("The text of \u201c%1\u201d was changed on %2 and decides its figures, so your change was not sent: %3. "
             "It is kept in the history.",
            "an item, the service, fields with values");
    text = text.arg(name, service(), what);
    if (items.size() > 1)
        text += u' ' + tr("The same goes for %n more.", nullptr, int(items.size()) - 1);
    const domain::LocalId id = first.id;
    m_bar.post(
        {.key = gaveWayKey, .kind = Message::Kind::Info, .text = text, .actions = {{tr("Show history"), [this, id] {
                                                                                        Q_EMIT historyRequested(id);
                                                                                    }}}});
}

void StoreNotices::tellMissing(const QList<domain::LocalId> &ids)
{
    const QSet<domain::LocalId> now(ids.begin(), ids.end());
    m_missing.unite(now);
    if (kept().ids().contains(m_missing))
        return;
    const int count = int(m_missing.size());
    const QString text
        = tr("%n items are missing from the answer of %1. They are kept here until you decide.", nullptr, count)
              .arg(service());
    const auto remove = [this] {
        m_session.engine().settleAbsence(m_missing.values());
        m_shell.setStatusSentence(tr("Asking %1 for each of them.", "the service").arg(service()), false);
    };
    m_bar.post({.key = missingKey,
        .kind = Message::Kind::Warning,
        .text = text,
        .actions = {{tr("Keep them"), [] {}}, {tr("Remove here too"), remove}}});
}

void StoreNotices::tellSettled(int gone, int there)
{
    m_missing.clear();
    kept().forget();
    QString text = gone == 1 ? tr("1 item removed here, too.") : tr("%n items removed here, too.", nullptr, gone);
    if (there > 0)
        text += u' ' + (there == 1 ? tr("1 was there after all.") : tr("%n were there after all.", nullptr, there));
    m_shell.setStatusSentence(text, gone > 0);
}

}
