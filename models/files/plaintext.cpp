// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/plaintext.h"

#include <QCryptographicHash>
#include <QStringConverter>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace files {

namespace {

/// The length of the character that starts here, 0 if none does.
qsizetype characterAt(QByteArrayView bytes, qsizetype at)
{
    const auto byte = [&](qsizetype i) { return at + i < bytes.size() ? uchar(bytes[at + i]) : uchar(0); };
    const auto continues = [&](qsizetype i) { return (byte(i) & 0xC0) == 0x80; };
    const uchar first = byte(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first < 0xE0)
        return continues(1) ? 2 : 0;
    if (first >= 0xE0 && first < 0xF0) {
        const bool overlong = first == 0xE0 && byte(1) < 0xA0;
        const bool half = first == 0xED && byte(1) > 0x9F;
        return continues(1) && continues(2) && !overlong && !half ? 3 : 0;
    }
    if (first >= 0xF0 && first < 0xF5) {
        const bool overlong = first == 0xF0 && byte(1) < 0x90;
        const bool beyond = first == 0xF4 && byte(1) > 0x8F;
        return continues(1) && continues(2) && continues(3) && !overlong && !beyond ? 4 : 0;
    }
    return 0;
}

QString withDecoder(QStringConverter::Encoding encoding, const QByteArray &bytes)
{
    QStringDecoder decoder(encoding, QStringConverter::Flag::Stateless);
    return decoder(bytes);
}

/// Characters that change how the text around them is read, or that nobody sees.
bool isTrick(char16_t c)
{
    const bool direction = c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return direction || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c >= 0xFFFE;
}

}

qsizetype firstBadUtf8(QByteArrayView bytes)
{
    if (bytes.isValidUtf8())
        return -1;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype length = characterAt(bytes, at);
        if (length == 0)
            return at;
        at += length;
    }
    return -1;
}

QString fromWindowsWestern(QByteArrayView bytes)
{
    // What Latin-1 has as controls; 0 where the code page has nothing.
    static constexpr std::array<char16_t, 32> specials {0x20AC,
        0,
        0x201A,
        0x0192,
        0x201E,
        0x2026,
        0x2020,
        0x2021,
        0x02C6,
        0x2030,
        0x0160,
        0x2039,
        0x0152,
        0,
        0x017D,
        0,
        0,
        0x2018,
        0x2019,
        0x201C,
        0x201D,
        0x2022,
        0x2013,
        0x2014,
        0x02DC,
        0x2122,
        0x0161,
        0x203A,
        0x0153,
        0,
        0x017E,
        0x0178};
    QString text = QString::fromLatin1(bytes);
    for (QChar &c : text) {
        if (c >= QChar(0x80) && c < QChar(0xA0)) {
            const char16_t special = specials[c.unicode() - 0x80];
            c = special ? QChar(special) : QChar(QChar::ReplacementCharacter);
        }
    }
    return text;
}

QByteArray utf8FromWindowsWestern(QByteArrayView bytes)
{
    constexpr qsizetype piece = 65'536;
    QByteArray utf8;
    utf8.reserve(bytes.size() + bytes.size() / 8);
    for (qsizetype at = 0; at < bytes.size(); at += piece)
        utf8 += fromWindowsWestern(bytes.sliced(at, std::min(piece, bytes.size() - at))).toUtf8();
    return utf8;
}

Decoded decoded(const QByteArray &bytes)
{
    if (bytes.startsWith("\xFF\xFE"))
        return {withDecoder(QStringConverter::Utf16LE, bytes.mid(2)).toUtf8(), u"UTF-16"_s};
    if (bytes.startsWith("\xFE\xFF"))
        return {withDecoder(QStringConverter::Utf16BE, bytes.mid(2)).toUtf8(), u"UTF-16"_s};
    const bool marked = bytes.startsWith("\xEF\xBB\xBF");
    const QByteArray unmarked = marked ? bytes.mid(3) : bytes;
    if (QByteArrayView(unmarked).isValidUtf8())
        return {unmarked, u"UTF-8"_s};
    if (marked)
        return {QString::fromUtf8(unmarked).toUtf8(), u"UTF-8"_s};
    return {utf8FromWindowsWestern(bytes), u"windows-1252"_s, false};
}

QString plain(QStringView text)
{
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (pair) {
            clean += c;
            clean += text.at(++i);
        } else if (c.isSurrogate()) {
            clean += QChar(QChar::ReplacementCharacter);
        } else if (c == u'\r') {
            if (i + 1 >= text.size() || text.at(i + 1) != u'\n')
                clean += u'\n';
        } else if (c == u'\n' || c == u'\t' || !(c.category() == QChar::Other_Control || isTrick(c.unicode()))) {
            clean += c;
        }
    }
    return clean;
}

QString plainLine(QStringView text, qsizetype most)
{
    QString line = plain(text.left(most * 4)).simplified().left(most);
    if (!line.isEmpty() && line.back().isHighSurrogate())
        line.chop(1);
    return line;
}

QString plainKey(QStringView text)
{
    constexpr qsizetype longest = 250;
    const QString key = plain(text).simplified();
    if (key.size() <= longest)
        return key;
    const QByteArray hash = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha1).toHex();
    return plainLine(key, longest - hash.size() - 1) + u'~' + QString::fromLatin1(hash);
}

std::optional<double> numberIn(QStringView text)
{
    const QStringView digits = text.trimmed();
    if (digits.isEmpty() || digits.size() > 40)
        return {};
    bool reads = false;
    double value = digits.toDouble(&reads);
    if (!reads && digits.contains(u','))
        value = digits.toString().replace(u',', u'.').toDouble(&reads);
    return reads && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

QString numberText(double value, int decimals)
{
    QString text = QString::number(value, 'f', decimals);
    if (text.contains(u'.')) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(u'.'))
            text.chop(1);
    }
    return text == "-0"_L1 ? u"0"_s : text;
}

}
