// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/json/records.h"
#include "app/cli/context.h"
#include "models/domain/event.h"

namespace cli {

/// Events as a table for people, or as the service sent them; returns the exit code.
int printEvents(Context &context, const json::Records<domain::Event> &events);
int printEvents(Context &context, const domain::Result<json::Records<domain::Event>> &events);
int printEvent(Context &context, const domain::Result<json::Record<domain::Event>> &event);

}
