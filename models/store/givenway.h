// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/store/merge.h"

namespace store {

/// What was typed here and gave way to the service: it stands in the history, and nothing of it is sent.
struct GivenWay {
    domain::LocalId id;
    Kind kind = Kind::Event;
    QString name; ///< of the item; empty if it has none
    QList<FieldConflict> fields; ///< mine is what was kept
    bool locked = false; ///< the service lets nobody change them any more; else they follow from a text of theirs
};

}
