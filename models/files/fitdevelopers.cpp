// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/fitdevelopers.h"

#include "models/files/fitprofile.h"

namespace files::fit {

void Developers::note(const Message &message)
{
    if (message.layout.message == messages::fieldDescription) {
        describe(message);
        return;
    }
    if (message.layout.message != messages::developerDataId)
        return;
    if (const auto index = message.integer(developerDataId::index)) {
        m_developers[size_t(*index & 0xFF)] = std::make_unique<Fields>();
        ++m_state;
    }
}

void Developers::describe(const Message &message)
{
    const auto index = message.integer(fieldDescription::developerIndex);
    const auto number = message.integer(fieldDescription::number);
    const auto type = message.integer(fieldDescription::baseType);
    if (!index || !number || !type)
        return;
    const auto &fields = m_developers[size_t(*index & 0xFF)];
    const auto base = size_t(*type & baseTypeMask);
    if (!fields || (*fields)[size_t(*number & 0xFF)] || base >= baseSizes.size())
        return;
    auto description = std::make_unique<Description>();
    description->name = message.text(fieldDescription::name);
    description->units = message.text(fieldDescription::units);
    description->type = BaseType(base);
    const auto scale = message.integer(fieldDescription::scale);
    description->scale = scale && *scale != 0 ? double(*scale) : 1;
    description->offset = double(message.integer(fieldDescription::offset).value_or(0));
    description->nativeMessage = int(message.integer(fieldDescription::nativeMessage).value_or(-1));
    description->nativeField = int(message.integer(fieldDescription::nativeField).value_or(-1));
    (*fields)[size_t(*number & 0xFF)] = std::move(description);
    ++m_state;
}

void Developers::resolve(Layout &layout) const
{
    for (Field &field : layout.developerFields) {
        const auto &fields = m_developers[field.developer];
        const Description *description = fields ? (*fields)[field.number].get() : nullptr;
        field.description = description;
        field.type = description ? description->type : BaseType::Byte;
    }
    layout.resolvedAt = m_state;
}

}
