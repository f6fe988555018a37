// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/uploadactivity.h"
#include "api/sync/backoff.h"
#include "app/common/uploadfolder.h"
#include "models/domain/scheduler.h"

#include <QFuture>
#include <QObject>
#include <QThreadPool>

namespace api::sync {
class Engine;
}
namespace http {
class Client;
}

namespace app {

/// Sends activity files, one at a time and oldest first, until the service has taken or refused each of them: over
/// broken connections and restarts. Sending one twice is harmless, the service knows a file by its content. It reads no
/// file; what is in one is the service's to say.
class Uploads : public QObject
{
    Q_OBJECT

public:
    Uploads(const QString &folder,
        http::Client &client,
        api::sync::Engine &engine,
        const domain::Clock &clock,
        QObject *parent = nullptr);
    ~Uploads() override;

    /// Keeps a copy, so the file may go; an error if there is nothing to send or the copy cannot be kept.
    domain::Result<Upload> add(
        const QByteArray &bytes, const QString &name, std::optional<domain::EventId> pairedEvent = {});
    /// The same with a file, which is read beside the caller's thread; files are kept in the order they were named.
    QFuture<domain::Result<Upload>> addFile(const QString &path, std::optional<domain::EventId> pairedEvent = {});

    /// Everything that is kept, oldest first; what was refused stays until it is sent again or dropped.
    [[nodiscard]] const QList<Upload> &all() const { return m_folder.all(); }
    [[nodiscard]] int waiting() const; ///< without the refused ones
    [[nodiscard]] bool isSending() const { return !m_sending.isEmpty(); }

    /// Goes on at once, for example because the network is back or the key is another one.
    void resume();
    void sendAgain(const QString &id); ///< a refused one
    void drop(const QString &id); ///< forgets a file, whatever became of it

Q_SIGNALS:
    void queued(const app::Upload &upload);
    void started(const app::Upload &upload);
    /// The service has it; the activities are on their way into the store.
    void sent(const app::Upload &upload, const endpoints::Uploaded &answer);
    /// The service will not take it; the error has its sentence.
    void refused(const app::Upload &upload, const domain::Error &error);
    /// It will be tried again later.
    void delayed(const domain::Error &error);
    void changed(); ///< anything of the above, and drops

private:
    void next();
    void send(const Upload &upload);
    void answered(const Upload &upload, const domain::Result<endpoints::Uploaded> &answer);
    void take(const Upload &upload, const endpoints::Uploaded &answer);
    void refuse(const Upload &upload, const domain::Error &error);
    void wait(const domain::Error &error);
    void fetch(const QList<domain::ActivityId> &activities);

    UploadFolder m_folder;
    http::Client &m_client;
    api::sync::Engine &m_engine;
    const domain::Clock &m_clock;
    std::unique_ptr<domain::Alarm> m_soon; ///< gathers what is added in one moment
    std::unique_ptr<domain::Alarm> m_again; ///< after a failure
    api::sync::Backoff m_backoff;
    QString m_sending; ///< id; empty while nothing is under way
    bool m_stopped = false; ///< the credential was refused
    QThreadPool m_reader; ///< one thread, so that order stays
};

}
