// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/session.h"
#include "ui/widgets/messagebar.h"

#include <QObject>

namespace app {

/// Says in the message bar what synchronisation could not do, once per trouble and never in a dialog. What keys and
/// accounts mean is said elsewhere.
class SyncMessages : public QObject
{
    Q_OBJECT

public:
    SyncMessages(Session &session, ui::MessageBar &bar, QObject *parent = nullptr);

    /// Something the person asked for failed on this computer.
    void fail(const domain::Error &error);

Q_SIGNALS:
    void outboxRequested(); ///< the person wants to see what was refused

private:
    void follow();
    void tellTrouble(const domain::Error &error);
    void tellRefusal(const domain::Error &error);
    void tellSetAside(const QList<domain::Error> &records);
    [[nodiscard]] ui::Message::Action retry();

    Session &m_session;
    ui::MessageBar &m_bar;
    std::optional<domain::Error::Kind> m_trouble; ///< told already
    QString m_refusal; ///< told already
};

}
