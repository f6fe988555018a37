// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/request.h"
#include "api/http/transport.h"

#include <functional>
#include <vector>

namespace fault {

/// What the line makes of one exchange.
struct Ending {
    enum class Pace {
        Prompt,
        Silent, ///< after what arrived nothing comes, until somebody loses patience
        Dripping, ///< a byte now and then, never enough for anybody to call it silence
    };

    http::Arrival arrival;
    QByteArray body; ///< that arrives
    bool sent = true; ///< the request left this machine
    Pace pace = Pace::Prompt;
};

/// What a fault may answer with.
struct Answers {
    http::Response honest; ///< nothing if the service was not reached
    http::Response earlier; ///< to another request before this one
    http::Response stale; ///< to this request, had it been asked before the last change
    http::Response stray; ///< to the same request about something else
};

/// One way in which an exchange goes wrong.
struct FaultKind {
    const char *name = "";
    bool applied = false; ///< the service did what it was asked, whatever came back
    /// The person has to wait for so long before anything may be tried again; it counts as part of the fault.
    std::chrono::seconds closed {0};
    std::function<Ending(const Answers &)> end;
};

[[nodiscard]] const std::vector<FaultKind> &faultKinds();
[[nodiscard]] const FaultKind *faultKind(const char *name); ///< nothing if there is none of this name

/// The same as it would arrive over a sound line.
[[nodiscard]] Ending soundly(const http::Response &response);

}
