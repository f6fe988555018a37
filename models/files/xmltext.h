// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/files/reading.h"

#include <QString>

class QXmlStreamReader;

namespace files {

/// The text of an XML file, in UTF-8, that a stream reader may safely be given: of a known encoding, without a document
/// type, and within bounds of depth and attributes, which are counted beforehand because the reader itself takes too
/// long. Give it to the reader as a device, which it decodes piece by piece; a whole text it would hold three times
/// more.
[[nodiscard]] domain::Result<QByteArray> xmlText(const QByteArray &file, const Bounds &bounds);

/// A text in which every & that begins no reference stands for itself, with the lines where one did not.
struct MendedXml {
    QByteArray text;
    QList<qsizetype> lines;
};
[[nodiscard]] MendedXml withPlainAmpersands(const QByteArray &text);

/// What a stream reader has stumbled over, with its line.
[[nodiscard]] domain::Error xmlError(const QXmlStreamReader &xml);

/// The error of a reader that was told to stop.
[[nodiscard]] domain::Error cancelledError();

}
