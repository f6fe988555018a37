// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cli {

/// From now on an interrupt (Ctrl+C) and a request to end leave the event loop in good order, with exit code 0.
void quitOnSignals();

}
