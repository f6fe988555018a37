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
    [[nodiscard]] QChar peek(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text.at(m_at + ahead) : QChar(); }
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
    /// Takes the word if it stands here as a whole, ignoring case.
    bool takeWord(QLatin1StringView word)
    {
        if (!m_text.mid(m_at, word.size()).startsWith(word, Qt::CaseInsensitive))
            return false;
        const qsizetype before = m_at;
        m_at += word.size();
        if (!atEnd() && peek().isLetterOrNumber()) {
            m_at = before;
            return false;
        }
        return true;
    }
    std::optional<double> number()
    {
        qsizetype end = m_at;
        while (end < m_text.size() && isDigit(m_text.at(end)))
            ++end;
        if (end == m_at)
            return {};
        if (end + 1 < m_text.size() && m_text.at(end) == u'.' && isDigit(m_text.at(end + 1))) {
            ++end;
            while (end < m_text.size() && isDigit(m_text.at(end)))
                ++end;
        }
        const double value = m_text.mid(m_at, std::min<qsizetype>(end - m_at, 24)).toDouble();
        m_at = end;
        return std::min(value, largestNumber);
    }
    bool takeDash()
    {
        const QChar c = peek();
        if (c != u'-' && c != u'\u2013' && c != u'\u2014')
            return false;
        ++m_at;
        return true;
    }
    static bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

}
