// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/files/reading.h"

namespace files {

/// A calendar file taken apart: of each event only the lines that are ever used, unfolded, as a component of its own.
struct IcsLines {
    struct Event {
        QByteArray component;
        int line = 0; ///< where it begins in the file
    };
    QByteArray method; ///< upper case
    QByteArray name;
    QList<Event> events;
    QList<Note> notes;
};

/// Checks the frame of the file and drops alarms, time zones, attachments, links and whatever programs add.
[[nodiscard]] domain::Result<IcsLines> readIcsLines(const QByteArray &bytes, const Bounds &bounds);

}
