// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/wire/faultkind.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace std::chrono_literals;
using Error = QNetworkReply::NetworkError;
using Pace = fault::Ending::Pace;

namespace fault {

namespace {

using End = std::function<Ending(const Answers &)>;

/// Nothing of an answer arrives.
End breaks(Error error, bool sent, Pace pace = Pace::Prompt)
{
    return [=](const Answers &) { return Ending {{error, 0, {}, {}}, {}, sent, pace}; };
}

/// The head and a part of the body arrive.
End breaksOff(Error error, double part, Pace pace = Pace::Prompt)
{
    return [=](const Answers &answers) {
        Ending ending = soundly(answers.honest);
        ending.arrival.error = error;
        ending.body.truncate(qsizetype(double(ending.body.size()) * part));
        ending.pace = pace;
        return ending;
    };
}

End says(int status,
    const QByteArray &body,
    const QMap<QByteArray, QByteArray> &headers = {},
    const QByteArray &type = "application/json")
{
    return [=](const Answers &) {
        const bool refused = status >= 400;
        return Ending {
            {refused ? Error::UnknownContentError : Error::NoError, status, type, headers}, body, true, Pace::Prompt};
    };
}

End refuses(int status, const QMap<QByteArray, QByteArray> &headers = {})
{
    return says(status, R"({"status":)" + QByteArray::number(status) + R"(,"error":"no"})", headers);
}

End page(int status)
{
    return says(status, "<!DOCTYPE html><html><body>Sign in to go on</body></html>", {}, "text/html");
}

/// The honest answer with its body changed.
End alters(const std::function<QByteArray(const QByteArray &)> &change)
{
    return [=](const Answers &answers) {
        Ending ending = soundly(answers.honest);
        ending.body = change(ending.body);
        return ending;
    };
}

/// The honest answer with its list changed, if it is one.
End altersList(const std::function<void(QJsonArray &)> &change)
{
    return alters([change](const QByteArray &body) {
        QJsonDocument document = QJsonDocument::fromJson(body);
        if (!document.isArray() || document.array().isEmpty())
            return body;
        QJsonArray list = document.array();
        change(list);
        return QJsonDocument(list).toJson(QJsonDocument::Compact);
    });
}

QByteArray withoutKeys(const QByteArray &body)
{
    const auto strip = [](QJsonObject object) {
        object.remove(QStringLiteral("external_id"));
        object.remove(QStringLiteral("uid"));
        return object;
    };
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (document.isObject())
        return QJsonDocument(strip(document.object())).toJson();
    QJsonArray list;
    const QJsonArray given = document.array();
    for (const auto &entry : given)
        list.append(strip(entry.toObject()));
    return document.isArray() ? QJsonDocument(list).toJson() : body;
}

void addBrokenKinds(std::vector<FaultKind> &kinds)
{
    kinds.push_back({"no such host", false, 0s, breaks(Error::HostNotFoundError, false)});
    kinds.push_back({"refused", false, 0s, breaks(Error::ConnectionRefusedError, false)});
    kinds.push_back({"no route", false, 0s, breaks(Error::UnknownNetworkError, false)});
    kinds.push_back({"proxy wants a login", false, 0s, breaks(Error::ProxyAuthenticationRequiredError, false)});
    kinds.push_back({"connecting takes too long", false, 0s, breaks(Error::TimeoutError, false)});
    kinds.push_back({"untrusted certificate", false, 0s, breaks(Error::SslHandshakeFailedError, false)});
    kinds.push_back({"reset before the request", false, 0s, breaks(Error::RemoteHostClosedError, false)});
    kinds.push_back({"reset after the request, not done", false, 0s, breaks(Error::RemoteHostClosedError, true)});
    kinds.push_back({"reset after the request, done", true, 0s, breaks(Error::RemoteHostClosedError, true)});
    kinds.push_back({"would have to be sent again, done", true, 0s, breaks(Error::ContentReSendError, true)});
    kinds.push_back({"answer is no HTTP, done", true, 0s, breaks(Error::ProtocolFailure, true)});
    kinds.push_back(
        {"silence before the head, not done", false, 0s, breaks(Error::OperationCanceledError, true, Pace::Silent)});
    kinds.push_back(
        {"silence before the head, done", true, 0s, breaks(Error::OperationCanceledError, true, Pace::Silent)});
    kinds.push_back({"closed within the body, done", true, 0s, breaksOff(Error::RemoteHostClosedError, 0.5)});
    kinds.push_back(
        {"silence within the body, done", true, 0s, breaksOff(Error::OperationCanceledError, 0.5, Pace::Silent)});
    kinds.push_back({"dripping, done", true, 0s, breaksOff(Error::NoError, 1, Pace::Dripping)});
    kinds.push_back({"packed answer too large, done", true, 0s, breaksOff(Error::UnknownContentError, 0.3)});
    kinds.push_back({"short length, done", true, 0s, breaksOff(Error::NoError, 0.95)});
    kinds.push_back({"packed answer cut, done", true, 0s, breaksOff(Error::NoError, 0.5)});
    kinds.push_back({"bad chunk, done", true, 0s, breaksOff(Error::NoError, 0)});
    kinds.push_back({"only a 103, done", true, 0s, says(103, {})});
}

void addStatusKinds(std::vector<FaultKind> &kinds)
{
    kinds.push_back({"301 to another server",
        false,
        0s,
        says(301, {}, {{"location", "https://elsewhere.example/api/v1/athlete/0"}})});
    kinds.push_back({"307 to the same without TLS",
        false,
        0s,
        says(307, {}, {{"location", "http://service.example/api/v1/athlete/0"}})});
    kinds.push_back({"302 to a page to sign in", false, 0s, says(302, {}, {{"location", "/login"}})});
    for (const int status : {400, 401, 403, 404, 409, 412, 413, 415, 422, 500, 502, 504}) {
        static std::map<int, QByteArray> names;
        names[status] = QByteArray::number(status);
        kinds.push_back({names[status].constData(), false, 0s, refuses(status)});
    }
    kinds.push_back({"403 as a page", false, 0s, page(403)});
    kinds.push_back({"404 as a page", false, 0s, page(404)});
    kinds.push_back({"500 done", true, 0s, refuses(500)});
    kinds.push_back({"502 as a page, done", true, 0s, page(502)});
    kinds.push_back({"504 done", true, 0s, refuses(504)});
    kinds.push_back({"503 with a time", false, 120s, refuses(503, {{"retry-after", "120"}})});
    kinds.push_back({"429 without a time", false, 0s, refuses(429)});
    kinds.push_back({"429 for 7 s", false, 7s, refuses(429, {{"retry-after", "7"}})});
    kinds.push_back({"429 until a date",
        false,
        60s,
        refuses(429, {{"date", "Thu, 12 Mar 2026 09:00:00 GMT"}, {"retry-after", "Thu, 12 Mar 2026 09:01:00 GMT"}})});
    kinds.push_back({"429 for years", false, 3600s, refuses(429, {{"retry-after", "1000000000"}})});
    kinds.push_back({"429 for no number", false, 0s, refuses(429, {{"retry-after", "soon"}})});
}

void addLyingKinds(std::vector<FaultKind> &kinds)
{
    kinds.push_back({"empty 200, not done", false, 0s, says(200, {})});
    kinds.push_back({"a page to sign in, not done", false, 0s, page(200)});
    kinds.push_back({"a page, done", true, 0s, page(200)});
    kinds.push_back({"JSON of another type, done", true, 0s, alters([](const QByteArray &body) {
                         return body.startsWith('[') ? QByteArray("{}") : QByteArray("[]");
                     })});
    kinds.push_back({"null, done", true, 0s, says(200, "null")});
    kinds.push_back({"JSON that breaks off, done", true, 0s, alters([](const QByteArray &body) {
                         return body.chopped(std::min<qsizetype>(body.size(), 2));
                     })});
    kinds.push_back({"no keys in the answer, done", true, 0s, alters(withoutKeys)});
    kinds.push_back({"a list with something twice, done", true, 0s, altersList([](QJsonArray &list) {
                         list.append(list.first());
                     })});
    kinds.push_back(
        {"a list without its first, done", true, 0s, altersList([](QJsonArray &list) { list.removeFirst(); })});
    kinds.push_back(
        {"a list without its last, done", true, 0s, altersList([](QJsonArray &list) { list.removeLast(); })});
    kinds.push_back({"an empty list, done", true, 0s, altersList([](QJsonArray &list) { list = {}; })});
    kinds.push_back({"a stale answer, done", true, 0s, [](const Answers &answers) { return soundly(answers.stale); }});
    kinds.push_back({"the answer to the request before, done", true, 0s, [](const Answers &answers) {
                         return soundly(answers.earlier);
                     }});
    kinds.push_back({"the answer about something else, done", true, 0s, [](const Answers &answers) {
                         return soundly(answers.stray);
                     }});
}

}

Ending soundly(const http::Response &response)
{
    const bool refused = response.status >= 400;
    return {{refused ? Error::UnknownContentError : Error::NoError,
                response.status,
                response.contentType,
                response.headers},
        response.body,
        true,
        Pace::Prompt};
}

const FaultKind *faultKind(const char *name)
{
    const auto &all = faultKinds();
    const auto found
        = std::ranges::find_if(all, [name](const FaultKind &kind) { return qstrcmp(kind.name, name) == 0; });
    return found == all.end() ? nullptr : &*found;
}

const std::vector<FaultKind> &faultKinds()
{
    static const std::vector<FaultKind> kinds = [] {
        std::vector<FaultKind> all;
        addBrokenKinds(all);
        addStatusKinds(all);
        addLyingKinds(all);
        return all;
    }();
    return kinds;
}

}
