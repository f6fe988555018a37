// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/libraryworkout.h"
#include "models/domain/sharedwith.h"
#include "models/domain/trainingplan.h"

/// Plans as what athletes train by, and whom the folders of the library are shared with.
namespace endpoints {

/// The plan the athlete trains by; without one only the athlete is named.
struct GetTrainingPlan {
    using Response = json::Record<domain::TrainingPlan>;
    domain::AthleteId athlete = self();

    [[nodiscard]] http::Request request() const { return get(athletePath(athlete, QStringLiteral("/training-plan"))); }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::TrainingPlan>(body);
    }
};

struct PutTrainingPlan {
    using Response = json::Record<domain::TrainingPlan>;
    domain::AthleteId athlete = self();
    QJsonObject body;

    [[nodiscard]] http::Request request() const
    {
        return put(athletePath(athlete, QStringLiteral("/training-plan")), body);
    }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::TrainingPlan>(body);
    }
};

/// The same for several athletes, each of which names itself by its id.
struct PutAthletePlans {
    using Response = domain::Done;
    QList<QJsonObject> plans;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return acknowledged(body); }
};

/// Brings what changed in the plan to the calendar, from today on. The answer is not documented.
struct ApplyPlanChanges {
    using Response = QJsonObject;
    domain::AthleteId athlete = self();

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

/// Hides the workouts of some days of a plan (from 0) from athletes, or shows them again.
struct HidePlanDays {
    using Response = json::Records<domain::LibraryWorkout>;
    domain::AthleteId athlete = self();
    domain::FolderId folder;
    int oldest = 0;
    int newest = 0;
    bool hide = true;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::records<domain::LibraryWorkout>(body);
    }
};

struct ListSharing {
    using Response = json::Records<domain::SharedWith>;
    domain::AthleteId athlete = self();
    domain::FolderId folder;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::records<domain::SharedWith>(body);
    }
};

/// Those named may use the folder from now on, and nobody else.
struct PutSharing {
    using Response = json::Records<domain::SharedWith>;
    domain::AthleteId athlete = self();
    domain::FolderId folder;
    QList<domain::SharedWith> people;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::records<domain::SharedWith>(body);
    }
};

}
