// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/csvtable.h"

namespace files {

/// The order of the numbers in the dates of a column, cell by cell; not sure if no date has a number above 12.
class DateOrderGuess
{
public:
    void add(QStringView cell);
    void tell(CsvGuess &guess) const;

private:
    bool m_any = false;
    bool m_dayFirst = false;
    bool m_monthFirst = false;
    bool m_dots = false;
};

/// A date with or without a time as the service writes it; the cell itself if it is neither.
[[nodiscard]] QString isoDate(const QString &cell, CsvGuess::DateOrder order);

}
