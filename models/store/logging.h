// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace store {

Q_DECLARE_LOGGING_CATEGORY(lcStore)

}
