// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/json/bulk.h"

#include <cstring>
#include <limits>
#include <simdjson.h>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace json {

namespace {

using domain::Plain;
namespace ondemand = simdjson::ondemand;

constexpr int deepest = 100; ///< deeper ones are left to a parser that does not call itself
constexpr size_t mostKeys = 2000;
constexpr size_t pieceBytes = 256 << 10;
constexpr size_t longestKey = 200; ///< of those that tell where objects begin
constexpr std::string_view blanks = " \t\r\n";

/// The keys met so far. The service writes the fields of all objects in the same order, so each key knows which one
/// came after it last time: comparing with that one is nearly always enough.
class Keys
{
public:
    static constexpr int strange = -1; ///< one of too many
    static constexpr int escaped = -2; ///< whatever it means

    explicit Keys(const RowSink &sink)
        : m_sink(sink)
    {
        m_keys.push_back({}); // before the first one
    }

    /// The key that begins there, after its quote. Texts are kept with the quote that ends them.
    [[nodiscard]] int find(const char *begin, const char *end)
    {
        const int guess = m_keys[size_t(m_last)].next;
        const std::string &expected = m_keys[size_t(guess)].text;
        if (guess > 0 && size_t(end - begin) >= expected.size()
            && std::memcmp(begin, expected.data(), expected.size()) == 0)
            return m_last = guess;
        return search(begin, end);
    }

    void beginObject()
    {
        m_last = 0;
        ++m_object;
    }
    [[nodiscard]] int field(int key) const { return m_keys[size_t(key)].field; }
    /// Whether the object has had this key before.
    [[nodiscard]] bool isRepeated(int key) { return std::exchange(m_keys[size_t(key)].object, m_object) == m_object; }

private:
    struct Key {
        std::string text;
        int field = -1;
        int next = 0;
        qsizetype object = 0;
    };

    int search(const char *begin, const char *end)
    {
        const auto *quote = static_cast<const char *>(std::memchr(begin, '"', size_t(end - begin)));
        std::string text(begin, quote ? quote + 1 : end);
        if (text.find('\\') != text.npos)
            return escaped;
        const auto known = m_places.find(text);
        if (known == m_places.end() && m_keys.size() > mostKeys)
            return strange;
        const int place = known == m_places.end() ? add(std::move(text)) : known->second;
        m_keys[size_t(m_last)].next = place;
        return m_last = place;
    }

    int add(std::string text)
    {
        const int place = int(m_keys.size());
        m_keys.push_back({text, m_sink.fieldIndex(std::string_view(text).substr(0, text.size() - 1)), 0, 0});
        m_places.emplace(std::move(text), place);
        return place;
    }

    const RowSink &m_sink;
    std::vector<Key> m_keys;
    std::unordered_map<std::string, int> m_places;
    int m_last = 0;
    qsizetype m_object = 0;
};

std::string_view withoutBlanks(std::string_view text)
{
    const size_t end = text.find_last_not_of(blanks);
    return text.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

float sampleOf(const Plain &plain)
{
    switch (plain.kind) {
    case Plain::Kind::Integer:
        return float(double(plain.integer));
    case Plain::Kind::Real:
        return float(plain.real);
    case Plain::Kind::Bool:
        return plain.truth ? 1.0F : 0.0F;
    default:
        return std::numeric_limits<float>::quiet_NaN();
    }
}

/// Every value is read, whoever wants it, because only what is read is checked.
class Walk
{
public:
    explicit Walk(RowSink &sink)
        : m_sink(sink)
    {
    }

    /// Reads "[" + entries + "]". The entries stand that far from the begin of the answer.
    bool piece(std::string_view entries, qsizetype offset)
    {
        const size_t size = entries.size() + 2;
        m_copy.resize(std::max(m_copy.size(), size + simdjson::SIMDJSON_PADDING));
        m_begin = m_copy.data();
        m_end = m_begin + size;
        m_offset = offset - 1;
        m_copy[0] = '[';
        std::memcpy(m_copy.data() + 1, entries.data(), entries.size());
        std::memset(m_copy.data() + size - 1, ']', 1);
        return !m_parser.iterate(m_begin, size, m_copy.size()).get(m_document) && list();
    }
    /// As if nothing had been read.
    void restart() { m_count = 0; }

private:
    bool list()
    {
        ondemand::array entries;
        if (m_document.get_array().get(entries))
            return false;
        for (auto entry : entries) {
            ondemand::value value;
            const char *at = nullptr;
            if (entry.get(value) || ++m_count > mostRecords || m_document.current_location().get(at))
                return false;
            const bool read = *at == '{' ? object(value, at) : other(value, at);
            if (!read)
                return false;
        }
        const char *after = nullptr;
        return m_document.current_location().get(after) == simdjson::OUT_OF_BOUNDS; // nothing follows the list
    }

    bool close(const char *at, bool usual)
    {
        const char *next = nullptr;
        if (m_document.current_location().get(next))
            return false;
        const auto text = withoutBlanks({at, size_t(next - at)});
        return m_sink.close(m_offset + (at - m_begin), qsizetype(text.size()), usual);
    }

    bool other(ondemand::value &value, const char *at)
    {
        m_sink.open();
        return check(value, 1) && close(at, false);
    }

    bool object(ondemand::value &value, const char *at)
    {
        ondemand::object fields;
        if (value.get_object().get(fields))
            return false;
        m_sink.open();
        m_keys.beginObject();
        bool usual = true;
        for (auto entry : fields) {
            if (entry.error() || !take(std::move(entry).value_unsafe(), usual))
                return false;
        }
        return close(at, usual);
    }

    /// One field of an object.
    bool take(ondemand::field &&field, bool &usual)
    {
        const int key = m_keys.find(field.key().raw(), m_end);
        usual = usual && key != Keys::escaped; // the object as a whole tells
        const int index = key < 0 ? -1 : m_keys.field(key);
        usual = usual && index != RowSink::foreign;
        if (index < 0)
            return check(field.value(), 1);
        usual = !m_keys.isRepeated(key) && usual;
        Plain plain;
        bool isNull = false;
        if (!read(field.value(), plain, isNull, 1))
            return false;
        usual = usual && (isNull || m_sink.set(index, plain));
        return true;
    }

    bool check(ondemand::value &value, int depth)
    {
        Plain plain;
        bool isNull = false;
        return read(value, plain, isNull, depth);
    }

    /// Most values are null.
    bool read(ondemand::value &value, Plain &plain, bool &isNull, int depth)
    {
        return !value.is_null().get(isNull) && (isNull || readValue(value, plain, depth));
    }

    bool readValue(ondemand::value &value, Plain &plain, int depth)
    {
        ondemand::json_type type {};
        if (value.type().get(type))
            return false;
        switch (type) {
        case ondemand::json_type::null:
            return false; // another word
        case ondemand::json_type::boolean:
            plain.kind = Plain::Kind::Bool;
            return !value.get_bool().get(plain.truth);
        case ondemand::json_type::number:
            return number(value, plain);
        case ondemand::json_type::string:
            plain.kind = Plain::Kind::Text;
            return text(value, plain.text);
        case ondemand::json_type::array:
            plain.kind = Plain::Kind::List;
            return depth < deepest && list(value, plain, depth);
        case ondemand::json_type::object:
            plain.kind = Plain::Kind::Object;
            return depth < deepest && fields(value, depth);
        }
        return false;
    }

    /// Beyond 64 bits whole numbers are read as others are.
    static bool number(ondemand::value &value, Plain &plain)
    {
        int64_t whole = 0;
        plain.kind = Plain::Kind::Integer;
        if (!value.get_int64().get(whole)) {
            plain.integer = whole;
            return true;
        }
        plain.kind = Plain::Kind::Real;
        return !value.get_double().get(plain.real) && (plain.real != 0 || isZero(value.raw_json_token()));
    }

    /// What is too small for a double is no sound number to the parser that reads the text again.
    static bool isZero(std::string_view token)
    {
        return token.substr(0, token.find_first_of("eE")).find_first_of("123456789") == token.npos;
    }

    /// A text without escapes has been checked as part of the whole, and stands there as it is.
    static bool text(ondemand::value &value, std::string_view &text)
    {
        const std::string_view token = withoutBlanks(value.raw_json_token());
        const std::string_view inner = token.substr(1, std::max<size_t>(token.size(), 2) - 2);
        if (std::memchr(inner.data(), '\\', inner.size()))
            return !value.get_string().get(text);
        text = inner;
        ondemand::raw_json_string raw;
        return token.size() >= 2 && token.back() == '"' && !value.get_raw_json_string().get(raw);
    }

    bool list(ondemand::value &value, Plain &plain, int depth)
    {
        ondemand::array entries;
        if (value.get_array().get(entries))
            return false;
        plain.wholeNumbers = true;
        plain.samples = &m_samples;
        if (depth == 1)
            m_samples.clear();
        for (auto entry : entries) {
            Plain part;
            bool isNull = false;
            if (entry.error())
                return false;
            ondemand::value &&inner = std::move(entry).value_unsafe();
            if (!read(inner, part, isNull, depth + 1))
                return false;
            plain.wholeNumbers = plain.wholeNumbers && !isNull && part.kind == Plain::Kind::Integer
                && part.integer == qint64(int(part.integer));
            if (depth == 1)
                m_samples.push_back(isNull ? std::numeric_limits<float>::quiet_NaN() : sampleOf(part));
        }
        return true;
    }

    bool fields(ondemand::value &value, int depth)
    {
        ondemand::object object;
        if (value.get_object().get(object))
            return false;
        for (auto entry : object) {
            if (entry.error())
                return false;
            ondemand::field &&field = std::move(entry).value_unsafe();
            std::string_view key;
            if (field.unescaped_key().get(key) || !check(field.value(), depth + 1))
                return false;
        }
        return true;
    }

    RowSink &m_sink;
    Keys m_keys {m_sink};
    std::vector<char> m_copy;
    std::vector<float> m_samples; ///< of the last list that stood in no other one
    const char *m_begin = nullptr;
    const char *m_end = nullptr;
    qsizetype m_offset = 0;
    qsizetype m_count = 0;
    ondemand::parser m_parser;
    ondemand::document m_document;
};

/// The begin of every entry, as far as the first one tells: "{", a key and its colon. Empty if it tells nothing.
std::string_view beginOf(std::string_view entries)
{
    const size_t colon = entries.substr(0, longestKey).find(':');
    return entries.starts_with('{') && colon != entries.npos ? entries.substr(0, colon + 1) : std::string_view();
}

/// How many bytes of the entries to read next: up to a comma that looks as if it stood between two of them. If it does
/// not, a string or an object ends too early, and the piece is refused.
size_t pieceOf(std::string_view entries, std::string_view begin)
{
    if (begin.empty() || entries.size() <= pieceBytes)
        return entries.size();
    const size_t found = entries.substr(0, pieceBytes).rfind("}," + std::string(begin));
    return found == entries.npos ? entries.size() : found + 1;
}

}

bool takeApart(QByteArrayView body, RowSink &sink)
{
    std::string_view rest = withoutBlanks({body.data(), size_t(body.size())});
    if (rest.starts_with("\xef\xbb\xbf")) // the mark of byte order
        rest.remove_prefix(3);
    rest.remove_prefix(std::min(rest.find_first_not_of(blanks), rest.size()));
    if (rest.size() < 2 || rest.front() != '[' || rest.back() != ']')
        return false;
    const std::string_view all = rest.substr(1, rest.size() - 2);
    const auto offsetOf = [&body](std::string_view text) { return qsizetype(text.data() - body.data()); };
    Walk walk(sink);
    // In pieces, what simdjson notes about them stays in the processor's cache.
    const std::string_view begin = beginOf(all);
    for (std::string_view left = all;;) {
        const size_t size = pieceOf(left, begin);
        if (!walk.piece(left.substr(0, size), offsetOf(left)))
            break;
        if (size == left.size())
            return true;
        left.remove_prefix(size + 1);
    }
    if (pieceOf(all, begin) == all.size())
        return false;
    walk.restart();
    sink.restart();
    return walk.piece(all, offsetOf(all));
}

}
