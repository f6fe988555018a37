// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/state.h"
#include "models/domain/stream.h"

namespace demo {

/// The activity files that were uploaded, and the channels read from them, in the server's own database.
class Recordings
{
public:
    struct File {
        QString name;
        QByteArray bytes;
    };

    explicit Recordings(State &state);

    /// A file is known by its content.
    [[nodiscard]] static QByteArray hashOf(const QByteArray &bytes);
    /// The activities that a file became; empty for a new one.
    [[nodiscard]] QStringList activitiesOf(const QByteArray &hash);
    void keep(const QByteArray &hash, const File &file);
    void keep(const QString &activity, const QByteArray &hash, const domain::StreamSet &streams);

    /// Other channels for an activity; the file that it came from stays.
    void replace(const QString &activity, const domain::StreamSet &streams);
    /// As if it had never been sent.
    void forget(const QString &activity);

    [[nodiscard]] std::optional<domain::StreamSet> streams(const QString &activity);
    [[nodiscard]] std::optional<File> file(const QString &activity);

private:
    QSqlQuery run(const QString &sql, const QVariantList &values = {});

    QString m_connection;
};

}
