// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/csv.h"

namespace {

void require(bool holds)
{
    if (!holds)
        __builtin_trap();
}

}

/// Any bytes are a table within bounds or refused; its cells, written, are the same cells again, and no cell of ours is
/// a formula.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const auto table = files::readCsvTable(bytes)) {
        for (const auto &row : table->rows) {
            require(row.cells.size() == table->header.size() && row.line > 0);
            QStringList names;
            for (qsizetype i = 0; i < row.cells.size(); ++i)
                names << QString::number(i);
            const auto again = files::readCsvTable(files::csvLine(names) + files::csvLine(row.cells), {}, u',');
            const bool blank = row.cells.size() == 1 && row.cells.first().trimmed().isEmpty();
            require(again.ok() && (blank || again->rows.value(0).cells == row.cells));
            for (const auto &cell : row.cells) {
                const QString written = files::guarded(cell);
                require(files::unguarded(written) == cell);
                require(!written.startsWith(u'=') && !written.startsWith(u'@') && !written.startsWith(u'\t'));
            }
        }
    }
    const auto days = files::readWellnessCsv(bytes);
    if (days) {
        const auto again = files::readWellnessCsv(files::writeWellnessCsv(days->values));
        require(again.ok() && again->values.size() == days->values.size());
    }
    (void)files::readActivitiesCsv(bytes);
    return 0;
}
