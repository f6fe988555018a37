// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/faults.h"

#include "api/demo/dice.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

bool concerns(const Fault &fault, const http::Request &request)
{
    if (!fault.method.isEmpty() && fault.method != request.method)
        return false;
    if (fault.path.isEmpty())
        return true;
    const QString pattern = QRegularExpression::escape(fault.path).replace("\\*"_L1, ".*"_L1);
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(request.path).hasMatch();
}

bool strikes(const Fault &fault, int number, quint64 seed)
{
    if (fault.share)
        return Dice(seed, quint64(number)).chance(*fault.share);
    if (fault.first)
        return number >= *fault.first && number <= fault.last.value_or(*fault.first);
    return number % fault.every == 0;
}

QString wordsOf(int status)
{
    switch (status) {
    case 401:
        return u"Unauthorized"_s;
    case 403:
        return u"Access denied"_s;
    case 404:
        return u"Not Found"_s;
    case 429:
        return u"Too Many Requests"_s;
    case 503:
        return u"Service Unavailable"_s;
    default:
        return status >= 500 ? u"Internal Server Error"_s : u"Scripted fault"_s;
    }
}

}

http::Response Fault::harmed(const http::Response &answer) const
{
    http::Response changed = answer;
    switch (harm) {
    case Harm::Status:
        changed = {status, {}, "application/json", {}};
        changed.body = QJsonDocument(QJsonObject {{u"status"_s, status}, {u"error"_s, wordsOf(status)}})
                           .toJson(QJsonDocument::Compact);
        if (retryAfterSeconds)
            changed.headers.insert("retry-after", QByteArray::number(*retryAfterSeconds));
        break;
    case Harm::Html:
        changed = {200, "<!DOCTYPE html><html><body><h1>Sign in to this network</h1></body></html>", "text/html", {}};
        break;
    case Harm::Empty:
        changed = {200, {}, "application/json", {}};
        break;
    case Harm::Redirect:
        changed = {302, {}, "text/plain", {{"location", "https://elsewhere.invalid/"}}};
        break;
    case Harm::BrokenJson:
        changed.body.truncate(changed.body.size() / 2);
        break;
    case Harm::WrongType:
        changed = {200, "[[\"neither\"]]", "application/json", {}};
        break;
    case Harm::Reset:
    case Harm::Cut:
    case Harm::Garbage:
    case Harm::Drip:
    case Harm::Hang:
        break; // the answer is right, the line is not
    }
    return changed;
}

Faults::Faults(const std::vector<Fault> &faults, quint32 seed)
    : m_seed(seed)
{
    for (const auto &fault : faults)
        m_faults.push_back({fault, 0});
}

std::optional<Fault> Faults::next(const http::Request &request)
{
    std::optional<Fault> struck;
    quint64 number = 0;
    for (auto &[fault, requests] : m_faults) {
        ++number;
        if (concerns(fault, request) && strikes(fault, ++requests, quint64(m_seed) + (number << 32)) && !struck)
            struck = fault;
    }
    return struck;
}

}
