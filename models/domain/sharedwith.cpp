// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/sharedwith.h"

#include "models/domain/fieldsimpl.h"

using namespace Qt::StringLiterals;

namespace domain {

template<>
struct Fields<SharedWith> {
    static constexpr auto all = std::tuple {
        field("id"_L1, &SharedWith::id),
        field("name"_L1, &SharedWith::name),
        field("canEdit"_L1, &SharedWith::canEdit),
    };
};

MICROCYCLE_INSTANTIATE_FIELDS(SharedWith)

}
