// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <optional>

namespace fault {

/// One thing that somebody does. What it is done to is the pick-th of what they see then, counted round, so that a
/// script still means something when parts of it are left out.
struct Action {
    enum class What {
        Wait,
        Create,
        Rename,
        Recolour,
        AddLine,
        Rewrite,
        Move,
        Remove,
        Log, ///< a comment on a day
        // Only people with a client do these.
        AddFolder,
        AddTemplate,
        RewriteTemplate,
        RemoveFromLibrary,
        Undo,
        Redo,
        Choose,
        Sync,
        Fail, ///< the pick-th kind of fault strikes one of the next requests
        Leave, ///< there is no network any more
        Return,
        Restart, ///< the program is killed and started again
    };
    static constexpr int web = 3; ///< as who; 0 to 2 are the clients

    int who = 0;
    What what = What::Wait;
    int pick = 0;
};

using Script = QList<Action>;

/// The same from the same seed.
[[nodiscard]] Script scriptOf(quint32 seed, int actions);
/// As text, "a.rename.3 web.remove.1", and back; nothing if it is no script.
[[nodiscard]] QString textOf(const Script &script);
[[nodiscard]] std::optional<Script> scriptFrom(const QString &text);

}
