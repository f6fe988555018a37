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

}
