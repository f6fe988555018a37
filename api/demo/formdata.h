// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/request.h"
#include "models/domain/result.h"

namespace demo {

/// One part of a form that came as multipart/form-data.
struct FormPart {
    QString name;
    QString fileName; ///< without folders; empty for plain fields
    QByteArray bytes;
};

/// The parts of a form, read to the letter: 400 for a boundary that is missing, a part that is not closed, a file name
/// with a folder in it, or more parts than any form has.
[[nodiscard]] domain::Result<QList<FormPart>> formParts(const QByteArray &contentType, const QByteArray &body);

/// The part named "file"; 422 if there is none or it is empty.
[[nodiscard]] domain::Result<FormPart> uploadedFile(const http::Request &request);

}
