// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fields.h"
#include "models/domain/ids.h"
#include "models/store/summary.h"

#include <QJsonObject>

namespace store {

/// One entity before and after an edit; an empty side means it does not exist on that side.
struct Edit {
    domain::LocalId id;
    Kind kind = Kind::Event;
    QJsonObject before;
    QJsonObject after;
    QJsonObject derived; ///< figures estimated here and shown until the service answers; never sent

    [[nodiscard]] bool isCreate() const { return before.isEmpty(); }
    [[nodiscard]] bool isDelete() const { return after.isEmpty(); }
};

/// What a person did, for the menu's words; the words themselves are made in ui/. Keep makes a template of an event,
/// Plan events of templates; Discard takes back what waits to be sent, Choose ends a conflict, Restore brings an
/// earlier state back. The numbers stand in databases.
enum class Verb { Create, Move, Edit, Delete, Copy, Paste, Wellness, Activity, Keep, Plan, Discard, Choose, Restore };

/// Everything one gesture changes. It is stored, undone and redone as a whole.
struct Gesture {
    Verb verb = Verb::Edit;
    QString subject; ///< name of the first item or of the plan, or the day of wellness as YYYY-MM-DD
    QDate target; ///< of moves and copies: the day of the first item afterwards
    QList<Edit> edits;
};

/// The gesture without its edits: what a menu or a status line shows.
struct GestureInfo {
    Verb verb = Verb::Edit;
    QString subject;
    QDate target;
    int count = 0;
};

}
