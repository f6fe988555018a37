// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDirIterator>
#include <QFile>
#include <QStringList>

namespace support {

/// Files below the folder that hold these bytes, as they are, in hex or in base64 as a header would carry them.
[[nodiscard]] inline QStringList filesWith(const QByteArray &secret, const QString &folder)
{
    QStringList found;
    const QByteArrayList forms {secret, secret.toHex(), secret.toBase64(), ("API_KEY:" + secret).toBase64()};
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        for (const auto &form : forms) {
            if (bytes.contains(form))
                found << file.fileName();
        }
    }
    return found;
}

}
