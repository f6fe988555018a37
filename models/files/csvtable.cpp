// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/csvtable.h"

#include "models/files/plaintext.h"
#include "models/files/xmltext.h"

#include <QSet>
#include <QStringDecoder>
#include <array>

using namespace Qt::StringLiterals;
using domain::unreadable;

namespace files {

namespace {

constexpr qsizetype mostColumns = 1000;
constexpr qsizetype longestCell = 1'048'576;
constexpr qsizetype mostRemarks = 50;

bool opensFormula(QChar c)
{
    return QStringView(u"=+-@\t\r").contains(c);
}

/// Whether behind any number of apostrophes comes what opens a formula.
bool needsMark(QStringView cell)
{
    qsizetype at = 0;
    while (at < cell.size() && cell.at(at) == u'\'')
        ++at;
    return at < cell.size() && opensFormula(cell.at(at));
}

bool isPlainNumber(QStringView cell)
{
    const auto isNumeric = [](QChar c) { return (c >= u'0' && c <= u'9') || QStringView(u"+-.,eE").contains(c); };
    return std::all_of(cell.begin(), cell.end(), isNumeric) && numberIn(cell) && !cell.front().isSpace();
}

/// The separator that the first line has most of.
std::pair<QChar, bool> guessSeparator(QByteArrayView text)
{
    std::array<qsizetype, 3> counts {};
    const QByteArrayView separators = ",;\t";
    bool quoted = false;
    for (const char c : text.first(std::min(longestCell, text.size()))) {
        if (c == '"')
            quoted = !quoted;
        if (!quoted && (c == '\n' || c == '\r'))
            break;
        if (const qsizetype kind = quoted ? -1 : separators.indexOf(c); kind >= 0)
            ++counts[size_t(kind)];
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    const auto seen = std::count_if(counts.begin(), counts.end(), [](qsizetype count) { return count > 0; });
    return {QLatin1Char(separators.at(most - counts.begin())), seen == 1};
}

/// A part of the text. A mark of byte order within is a character as any other; that of the file is gone already.
QString textOf(QByteArrayView part)
{
    QStringDecoder decoder(
        QStringConverter::Utf8, QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom);
    return decoder(part);
}

/// Takes the text apart, character by character.
class TableReader
{
public:
    TableReader(QByteArrayView text, QChar separator, const Bounds &bounds, const CsvText::Take &take)
        : m_text(text)
        , m_separator(separator.toLatin1())
        , m_bounds(bounds)
        , m_take(take)
    {
    }

    std::optional<domain::Error> run(CsvTable &table)
    {
        while (m_at < m_text.size()) {
            CsvTable::Row row {m_line, {}};
            if (auto error = readRow(row.cells))
                return error;
            const bool blank = row.cells.size() == 1 && row.cells.first().trimmed().isEmpty();
            if (blank)
                continue;
            if (auto error = table.header.isEmpty() ? takeHeader(table, row.cells) : takeRow(table, std::move(row)))
                return error;
            if (row.line % 1024 == 0 && m_bounds.isCancelled())
                return cancelledError();
        }
        if (table.header.isEmpty())
            return unreadable(u"header"_s, u"the file is empty"_s);
        return {};
    }

private:
    using Failure = std::optional<domain::Error>;

    Failure takeHeader(CsvTable &table, const QStringList &cells) const
    {
        QSet<QString> seen;
        for (const auto &cell : cells) {
            const QString name = plainLine(cell, 100);
            if (!name.isEmpty() && seen.contains(name.toLower()))
                return unreadable(u"line %1"_s.arg(m_line - 1), u"two columns are called %1"_s.arg(name));
            seen.insert(name.toLower());
            table.header << name;
        }
        return {};
    }

    Failure takeRow(CsvTable &table, CsvTable::Row row)
    {
        const auto surplus = row.cells.size() - table.header.size();
        if (surplus > 0 && table.notes.size() < mostRemarks)
            table.notes.append(
                {u"line %1"_s.arg(row.line), u"more cells than columns; the last %1 left out"_s.arg(surplus)});
        row.cells.resize(table.header.size());
        if (++m_rows > m_bounds.records)
            return unreadable(u"line %1"_s.arg(row.line), u"more than %1 rows"_s.arg(m_bounds.records));
        m_take(table, std::move(row));
        return {};
    }

    /// Up to the end of the line that is not within quotes.
    Failure readRow(QStringList &cells)
    {
        const int first = m_line;
        for (;;) {
            QString cell;
            if (auto error = readCell(cell))
                return error;
            cells << unguarded(cell);
            if (cells.size() > mostColumns)
                return unreadable(u"line %1"_s.arg(first), u"more than %1 columns"_s.arg(mostColumns));
            if (m_at >= m_text.size())
                return {};
            if (m_text.at(m_at) == m_separator) {
                ++m_at;
                if (m_at < m_text.size())
                    continue;
                cells << QString();
                return {};
            }
            skipLineEnd();
            return {};
        }
    }

    void skipLineEnd()
    {
        if (m_text.at(m_at) == '\r' && m_at + 1 < m_text.size() && m_text.at(m_at + 1) == '\n')
            ++m_at;
        ++m_at;
        ++m_line;
    }

    Failure readCell(QString &cell)
    {
        if (m_at < m_text.size() && m_text.at(m_at) == '"')
            return readQuoted(cell);
        const qsizetype start = m_at;
        while (m_at < m_text.size() && m_text.at(m_at) != m_separator && m_text.at(m_at) != '\n'
            && m_text.at(m_at) != '\r')
            ++m_at;
        if (m_at - start > longestCell)
            return unreadable(u"line %1"_s.arg(m_line), u"a cell of more than %1 characters"_s.arg(longestCell));
        cell = textOf(m_text.sliced(start, m_at - start));
        return {};
    }

    Failure readQuoted(QString &cell)
    {
        const int first = m_line;
        qsizetype start = ++m_at;
        for (;; ++m_at) {
            if (m_at >= m_text.size() || cell.size() + m_at - start > longestCell)
                return unreadable(u"line %1"_s.arg(first), u"a quote that is not closed"_s);
            const char c = m_text.at(m_at);
            const char next = m_at + 1 < m_text.size() ? m_text.at(m_at + 1) : '\0';
            if (c == '\n' || (c == '\r' && next != '\n'))
                ++m_line;
            if (c != '"')
                continue;
            cell += textOf(m_text.sliced(start, m_at - start));
            if (next != '"')
                break;
            cell += u'"';
            start = m_at + 2;
            ++m_at;
        }
        ++m_at;
        // Words behind the closing quote belong to the cell, as spreadsheets have it.
        QString rest;
        if (m_at < m_text.size() && m_text.at(m_at) != '"') {
            if (auto error = readCell(rest))
                return error;
        }
        cell += rest;
        return {};
    }

    QByteArrayView m_text; ///< what is looked for in it is a byte of its own in UTF-8
    char m_separator;
    const Bounds &m_bounds;
    const CsvText::Take &m_take;
    qint64 m_rows = 0;
    qsizetype m_at = 0;
    int m_line = 1;
};

}

domain::Result<CsvText> CsvText::of(const QByteArray &bytes, const Bounds &bounds, std::optional<QChar> separator)
{
    if (bytes.size() > bounds.bytes)
        return unreadable(u"size"_s, u"more than %1 bytes"_s.arg(bounds.bytes));
    const Decoded text = decoded(bytes);
    if (const qsizetype nul = text.utf8.indexOf('\0'); nul >= 0)
        return unreadable(u"line %1"_s.arg(text.utf8.first(nul).count('\n') + 1), u"a zero"_s);
    CsvText table;
    table.m_utf8 = text.utf8;
    table.m_guess.encoding = text.encoding;
    table.m_guess.encodingCertain = text.certain;
    const auto [guessed, certain] = guessSeparator(text.utf8);
    table.m_guess.separator = separator.value_or(guessed);
    table.m_guess.separatorCertain = separator || certain;
    return table;
}

domain::Result<CsvTable> CsvText::walk(const Bounds &bounds, const Take &take) const
{
    CsvTable table;
    table.guess = m_guess;
    if (const auto error = TableReader(m_utf8, m_guess.separator, bounds, take).run(table))
        return *error;
    return table;
}

domain::Result<CsvTable> readCsvTable(const QByteArray &bytes, const Bounds &bounds, std::optional<QChar> separator)
{
    const auto text = CsvText::of(bytes, bounds, separator);
    if (!text)
        return text.error();
    QList<CsvTable::Row> rows;
    auto table = text->walk(bounds, [&rows](const CsvTable &, CsvTable::Row row) { rows.append(std::move(row)); });
    if (table)
        table->rows = std::move(rows);
    return table;
}

QString guarded(const QString &cell)
{
    return needsMark(cell) && !isPlainNumber(cell) ? u'\'' + cell : cell;
}

QString unguarded(const QString &cell)
{
    return cell.startsWith(u'\'') && needsMark(cell) ? cell.mid(1) : cell;
}

QByteArray csvLine(const QStringList &cells)
{
    QString line;
    for (const auto &cell : cells) {
        if (&cell != &cells.first())
            line += u',';
        QString text = guarded(cell);
        const auto needsQuotes = [](QChar c) { return QStringView(u",;\"\t\r\n").contains(c); };
        const bool quoted
            = std::any_of(text.begin(), text.end(), needsQuotes) || text.startsWith(u' ') || text.endsWith(u' ');
        line += quoted ? u'"' + text.replace(u'"', u"\"\""_s) + u'"' : text;
    }
    // A line of one empty cell would be no line at all.
    return (cells.size() == 1 && line.isEmpty() ? u"\"\""_s : line).toUtf8() + "\r\n";
}

}
