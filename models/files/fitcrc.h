// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace files::fit {

/// The check sum of FIT files: 16 bits, reflected polynomial A001, starting from 0.
[[nodiscard]] quint16 checksum(QByteArrayView bytes);

}
