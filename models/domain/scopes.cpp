// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/scopes.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

const QStringList &scopeAreas()
{
    static const QStringList areas {
        u"ACTIVITY"_s, u"WELLNESS"_s, u"CALENDAR"_s, u"CHATS"_s, u"LIBRARY"_s, u"SETTINGS"_s};
    return areas;
}

bool isScope(const QString &text)
{
    const QString right = text.section(u':', 1);
    return scopeAreas().contains(text.section(u':', 0, 0)) && (right == "READ"_L1 || right == "WRITE"_L1);
}

QStringList scopesOf(const QString &text)
{
    static const QRegularExpression between(u"[,\\s]+"_s);
    return text.split(between, Qt::SkipEmptyParts);
}

bool scopesAllow(const QStringList &granted, const QString &scope)
{
    return granted.contains(scope)
        || (scope.endsWith(":READ"_L1) && granted.contains(scope.section(u':', 0, 0) + u":WRITE"_s));
}

QStringList missingScopes(const QStringList &asked, const QStringList &granted)
{
    QStringList missing;
    std::ranges::copy_if(
        asked, std::back_inserter(missing), [&granted](const QString &scope) { return !scopesAllow(granted, scope); });
    return missing;
}

}
