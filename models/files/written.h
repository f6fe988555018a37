// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/reading.h"

#include <QByteArray>

namespace files {

/// A file as bytes, and what of its source the format could not hold.
struct Written {
    QByteArray bytes;
    QList<Note> notes;
};

}
