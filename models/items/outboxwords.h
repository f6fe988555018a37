// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/fieldwords.h"
#include "models/items/outboxroles.h"
#include "models/store/conflicttable.h"
#include "models/store/waitingedits.h"

#include <QCoreApplication>
#include <QLocale>

namespace items {

/// The words of what waits to be sent: what a person did, and how far it has come. Foreign words stand in them as
/// plain text.
class OutboxWords
{
    Q_DECLARE_TR_FUNCTIONS(items::OutboxWords)

public:
    /// The name of a wellness field by its key; empty if it is not known.
    using FieldName = FieldWords::FieldName;

    OutboxWords(const QLocale &locale, FieldName wellness, bool miles = false);

    /// Of the edits of one gesture, oldest first; at least one.
    [[nodiscard]] QString what(const QList<store::WaitingEdit> &edits) const;
    [[nodiscard]] QString file(const QString &name) const;
    [[nodiscard]] QString state(OutboxState state, const QDateTime &nextAt) const;
    /// With the reason as the service gave it, or its status if it gave none.
    [[nodiscard]] QString refused(const QString &reason, int status) const;
    [[nodiscard]] QString conflictState(const QList<store::Conflict> &conflicts) const; ///< of what kind it is
    [[nodiscard]] QList<FieldDifference> differences(const QList<store::Conflict> &conflicts) const; ///< here, there
    /// Of what was changed here and elsewhere: the fields with both values in one sentence.
    [[nodiscard]] QString conflict(const QList<store::Conflict> &conflicts) const;

private:
    [[nodiscard]] QString one(const store::WaitingEdit &edit) const;
    [[nodiscard]] QString several(const QList<store::WaitingEdit> &edits) const;
    [[nodiscard]] QString created(const store::WaitingEdit &edit, const QString &name) const;
    [[nodiscard]] QString deleted(const store::WaitingEdit &edit, const QString &name) const;
    [[nodiscard]] QString changed(const store::WaitingEdit &edit, const QString &name) const;
    [[nodiscard]] QString moved(const domain::FieldChange &start, const QString &name) const;
    [[nodiscard]] QString wellness(const store::WaitingEdit &edit) const;
    [[nodiscard]] static QString fieldName(const QString &key);
    [[nodiscard]] QString value(const QString &key, const QJsonValue &value) const;
    [[nodiscard]] QString list(const QStringList &names) const;
    [[nodiscard]] QString quoted(const QString &name) const;
    [[nodiscard]] QString day(QDate day) const; ///< "Thu 12 Mar"

    QLocale m_locale;
    FieldName m_wellness;
    FieldWords m_fields;
};

}
