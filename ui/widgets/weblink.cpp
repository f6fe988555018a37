// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/weblink.h"

#include <QDesktopServices>

using namespace Qt::StringLiterals;

namespace ui {

bool isWebLinkAllowed(const QUrl &url)
{
    if (!url.isValid() || url.scheme() != "https"_L1 || !url.userInfo().isEmpty() || url.port() != -1)
        return false;
    return url.host() == "intervals.icu"_L1 || url.host().endsWith(".intervals.icu"_L1);
}

bool openWebLink(const QUrl &url)
{
    return isWebLinkAllowed(url) && QDesktopServices::openUrl(url);
}

}
