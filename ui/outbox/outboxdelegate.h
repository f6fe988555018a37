// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/markedrowdelegate.h"

namespace ui {

/// Paints a row of the outbox: what changed, how far it has come, and of a conflict both sides.
class OutboxDelegate : public MarkedRowDelegate
{
    Q_OBJECT

public:
    explicit OutboxDelegate(const Theme &theme, QObject *parent = nullptr);

    void setService(const QString &name); ///< heads the other side of a conflict

protected:
    [[nodiscard]] Row rowOf(const QModelIndex &index) const override;

private:
    QString m_service;
};

}
