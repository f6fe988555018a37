// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/openregular.h"

#include "models/files/plaintext.h"
#include "models/files/xmltext.h"

#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using domain::storageFailure;

namespace files {

namespace {

constexpr qint64 readAtOnce = 1'048'576;

QString shown(const QString &path)
{
    return plainLine(path, 200);
}

#ifdef Q_OS_UNIX
/// Opens without waiting for a writer, and looks at what was opened rather than at what the path names a moment later.
std::optional<domain::Error> open(QFile &file, const QString &path)
{
    const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (handle < 0)
        return storageFailure(shown(path), qt_error_string(errno));
    struct stat status {
    };
    if (::fstat(handle, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(handle);
        return storageFailure(shown(path), u"not a file"_s);
    }
    if (!file.open(handle, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
        return storageFailure(shown(path), file.errorString());
    return {};
}
#else
std::optional<domain::Error> open(QFile &file, const QString &path)
{
    if (!QFileInfo(path).isFile())
        return storageFailure(shown(path), u"not a file"_s);
    file.setFileName(path);
    if (!file.open(QIODevice::ReadOnly))
        return storageFailure(shown(path), file.errorString());
    return {};
}
#endif

}

domain::Result<QByteArray> readRegularFile(const QString &path, const Bounds &bounds)
{
    QFile file;
    if (const auto error = open(file, path))
        return *error;
    const qint64 size = file.size();
    if (size > bounds.bytes)
        return domain::unreadable(shown(path), u"%1 bytes, more than %2"_s.arg(size).arg(bounds.bytes));
    QByteArray bytes;
    bytes.reserve(size);
    while (bytes.size() <= size) {
        if (bounds.isCancelled())
            return cancelledError();
        const QByteArray part = file.read(std::min(readAtOnce, size + 1 - bytes.size()));
        if (part.isEmpty())
            break;
        bytes += part;
    }
    if (file.error() != QFileDevice::NoError)
        return storageFailure(shown(path), file.errorString());
    if (bytes.size() != size || file.size() != size)
        return storageFailure(shown(path), u"changed while it was read"_s);
    return bytes;
}

}
