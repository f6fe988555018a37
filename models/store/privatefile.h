// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QFileDevice>

/// Files beside the database: their owner's alone from the first byte, never reached through a link, on the disk when a
/// call returns.
namespace store {

/// Makes the folder if it is missing; one that is there keeps its rights unless others can write into it.
[[nodiscard]] domain::Result<domain::Done> makePrivateFolder(const QString &path);
/// An error if something stands at the path that is no ordinary file of ours to write: a link, a folder, a device.
[[nodiscard]] domain::Result<domain::Done> checkPlainFile(const QString &path);
/// An empty file if there is none; what is there loses the rights that others have to it.
[[nodiscard]] domain::Result<domain::Done> makePrivateFile(const QString &path);

/// The contents are on the disk, whatever happens next. The file must be open and flushed.
[[nodiscard]] bool syncFile(QFileDevice &file);
/// The names in the folder of this file are on the disk.
bool syncFolderOf(const QString &path);

/// The bytes in place of the file, whole or not at all.
[[nodiscard]] domain::Result<domain::Done> replaceFile(const QString &path, const QByteArray &bytes);

}
