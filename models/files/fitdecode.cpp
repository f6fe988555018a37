// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/fitdecode.h"

#include "models/files/fitcrc.h"
#include "models/files/fitdevelopers.h"
#include "models/files/fitprofile.h"

#include <cstring>

using namespace Qt::StringLiterals;

namespace files::fit {

const Field *Message::find(int number) const
{
    for (auto field = layout.fields.rbegin(); field != layout.fields.rend(); ++field) {
        if (field->number == number)
            return &*field;
    }
    return nullptr;
}

std::optional<qint64> Message::integer(int number) const
{
    const Field *field = find(number);
    if (!field || field->count() == 0)
        return {};
    return integerAt(data + field->offset, field->type, layout.bigEndian);
}

double Message::number(int number) const
{
    const Field *field = find(number);
    return field && field->count() > 0 ? numberAt(data + field->offset, field->type, layout.bigEndian) : noNumber;
}

QString Message::text(int number) const
{
    const Field *field = find(number);
    return field && field->type == BaseType::String ? textAt(data + field->offset, field->size) : QString();
}

namespace {

constexpr qint64 shortHeader = 12;
constexpr qint64 longHeader = 14;
constexpr qint64 checksumSize = 2;
constexpr qint64 messagesBetweenLooks = 4096; ///< at the cancel flag

constexpr quint8 compressedBit = 0x80;
constexpr quint8 definitionBit = 0x40;
constexpr quint8 developerBit = 0x20;

/// Walks over the records of one file. A layout is understood once, when it is defined; messages are handed on in
/// place.
class Decoder
{
public:
    Decoder(QByteArrayView bytes, const Bounds &bounds, Visitor &visitor)
        : m_bytes(reinterpret_cast<const uchar *>(bytes.data()))
        , m_size(bytes.size())
        , m_bounds(bounds)
        , m_visitor(visitor)
    {
    }

    Outcome run()
    {
        if (!readHeader())
            return m_outcome;
        if (readMessages() && m_dataEnd + checksumSize <= m_size) {
            const quint16 written = loadAs<quint16>(m_bytes + m_dataEnd, false);
            if (written != checksum(QByteArrayView(m_bytes, m_dataEnd)))
                fail(Trouble::FileChecksum, m_dataEnd);
        }
        return m_outcome;
    }

private:
    bool fail(Trouble trouble, qint64 at)
    {
        if (m_outcome.trouble == Trouble::None) {
            m_outcome.trouble = trouble;
            m_outcome.at = at;
        }
        return false;
    }

    bool readHeader()
    {
        m_outcome.end = m_size;
        if (m_size == 0)
            return fail(Trouble::Empty, 0);
        if (m_size < shortHeader || std::memcmp(m_bytes + 8, ".FIT", 4) != 0)
            return fail(Trouble::NotFit, 0);
        const qint64 header = m_bytes[0];
        if ((header != shortHeader && header != longHeader) || m_size < header + checksumSize)
            return fail(Trouble::HeaderSize, 0);
        const qint64 dataSize = loadAs<quint32>(m_bytes + 4, false);
        m_position = header;
        m_dataEnd = header + dataSize;
        m_readEnd = std::min(m_dataEnd, m_size);
        if (dataSize == 0) {
            fail(Trouble::Unfinished, 4);
            m_readEnd = m_size;
        } else if (m_dataEnd + checksumSize > m_size) {
            fail(Trouble::Cut, m_size);
        } else {
            m_outcome.end = m_dataEnd + checksumSize;
        }
        if (m_outcome.end > m_bounds.bytes)
            return fail(Trouble::TooLarge, m_bounds.bytes);
        const quint16 sum = header == longHeader ? loadAs<quint16>(m_bytes + shortHeader, false) : 0;
        if (sum != 0 && sum != checksum(QByteArrayView(m_bytes, shortHeader)))
            fail(Trouble::HeaderChecksum, shortHeader);
        return true;
    }

    bool readMessages()
    {
        qint64 records = 0;
        while (m_position < m_readEnd) {
            if (++records > m_bounds.records)
                return fail(Trouble::TooManyRecords, m_position);
            if (records % messagesBetweenLooks == 0 && m_bounds.isCancelled())
                return fail(Trouble::Cancelled, m_position);
            const quint8 header = m_bytes[m_position];
            const bool isDefinition = (header & (compressedBit | definitionBit)) == definitionBit;
            if (!(isDefinition ? define(header) : readMessage(header)))
                return false;
        }
        return true;
    }

    [[nodiscard]] bool holds(qint64 bytes) const { return bytes <= m_readEnd - m_position; }

    bool define(quint8 header)
    {
        const uchar *at = m_bytes + m_position;
        const bool developers = header & developerBit;
        if (!holds(6) || !holds(6 + 3 * at[5] + (developers ? 1 : 0)))
            return fail(Trouble::Overrun, m_position);
        const int count = at[5];
        const int developerCount = developers ? at[6 + 3 * count] : 0;
        const qint64 size = 6 + 3 * count + (developers ? 1 + 3 * developerCount : 0);
        if (!holds(size))
            return fail(Trouble::Overrun, m_position);

        Layout &layout = m_layouts[header & 0x0F];
        layout.defined = true;
        layout.local = header & 0x0F;
        layout.bigEndian = at[2] != 0;
        layout.message = loadAs<quint16>(at + 3, layout.bigEndian);
        layout.size = 0;
        layout.timestampAt = -1;
        layout.fields.clear();
        layout.developerFields.clear();
        for (const uchar *field = at + 6; field != at + 6 + 3 * count; field += 3)
            addField(layout, field);
        for (const uchar *field = at + 7 + 3 * count; field < at + size; field += 3) {
            layout.developerFields.push_back(
                {.offset = layout.size, .number = field[0], .size = field[1], .developer = field[2]});
            layout.size += field[1];
        }
        m_position += size;
        m_developers.resolve(layout);
        m_visitor.defined(layout);
        return true;
    }

    void addField(Layout &layout, const uchar *at)
    {
        const auto type = size_t(at[2] & baseTypeMask);
        if (type >= baseSizes.size()) {
            ++m_outcome.unknownFields;
        } else {
            layout.fields.push_back({.offset = layout.size, .number = at[0], .size = at[1], .type = BaseType(type)});
            if (at[0] == common::timestamp && at[1] == 4 && BaseType(type) == BaseType::UInt32)
                layout.timestampAt = int(layout.size);
        }
        layout.size += at[1];
    }

    bool readMessage(quint8 header)
    {
        const bool compressed = header & compressedBit;
        Layout &layout = m_layouts[compressed ? (header >> 5) & 0x03 : header & 0x0F];
        if (!layout.defined)
            return fail(Trouble::Undefined, m_position);
        if (!holds(1 + qint64(layout.size)))
            return fail(Trouble::Overrun, m_position);
        if (!layout.developerFields.empty() && layout.resolvedAt != m_developers.state()) {
            m_developers.resolve(layout);
            m_visitor.defined(layout);
        }
        const Message message {layout, m_bytes + m_position + 1, timestampOf(layout, header)};
        m_position += 1 + qint64(layout.size);
        if (compressed && !message.timestamp) {
            ++m_outcome.withoutReference;
            return true;
        }
        ++m_outcome.messages;
        if (layout.message == messages::fieldDescription || layout.message == messages::developerDataId)
            m_developers.note(message);
        return m_visitor.visit(message) || fail(Trouble::Stopped, m_position);
    }

    /// A compressed header holds the last five bits of the time, which is the next one with these bits after the last.
    std::optional<quint32> timestampOf(const Layout &layout, quint8 header)
    {
        if (layout.timestampAt >= 0) {
            const auto time = loadAs<quint32>(m_bytes + m_position + 1 + layout.timestampAt, layout.bigEndian);
            if (time != 0xFFFFFFFF)
                return m_lastTime = time;
        }
        if (!(header & compressedBit) || !m_lastTime)
            return {};
        const quint32 bits = header & 0x1F;
        return m_lastTime = *m_lastTime + ((bits - *m_lastTime) & 0x1F);
    }

    const uchar *m_bytes;
    qint64 m_size;
    const Bounds &m_bounds;
    Visitor &m_visitor;
    Outcome m_outcome;
    qint64 m_position = 0;
    qint64 m_dataEnd = 0; ///< as the header says
    qint64 m_readEnd = 0; ///< as far as there are bytes
    std::array<Layout, 16> m_layouts;
    Developers m_developers;
    std::optional<quint32> m_lastTime;
};

}

Outcome decode(QByteArrayView bytes, const Bounds &bounds, Visitor &visitor)
{
    return Decoder(bytes, bounds, visitor).run();
}

QString Outcome::sentence() const
{
    const auto after
        = [this](const QString &what) { return u"%1 at byte %2, after %3 messages"_s.arg(what).arg(at).arg(messages); };
    switch (trouble) {
    case Trouble::None:
        break;
    case Trouble::Empty:
        return u"the file is empty"_s;
    case Trouble::NotFit:
        return u"this is not a FIT file: the mark .FIT is missing from its header"_s;
    case Trouble::HeaderSize:
        return u"the header of the file is damaged: it should be 12 or 14 bytes long"_s;
    case Trouble::TooLarge:
        return u"the file is larger than %1 bytes"_s.arg(at);
    case Trouble::HeaderChecksum:
        return u"the header of the file is damaged: its check sum is wrong"_s;
    case Trouble::Unfinished:
        return u"the recording was never finished: the header says that there is no data; %1 messages can be read"_s
            .arg(messages);
    case Trouble::Cut:
        return after(u"the file is cut off"_s);
    case Trouble::Undefined:
        return after(u"the file is damaged: a message of an undefined kind stands"_s);
    case Trouble::Overrun:
        return after(u"the file is damaged: a message reaches beyond the end of the data"_s);
    case Trouble::TooManyRecords:
        return after(u"the file has too many messages, the limit was reached"_s);
    case Trouble::Cancelled:
        return u"reading was cancelled"_s;
    case Trouble::Stopped:
        return after(u"reading stopped"_s);
    case Trouble::FileChecksum:
        return u"the file is damaged: the check sum of its %1 messages is wrong"_s.arg(messages);
    }
    return {};
}

}
