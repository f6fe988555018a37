// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/parse.h"

#include "models/workout/textreader.h"

namespace workout {

Workout parse(const QString &text)
{
    return TextReader().read(text);
}

}
