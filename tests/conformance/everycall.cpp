// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/everycall.h"

#include "tests/conformance/librarycalls.h"
#include "tests/conformance/personcalls.h"
#include "tests/conformance/plannedcalls.h"
#include "tests/conformance/recordedcalls.h"

#include <QDirIterator>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace conformance {

void callEverything(Surface &surface, QDate today)
{
    callPlanned(surface, today);
    callRecorded(surface, today);
    callLibrary(surface, today);
    callPerson(surface, today);
}

QSet<QString> endpointTypes()
{
    static const QRegularExpression type(u"^struct (\\w+)[^;{]*\\{(?:(?!^\\};).)*?http::Request request\\(\\) const"_s,
        QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
    QSet<QString> names;
    QDirIterator headers(QStringLiteral(MICROCYCLE_SOURCE_DIR "/api/endpoints"), {u"*.h"_s});
    while (headers.hasNext()) {
        QFile file(headers.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        auto found = type.globalMatch(QString::fromUtf8(file.readAll()));
        while (found.hasNext())
            names.insert(found.next().captured(1));
    }
    return names;
}

QStringList notCalled(const QList<Called> &calls)
{
    QSet<QString> missing = endpointTypes();
    missing.remove(u"ExchangeCode"_s); // the description leaves signing in out; its own tests call it
    for (const Called &called : calls)
        missing.remove(called.endpoint);
    QStringList names(missing.begin(), missing.end());
    names.sort();
    return names;
}

}
