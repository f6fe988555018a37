// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <algorithm>
#include <optional>

namespace workout {

// Far above any workout and far below what seconds or metres made of it could overflow.
inline constexpr double largestNumber = 1e7;

/// A position in a text with the few moves that the grammar needs.
class Cursor
{
public:
    explicit Cursor(QStringView text)
        : m_text(text)
    {
    }
    [[nodiscard]] qsizetype position() const { return m_at; }
    void moveTo(qsizetype position) { m_at = position; }
    [[nodiscard]] QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead >= 0 && m_at + ahead < m_text.size() ? m_text.at(m_at + ahead) : QChar();
    }
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] bool atBoundary() const { return atEnd() || !(peek().isLetterOrNumber() || peek() == u'%'); }
    void skipBlanks()
    {
        while (!atEnd() && peek().isSpace())
            ++m_at;
    }
    bool take(QChar c)
    {
        if (peek().toLower() != c)
            return false;
        ++m_at;
        return true;
    }
    /// Takes the word, which is in lower case, if it stands here as a whole in any case.
    bool takeWord(QLatin1StringView word)
    {
        if (peek().toLower() != word.front() || !m_text.mid(m_at, word.size()).startsWith(word, Qt::CaseInsensitive))
            return false;
        const qsizetype before = m_at;
        m_at += word.size();
        if (!atEnd() && peek().isLetterOrNumber()) {
            m_at = before;
            return false;
        }
        return true;
    }
    /// Digits, with decimals if there are any. Six of these count, so that what is printed reads as the same number.
    std::optional<double> number()
    {
        if (!isDigit(peek()))
            return {};
        double whole = 0;
        for (; isDigit(peek()); ++m_at)
            whole = std::min(whole * 10 + (peek().unicode() - u'0'), largestNumber);
        if (peek() != u'.' || !isDigit(peek(1)))
            return whole;
        ++m_at;
        double scale = 1;
        for (; isDigit(peek()); ++m_at) {
            if (scale >= 1e6)
                continue;
            whole = whole * 10 + (peek().unicode() - u'0');
            scale *= 10;
        }
        return std::min(whole / scale, largestNumber);
    }
    /// A hyphen, or one of the dashes and the minus that word processors make of it.
    bool takeDash()
    {
        const QChar c = peek();
        if (c != u'-' && !(c >= u'\u2010' && c <= u'\u2014') && c != u'\u2212')
            return false;
        ++m_at;
        return true;
    }
    /// The letters that stand here, with nothing but letters in them.
    [[nodiscard]] QStringView letters() const
    {
        qsizetype end = m_at;
        while (end < m_text.size() && m_text.at(end).isLetter())
            ++end;
        return m_text.mid(m_at, end - m_at);
    }
    void skip(qsizetype characters) { m_at += characters; }
    static bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

}
