// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"

namespace ui {

/// An error in words for people: one sentence, and what can be done about it.
struct ErrorText {
    enum class Action { None, Retry, SignIn };

    QString sentence;
    Action action = Action::None;
};

[[nodiscard]] ErrorText errorText(const domain::Error &error);

}
