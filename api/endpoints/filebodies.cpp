// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/filebodies.h"

namespace endpoints {

domain::Result<QByteArray> workoutFile(const QByteArray &body)
{
    constexpr qsizetype start = 4096;
    const QByteArray head = body.left(start).toLower();
    const bool fit = body.size() > 12 && body.mid(8, 4) == ".FIT";
    const bool text = head.contains("[course header]") || head.contains("<workout_file");
    if (!fit && !text)
        return domain::malformed(QStringLiteral("workout"), QStringLiteral("the answer is no workout file"));
    return body;
}

domain::Result<QByteArray> activityFile(const QByteArray &body)
{
    const QByteArray head = body.left(4096).toLower();
    const bool packed = body.startsWith("\x1f\x8b") || body.startsWith("PK\x03\x04");
    const bool fit = body.size() > 12 && body.mid(8, 4) == ".FIT";
    if (!packed && !fit && !head.contains("<gpx") && !head.contains("<trainingcenterdatabase"))
        return domain::malformed(QStringLiteral("activity"), QStringLiteral("the answer is no activity file"));
    return body;
}

domain::Result<QByteArray> zipFile(const QByteArray &body)
{
    const bool zip = body.startsWith("PK\x03\x04") || body.startsWith("PK\x05\x06"); // the second one is empty
    if (!zip)
        return domain::malformed(QStringLiteral("files"), QStringLiteral("the answer is no zip"));
    return body;
}

}
