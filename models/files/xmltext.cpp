// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/xmltext.h"

#include "models/files/plaintext.h"

#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using domain::unreadable;

namespace files {

namespace {

constexpr int mostAttributes = 100;

/// Where the declaration names the encoding, as long as the name is; nothing without one.
struct Declared {
    qsizetype at = 0;
    qsizetype length = 0;
};

std::optional<Declared> declaredEncoding(const QByteArray &bytes)
{
    if (!bytes.startsWith("<?xml"))
        return {};
    const QByteArray start = bytes.left(300);
    const QByteArray head = start.left(std::max<qsizetype>(start.indexOf("?>"), 0));
    qsizetype at = head.indexOf("encoding");
    if (at < 0)
        return {};
    for (at += 8; at < head.size() && head.at(at) != '"' && head.at(at) != '\'';)
        ++at;
    const qsizetype end = at < head.size() ? head.indexOf(head.at(at), at + 1) : -1;
    return end < 0 ? std::nullopt : std::optional(Declared {at + 1, end - at - 1});
}

domain::Result<QByteArray> asUtf8Xml(const QByteArray &bytes)
{
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF"))
        return decoded(bytes).utf8;
    if (bytes.startsWith("\xEF\xBB\xBF"))
        return bytes.mid(3);
    const auto declared = declaredEncoding(bytes);
    const QByteArray encoding = declared ? bytes.mid(declared->at, declared->length).trimmed().toLower() : QByteArray();
    if (encoding == "iso-8859-1" || encoding == "latin1" || encoding == "windows-1252" || encoding == "iso-8859-15")
        return utf8FromWindowsWestern(bytes);
    // Programs that print into a text say UTF-16 and then write UTF-8.
    if (!encoding.isEmpty() && encoding != "utf-8" && encoding != "utf8" && encoding != "us-ascii"
        && encoding != "utf-16")
        return unreadable(
            u"encoding"_s, u"not one that is read: %1"_s.arg(plainLine(QString::fromLatin1(encoding), 40)));
    return bytes;
}

/// UTF-8 that says so: the stream reader believes the declaration.
domain::Result<QByteArray> decodedXml(const QByteArray &bytes)
{
    auto utf8 = asUtf8Xml(bytes);
    if (!utf8)
        return utf8;
    if (const qsizetype bad = firstBadUtf8(*utf8); bad >= 0)
        return unreadable(u"byte %1"_s.arg(bad), u"not UTF-8"_s);
    if (const auto declared = declaredEncoding(*utf8); declared && utf8->mid(declared->at, declared->length) != "utf-8")
        utf8->replace(declared->at, declared->length, "utf-8");
    return utf8;
}

/// Whether an & names what XML knows without a document type, or a character by its number.
bool beginsReference(QByteArrayView text)
{
    const QByteArrayView start = text.first(std::min<qsizetype>(10, text.size()));
    const QByteArray name = start.sliced(1, std::max<qsizetype>(0, start.indexOf(';') - 1)).toByteArray();
    if (!name.startsWith('#'))
        return name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos";
    bool number = false;
    const uint code = name.startsWith("#x") ? name.mid(2).toUInt(&number, 16) : name.mid(1).toUInt(&number);
    return number && code > 0;
}

/// Walks over the markup once, without making anything of it.
class Scan
{
public:
    Scan(QByteArrayView text, const Bounds &bounds)
        : m_text(text)
        , m_bounds(bounds)
    {
    }

    std::optional<domain::Error> run()
    {
        for (qsizetype at = m_text.indexOf('<'); at >= 0 && at < m_text.size(); at = m_text.indexOf('<', at)) {
            if (++m_elements % 4096 == 0 && m_bounds.isCancelled())
                return cancelledError();
            const QByteArrayView rest = m_text.sliced(at);
            if (rest.startsWith("<!--"))
                at = after("-->", at + 4);
            else if (rest.startsWith("<![CDATA["))
                at = after("]]>", at + 9);
            else if (rest.startsWith("<!"))
                return unreadable(u"document type"_s, u"files with one are not read"_s);
            else if (rest.startsWith("<?"))
                at = after("?>", at + 2);
            else if (auto error = element(at))
                return error;
        }
        return {};
    }

private:
    qsizetype after(QByteArrayView end, qsizetype from) const
    {
        const qsizetype at = m_text.indexOf(end, from);
        return at < 0 ? m_text.size() : at + end.size();
    }

    std::optional<domain::Error> element(qsizetype &at)
    {
        const bool closing = at + 1 < m_text.size() && m_text.at(at + 1) == '/';
        int attributes = 0;
        char quote = 0;
        for (++at; at < m_text.size() && (quote != 0 || m_text.at(at) != '>'); ++at) {
            const char c = m_text.at(at);
            if (quote != 0)
                quote = c == quote ? '\0' : quote;
            else if (c == '"' || c == '\'')
                quote = c;
            else if (c == '=' && ++attributes > mostAttributes)
                return unreadable(u"line %1"_s.arg(line(at)), u"more than %1 attributes"_s.arg(mostAttributes));
        }
        if (closing)
            --m_depth;
        else if (at > 0 && m_text.at(at - 1) != '/' && ++m_depth > m_bounds.depth)
            return unreadable(u"line %1"_s.arg(line(at)), u"elements nested deeper than %1"_s.arg(m_bounds.depth));
        return {};
    }

    qsizetype line(qsizetype at) const { return std::count(m_text.begin(), m_text.begin() + at, '\n') + 1; }

    QByteArrayView m_text;
    const Bounds &m_bounds;
    qint64 m_elements = 0;
    int m_depth = 0;
};

}

domain::Result<QByteArray> xmlText(const QByteArray &file, const Bounds &bounds)
{
    // Some services put blanks in front of the declaration, which a strict reader refuses.
    qsizetype blanks = 0;
    while (blanks < file.size() && QByteArrayView(" \t\r\n").contains(file.at(blanks)))
        ++blanks;
    const QByteArray bytes = file.mid(blanks);
    if (bytes.size() > bounds.bytes)
        return unreadable(u"size"_s, u"more than %1 bytes"_s.arg(bounds.bytes));
    auto text = decodedXml(bytes);
    if (!text)
        return text;
    if (const qsizetype nul = text->indexOf('\0'); nul >= 0)
        return unreadable(u"byte %1"_s.arg(nul), u"a zero"_s);
    if (const auto error = Scan(*text, bounds).run())
        return *error;
    return text;
}

MendedXml withPlainAmpersands(const QByteArray &text)
{
    MendedXml mended;
    qsizetype copied = 0;
    qsizetype line = 1;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QByteArrayView rest = QByteArrayView(text).sliced(at);
        if (rest.startsWith("<!--") || rest.startsWith("<![CDATA[")) {
            const qsizetype end = text.indexOf(rest.startsWith("<!--") ? "-->" : "]]>", at);
            at = end < 0 ? text.size() : end;
        } else if (rest.startsWith('&') && !beginsReference(rest)) {
            const QByteArrayView before = QByteArrayView(text).sliced(copied, at - copied);
            line += before.count('\n');
            mended.text += before;
            mended.text += "&amp;";
            copied = at + 1;
            if (mended.lines.isEmpty() || mended.lines.last() != line)
                mended.lines.append(line);
        }
    }
    mended.text = copied == 0 ? text : mended.text + text.mid(copied);
    return mended;
}

domain::Error xmlError(const QXmlStreamReader &xml)
{
    const QString words = plainLine(xml.errorString(), 200);
    return unreadable(u"line %1"_s.arg(xml.lineNumber()), words.isEmpty() ? u"not XML"_s : words);
}

domain::Error cancelledError()
{
    return unreadable({}, u"cancelled"_s);
}

}
