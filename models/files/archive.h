// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/files/reading.h"

namespace files {

/// One file that was inside an archive, under a name without a folder.
struct Unpacked {
    QString name;
    QByteArray bytes;
};

/// Unpacks a gz or zip within bounds: at most 50 entries, so many bytes in all, a hundred times the archive's size, and
/// nothing that is an archive again, a link, or on a path that leads elsewhere. Anything else refuses the whole
/// archive.
[[nodiscard]] domain::Result<QList<Unpacked>> unpack(
    const QByteArray &archive, const QString &fileName, const Bounds &bounds = {});

[[nodiscard]] bool isGzip(QByteArrayView bytes);
[[nodiscard]] bool isZip(QByteArrayView bytes);

}
