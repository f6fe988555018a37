// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/csvtable.h"

namespace files {

/// Sets the order of the numbers in the dates of these cells; it is not sure if no date has a number above 12.
void guessDateOrder(CsvGuess &guess, const QStringList &cells);

/// A date with or without a time as the service writes it; the cell itself if it is neither.
[[nodiscard]] QString isoDate(const QString &cell, CsvGuess::DateOrder order);

}
