// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/customitem.h"

#include "models/domain/fieldsimpl.h"

using namespace Qt::StringLiterals;

namespace domain {

template<>
struct Fields<CustomItem> {
    static constexpr auto all = std::tuple {
        field("id"_L1, &CustomItem::id, Access::ReadOnly),
        field("type"_L1, &CustomItem::type),
        field("name"_L1, &CustomItem::name),
        field("description"_L1, &CustomItem::description),
        field("visibility"_L1, &CustomItem::visibility),
        field("index"_L1, &CustomItem::index),
        field("content"_L1, &CustomItem::content),
        field("updated"_L1, &CustomItem::updated, Access::ReadOnly),
    };
};

MICROCYCLE_INSTANTIATE_FIELDS(CustomItem)

}
