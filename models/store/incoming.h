// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/activity.h"
#include "models/domain/event.h"
#include "models/domain/wellness.h"

#include <variant>

namespace store {

/// One object of a long answer: its key, the object as the service wrote it, and its single values. Text and value are
/// those of the answer, which has to stay as long.
struct Incoming {
    QString remoteId;
    QByteArrayView text;
    std::variant<const domain::Event *, const domain::Activity *, const domain::Wellness *> value;
};

}
