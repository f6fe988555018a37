// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/demoapi.h"
#include "tests/fault/wire/faultkind.h"
#include "tests/fault/wire/virtualtime.h"

#include <QDate>
#include <QSet>
#include <optional>

namespace fault {

/// The embedded service for a person who logs wellness now and then: days on which nothing was logged are not listed.
class Service
{
public:
    struct Asked {
        std::chrono::milliseconds at {0};
        QByteArray method;
        QString path;
        int open = 0; ///< under way then, with this one
    };

    Service(VirtualTime &time, QDate today);

    [[nodiscard]] http::Response handle(const http::Request &request);
    /// The same on the web: nobody counts it.
    [[nodiscard]] http::Response onTheWeb(http::Request request);
    /// Answers as the state was before the last change.
    [[nodiscard]] http::Response stale(const http::Request &request);
    void keepBehind(); ///< from here on, so that there is a state to be stale with
    [[nodiscard]] static QByteArray key() { return "wirekey12345"; }

private:
    struct Written {
        QDateTime at;
        http::Request request;
    };
    [[nodiscard]] http::Response answer(demo::DemoApi &api, const http::Request &request);
    [[nodiscard]] demo::Options options(const std::function<QDateTime()> &now) const;
    void note(const http::Request &request);

    VirtualTime &m_time;
    QDate m_today;
    demo::DemoApi m_api;
    std::unique_ptr<demo::DemoApi> m_behind;
    QDateTime m_behindTime;
    std::optional<Written> m_last;
    QSet<QString> m_logged; ///< days of wellness that were ever written to
    std::vector<Written> m_written;
};

/// Which exchanges go wrong, and how.
struct Plan {
    const FaultKind *kind = nullptr;
    int first = 0; ///< of the requests since the plan was made, from 0
    int count = 1; ///< in a row
};

/// The line between one client and the service.
class Wire : public http::Transport
{
public:
    using Chance = std::function<const FaultKind *(const http::Request &)>;

    Wire(VirtualTime &time, Service &service)
        : m_time(time)
        , m_service(service)
    {
    }

    [[nodiscard]] http::Passage *send(const http::Outgoing &outgoing, QObject *parent) override;

    void setPlan(const Plan &plan);
    /// Asked for each request that no plan strikes.
    void setChance(Chance chance) { m_chance = std::move(chance); }
    void mend();
    [[nodiscard]] int requests() const { return m_requests; } ///< since the plan was made
    [[nodiscard]] bool struck() const { return m_struck; }
    [[nodiscard]] const std::vector<Service::Asked> &asked() const { return m_asked; }
    [[nodiscard]] int writes() const; ///< of asked, everything but GET
    [[nodiscard]] int open() const { return m_open; }
    void closed() { --m_open; }

private:
    [[nodiscard]] const FaultKind *strike(const http::Request &request);
    [[nodiscard]] Ending endingOf(const http::Request &request, const FaultKind *kind);

    VirtualTime &m_time;
    Service &m_service;
    Plan m_plan;
    Chance m_chance;
    http::Response m_earlier {.status = 200, .body = "[]", .contentType = "application/json", .headers = {}};
    int m_requests = 0;
    int m_open = 0;
    bool m_struck = false;
    std::vector<Service::Asked> m_asked;
};

}
