// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/answers.h"
#include "api/demo/core.h"
#include "api/demo/curvebook.h"
#include "api/demo/objecttext.h"
#include "models/domain/activity.h"

namespace demo {

/// What was done: the list, single activities, their changes and their end.
class ActivityArea
{
public:
    ActivityArea(Core &core, CurveBook &book)
        : m_core(core)
        , m_book(book)
    {
    }

    domain::Result<QByteArray> list(const http::Request &request); ///< as JSON text
    Reply byIds(const http::Request &request, const QString &ids); ///< what is not there is left out
    Reply one(const http::Request &request, const QString &id);
    Reply tombstone(const http::Request &request, const QString &id);

    /// As the service shows an activity: every key, and the fitness of its day.
    [[nodiscard]] QJsonObject shown(const QJsonObject &activity, const QStringList &fields = {});

private:
    void append(QByteArray &list, ObjectText &activity, QDate day, const FieldFilter &filter);
    Reply take(QJsonObject activity);
    [[nodiscard]] QJsonObject detailed(const QJsonObject &activity, bool intervals);
    Reply update(const QJsonObject &known, const http::Request &request);
    /// Ties the activity to the event and cuts the old ties of both; 422 if there is no such event.
    std::optional<domain::Error> pair(QJsonObject &activity, const QJsonValue &event);

    Core &m_core;
    CurveBook &m_book;
};

}
