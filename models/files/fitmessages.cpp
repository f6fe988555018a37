// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/fitmessages.h"

#include "models/files/fitcrc.h"

namespace files::fit {

namespace {

constexpr char definitionHeader = 0x40;
constexpr char protocolVersion = 0x10;
constexpr quint16 profileVersion = 2189;

template<typename T>
void append(QByteArray &bytes, T value)
{
    std::array<char, sizeof(T)> raw;
    qToLittleEndian(value, raw.data());
    bytes.append(raw.data(), raw.size());
}

/// As the format writes it: with the mark of types that have a byte order.
char baseTypeByte(BaseType type)
{
    return char(quint8(type) | (sizeOf(type) > 1 ? 0x80 : 0));
}

void appendValue(QByteArray &data, const OutField &field)
{
    if (field.type == BaseType::String) {
        data.append(field.text.left(field.size - 1).leftJustified(field.size, '\0'));
        return;
    }
    const bool zeroIsNone
        = field.type == BaseType::UInt8z || field.type == BaseType::UInt16z || field.type == BaseType::UInt32z;
    const quint32 value = field.value.value_or(zeroIsNone ? 0 : 0xFFFFFFFF);
    switch (sizeOf(field.type)) {
    case 1:
        append(data, quint8(value));
        break;
    case 2:
        append(data, quint16(value));
        break;
    default:
        append(data, value);
        break;
    }
}

}

void MessageWriter::add(int message, const QList<OutField> &fields)
{
    QByteArray definition;
    definition.append(definitionHeader).append('\0').append('\0');
    append(definition, quint16(message));
    append(definition, quint8(fields.size()));
    for (const auto &field : fields) {
        append(definition, quint8(field.number));
        append(definition, quint8(field.type == BaseType::String ? field.size : sizeOf(field.type)));
        definition.append(baseTypeByte(field.type));
    }
    if (definition != m_definition)
        m_data.append(definition);
    m_definition = definition;
    m_data.append('\0');
    for (const auto &field : fields)
        appendValue(m_data, field);
}

QByteArray MessageWriter::file() const
{
    constexpr char headerSize = 14;
    QByteArray bytes;
    bytes.append(headerSize).append(protocolVersion);
    append(bytes, profileVersion);
    append(bytes, quint32(m_data.size()));
    bytes.append(".FIT");
    append(bytes, checksum(bytes));
    bytes.append(m_data);
    append(bytes, checksum(bytes));
    return bytes;
}

}
