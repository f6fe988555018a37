// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/csv.h"

namespace {

void require(bool holds)
{
    if (!holds)
        __builtin_trap();
}

/// Rows have a cell for each column; written below columns of their own, they are the same rows again.
void surviveTable(const files::CsvTable &table)
{
    QStringList names;
    for (qsizetype i = 0; i < table.header.size(); ++i)
        names << QString::number(i);
    QByteArray written = files::csvLine(names);
    QList<QStringList> rows;
    for (const auto &row : table.rows) {
        require(row.cells.size() == names.size() && row.line > 0);
        written += files::csvLine(row.cells);
        if (row.cells.size() > 1 || !row.cells.first().trimmed().isEmpty())
            rows << row.cells; // a row of one blank cell is none
        for (const auto &cell : row.cells) {
            const QString guarded = files::guarded(cell);
            require(files::unguarded(guarded) == cell);
            require(!guarded.startsWith(u'=') && !guarded.startsWith(u'@') && !guarded.startsWith(u'\t'));
        }
    }
    const auto again = files::readCsvTable(written, {}, u',');
    require(again.ok() && again->rows.size() == rows.size());
    for (qsizetype i = 0; i < rows.size(); ++i)
        require(again->rows.at(i).cells == rows.at(i));
}

}

/// Any bytes are a table within bounds or refused; its cells, written, are the same cells again, and no cell of ours is
/// a formula.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const auto table = files::readCsvTable(bytes))
        surviveTable(*table);
    const auto days = files::readWellnessCsv(bytes);
    if (days) {
        const auto again = files::readWellnessCsv(files::writeWellnessCsv(days->values));
        require(again.ok() && again->values.size() == days->values.size());
    }
    (void)files::readActivitiesCsv(bytes);
    return 0;
}
