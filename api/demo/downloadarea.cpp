// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/downloadarea.h"

#include "api/demo/workoutfiles.h"
#include "models/files/pack.h"

using namespace Qt::StringLiterals;

namespace demo {

http::Response DownloadArea::event(const http::Request &request, const QString &id, const QString &suffix)
{
    if (request.method != "GET")
        return responseOf(wrongMethod(request.method), request.path, m_core.now());
    const auto known = m_core.state().find(Shelf::Event, id);
    return written(request, known ? domain::Result<QJsonObject>(*known) : refusal(404, u"Event not found"_s), suffix);
}

http::Response DownloadArea::workout(const http::Request &request, const QString &suffix)
{
    if (request.method != "POST")
        return responseOf(wrongMethod(request.method), request.path, m_core.now());
    auto body = bodyObject(request);
    if (body)
        body->insert(u"category"_s, u"WORKOUT"_s);
    return written(request, body, suffix);
}

http::Response DownloadArea::archive(const http::Request &request)
{
    const auto fail = [&](const domain::Error &error) { return responseOf(error, request.path, m_core.now()); };
    if (request.method != "GET")
        return fail(wrongMethod(request.method));
    const auto format = workoutFormat(u'.' + request.query.queryItemValue(u"ext"_s).remove(u'.'));
    if (!format)
        return fail(refusal(422, u"ext: zwo, mrc, erg or fit is required"_s));
    const auto window = windowOf(request.query, m_core.today(), 6);
    if (!window)
        return fail(window.error());
    QList<files::Unpacked> packed;
    const auto events = m_core.state().between(Shelf::Event, window->days());
    for (const auto &event : events) {
        const auto planned = domain::fromJson<domain::Event>(event);
        const auto file = planned ? workoutFileOf(*planned, *format, m_core.sports())
                                  : domain::Result<Recordings::File>(planned.error());
        if (file)
            packed.append({domain::dayText(planned->start.day) + u'_' + file->name, file->bytes});
    }
    const auto zip = files::zipped(packed);
    return zip ? fileResponse(u"workouts.zip"_s, *zip) : fail(refusal(500, zip.error().detail));
}

http::Response DownloadArea::written(
    const http::Request &request, const domain::Result<QJsonObject> &event, const QString &suffix)
{
    const auto fail = [&](const domain::Error &error) { return responseOf(error, request.path, m_core.now()); };
    const auto format = workoutFormat(suffix);
    if (!format)
        return fail(refusal(422, u"Unsupported format [%1], use .zwo, .mrc, .erg or .fit"_s.arg(suffix.left(20))));
    if (!event)
        return fail(event.error());
    const auto planned = domain::fromJson<domain::Event>(*event);
    if (!planned)
        return fail(unreadableKey(planned.error()));
    const auto file = workoutFileOf(*planned, *format, m_core.sports());
    return file ? fileResponse(file->name, file->bytes) : fail(file.error());
}

}
