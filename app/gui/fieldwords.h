// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/fieldwords.h"

namespace store {
class Store;
}

namespace app {

/// The name of a wellness field by its key; empty if it is not known.
[[nodiscard]] QString wellnessName(const QString &key);
/// With the units of the athlete.
[[nodiscard]] items::FieldWords fieldWords(const store::Store &store, const QLocale &locale);

}
