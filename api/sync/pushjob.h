// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/outbox.h"
#include "models/store/store.h"

#include <QObject>

namespace store {
struct Entity;
}

namespace http {
class Client;
}

namespace api::sync {

/// Tells the service one operation and brings the answer into the store. An operation whose outcome is unknown is
/// looked up first, so that nothing is created twice; what was not seen lately is looked at first, so that nothing that
/// somebody else wrote is overwritten.
class PushJob : public QObject
{
    Q_OBJECT

public:
    PushJob(store::Store &store, http::Client &client, store::Operation operation, QObject *parent);

    void start();

Q_SIGNALS:
    /// After everything is stored; the error is there if the operation could not be completed now.
    void finished(const std::optional<domain::Error> &error);

private:
    void lookUpCreation();
    /// Whether the service's object has to be seen before it is changed: it was not lately, or this may be done
    /// already.
    [[nodiscard]] bool needsLook() const;
    void look();
    template<typename Endpoint>
    void lookWith(const Endpoint &endpoint);
    void compare(const QJsonObject &record);
    void notThere(const domain::Error &error);
    /// One answer that something is gone may be a slip: the list must lack it too.
    void checkGone();
    void checkGoneWith(const QList<QJsonObject> &list);
    void acceptGoneThere();
    void send();
    void sendEvent(const store::Entity &entity);
    void sendWellness(const store::Entity &entity);
    void sendActivity(const store::Entity &entity);
    void sendFolder(const store::Entity &entity);
    void sendWorkout(const store::Entity &entity);
    /// The library has no key of ours: a creation that may have arrived is known by what it holds.
    void lookUpInLibrary();
    template<typename Endpoint>
    void sendFor(const Endpoint &endpoint);
    template<typename Endpoint>
    void sendDeletion(const Endpoint &endpoint);
    void accept(const QJsonObject &answer);
    /// Whether the answer speaks of what was asked about, and not of something else.
    [[nodiscard]] bool isOurs(const QJsonObject &answer) const;
    [[nodiscard]] QString remoteId() const;
    void acceptGone();
    void fail(const domain::Error &error);
    [[nodiscard]] bool vanishes() const; ///< what is gone on the service is made again from what is here
    void settleAs(const domain::Error &error);
    void end(const domain::Result<domain::Done> &stored);

    store::Store &m_store;
    http::Client &m_client;
    store::Operation m_operation;
    bool m_looked = false;
    bool m_checked = false; ///< whether it is gone
    bool m_sent = false;
};

}
