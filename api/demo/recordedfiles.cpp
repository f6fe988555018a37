// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/recordedfiles.h"

#include "api/demo/channels.h"
#include "models/files/pack.h"
#include "models/files/safename.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr qsizetype mostFiles = 500;

files::Shared sharedBy(const QUrlQuery &query)
{
    return {.power = query.queryItemValue(u"power"_s) != "false"_L1,
        .heartRate = query.queryItemValue(u"hr"_s) != "false"_L1};
}

QString nameOf(const QJsonObject &activity, const QString &ending)
{
    return files::safeFileName(
        activity.value("id"_L1).toString() + u'_' + activity.value("name"_L1).toString(), ending, u"activity"_s);
}

domain::Error unwritable(const domain::Error &error)
{
    return refusal(422, error.item + u": "_s + error.detail);
}

}

bool RecordedFiles::knows(const QString &part)
{
    return part == "file"_L1 || part == "fit-file"_L1 || part == "gpx-file"_L1;
}

files::ActivityFile RecordedFiles::contentOf(const QJsonObject &activity)
{
    files::ActivityFile content;
    content.name = activity.value("name"_L1).toString();
    content.sport = activity.value("type"_L1).toString();
    content.streams = channelsIn(m_core, activity);
    content.start = QDateTime::fromString(activity.value("start_date"_L1).toString(), Qt::ISODate);
    const auto local = startOf(activity);
    const QDateTime wall(local.day, local.time.value_or(QTime(0, 0)), Qt::UTC);
    if (!content.start.isValid())
        content.start = wall;
    content.utcOffset = std::chrono::seconds(content.start.secsTo(wall));
    return content;
}

http::Response RecordedFiles::file(const http::Request &request, const QString &id, const QString &part)
{
    const auto fail = [&](const domain::Error &error) { return responseOf(error, request.path, m_core.now()); };
    if (request.method != "GET")
        return fail(wrongMethod(request.method));
    const auto activity = wholeActivity(m_core, id);
    if (!activity)
        return fail(activity.error());
    if (part == "file"_L1) {
        const auto kept = m_core.recordings().file(id);
        return kept ? fileResponse(kept->name, kept->bytes) : fail(refusal(404, u"Activity has no file"_s));
    }
    const bool fit = part == "fit-file"_L1;
    const auto content = contentOf(*activity);
    const auto bytes = fit ? files::writeFitActivity(content, sharedBy(request.query))
                           : files::writeGpx(content, sharedBy(request.query));
    return bytes ? fileResponse(nameOf(*activity, fit ? u"fit"_s : u"gpx"_s), *bytes) : fail(unwritable(bytes.error()));
}

http::Response RecordedFiles::archive(const http::Request &request)
{
    const auto fail = [&](const domain::Error &error) { return responseOf(error, request.path, m_core.now()); };
    if (request.method != "POST")
        return fail(wrongMethod(request.method));
    const QStringList ids = listOf(request.query, u"ids"_s);
    if (ids.isEmpty() || ids.size() > mostFiles)
        return fail(refusal(422, u"ids: 1 to %1 activities are required"_s.arg(mostFiles)));
    QList<files::Unpacked> packed;
    for (const auto &id : ids) {
        const auto activity = m_core.state().find(Shelf::Activity, id);
        if (!activity)
            return fail(refusal(404, u"Activity %1 not found"_s.arg(id.left(40))));
        if (isStub(*activity))
            continue;
        if (const auto bytes = files::writeFitActivity(contentOf(*activity), sharedBy(request.query)))
            packed.append({nameOf(*activity, u"fit"_s), *bytes}); // one written by hand has nothing to put into a file
    }
    const auto zip = files::zipped(packed);
    return zip ? fileResponse(u"activities.zip"_s, *zip) : fail(refusal(500, zip.error().detail));
}

}
