// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/multipart.h"

#include <QCryptographicHash>

namespace http {

namespace {

/// Made from the file, so that the same file makes the same request; another one if the file holds it by chance.
QByteArray boundaryFor(const QByteArray &file)
{
    for (int attempt = 0;; ++attempt) {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(QByteArray::number(attempt));
        hash.addData(file);
        const QByteArray boundary = "microcycle-" + hash.result().toHex().left(32);
        if (!file.contains(boundary))
            return boundary;
    }
}

/// Without what could end the quotation or the header, or name a folder.
QByteArray quotable(const QString &fileName)
{
    constexpr qsizetype longest = 200;
    QString name = fileName.left(longest);
    for (auto &c : name) {
        if (c.category() == QChar::Other_Control || QStringView(u"\"\\/").contains(c))
            c = u'_';
    }
    return name.isEmpty() ? QByteArray("file") : name.toUtf8();
}

}

FormBody fileForm(const QByteArray &part, const QString &fileName, const QByteArray &file)
{
    const QByteArray boundary = boundaryFor(file);
    const QByteArray name = quotable(fileName);
    QByteArray bytes;
    bytes.reserve(file.size() + 512);
    bytes += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"" + name
        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
    bytes += file;
    bytes += "\r\n--" + boundary + "--\r\n";
    return {"multipart/form-data; boundary=" + boundary, bytes};
}

}
