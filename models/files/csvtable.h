// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/files/reading.h"

#include <QStringList>
#include <functional>

namespace files {

/// What a reader of CSV had to guess; whoever shows a preview asks where it is not sure.
struct CsvGuess {
    enum class DateOrder { YearFirst, DayFirst, MonthFirst };

    QString encoding;
    bool encodingCertain = true;
    QChar separator = u',';
    bool separatorCertain = true;
    DateOrder dateOrder = DateOrder::YearFirst;
    bool dateOrderCertain = true;
    bool decimalComma = false;
    bool decimalCertain = true; ///< false: "1,234" could be either

    friend bool operator==(const CsvGuess &, const CsvGuess &) = default;
};

/// Rows of cells below a header, before anything is made of them.
struct CsvTable {
    struct Row {
        int line = 0; ///< where it begins in the file
        QStringList cells; ///< as many as the header has
    };
    QStringList header;
    QList<Row> rows;
    CsvGuess guess;
    QList<Note> notes;
};

/// The text of a table, walked over row by row as often as wanted, so that its rows need not all be there at once. RFC
/// 4180 and its relatives with semicolons or tabs; a mark against formulas is taken off again.
class CsvText
{
public:
    [[nodiscard]] static domain::Result<CsvText> of(
        const QByteArray &bytes, const Bounds &bounds, std::optional<QChar> separator);

    using Take = std::function<void(const CsvTable &head, CsvTable::Row row)>;
    /// Hands over each row with the table's header, and answers with all but the rows.
    [[nodiscard]] domain::Result<CsvTable> walk(const Bounds &bounds, const Take &take) const;

private:
    QByteArray m_utf8;
    CsvGuess m_guess;
};

[[nodiscard]] domain::Result<CsvTable> readCsvTable(
    const QByteArray &bytes, const Bounds &bounds = {}, std::optional<QChar> separator = {});

/// One line, its end included. Cells that a spreadsheet would take for a formula get an apostrophe in front.
[[nodiscard]] QByteArray csvLine(const QStringList &cells);

/// The apostrophe in front of what would be a formula, and of what already has one; plain numbers stay.
[[nodiscard]] QString guarded(const QString &cell);
[[nodiscard]] QString unguarded(const QString &cell);

}
