// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/exchangecode.h"
#include "api/http/baseurl.h"
#include "app/cli/output.h"

namespace cli {

/// The options of "login" for signing in by browser. The client secret is read from standard input.
struct BrowserLogin {
    bool wanted = false;
    bool noBrowser = false; ///< only print the address
    std::string clientId;
};

/// One line of standard input, kept off the screen while it is typed after the prompt.
[[nodiscard]] domain::Result<QByteArray> typedLine(const char *prompt);

/// Waits until the person has answered in the browser.
[[nodiscard]] domain::Result<endpoints::Grant> grantByBrowser(
    const Output &output, const http::BaseUrl &base, const BrowserLogin &login);

}
