// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtEndian>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace files::fit {

/// The kinds of value that a field of a FIT message holds, by their numbers in the format.
enum class BaseType : quint8 {
    Enum,
    SInt8,
    UInt8,
    SInt16,
    UInt16,
    SInt32,
    UInt32,
    String,
    Float32,
    Float64,
    UInt8z,
    UInt16z,
    UInt32z,
    Byte,
    SInt64,
    UInt64,
    UInt64z,
};

inline constexpr std::array<quint8, 17> baseSizes {1, 1, 1, 2, 2, 4, 4, 1, 4, 8, 1, 2, 4, 1, 8, 8, 8};
inline constexpr quint8 baseTypeMask = 0x1F; ///< the upper bits repeat what the number says already

[[nodiscard]] constexpr int sizeOf(BaseType type)
{
    return baseSizes[size_t(type)];
}

[[nodiscard]] constexpr bool isReal(BaseType type)
{
    return type == BaseType::Float32 || type == BaseType::Float64;
}

[[nodiscard]] constexpr bool isUnsigned64(BaseType type)
{
    return type == BaseType::UInt64 || type == BaseType::UInt64z;
}

template<typename T>
[[nodiscard]] inline T loadAs(const uchar *at, bool bigEndian)
{
    return bigEndian ? qFromBigEndian<T>(at) : qFromLittleEndian<T>(at);
}

inline constexpr double noNumber = std::numeric_limits<double>::quiet_NaN();

template<typename T>
[[nodiscard]] inline double numberUnless(T value, T invalid)
{
    return value == invalid ? noNumber : double(value);
}

/// The number at a place, or NaN if the format's mark for "none" stands there or it is text.
[[nodiscard]] Q_ALWAYS_INLINE double numberAt(const uchar *at, BaseType type, bool bigEndian)
{
    switch (type) {
    case BaseType::Enum:
    case BaseType::UInt8:
    case BaseType::Byte:
        return numberUnless<quint8>(*at, 0xFF);
    case BaseType::SInt8:
        return numberUnless<qint8>(qint8(*at), 0x7F);
    case BaseType::UInt8z:
        return numberUnless<quint8>(*at, 0);
    case BaseType::SInt16:
        return numberUnless<qint16>(loadAs<qint16>(at, bigEndian), 0x7FFF);
    case BaseType::UInt16:
        return numberUnless<quint16>(loadAs<quint16>(at, bigEndian), 0xFFFF);
    case BaseType::UInt16z:
        return numberUnless<quint16>(loadAs<quint16>(at, bigEndian), 0);
    case BaseType::SInt32:
        return numberUnless<qint32>(loadAs<qint32>(at, bigEndian), 0x7FFFFFFF);
    case BaseType::UInt32:
        return numberUnless<quint32>(loadAs<quint32>(at, bigEndian), 0xFFFFFFFF);
    case BaseType::UInt32z:
        return numberUnless<quint32>(loadAs<quint32>(at, bigEndian), 0);
    case BaseType::Float32:
        return double(loadAs<float>(at, bigEndian));
    case BaseType::Float64:
        return loadAs<double>(at, bigEndian);
    case BaseType::SInt64:
        return numberUnless<qint64>(loadAs<qint64>(at, bigEndian), std::numeric_limits<qint64>::max());
    case BaseType::UInt64:
        return numberUnless<quint64>(loadAs<quint64>(at, bigEndian), std::numeric_limits<quint64>::max());
    case BaseType::UInt64z:
        return numberUnless<quint64>(loadAs<quint64>(at, bigEndian), 0);
    case BaseType::String:
        break;
    }
    return noNumber;
}

/// The same as a whole number, exact also beyond 53 bits; unsigned 64 bits come as the signed number of the same bits.
[[nodiscard]] inline std::optional<qint64> integerAt(const uchar *at, BaseType type, bool bigEndian)
{
    const double number = numberAt(at, type, bigEndian);
    if (std::isnan(number))
        return {};
    if (sizeOf(type) == 8 && !isReal(type))
        return loadAs<qint64>(at, bigEndian);
    if (std::abs(number) > 9e18)
        return {};
    return qint64(std::llround(number));
}

/// Text up to the first NUL, or all of it without one; what is not UTF-8 becomes U+FFFD.
[[nodiscard]] inline QString textAt(const uchar *at, qsizetype size)
{
    const auto *chars = reinterpret_cast<const char *>(at);
    return QString::fromUtf8(chars, qsizetype(qstrnlen(chars, size_t(size))));
}

}
