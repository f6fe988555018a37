// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"
#include "models/analysis/weekreview.h"

namespace cli {

/// A heading and rows of words and figures, the first row naming the columns. The same tables make text and page.
struct ReportTable {
    QString title;
    QList<QStringList> rows;
};

/// The review of a week as tables for people; what has no data is left out.
[[nodiscard]] QList<ReportTable> reportTables(const analysis::WeekReview &review);
/// The line above the tables: which week it is.
[[nodiscard]] QString reportTitle(const analysis::WeekReview &review);

/// The review for machines: seconds, metres, kilograms, percent; what is not known is absent.
[[nodiscard]] QJsonObject reportJson(const analysis::WeekReview &review);

/// One page that needs nothing else, with the name of the athlete. Text from outside is text in it, never markup.
[[nodiscard]] QByteArray reportPage(const analysis::WeekReview &review, const QString &athlete);

}
