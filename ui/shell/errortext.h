// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"

namespace ui {

/// An error in words for people: at most two sentences, with the item's name and what happens next.
struct ErrorText {
    enum class Action { None, Retry, SignIn };

    QString sentence;
    Action action = Action::None;
};

[[nodiscard]] ErrorText errorText(const domain::Error &error);

}
