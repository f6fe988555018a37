// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/event.h"

/// Requests about many events at once.
namespace endpoints {

/// Hides all events that begin on the days from the athlete, or keeps the athlete from changing them. The service takes
/// nothing else for a range.
struct UpdateEvents {
    using Response = json::Records<domain::Event>;
    domain::AthleteId athlete = self();
    domain::DateRange days;
    std::optional<bool> hideFromAthlete = {};
    std::optional<bool> athleteCannotEdit = {};

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::records<domain::Event>(body);
    }
};

/// Deletes all events of the categories that begin on the days. Without a last day all of the future goes.
struct DeleteEvents {
    using Response = domain::Done;
    domain::AthleteId athlete = self();
    QDate oldest;
    QDate newest = {};
    QStringList categories; ///< at least one, or the service refuses
    QString createdBy = {}; ///< an athlete; everybody's if empty

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return acknowledged(body); }
};

/// Deletes the named events. Those that are not there are passed over; answers how many went.
struct BulkDeleteEvents {
    using Response = int;
    domain::AthleteId athlete = self();
    QList<domain::EventId> events = {};
    QStringList externalIds = {}; ///< only among those of this application

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

/// Copies events; each copy stands some weeks after the one before.
struct DuplicateEvents {
    using Response = json::Records<domain::Event>;
    domain::AthleteId athlete = self();
    QList<domain::EventId> events;
    int copies = 1;
    int weeksBetween = 1;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::records<domain::Event>(body);
    }
};

/// The tags that events have.
struct ListEventTags {
    using Response = QStringList;
    domain::AthleteId athlete = self();

    [[nodiscard]] http::Request request() const { return get(athletePath(athlete, QStringLiteral("/event-tags"))); }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return textList(body); }
};

/// The events that change the course of fitness: FITNESS_DAYS, SET_FITNESS and SET_EFTP, by day.
struct ListFitnessModelEvents {
    using Response = json::Records<domain::Event>;
    domain::AthleteId athlete = self();

    [[nodiscard]] http::Request request() const
    {
        return get(athletePath(athlete, QStringLiteral("/fitness-model-events")));
    }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::records<domain::Event>(body);
    }
};

/// The calendars of the athlete, as the service sends them; what they hold is not documented.
struct ListCalendars {
    using Response = QJsonArray;
    domain::AthleteId athlete = self();

    [[nodiscard]] http::Request request() const { return get(athletePath(athlete, QStringLiteral("/calendars"))); }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return json::array(body); }
};

}
