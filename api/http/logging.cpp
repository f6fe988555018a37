// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/logging.h"

#include <QStringList>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace http {

Q_LOGGING_CATEGORY(lcHttp, "app.http", QtWarningMsg)

namespace {

/// Words, not patterns of ids: an id may look like anything.
bool isRouteWord(QStringView segment)
{
    constexpr qsizetype longestWord = 20;
    return segment.isEmpty() || segment == u"v1"
        || (segment.size() <= longestWord
            && std::ranges::all_of(segment, [](QChar c) { return (c >= u'a' && c <= u'z') || c == u'-'; }));
}

}

QString routeTemplate(const QString &path)
{
    QStringList segments = path.split(u'/');
    for (auto &segment : segments) {
        if (!isRouteWord(segment))
            segment = u"*"_s;
    }
    return segments.join(u'/');
}

}
