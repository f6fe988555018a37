// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace files {

/// The text of bytes, and what they were taken for; not sure where nothing in them says so. It stays in UTF-8, which
/// most files are, so that it need not be a second one in memory.
struct Decoded {
    QByteArray utf8; ///< valid
    QString encoding;
    bool certain = true;

    [[nodiscard]] QString text() const { return QString::fromUtf8(utf8); }
};

/// By the byte order mark; without one UTF-8, and what is not UTF-8 is taken for Windows Western.
[[nodiscard]] Decoded decoded(const QByteArray &bytes);

/// The place of the first byte that UTF-8 does not allow there; -1 if there is none.
[[nodiscard]] qsizetype firstBadUtf8(QByteArrayView bytes);
[[nodiscard]] QString fromWindowsWestern(QByteArrayView bytes);
/// The same in UTF-8, made piece by piece.
[[nodiscard]] QByteArray utf8FromWindowsWestern(QByteArrayView bytes);

/// Outside text with line breaks of one kind and without control characters, direction overrides and broken halves.
[[nodiscard]] QString plain(QStringView text);
/// The same in one line, cut at a length that no name needs.
[[nodiscard]] QString plainLine(QStringView text, qsizetype most = 500);

/// A key in one line. One that is too long ends in a hash of all of it, so that it stays another one than its
/// neighbours.
[[nodiscard]] QString plainKey(QStringView text);

/// A finite number with blanks around it and a point or a comma in it.
[[nodiscard]] std::optional<double> numberIn(QStringView text);
/// As many decimals as it takes, at most so many; never an exponent.
[[nodiscard]] QString numberText(double value, int decimals);

}
