// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace ui {

/// Whether a link may leave the program: https to the service's own host, without user name or odd port.
[[nodiscard]] bool isWebLinkAllowed(const QUrl &url);

/// Opens the link in the browser; false, and nothing happens, if it is not allowed. The host stands in the text of
/// the button that calls this.
bool openWebLink(const QUrl &url);

}
