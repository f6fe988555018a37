// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <array>
#include <utility>

namespace domain {

/// Specialised per enum: `static constexpr std::array all { std::pair { E::Ride, "Ride"_L1 }, … };`
template<typename E>
struct EnumNames;

/// An enum of the service that may grow: unknown text is kept and shown as it is. The enum needs a value Other.
template<typename E>
class OpenEnum
{
public:
    OpenEnum() = default;
    OpenEnum(E value)
        : m_value(value)
        , m_text(nameOf(value))
    {
    }
    static OpenEnum fromText(const QString &text)
    {
        OpenEnum result;
        result.m_text = text;
        for (const auto &[value, name] : EnumNames<E>::all) {
            if (text == name) {
                result.m_value = value;
                break;
            }
        }
        return result;
    }

    [[nodiscard]] E value() const { return m_value; }
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const OpenEnum &a, const OpenEnum &b) { return a.m_text == b.m_text; }
    friend bool operator==(const OpenEnum &a, E b) { return a.m_value == b && !a.m_text.isEmpty(); }

private:
    static QString nameOf(E wanted)
    {
        for (const auto &[value, name] : EnumNames<E>::all) {
            if (value == wanted)
                return name;
        }
        return {};
    }

    E m_value = E::Other;
    QString m_text;
};

}
