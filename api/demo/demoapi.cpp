// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/demoapi.h"

#include "api/demo/activityarea.h"
#include "api/demo/answers.h"
#include "api/demo/athletearea.h"
#include "api/demo/channels.h"
#include "api/demo/core.h"
#include "api/demo/curvearea.h"
#include "api/demo/downloadarea.h"
#include "api/demo/entrance.h"
#include "api/demo/eventarea.h"
#include "api/demo/figurearea.h"
#include "api/demo/geararea.h"
#include "api/demo/intervalarea.h"
#include "api/demo/libraryarea.h"
#include "api/demo/manualarea.h"
#include "api/demo/messagearea.h"
#include "api/demo/oauthdoor.h"
#include "api/demo/planarea.h"
#include "api/demo/recordedfiles.h"
#include "api/demo/searcharea.h"
#include "api/demo/sportarea.h"
#include "api/demo/streamarea.h"
#include "api/demo/summaryarea.h"
#include "api/demo/uploadarea.h"
#include "api/demo/wellnessarea.h"

using namespace Qt::StringLiterals;

namespace demo {

namespace {

/// The parts of a path behind "/api/v1/"; none for other paths. They are looked at for every request, so they are not
/// copied.
QList<QStringView> partsOf(const QString &path)
{
    const QStringView prefix = u"/api/v1/";
    return path.startsWith(prefix) ? QStringView(path).sliced(prefix.size()).split(u'/') : QList<QStringView>();
}

bool isOwn(QStringView athlete)
{
    return athlete == u"0" || athlete == Core::athleteId();
}

}

/// The rooms behind the router, all over one core.
struct DemoApi::Areas {
    explicit Areas(Options options)
        : core(std::move(options))
        , entrance(core.key())
    {
    }

    /// Files, which come or go as bytes; nothing for the many paths that are JSON both ways.
    std::optional<http::Response> fileRoute(const http::Request &request, const QList<QStringView> &parts)
    {
        if (parts.size() == 3 && parts.at(0) == "activity"_L1 && RecordedFiles::knows(parts.at(2).toString()))
            return recorded.file(request, parts.at(1).toString(), parts.at(2).toString());
        if (parts.size() < 3 || parts.at(0) != "athlete"_L1 || !isOwn(parts.at(1)))
            return {};
        if (parts.size() == 3 && parts.at(2) == "activities"_L1 && request.method == "POST")
            return uploads.upload(request);
        if (parts.size() == 3 && parts.at(2) == "download-fit-files"_L1)
            return recorded.archive(request);
        if (parts.size() == 3 && parts.at(2).startsWith("download-workout"_L1))
            return downloads.workout(request, parts.at(2).mid(QStringView(u"download-workout").size()).toString());
        if (parts.size() == 3 && parts.at(2) == "workouts.zip"_L1)
            return downloads.archive(request);
        if (parts.size() == 5 && parts.at(2) == "events"_L1 && parts.at(4).startsWith("download"_L1))
            return downloads.event(
                request, parts.at(3).toString(), parts.at(4).mid(QStringView(u"download").size()).toString());
        return {};
    }

    http::Response answer(const http::Request &request)
    {
        const QList<QStringView> parts = partsOf(request.path);
        if (const auto file = fileRoute(request, parts))
            return *file;
        if (const auto table = tableRoute(request, parts))
            return *table;
        if (const auto text = textRoute(request, parts))
            return textResponse(*text, request.path, core.now());
        return responseOf(route(request), request.path, core.now());
    }

    /// What goes out as it is kept: the list of activities, which is long, and a day, which is often asked for.
    std::optional<domain::Result<QByteArray>> textRoute(const http::Request &request, const QList<QStringView> &parts)
    {
        if (parts.size() < 3 || parts.at(0) != "athlete"_L1 || !isOwn(parts.at(1)))
            return {};
        const QStringView last = parts.last().endsWith(".json"_L1) ? parts.last().chopped(5) : parts.last();
        if (parts.size() == 3 && last == "activities"_L1)
            return activities.list(request);
        if (parts.size() == 4 && parts.at(2) == "wellness"_L1 && !last.isEmpty() && request.method == "GET")
            return wellness.day(last.toString());
        return {};
    }

    /// What lies below athlete/{id}/activities.
    Reply activityLists(const http::Request &request, const QStringList &rest)
    {
        if (rest == QStringList {u"manual"_s})
            return manual.create(request);
        if (rest == QStringList {u"manual"_s, u"bulk"_s})
            return manual.createMany(request);
        return rest.size() == 1 ? activities.byIds(request, rest.first()) : noSuchPath();
    }

    /// activity/{id} and what lies below it.
    Reply activityRoute(const http::Request &request, const QString &id, const QStringList &rest)
    {
        const QString part = rest.value(0);
        if (part.isEmpty())
            return activities.one(request, id);
        if (part == "tombstone"_L1 && rest.size() == 1)
            return activities.tombstone(request, id);
        const auto activity = wholeActivity(core, id);
        if (!activity)
            return activity.error();
        if (IntervalArea::knows(part))
            return intervals.handle(request, *activity, rest);
        if (rest.size() > 1)
            return noSuchPath();
        if (part == "streams"_L1 || part == "streams.csv"_L1)
            return streams.handle(request, *activity, part.endsWith(".csv"_L1));
        if (part == "messages"_L1)
            return messages.handle(request, *activity);
        if (part.contains("-curve"_L1))
            return request.method == "GET" ? curves.ofActivity(request, *activity, part) : wrongMethod(request.method);
        return figures.handle(request, *activity, part);
    }

    Reply route(const http::Request &request)
    {
        QString path = request.path;
        if (path.endsWith(".json"_L1))
            path.chop(5);
        if (path == "/api/v1/athlete-plans"_L1)
            return plans.athletePlans(request);
        const QStringList parts = path.split(u'/');
        if (parts.size() < 5 || !parts.first().isEmpty() || parts.at(1) != "api"_L1 || parts.at(2) != "v1"_L1
            || parts.mid(1).contains(QString()))
            return noSuchPath();
        if (parts.at(3) == "activity"_L1)
            return activityRoute(request, parts.at(4), parts.mid(5));
        if (parts.at(3) != "athlete"_L1)
            return noSuchPath();
        if (parts.at(4) != "0"_L1 && parts.at(4) != Core::athleteId())
            return refusal(403, u"Access denied"_s);
        const QString area = parts.value(5);
        const QStringList rest = parts.mid(6);
        if (area.isEmpty())
            return athlete.person(request);
        if (area == "sport-settings"_L1)
            return sports.handle(request, rest);
        if (const auto answer = personRoute(request, area, rest))
            return *answer;
        if (area == "events"_L1 && rest == QStringList {u"apply-plan"_s})
            return library.applyPlan(request);
        if (area == "folders"_L1 && rest.size() == 2 && rest.last() == "shared-with"_L1)
            return plans.sharedWith(request, rest.first());
        if (area == "folders"_L1)
            return library.folders(request, rest);
        if (area == "workouts"_L1)
            return library.workouts(request, rest);
        if (area == "duplicate-workouts"_L1 && rest.isEmpty())
            return library.duplicate(request);
        if (area == "workout-tags"_L1 && rest.isEmpty())
            return library.tags(request);
        if (area == "events"_L1)
            return events.handle(request, rest);
        if (const auto answer = rest.isEmpty() ? calendarRoute(request, area) : std::nullopt)
            return *answer;
        if (area == "wellness-bulk"_L1 && rest.isEmpty())
            return wellness.putMany(request);
        if (area.startsWith("activit"_L1)) {
            if (const auto found = search.handle(request, area, rest))
                return *found;
        }
        if (area == "activities"_L1)
            return activityLists(request, rest);
        if (const auto curve = rest.isEmpty() ? curves.ofAthlete(request, area) : std::nullopt)
            return *curve;
        if (area == "wellness"_L1)
            return wellness.handle(request, rest);
        return noSuchPath();
    }

    /// What belongs to the person: their gear, their choices, their weeks.
    std::optional<Reply> personRoute(const http::Request &request, const QString &area, const QStringList &rest)
    {
        if (area == "gear"_L1)
            return gear.handle(request, rest);
        if (area == "settings"_L1)
            return athlete.deviceSettings(request, rest);
        if (area == "custom-item"_L1)
            return athlete.customItems(request, rest);
        if (!rest.isEmpty())
            return {};
        if (area == "profile"_L1)
            return athlete.profile(request);
        if (area == "weather-config"_L1)
            return athlete.weatherConfig(request);
        if (area == "weather-forecast"_L1)
            return athlete.weatherForecast(request);
        if (area == "athlete-summary"_L1)
            return summaries.weeks(request);
        if (area == "training-plan"_L1)
            return plans.trainingPlan(request);
        if (area == "apply-plan-changes"_L1)
            return plans.applyChanges(request);
        return {};
    }

    /// The paths beside "events" that are about events too.
    std::optional<Reply> calendarRoute(const http::Request &request, const QString &area)
    {
        if (area == "duplicate-events"_L1)
            return events.duplicate(request);
        if (area == "event-tags"_L1)
            return events.tags(request);
        if (area == "fitness-model-events"_L1)
            return events.fitnessModel(request);
        if (area == "calendars"_L1)
            return events.calendars(request);
        return {};
    }

    /// Lists that are asked for as tables: the same list, in columns.
    std::optional<http::Response> tableRoute(const http::Request &request, const QList<QStringView> &parts)
    {
        static const QStringList tables {u"events.csv"_s, u"wellness.csv"_s, u"gear.csv"_s, u"athlete-summary.csv"_s};
        if (parts.size() != 3 || !parts.at(2).endsWith(".csv"_L1) || !tables.contains(parts.at(2)))
            return {};
        http::Request plain = request;
        plain.path.chop(4);
        const Reply reply = route(plain);
        if (!reply)
            return responseOf(reply, request.path, core.now());
        QJsonArray rows = reply->toArray();
        if (parts.at(2).startsWith("wellness"_L1)) { // in tables the day is called what it is
            for (qsizetype i = 0; i < rows.size(); ++i) {
                QJsonObject row = rows.at(i).toObject();
                row.insert(u"date"_s, row.take(u"id"_s));
                rows[i] = row;
            }
        }
        return csvResponse(rows, listOf(request.query, u"cols"_s));
    }

    Core core;
    Entrance entrance;
    SportArea sports {core};
    AthleteArea athlete {core, sports};
    GearArea gear {core};
    SummaryArea summaries {core};
    EventArea events {core};
    PlanArea plans {core, events};
    CurveBook book {core};
    ActivityArea activities {core, book};
    SearchArea search {core, activities};
    ManualArea manual {core, activities};
    IntervalArea intervals {core};
    StreamArea streams {core, book};
    FigureArea figures {core};
    CurveArea curves {core, book, activities};
    MessageArea messages {core};
    UploadArea uploads {core};
    RecordedFiles recorded {core};
    DownloadArea downloads {core};
    WellnessArea wellness {core};
    LibraryArea library {core, events};
    OauthDoor oauth {core};
};

DemoApi::DemoApi(Options options)
    : m_areas(std::make_unique<Areas>(std::move(options)))
{
}

DemoApi::~DemoApi() = default;

QString DemoApi::failure() const
{
    return m_areas->core.state().failure();
}

QString DemoApi::athleteId()
{
    return Core::athleteId();
}

http::Response DemoApi::handle(const http::Request &request)
{
    if (const auto signIn = m_areas->oauth.handle(request))
        return *signIn;
    const QByteArray authorization = request.headers.value("authorization");
    const auto refused = [&](int status, const QString &text) {
        return responseOf(refusal(status, text), request.path, m_areas->core.now());
    };
    const bool disconnects = request.path == "/api/v1/disconnect-app"_L1;
    if (m_areas->entrance.admits(authorization))
        return disconnects ? refused(401, u"Unauthorized"_s) : m_areas->answer(request); // a key is no token
    const auto scopes = m_areas->oauth.scopesOfToken(authorization);
    if (!scopes)
        return refused(401, u"Unauthorized"_s);
    if (disconnects && request.method == "DELETE") {
        m_areas->oauth.disconnect(authorization);
        return {200, "{}", "application/json", {}};
    }
    return OauthDoor::allows(*scopes, request) ? m_areas->answer(request) : refused(403, u"Access denied"_s);
}

}
