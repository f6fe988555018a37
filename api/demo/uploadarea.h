// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/answers.h"
#include "api/demo/core.h"
#include "api/demo/uploadedactivity.h"

namespace demo {

/// The athlete of the state as an analysis needs to know them.
[[nodiscard]] Owner ownerOf(Core &core);

/// Activity files on their way in, read and analysed, and the same files on their way out again.
class UploadArea
{
public:
    explicit UploadArea(Core &core)
        : m_core(core)
    {
    }

    /// POST athlete/{id}/activities: 201 if anything was new, 200 if all of it was known.
    [[nodiscard]] http::Response upload(const http::Request &request);

private:
    struct Arrival;

    [[nodiscard]] domain::Result<QList<Arrival>> arrivals(const http::Request &request);
    [[nodiscard]] domain::Result<Arrival> arrival(const QString &name, const QByteArray &bytes, const Owner &owner);
    [[nodiscard]] QString nameOf(const domain::Activity &activity, const QString &given, std::optional<qint64> planned);
    QString keep(UploadedActivity uploaded, const Arrival &from, const QUrlQuery &query, std::optional<qint64> event);

    Core &m_core;
};

}
