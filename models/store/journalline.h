// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/gesture.h"

#include <QDateTime>

namespace store {

/// One edit as the journal keeps it: with the key of its operation, and of which gesture it is a part.
struct JournalEdit {
    QString opId;
    QString gestureId;
    QDateTime at; ///< UTC
    Verb verb = Verb::Edit;
    QString subject; ///< of the gesture
    int count = 1; ///< edits of the gesture
    Edit edit;
};

/// What one line of a journal says.
struct JournalLine {
    enum class Type { Owner, Edit, Acknowledged };
    Type type = Type::Edit;
    QString text; ///< of Owner: whose edits they are; of Acknowledged: the key of the operation
    JournalEdit edit;
};

/// Longer lines are neither written nor read, in bytes.
constexpr qint64 longestJournalLine = 1 << 20;

/// A checksum, a blank, a JSON object, and the end of the line.
[[nodiscard]] QByteArray journalText(const JournalLine &line);
/// Nothing if the checksum is wrong or the object is none of ours.
[[nodiscard]] std::optional<JournalLine> journalLine(const QByteArray &text);

/// The edit as JSON, as a person may take it elsewhere.
[[nodiscard]] QJsonObject journalJson(const JournalEdit &edit);

}
