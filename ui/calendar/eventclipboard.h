// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"

#include <QMimeData>
#include <memory>

namespace ui {

/// Events on the clipboard: our own form for pasting back in full, and plain text for everything else.
namespace eventclipboard {

[[nodiscard]] std::unique_ptr<QMimeData> write(const QList<domain::Event> &events);
/// Empty if the clipboard holds no events of ours.
[[nodiscard]] QList<domain::Event> read(const QMimeData *data);

}

}
