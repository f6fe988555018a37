// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <string_view>
#include <vector>

namespace domain {

/// One value of a long answer while it is taken apart without a tree. Nulls are left out by who takes it apart.
struct Plain {
    enum class Kind { Bool, Integer, Real, Text, List, Object };

    Kind kind = Kind::Bool;
    bool truth = false;
    qint64 integer = 0;
    double real = 0;
    std::string_view text; ///< UTF-8, without escapes
    bool wholeNumbers = false; ///< a list of numbers of 32 bits and nothing else
    const std::vector<float> *samples = nullptr; ///< of a list: its entries, true as 1; what is no number as NaN
};

/// The place of a key in T's field table; -1 for what it does not know.
template<typename T>
[[nodiscard]] int fieldIndex(std::string_view key);

/// Sets the member at that place, as fromJson() would. False where the value does not have the usual form of its field:
/// then the whole object has to be read by fromJson(), which knows the other forms and what is an error. Lists and
/// objects are only looked at, not read.
template<typename T>
[[nodiscard]] bool setField(T &value, int index, const Plain &plain);

}
