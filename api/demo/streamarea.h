// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/answers.h"
#include "api/demo/curvebook.h"
#include "api/demo/uploadarea.h"

namespace demo {

/// The channels of an activity, read and replaced, as JSON and as a table.
class StreamArea
{
public:
    StreamArea(Core &core, CurveBook &book)
        : m_core(core)
        , m_book(book)
    {
    }

    /// GET and PUT activity/{id}/streams and streams.csv.
    Reply handle(const http::Request &request, const QJsonObject &activity, bool csv);

private:
    Reply table(const http::Request &request, const QJsonObject &activity);
    Reply update(const QJsonObject &activity, const QList<QJsonObject> &streams);
    [[nodiscard]] domain::Result<QList<QJsonObject>> streamsInTable(const http::Request &request);

    Core &m_core;
    CurveBook &m_book;
};

}
