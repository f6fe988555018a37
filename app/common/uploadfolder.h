// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <optional>

namespace app {

/// An activity file that waits to be sent, or that the service refused.
struct Upload {
    QString id; ///< sorts by age
    QString name; ///< of the file, as its owner knows it
    QByteArray hash;
    qint64 bytes = 0;
    std::optional<domain::EventId> pairedEvent;
    QDateTime added; ///< UTC
    std::optional<domain::Error> refusal;

    friend bool operator==(const Upload &, const Upload &) = default;
};

/// The files themselves, in a folder that only their owner can read: each beside a note of what it is. A file is there
/// once its note is; what a sudden end left half written is swept away. It sends nothing.
class UploadFolder
{
public:
    explicit UploadFolder(QString path); ///< keeps nothing if it is empty

    /// Oldest first.
    [[nodiscard]] const QList<Upload> &all() const { return m_uploads; }
    [[nodiscard]] const Upload *find(const QString &id) const;

    /// Copies the bytes and returns once they are on the disk; the same file again is the one that waits already.
    domain::Result<Upload> add(
        const QByteArray &bytes, const QString &name, std::optional<domain::EventId> pairedEvent, const QDateTime &now);
    [[nodiscard]] domain::Result<QByteArray> read(const Upload &upload) const;
    domain::Result<domain::Done> setRefusal(const QString &id, const std::optional<domain::Error> &refusal);
    void remove(const QString &id);

private:
    void load();
    void sweep() const;
    [[nodiscard]] QString nextId() const;
    domain::Result<domain::Done> writeNote(const Upload &upload) const;
    [[nodiscard]] QString filePath(const QString &id) const;
    [[nodiscard]] QString notePath(const QString &id) const;

    QString m_path;
    QList<Upload> m_uploads;
};

}
