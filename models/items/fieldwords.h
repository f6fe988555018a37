// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/merge.h"

#include <QCoreApplication>
#include <QLocale>
#include <functional>

namespace items {

/// One field in two states, in finished words.
struct FieldDifference {
    QString field; ///< "Duration"
    QString before; ///< "1h15"; a dash where nothing is set
    QString after;

    friend bool operator==(const FieldDifference &, const FieldDifference &) = default;
};

/// Names of fields and their values as a person would write them. Of long texts only the lines that differ are told.
class FieldWords
{
    Q_DECLARE_TR_FUNCTIONS(items::FieldWords)

public:
    /// The name of a wellness field by its key; empty if it is not known.
    using FieldName = std::function<QString(const QString &key)>;

    FieldWords(const QLocale &locale, FieldName wellness, bool miles = false);

    /// Of what a person can edit, in the order of the fields; keys that only programs read are left out.
    [[nodiscard]] QList<FieldDifference> differences(
        store::Kind kind, const QJsonObject &before, const QJsonObject &after) const;
    [[nodiscard]] FieldDifference difference(
        const QString &key, const QJsonValue &before, const QJsonValue &after) const;
    [[nodiscard]] QString name(const QString &key) const;
    [[nodiscard]] QString value(const QString &key, const QJsonValue &value) const;
    [[nodiscard]] const QLocale &locale() const { return m_locale; }

private:
    [[nodiscard]] QString known(const QString &key) const;
    [[nodiscard]] QString number(const QString &key, double value) const;
    [[nodiscard]] QString moment(const QString &key, const QString &text) const;

    QLocale m_locale;
    FieldName m_wellness;
    bool m_miles;
};

}

Q_DECLARE_METATYPE(items::FieldDifference)
