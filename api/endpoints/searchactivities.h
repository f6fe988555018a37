// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/activity.h"

#include <QStringList>

namespace endpoints {

/// Activities with a text in their name, or with exactly a tag if the text begins with "#"; newest first.
struct SearchActivities {
    using Response = json::Records<domain::Activity>;
    domain::AthleteId athlete = self();
    QString text;
    int limit = 0; ///< 0: all
    bool whole = false; ///< every key, not only what a list of results shows

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

/// Activities with so many intervals of a length and intensity; newest first.
struct FindIntervals {
    using Response = json::Records<domain::Activity>;
    domain::AthleteId athlete = self();
    int minSeconds = 0;
    int maxSeconds = 0;
    int minPercent = 0; ///< of the threshold
    int maxPercent = 0;
    QString type = {}; ///< AUTO, POWER, HR or PACE; the service chooses if it is empty
    int minReps = 0; ///< 0: one
    int maxReps = 0; ///< 0: any number
    int limit = 0; ///< 0: the service's own limit

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

/// Activities before and after another, the nearest in time first.
struct ActivitiesAround {
    using Response = json::Records<domain::Activity>;
    domain::AthleteId athlete = self();
    domain::ActivityId activity;
    int limit = 0; ///< 0: the service's own limit

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

/// The tags that activities have.
struct ListActivityTags {
    using Response = QStringList;
    domain::AthleteId athlete = self();

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

/// Every activity as a row of a table.
struct DownloadActivityTable {
    using Response = QByteArray;
    domain::AthleteId athlete = self();

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

}
