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

/// What the declaration names in lower case, empty without one.
QByteArray declaredEncoding(const QByteArray &bytes)
{
    if (!bytes.startsWith("<?xml"))
        return {};
    const QByteArray head = bytes.left(std::clamp<qsizetype>(bytes.indexOf("?>"), 0, 300));
    qsizetype at = head.indexOf("encoding");
    if (at < 0)
        return {};
    for (at += 8; at < head.size() && head.at(at) != '"' && head.at(at) != '\'';)
        ++at;
    const qsizetype end = at < head.size() ? head.indexOf(head.at(at), at + 1) : -1;
    return end < 0 ? QByteArray() : head.mid(at + 1, end - at - 1).trimmed().toLower();
}

domain::Result<QString> decodedXml(const QByteArray &bytes)
{
    const bool marked
        = bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF") || bytes.startsWith("\xEF\xBB\xBF");
    const QByteArray encoding = marked ? QByteArray() : declaredEncoding(bytes);
    if (encoding == "iso-8859-1" || encoding == "latin1" || encoding == "windows-1252" || encoding == "iso-8859-15")
        return fromWindowsWestern(bytes);
    // Programs that print into a text say UTF-16 and then write UTF-8.
    if (!encoding.isEmpty() && encoding != "utf-8" && encoding != "utf8" && encoding != "us-ascii"
        && encoding != "utf-16")
        return unreadable(
            u"encoding"_s, u"not one that is read: %1"_s.arg(plainLine(QString::fromLatin1(encoding), 40)));
    if (!marked) {
        if (const qsizetype bad = firstBadUtf8(bytes); bad >= 0)
            return unreadable(u"byte %1"_s.arg(bad), u"not UTF-8"_s);
    }
    return decoded(bytes).text;
}

/// Whether an & names what XML knows without a document type, or a character by its number.
bool beginsReference(QStringView text)
{
    const qsizetype end = text.left(10).indexOf(u';');
    const QStringView name = text.mid(1, std::max<qsizetype>(0, end - 1));
    if (!name.startsWith(u'#'))
        return name == "amp"_L1 || name == "lt"_L1 || name == "gt"_L1 || name == "quot"_L1 || name == "apos"_L1;
    bool number = false;
    const uint code = name.startsWith("#x"_L1) ? name.mid(2).toUInt(&number, 16) : name.mid(1).toUInt(&number);
    return number && code > 0;
}

/// Walks over the markup once, without making anything of it.
class Scan
{
public:
    Scan(QStringView text, const Bounds &bounds)
        : m_text(text)
        , m_bounds(bounds)
    {
    }

    std::optional<domain::Error> run()
    {
        for (qsizetype at = m_text.indexOf(u'<'); at >= 0 && at < m_text.size(); at = m_text.indexOf(u'<', at)) {
            if (++m_elements % 4096 == 0 && m_bounds.isCancelled())
                return cancelledError();
            const QStringView rest = m_text.mid(at);
            if (rest.startsWith("<!--"_L1))
                at = after("-->"_L1, at + 4);
            else if (rest.startsWith("<![CDATA["_L1))
                at = after("]]>"_L1, at + 9);
            else if (rest.startsWith("<!"_L1))
                return unreadable(u"document type"_s, u"files with one are not read"_s);
            else if (rest.startsWith("<?"_L1))
                at = after("?>"_L1, at + 2);
            else if (auto error = element(at))
                return error;
        }
        return {};
    }

private:
    qsizetype after(QLatin1StringView end, qsizetype from) const
    {
        const qsizetype at = m_text.indexOf(end, from);
        return at < 0 ? m_text.size() : at + end.size();
    }

    std::optional<domain::Error> element(qsizetype &at)
    {
        const bool closing = at + 1 < m_text.size() && m_text.at(at + 1) == u'/';
        int attributes = 0;
        QChar quote;
        for (++at; at < m_text.size() && (!quote.isNull() || m_text.at(at) != u'>'); ++at) {
            const QChar c = m_text.at(at);
            if (!quote.isNull())
                quote = c == quote ? QChar() : quote;
            else if (c == u'"' || c == u'\'')
                quote = c;
            else if (c == u'=' && ++attributes > mostAttributes)
                return unreadable(u"line %1"_s.arg(line(at)), u"more than %1 attributes"_s.arg(mostAttributes));
        }
        if (closing)
            --m_depth;
        else if (at > 0 && m_text.at(at - 1) != u'/' && ++m_depth > m_bounds.depth)
            return unreadable(u"line %1"_s.arg(line(at)), u"elements nested deeper than %1"_s.arg(m_bounds.depth));
        return {};
    }

    qsizetype line(qsizetype at) const { return m_text.left(at).count(u'\n') + 1; }

    QStringView m_text;
    const Bounds &m_bounds;
    qint64 m_elements = 0;
    int m_depth = 0;
};

}

domain::Result<QString> xmlText(const QByteArray &file, const Bounds &bounds)
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
    if (const qsizetype nul = text->indexOf(QChar(0)); nul >= 0)
        return unreadable(u"character %1"_s.arg(nul), u"a zero"_s);
    if (const auto error = Scan(*text, bounds).run())
        return *error;
    return text;
}

MendedXml withPlainAmpersands(const QString &text)
{
    MendedXml mended;
    qsizetype copied = 0;
    qsizetype line = 1;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QStringView rest = QStringView(text).mid(at);
        if (rest.startsWith("<!--"_L1) || rest.startsWith("<![CDATA["_L1)) {
            const qsizetype end = text.indexOf(rest.startsWith("<!--"_L1) ? "-->"_L1 : "]]>"_L1, at);
            at = end < 0 ? text.size() : end;
        } else if (rest.startsWith(u'&') && !beginsReference(rest)) {
            const QStringView before = QStringView(text).mid(copied, at - copied);
            line += before.count(u'\n');
            mended.text += before.toString() + "&amp;"_L1;
            copied = at + 1;
            if (mended.lines.isEmpty() || mended.lines.last() != line)
                mended.lines.append(line);
        }
    }
    mended.text += QStringView(text).mid(copied);
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
