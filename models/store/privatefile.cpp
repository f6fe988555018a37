// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#ifdef Q_OS_WIN
#include <io.h>
#else
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr auto ownersFile = QFile::ReadOwner | QFile::WriteOwner;
constexpr auto ownersFolder = ownersFile | QFile::ExeOwner;
constexpr auto foreignRights
    = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

bool syncHandle(int handle)
{
#if defined(Q_OS_WIN)
    return ::_commit(handle) == 0;
#elif defined(Q_OS_MACOS)
    return ::fcntl(handle, F_FULLFSYNC) == 0 || ::fsync(handle) == 0;
#else
    return ::fdatasync(handle) == 0;
#endif
}

}

domain::Result<domain::Done> makePrivateFolder(const QString &path)
{
    const QFileInfo there(path);
    if (there.exists() || there.isSymLink()) {
        // A link to a folder is a person's way to keep it elsewhere; only what leads nowhere is an error.
        if (!there.isDir())
            return domain::storageFailure(path, u"not a folder"_s);
        if ((there.permissions() & (QFile::WriteGroup | QFile::WriteOther)) != 0)
            QFile::setPermissions(path, ownersFolder);
        return domain::Done {};
    }
    const QString parent = QFileInfo(path).absolutePath();
    if (parent != path && !QFileInfo::exists(parent)) {
        if (auto made = makePrivateFolder(parent); !made)
            return made;
    }
#ifdef Q_OS_UNIX
    // QDir of this version cannot say the rights of what it makes.
    const bool made = ::mkdir(QFile::encodeName(path).constData(), 0700) == 0;
#else
    const bool made = QDir().mkdir(path);
#endif
    if (!made && !QFileInfo(path).isDir())
        return domain::storageFailure(path, u"the folder cannot be made"_s);
    return domain::Done {};
}

domain::Result<domain::Done> checkPlainFile(const QString &path)
{
    const QFileInfo there(path);
    if (there.isSymLink())
        return domain::storageFailure(path, u"a link stands in its place"_s);
    if (there.exists() && !there.isFile())
        return domain::storageFailure(path, u"not a file"_s);
    return domain::Done {};
}

domain::Result<domain::Done> makePrivateFile(const QString &path)
{
    if (auto plain = checkPlainFile(path); !plain)
        return plain;
    if (QFileInfo::exists(path)) {
        if ((QFile::permissions(path) & foreignRights) != 0)
            QFile::setPermissions(path, ownersFile);
        return domain::Done {};
    }
    if (auto folder = makePrivateFolder(QFileInfo(path).absolutePath()); !folder)
        return folder;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownersFile))
        return domain::storageFailure(path, file.errorString());
    return domain::Done {};
}

bool syncFile(QFileDevice &file)
{
    return syncHandle(file.handle());
}

bool syncFolderOf(const QString &path)
{
#ifdef Q_OS_WIN
    Q_UNUSED(path)
    return true; // names are kept by the file system itself
#else
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int handle = ::open(folder.constData(), O_RDONLY | O_CLOEXEC);
    if (handle < 0)
        return false;
    const bool synced = ::fsync(handle) == 0;
    ::close(handle);
    return synced;
#endif
}

domain::Result<domain::Done> replaceFile(const QString &path, const QByteArray &bytes)
{
    if (auto plain = checkPlainFile(path); !plain)
        return plain;
    const QString beside = path + u".new"_s;
    QFile::remove(beside);
    QFile file(beside);
    const bool written = file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownersFile)
        && file.write(bytes) == bytes.size() && file.flush() && syncFile(file);
    file.close();
#ifdef Q_OS_UNIX
    const bool renamed
        = written && ::rename(QFile::encodeName(beside).constData(), QFile::encodeName(path).constData()) == 0;
#else
    const bool renamed = written && (!QFile::exists(path) || QFile::remove(path)) && QFile::rename(beside, path);
#endif
    if (!renamed) {
        QFile::remove(beside);
        return domain::storageFailure(path, file.errorString());
    }
    syncFolderOf(path);
    return domain::Done {};
}

}
