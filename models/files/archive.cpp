// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/archive.h"

#include "models/files/plaintext.h"
#include "models/files/safename.h"
#include "models/files/xmltext.h"

#include <archive.h>
#include <archive_entry.h>
#include <memory>

using namespace Qt::StringLiterals;
using domain::unreadable;

namespace files {

namespace {

constexpr int mostEntries = 50;
constexpr qint64 highestRatio = 100;
constexpr qint64 chunk = 65'536;

struct Closer {
    void operator()(::archive *reader) const { archive_read_free(reader); }
};
using ArchiveHandle = std::unique_ptr<::archive, Closer>;

bool leadsElsewhere(const QString &path)
{
    const QString slashed = QString(path).replace(u'\\', u'/');
    const bool drive = slashed.size() > 1 && slashed.at(1) == u':';
    const auto parts = QStringView(slashed).split(u'/');
    return slashed.startsWith(u'/') || drive || parts.contains(QStringView(u".."));
}

QString pathOf(archive_entry *entry)
{
    if (const char *utf8 = archive_entry_pathname_utf8(entry))
        return QString::fromUtf8(utf8);
    const char *bytes = archive_entry_pathname(entry);
    return bytes ? decoded(QByteArray(bytes)).text() : QString();
}

class Unpacker
{
public:
    Unpacker(const QByteArray &archive, const QString &fileName, const Bounds &bounds)
        : m_archive(archive)
        , m_fileName(fileName)
        , m_bounds(bounds)
        , m_gzip(isGzip(archive))
        , m_reader(archive_read_new())
    {
    }

    domain::Result<QList<Unpacked>> run()
    {
        if (const auto error = open())
            return *error;
        archive_entry *entry = nullptr;
        int seen = 0;
        for (int status = next(entry); status != ARCHIVE_EOF; status = next(entry)) {
            if (status < ARCHIVE_WARN)
                return broken();
            if (++seen > mostEntries)
                return unreadable(m_fileName, u"more than %1 files in it"_s.arg(mostEntries));
            if (const auto error = take(entry))
                return *error;
        }
        if (m_files.isEmpty())
            return unreadable(m_fileName, u"there is no file in it"_s);
        return m_files;
    }

private:
    using Failure = std::optional<domain::Error>;

    int next(archive_entry *&entry) { return archive_read_next_header(m_reader.get(), &entry); }

    Failure open()
    {
        if (m_gzip) {
            archive_read_support_filter_gzip(m_reader.get());
            archive_read_support_format_raw(m_reader.get());
        } else {
            archive_read_support_format_zip(m_reader.get());
        }
        if (archive_read_open_memory(m_reader.get(), m_archive.constData(), size_t(m_archive.size())) != ARCHIVE_OK)
            return broken();
        // The library would go on through one layer after the other. One more counts: that of the bytes as they are.
        if (m_gzip && archive_filter_count(m_reader.get()) > 2)
            return unreadable(m_fileName, u"an archive within an archive"_s);
        return {};
    }

    domain::Error broken() const
    {
        const char *words = archive_error_string(m_reader.get());
        return unreadable(m_fileName, words ? plainLine(QString::fromUtf8(words), 200) : u"a damaged archive"_s);
    }

    Failure take(archive_entry *entry)
    {
        const QString path = m_gzip ? QString() : pathOf(entry);
        const QString shown = plainLine(path, 100);
        if (archive_entry_is_encrypted(entry))
            return unreadable(shown, u"is locked with a password"_s);
        if (leadsElsewhere(path))
            return unreadable(shown, u"a path that leads out of the archive"_s);
        if (archive_entry_symlink(entry) || archive_entry_hardlink(entry))
            return unreadable(shown, u"a link instead of a file"_s);
        if (!m_gzip && archive_entry_filetype(entry) == AE_IFDIR)
            return {};
        if (!m_gzip && archive_entry_filetype(entry) != AE_IFREG)
            return unreadable(shown, u"not a file"_s);
        QByteArray bytes;
        if (auto error = read(bytes))
            return error;
        if (isGzip(bytes) || isZip(bytes))
            return unreadable(m_gzip ? m_fileName : shown, u"an archive within an archive"_s);
        if (path.contains("__MACOSX/"_L1))
            return {};
        m_files.append({nameOf(path), bytes});
        return {};
    }

    QString nameOf(const QString &path) const
    {
        if (!m_gzip)
            return safeFileName(path, u"file-%1"_s.arg(m_files.size() + 1));
        const QString name = safeFileName(m_fileName, u"file"_s);
        return name.endsWith(".gz"_L1, Qt::CaseInsensitive) ? name.chopped(3) : name;
    }

    Failure read(QByteArray &bytes)
    {
        QByteArray buffer(chunk, Qt::Uninitialized);
        for (;;) {
            if (m_bounds.isCancelled())
                return cancelledError();
            const la_ssize_t count = archive_read_data(m_reader.get(), buffer.data(), size_t(buffer.size()));
            if (count == 0)
                return {};
            if (count < 0)
                return broken();
            m_unpacked += count;
            if (m_unpacked > m_bounds.bytes)
                return unreadable(m_fileName, u"unpacks to more than %1 bytes"_s.arg(m_bounds.bytes));
            if (m_unpacked > highestRatio * std::max<qint64>(m_archive.size(), 64))
                return unreadable(m_fileName, u"unpacks to more than %1 times its size"_s.arg(highestRatio));
            bytes.append(buffer.constData(), qsizetype(count));
        }
    }

    const QByteArray &m_archive;
    const QString &m_fileName;
    const Bounds &m_bounds;
    bool m_gzip;
    ArchiveHandle m_reader;
    QList<Unpacked> m_files;
    qint64 m_unpacked = 0;
};

}

bool isGzip(QByteArrayView bytes)
{
    return bytes.startsWith("\x1F\x8B");
}

bool isZip(QByteArrayView bytes)
{
    return bytes.startsWith("PK\x03\x04") || bytes.startsWith("PK\x05\x06");
}

domain::Result<QList<Unpacked>> unpack(const QByteArray &archive, const QString &fileName, const Bounds &bounds)
{
    if (archive.size() > bounds.bytes)
        return unreadable(fileName, u"more than %1 bytes"_s.arg(bounds.bytes));
    return Unpacker(archive, fileName, bounds).run();
}

}
