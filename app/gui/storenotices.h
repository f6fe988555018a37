// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/session.h"
#include "models/items/fieldwords.h"
#include "models/store/keptmissing.h"
#include "ui/shell/shell.h"
#include "ui/widgets/messagebar.h"

#include <QSet>

namespace app {

/// Tells calmly what became of edits that met others: what a person has to choose, what gave way, and what is missing
/// from an answer but kept. Each is told once, in the message bar.
class StoreNotices : public QObject
{
    Q_OBJECT

public:
    StoreNotices(Session &session, ui::Shell &shell, const QLocale &locale);

Q_SIGNALS:
    void conflictRequested(const domain::LocalId &id); ///< the person wants to choose
    void historyRequested(const domain::LocalId &id); ///< the person wants to see what was kept

private:
    void tellConflicts();
    void tellGivenWay(const QList<store::GivenWay> &items);
    void tellMissing(const QList<domain::LocalId> &ids);
    void tellSettled(int gone, int there);
    [[nodiscard]] store::KeptMissing kept() const; ///< of what is missing; the person has said so
    [[nodiscard]] QString service() const;
    [[nodiscard]] QString conflictText(const store::Conflict &first, int others) const;
    [[nodiscard]] QString nameOf(const store::Conflict &conflict) const;

    Session &m_session;
    ui::Shell &m_shell;
    ui::MessageBar &m_bar;
    QLocale m_locale;
    QSet<qint64> m_toldConflicts; ///< by their keys
    QSet<domain::LocalId> m_missing; ///< of the answers of this session
};

}
