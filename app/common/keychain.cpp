// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/keychain.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QPromise>
#include <QTimer>
#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int timeoutMs = 20'000; // the system may be asking the person for a password

QString serviceName()
{
    return u"Microcycle"_s;
}

QString entryName(const Account &account)
{
    return account.origin.toString(QUrl::FullyEncoded) + u' ' + account.athlete;
}

domain::Error keychainError(QKeychain::Error error)
{
    const bool missing = error == QKeychain::EntryNotFound;
    return {.kind = missing ? domain::Error::Kind::NotFound : domain::Error::Kind::Storage,
        .httpStatus = 0,
        .item = u"keychain"_s,
        .detail = missing ? u"no key is kept for this account"_s : u"no usable keychain"_s,
        .retryAfter = {}};
}

/// Starts a job and turns its end, or its silence, into one result.
template<typename T, typename Job, typename F>
QFuture<domain::Result<T>> run(Job *job, F read)
{
    auto promise = std::make_shared<QPromise<domain::Result<T>>>();
    promise->start();
    const auto finish = [promise](const domain::Result<T> &result) {
        if (promise->future().isFinished())
            return;
        promise->addResult(result);
        promise->finish();
    };
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, job, [finish, read, job](QKeychain::Job *) {
        if (job->error() == QKeychain::NoError)
            finish(read());
        else
            finish(keychainError(job->error()));
    });
    QTimer::singleShot(timeoutMs, job, [finish] { finish(keychainError(QKeychain::OtherError)); });
    job->start();
    return promise->future();
}

domain::Result<http::Credential> credentialFrom(const QByteArray &data, const Account &account)
{
    const QJsonObject entry = QJsonDocument::fromJson(data).object();
    const bool ours = entry.value("origin"_L1).toString() == account.origin.toString(QUrl::FullyEncoded)
        && entry.value("athlete"_L1).toString() == account.athlete;
    if (!ours)
        return keychainError(QKeychain::EntryNotFound);
    const auto style = http::Credential::Style(std::clamp<qint64>(entry.value("style"_L1).toInteger(), 0, 2));
    return http::Credential::make(entry.value("secret"_L1).toString().toLatin1(), style);
}

}

QFuture<domain::Result<http::Credential>> Keychain::read(const Account &account)
{
    auto *job = new QKeychain::ReadPasswordJob(serviceName());
    job->setKey(entryName(account));
    return run<http::Credential>(job, [job, account] { return credentialFrom(job->binaryData(), account); });
}

QFuture<domain::Result<domain::Done>> Keychain::write(const Account &account, const http::Credential &credential)
{
    auto *job = new QKeychain::WritePasswordJob(serviceName());
    job->setKey(entryName(account));
    const QJsonObject entry {{u"v"_s, 1},
        {u"origin"_s, account.origin.toString(QUrl::FullyEncoded)},
        {u"athlete"_s, account.athlete},
        {u"style"_s, int(credential.style())},
        {u"secret"_s, QString::fromLatin1(credential.secret().bytes())}};
    job->setBinaryData(QJsonDocument(entry).toJson(QJsonDocument::Compact));
    return run<domain::Done>(job, [] { return domain::Done {}; });
}

QFuture<domain::Result<domain::Done>> Keychain::remove(const Account &account)
{
    auto *job = new QKeychain::DeletePasswordJob(serviceName());
    job->setKey(entryName(account));
    return run<domain::Done>(job, [] { return domain::Done {}; });
}

}
