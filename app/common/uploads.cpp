// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/uploads.h"

#include "api/endpoints/getactivity.h"
#include "api/http/client.h"
#include "api/sync/engine.h"
#include "models/domain/clock.h"
#include "models/domain/whendone.h"
#include "models/files/openregular.h"
#include "models/files/safename.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace app {

namespace {

using Kind = domain::Error::Kind;

constexpr files::Bounds bounds;

/// The service said no to this very file; to try again would say the same.
bool settles(Kind kind)
{
    return kind == Kind::Rejected || kind == Kind::NotFound || kind == Kind::Conflict || kind == Kind::Forbidden;
}

bool needsAPerson(Kind kind)
{
    return kind == Kind::Unauthorised || kind == Kind::Insecure || kind == Kind::Redirected;
}

}

Uploads::Uploads(
    const QString &folder, http::Client &client, api::sync::Engine &engine, const domain::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_client(client)
    , m_engine(engine)
    , m_clock(clock)
    , m_soon(client.scheduler().alarm([this] { next(); }))
    , m_again(client.scheduler().alarm([this] { next(); }))
    , m_backoff(quint32(clock.now().toMSecsSinceEpoch()))
{
    m_reader.setMaxThreadCount(1);
    connect(&m_engine, &api::sync::Engine::resumed, this, &Uploads::resume);
}

Uploads::~Uploads() = default;

int Uploads::waiting() const
{
    return int(std::count_if(all().begin(), all().end(), [](const Upload &upload) { return !upload.refusal; }));
}

domain::Result<Upload> Uploads::add(
    const QByteArray &bytes, const QString &name, std::optional<domain::EventId> pairedEvent)
{
    const QString plain = files::safeFileName(name, u"activity"_s);
    if (bytes.isEmpty())
        return domain::unreadable(plain, u"the file is empty"_s);
    if (bytes.size() > bounds.bytes)
        return domain::unreadable(plain, u"the file is larger than %1 MB"_s.arg(bounds.bytes >> 20));
    auto kept = m_folder.add(bytes, plain, pairedEvent, m_clock.now());
    if (kept) {
        Q_EMIT queued(*kept);
        Q_EMIT changed();
        m_soon->start(0ms);
    }
    return kept;
}

QFuture<domain::Result<Upload>> Uploads::addFile(const QString &path, std::optional<domain::EventId> pairedEvent)
{
    const auto kept = std::make_shared<QPromise<domain::Result<Upload>>>();
    const auto bytes = std::make_shared<QPromise<domain::Result<QByteArray>>>();
    kept->start();
    bytes->start();
    domain::whenDone(bytes->future(), this, [this, kept, path, pairedEvent](const domain::Result<QByteArray> &read) {
        kept->addResult(read ? add(*read, path.section(u'/', -1), pairedEvent) : domain::Result<Upload>(read.error()));
        kept->finish();
    });
    m_reader.start([bytes, path] {
        bytes->addResult(files::readRegularFile(path, bounds));
        bytes->finish();
    });
    return kept->future();
}

void Uploads::resume()
{
    m_stopped = false;
    m_again->stop();
    m_soon->start(0ms);
}

void Uploads::sendAgain(const QString &id)
{
    (void)m_folder.setRefusal(id, {}); // if the note cannot be written, it is sent again now and refused again later
    Q_EMIT changed();
    resume();
}

void Uploads::drop(const QString &id)
{
    m_folder.remove(id);
    Q_EMIT changed();
}

void Uploads::next()
{
    if (isSending() || m_stopped || m_again->isActive() || !m_client.hasCredential())
        return;
    const auto waits = std::find_if(all().begin(), all().end(), [](const Upload &upload) { return !upload.refusal; });
    if (waits != all().end())
        send(*waits);
}

void Uploads::send(const Upload &upload)
{
    const auto bytes = m_folder.read(upload);
    if (!bytes) {
        refuse(upload, bytes.error());
        return;
    }
    m_sending = upload.id;
    Q_EMIT started(upload);
    Q_EMIT changed();
    const endpoints::UploadActivity endpoint {
        .file = *bytes, .fileName = upload.name, .pairedEvent = upload.pairedEvent};
    domain::whenDone(m_client.send(endpoint), this, [this, upload](const auto &answer) { answered(upload, answer); });
}

void Uploads::answered(const Upload &upload, const domain::Result<endpoints::Uploaded> &answer)
{
    m_sending.clear();
    if (answer)
        take(upload, *answer);
    else if (settles(answer.error().kind))
        refuse(upload, answer.error());
    else
        wait(answer.error());
}

void Uploads::take(const Upload &upload, const endpoints::Uploaded &answer)
{
    m_backoff.reset();
    m_folder.remove(upload.id);
    fetch(answer.activities);
    Q_EMIT sent(upload, answer);
    Q_EMIT changed();
    m_soon->start(0ms);
}

void Uploads::refuse(const Upload &upload, const domain::Error &error)
{
    domain::Error named = error;
    named.item = upload.name;
    (void)m_folder.setRefusal(upload.id, named); // unwritten, it is only asked again after the next start
    Q_EMIT refused(upload, named);
    Q_EMIT changed();
    m_soon->start(0ms);
}

void Uploads::wait(const domain::Error &error)
{
    if (needsAPerson(error.kind)) {
        m_stopped = true;
    } else {
        std::chrono::milliseconds pause = m_backoff.next();
        if (error.retryAfter)
            pause = std::max<std::chrono::milliseconds>(pause, *error.retryAfter);
        m_again->start(pause);
    }
    Q_EMIT delayed(error);
    Q_EMIT changed();
}

/// The day of an activity is known once it was read; everything from that day on may have changed with it.
void Uploads::fetch(const QList<domain::ActivityId> &activities)
{
    for (const auto &id : activities) {
        domain::whenDone(m_client.send(endpoints::GetActivity {.activity = id}), this, [this](const auto &answer) {
            if (answer)
                m_engine.refreshFrom(answer->value.start.day);
            else
                m_engine.syncNow();
        });
    }
}

}
