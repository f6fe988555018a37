// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/fitcrc.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QtEndian>
#include <array>

namespace support {

/// Numbers as bytes in the order they are given, in either byte order.
template<typename... T>
[[nodiscard]] QByteArray bytesOf(bool bigEndian, T... values)
{
    QByteArray bytes;
    const auto append = [&](auto value) {
        std::array<char, sizeof(value)> raw;
        if (bigEndian)
            qToBigEndian(value, raw.data());
        else
            qToLittleEndian(value, raw.data());
        bytes.append(raw.data(), raw.size());
    };
    (append(values), ...);
    return bytes;
}

template<typename... T>
[[nodiscard]] QByteArray little(T... values)
{
    return bytesOf(false, values...);
}

/// The words of a refusal; empty if it was none.
template<typename Result>
[[nodiscard]] QString refusalOf(const Result &result)
{
    return result.ok() ? QString() : result.error().detail;
}

/// A field of a definition: number, size, and base type, or for developer fields the developer's index.
struct BuiltField {
    int number;
    int size;
    int type;
};

/// Puts a FIT file together record by record, right or wrong.
class FitBuilder
{
public:
    FitBuilder &define(int local,
        quint16 message,
        const QList<BuiltField> &fields,
        const QList<BuiltField> &developers = {},
        bool bigEndian = false)
    {
        m_data += little(quint8(0x40 | (developers.isEmpty() ? 0 : 0x20) | local), quint8(0), quint8(bigEndian));
        m_data += bytesOf(bigEndian, message);
        append(fields);
        if (!developers.isEmpty())
            append(developers);
        return *this;
    }
    FitBuilder &data(int local, const QByteArray &values)
    {
        m_data += char(local) + values;
        return *this;
    }
    FitBuilder &compressed(int local, int time, const QByteArray &values)
    {
        m_data += char(0x80 | local << 5 | time) + values;
        return *this;
    }
    FitBuilder &raw(const QByteArray &bytes)
    {
        m_data += bytes;
        return *this;
    }
    FitBuilder &fileId(int type)
    {
        define(0, 0, {{0, 1, 0}, {1, 2, 0x84}});
        return data(0, little(quint8(type), quint16(1)));
    }

    [[nodiscard]] QByteArray file(int headerSize = 14) const
    {
        return fileOf(m_data, quint32(m_data.size()), headerSize);
    }
    [[nodiscard]] static QByteArray fileOf(const QByteArray &data, quint32 size, int headerSize = 14)
    {
        QByteArray bytes = little(quint8(headerSize), quint8(0x20), quint16(2189), size) + ".FIT";
        if (headerSize == 14)
            bytes += little(files::fit::checksum(bytes));
        bytes += data;
        return bytes + little(files::fit::checksum(bytes));
    }

private:
    void append(const QList<BuiltField> &fields)
    {
        m_data += char(fields.size());
        for (const auto &field : fields)
            m_data += little(quint8(field.number), quint8(field.size), quint8(field.type));
    }

    QByteArray m_data;
};

}
