// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/wire/wire.h"

#include "api/endpoints/paths.h"
#include "models/domain/localdatetime.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fault {

namespace {

constexpr auto latency = 40ms;
constexpr auto dripping = 10s;

/// One exchange: the service is asked when the request leaves, the answer takes its time.
class WirePassage : public http::Passage
{
public:
    WirePassage(VirtualTime &time, Wire &wire, Ending ending, std::chrono::milliseconds idle, QObject *parent)
        : http::Passage(parent)
        , m_wire(wire)
        , m_ending(std::move(ending))
        , m_idle(idle)
        , m_alarm(time.alarm([this] { goOn(); }))
    {
        m_alarm->start(latency / 2);
    }
    ~WirePassage() override { close(); }

    void abort() override
    {
        if (m_closed)
            return;
        m_ending.arrival.error = QNetworkReply::OperationCanceledError;
        end();
    }

private:
    void goOn()
    {
        if (!std::exchange(m_departed, true)) {
            if (m_ending.sent)
                Q_EMIT requestSent();
            m_alarm->start(latency / 2);
            return;
        }
        if (m_ending.pace == Ending::Pace::Dripping && m_at < m_ending.body.size()) {
            Q_EMIT received(m_ending.body.mid(m_at++, 1));
            m_alarm->start(dripping);
            return;
        }
        if (const QByteArray rest = m_ending.body.mid(std::exchange(m_at, m_ending.body.size())); !rest.isEmpty())
            Q_EMIT received(rest);
        if (m_closed) // it was more than anybody wanted
            return;
        if (m_ending.pace == Ending::Pace::Silent) {
            m_ending.pace = Ending::Pace::Prompt;
            m_alarm->start(m_idle);
            return;
        }
        end();
    }

    void end()
    {
        close();
        Q_EMIT finished(m_ending.arrival);
    }

    void close()
    {
        if (std::exchange(m_closed, true))
            return;
        m_alarm->stop();
        m_wire.closed();
    }

    Wire &m_wire;
    Ending m_ending;
    std::chrono::milliseconds m_idle;
    std::unique_ptr<domain::Alarm> m_alarm;
    qsizetype m_at = 0;
    bool m_departed = false;
    bool m_closed = false;
};

http::Request requestOf(const http::Outgoing &outgoing)
{
    http::Request request {outgoing.method,
        outgoing.url.path(QUrl::FullyDecoded),
        QUrlQuery(outgoing.url),
        outgoing.body.value_or(QByteArray()),
        {},
        {}};
    for (auto it = outgoing.headers.begin(); it != outgoing.headers.end(); ++it)
        request.headers.insert(it.key().toLower(), it.value());
    request.contentType = request.headers.value("content-type");
    return request;
}

/// The same question about something else: another item, or other days.
http::Request astray(http::Request request, Service &service)
{
    if (request.query.hasQueryItem(u"oldest"_s)) {
        const QDate oldest = QDate::fromString(request.query.queryItemValue(u"oldest"_s), Qt::ISODate).addDays(-400);
        const QDate newest = QDate::fromString(request.query.queryItemValue(u"newest"_s), Qt::ISODate).addDays(-400);
        request.query = endpoints::rangeQuery({oldest, newest});
        return request;
    }
    const QString list = request.path.section(u'/', 0, -2);
    const QString id = request.path.section(u'/', -1);
    const bool isItem = !id.isEmpty() && std::ranges::all_of(id, [](QChar c) { return c.isDigit() || c == u'-'; });
    if (!isItem)
        return request;
    request.method = "GET";
    if (const auto day = domain::parseDay(id)) {
        request.path = list + u'/' + domain::dayText(day->addDays(-1));
        return request;
    }
    http::Request all {
        .method = "GET", .path = list, .query = {}, .body = {}, .contentType = {}, .headers = request.headers};
    if (list.endsWith("/events"_L1))
        all.query = endpoints::rangeQuery({QDate(2026, 1, 1), QDate(2026, 12, 31)});
    const QJsonArray items = QJsonDocument::fromJson(service.onTheWeb(all).body).array();
    for (const auto &item : items) {
        const QString other = item.toObject().value("id"_L1).toVariant().toString();
        if (!other.isEmpty() && other != id)
            request.path = list + u'/' + other;
    }
    return request;
}

}

Service::Service(VirtualTime &time, QDate today)
    : m_time(time)
    , m_today(today)
    , m_api(options([&time] { return time.now(); }))
{
}

demo::Options Service::options(const std::function<QDateTime()> &now) const
{
    return {.databasePath = u":memory:"_s,
        .seed = 1,
        .today = m_today,
        .days = 1,
        .key = key(),
        .redirects = {},
        .populate = false,
        .now = now};
}

http::Response Service::handle(const http::Request &request)
{
    note(request);
    return answer(m_api, request);
}

http::Response Service::answer(demo::DemoApi &api, const http::Request &request)
{
    if (request.method != "GET" && request.path.contains("/wellness/"_L1))
        m_logged.insert(request.path.section(u'/', -1));
    http::Response response = api.handle(request);
    if (request.method != "GET" || !request.path.endsWith("/wellness"_L1))
        return response;
    QJsonArray logged;
    const QJsonArray days = QJsonDocument::fromJson(response.body).array();
    for (const auto &day : days) {
        const QJsonObject object = day.toObject();
        if (m_logged.contains(object.value("id"_L1).toString()))
            logged.append(object);
    }
    response.body = QJsonDocument(logged).toJson(QJsonDocument::Compact);
    return response;
}

http::Response Service::onTheWeb(http::Request request)
{
    request.headers.insert("authorization", "Basic " + QByteArray("API_KEY:" + key()).toBase64());
    note(request);
    return answer(m_api, request);
}

void Service::note(const http::Request &request)
{
    if (request.method == "GET")
        return;
    const Written now {m_time.now(), request};
    if (!m_behind) {
        m_written.push_back(now);
        return;
    }
    if (m_last) {
        m_behindTime = m_last->at;
        (void)m_behind->handle(m_last->request);
    }
    m_last = now;
}

void Service::keepBehind()
{
    m_behindTime = m_time.now();
    m_behind = std::make_unique<demo::DemoApi>(options([this] { return m_behindTime; }));
    for (const auto &written : m_written) {
        m_behindTime = written.at;
        (void)m_behind->handle(written.request);
    }
}

http::Response Service::stale(const http::Request &request)
{
    return m_behind ? answer(*m_behind, request) : http::Response {};
}

void Wire::setPlan(const Plan &plan)
{
    m_plan = plan;
    m_requests = 0;
    m_struck = false;
}

void Wire::mend()
{
    m_plan.kind = nullptr;
    m_chance = {};
}

const FaultKind *Wire::strike(const http::Request &request)
{
    const int number = m_requests++;
    const bool planned = m_plan.kind && number >= m_plan.first && number < m_plan.first + m_plan.count;
    const FaultKind *kind = planned ? m_plan.kind : m_chance ? m_chance(request) : nullptr;
    m_struck = m_struck || kind;
    return kind;
}

http::Passage *Wire::send(const http::Outgoing &outgoing, QObject *parent)
{
    const http::Request request = requestOf(outgoing);
    m_asked.push_back({m_time.elapsed(), request.method, request.path, ++m_open});
    return new WirePassage(m_time, *this, endingOf(request, strike(request)), outgoing.idle, parent);
}

Ending Wire::endingOf(const http::Request &request, const FaultKind *kind)
{
    Answers answers;
    answers.earlier = m_earlier;
    if (kind)
        answers.stale = request.method == "GET" ? m_service.stale(request) : http::Response {};
    if (!kind || kind->applied)
        answers.honest = m_service.handle(request);
    if (!kind) {
        m_earlier = answers.honest;
        return soundly(answers.honest);
    }
    if (request.method != "GET")
        answers.stale = answers.honest;
    const http::Request other = astray(request, m_service);
    answers.stray = other.method == "GET" ? m_service.onTheWeb(other) : m_earlier;
    return kind->end(answers);
}

int Wire::writes() const
{
    return int(std::ranges::count_if(m_asked, [](const auto &asked) { return asked.method != "GET"; }));
}

}
