// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <string>

namespace cli {

/// A file to be sent or read, which has something in it.
[[nodiscard]] domain::Result<QByteArray> readPlainFile(const std::string &path);
/// The last part of a path, as a person would call the file.
[[nodiscard]] QString fileName(const std::string &path);

/// Where a file from the service goes. A path of the person's own is written over; a name that comes from the service
/// is made safe, and what is there already stays. Returns the path.
struct SaveTarget {
    std::string path; ///< empty: the name in the current folder; a folder: the name in there
    QString name;
};
[[nodiscard]] domain::Result<QString> savePlainFile(const SaveTarget &target, const QByteArray &bytes);

/// Bytes as they are on standard output.
[[nodiscard]] domain::Result<domain::Done> writeToStandardOutput(const QByteArray &bytes);

class Context;

/// A file of the service to where it goes, "-" being standard output; says where it is. Returns the exit code.
int deliver(Context &context, const SaveTarget &target, const QByteArray &bytes);

}
