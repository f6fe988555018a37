// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/pack.h"

#include "models/files/safename.h"

#include <QSet>
#include <archive.h>
#include <archive_entry.h>
#include <memory>

using namespace Qt::StringLiterals;

namespace files {

namespace {

struct WriterCloser {
    void operator()(::archive *writer) const { archive_write_free(writer); }
};

struct EntryCloser {
    void operator()(archive_entry *entry) const { archive_entry_free(entry); }
};

la_ssize_t append(::archive *, void *bytes, const void *data, size_t size)
{
    static_cast<QByteArray *>(bytes)->append(static_cast<const char *>(data), qsizetype(size));
    return la_ssize_t(size);
}

QString freeName(const QString &wanted, const QSet<QString> &taken)
{
    const QString name = safeFileName(wanted, u"file"_s);
    const qsizetype dot = name.lastIndexOf(u'.') > 0 ? name.lastIndexOf(u'.') : name.size();
    QString numbered = name;
    for (int number = 2; taken.contains(numbered.toLower()); ++number)
        numbered = name.left(dot) + u' ' + QString::number(number) + name.mid(dot);
    return numbered;
}

bool add(::archive *writer, const QString &name, const QByteArray &bytes)
{
    const std::unique_ptr<archive_entry, EntryCloser> entry(archive_entry_new());
    archive_entry_set_pathname_utf8(entry.get(), name.toUtf8().constData());
    archive_entry_set_size(entry.get(), bytes.size());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    return archive_write_header(writer, entry.get()) == ARCHIVE_OK
        && archive_write_data(writer, bytes.constData(), size_t(bytes.size())) == bytes.size();
}

}

domain::Result<QByteArray> zipped(const QList<Unpacked> &files)
{
    QByteArray bytes;
    const std::unique_ptr<::archive, WriterCloser> writer(archive_write_new());
    const auto failed = [&writer] {
        return domain::storageFailure(u"archive"_s, QString::fromUtf8(archive_error_string(writer.get())));
    };
    archive_write_set_format_zip(writer.get());
    archive_write_set_bytes_per_block(writer.get(), 0);
    archive_write_set_options(writer.get(), "hdrcharset=UTF-8");
    if (archive_write_open(writer.get(), &bytes, nullptr, &append, nullptr) != ARCHIVE_OK)
        return failed();
    QSet<QString> taken;
    for (const auto &file : files) {
        const QString name = freeName(file.name, taken);
        taken.insert(name.toLower());
        if (!add(writer.get(), name, file.bytes))
            return failed();
    }
    if (archive_write_close(writer.get()) != ARCHIVE_OK)
        return failed();
    return bytes;
}

}
