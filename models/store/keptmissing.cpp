// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/keptmissing.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace store {

namespace {

QString key()
{
    return QStringLiteral("kept_missing");
}

}

QSet<domain::LocalId> KeptMissing::ids()
{
    QSet<domain::LocalId> ids;
    const QJsonArray list = QJsonDocument::fromJson(m_database.meta(key()).toUtf8()).array();
    for (const auto &id : list)
        ids.insert({id.toString()});
    return ids;
}

void KeptMissing::keep(const QSet<domain::LocalId> &ids)
{
    QStringList list;
    const auto all = this->ids().unite(ids);
    for (const auto &id : all)
        list.append(id.value);
    list.sort();
    m_database.setMeta(
        key(), QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact)));
}

void KeptMissing::forget()
{
    m_database.run("DELETE FROM meta WHERE key=?", {key()});
}

}
