// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/fitbytes.h"

#include <QByteArray>
#include <QList>

namespace files::fit {

/// A field to be written; a missing number becomes the format's mark for none.
struct OutField {
    int number = 0;
    BaseType type = BaseType::UInt8;
    std::optional<quint32> value = {};
    QByteArray text = {}; ///< UTF-8, of strings; padded with NUL to their size
    int size = 0; ///< of strings, with the NUL
};

/// Puts messages together to a file: little endian, one local type, defined anew when the layout changes.
class MessageWriter
{
public:
    void add(int message, const QList<OutField> &fields);
    /// The whole file, with header and check sums.
    [[nodiscard]] QByteArray file() const;
    [[nodiscard]] const QByteArray &data() const { return m_data; }

private:
    QByteArray m_data;
    QByteArray m_definition; ///< the last one
};

}
