// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace http {

/// A form with one file in it, as a body that is sent whole.
struct FormBody {
    QByteArray contentType; ///< names the boundary
    QByteArray bytes;
};

/// The boundary does not occur in the file, and the file's name cannot end its header.
[[nodiscard]] FormBody fileForm(const QByteArray &part, const QString &fileName, const QByteArray &file);

}
