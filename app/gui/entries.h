// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/demoserver.h"
#include "app/gui/accountwindow.h"

#include <QTemporaryDir>

namespace app {

/// The made-up athlete of this process: a server on this machine and a folder, both gone when this is.
class DemoAthlete
{
public:
    [[nodiscard]] domain::Result<AccountWindow::Entry> start(const domain::Clock &clock);

private:
    QTemporaryDir m_folder;
    demo::DemoServer m_server;
};

/// The account that the line of "microcycle-cli serve --json" in this file names.
[[nodiscard]] domain::Result<AccountWindow::Entry> entryFromFile(const QString &path);

}
