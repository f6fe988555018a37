// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/fitbytes.h"
#include "models/files/reading.h"

#include <QByteArrayView>
#include <vector>

namespace files::fit {

/// What a developer field means, as the file itself describes it.
struct Description {
    QString name;
    QString units;
    BaseType type = BaseType::Byte;
    double scale = 1;
    double offset = 0;
    int nativeMessage = -1; ///< the message and field of the profile that it stands for
    int nativeField = -1;
};

/// Where a field stands in the messages of a layout.
struct Field {
    quint32 offset = 0;
    quint8 number = 0;
    quint8 size = 0;
    quint8 developer = 255; ///< index of the developer, of developer fields
    BaseType type = BaseType::Byte;
    const Description *description = nullptr; ///< of developer fields; without one the field cannot be read

    /// How many values it holds; 0 if its size does not fit its type, and then it cannot be read.
    [[nodiscard]] int count() const { return size % sizeOf(type) == 0 ? size / sizeOf(type) : 0; }
};

/// A definition message: how the data messages of a local type are laid out until the next one for that type.
struct Layout {
    bool defined = false;
    bool bigEndian = false;
    quint8 local = 0;
    quint16 message = 0; ///< number in the profile
    quint32 size = 0; ///< of the data, without the header byte
    int timestampAt = -1;
    quint32 resolvedAt = 0; ///< which state of the descriptions the developer fields were looked up in
    std::vector<Field> fields; ///< those of known types, in the file's order
    std::vector<Field> developerFields;
};

/// A data message in place: it points into the bytes of the file and is only valid while it is visited.
struct Message {
    const Layout &layout;
    const uchar *data;
    std::optional<quint32> timestamp; ///< seconds of the format's epoch, from the field or the compressed header

    /// The last field of the number, or nothing.
    [[nodiscard]] const Field *find(int number) const;
    [[nodiscard]] std::optional<qint64> integer(int number) const; ///< the first value of a field
    [[nodiscard]] double number(int number) const; ///< the same, or NaN
    [[nodiscard]] QString text(int number) const;
};

/// Is handed the messages of a file in their order.
class Visitor
{
public:
    virtual ~Visitor() = default;
    /// A local type has a new layout, or its developer fields have got their descriptions.
    virtual void defined(const Layout &) { }
    /// Ends the decoding with false.
    virtual bool visit(const Message &message) = 0;
};

/// What is wrong with a file.
enum class Trouble {
    None,
    Empty,
    NotFit,
    HeaderSize,
    TooLarge, ///< nothing was decoded
    HeaderChecksum, ///< the messages were decoded all the same
    Unfinished,
    Cut,
    Undefined,
    Overrun,
    TooManyRecords,
    Cancelled,
    Stopped, ///< the messages before it were decoded
    FileChecksum, ///< all messages were decoded
};

/// How the decoding of one file ended.
struct Outcome {
    Trouble trouble = Trouble::None; ///< the first one
    qint64 at = 0; ///< byte of the trouble
    qint64 end = 0; ///< where the next file would begin if several are chained
    qint64 messages = 0;
    qint64 withoutReference = 0; ///< compressed times before any full one; their messages were skipped
    qint64 unknownFields = 0; ///< of types that the format does not know; skipped

    /// The trouble in a sentence, in the reader's own words.
    [[nodiscard]] QString sentence() const;
};

/// Decodes the one file at the start of the bytes. Developer fields are looked up by the file's own descriptions.
[[nodiscard]] Outcome decode(QByteArrayView bytes, const Bounds &bounds, Visitor &visitor);

}
