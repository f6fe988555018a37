// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/classify.h"
#include "tests/api/demo/demotalk.h"
#include "tests/conformance/everycall.h"
#include "tests/conformance/spoiling.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using conformance::Called;
using Kind = domain::Error::Kind;

namespace {

/// What a request met before it was sent as it is.
struct Trial {
    QStringList admitted; ///< credentials that opened something, and should not have
    std::optional<http::Response> refusal; ///< of the request made wrong
    http::Request refused;
};

const QList<QByteArray> strangers {
    {}, "Basic " + QByteArray("API_KEY:wrong").toBase64(), "Bearer wrong", "ApiKey API_KEY:wrong"};

http::Response answered(demo::DemoApi &api, http::Request request, const QByteArray &authorization)
{
    if (!authorization.isEmpty())
        request.headers.insert("authorization", authorization);
    return api.handle(request);
}

const QByteArray owner = "Basic " + QByteArray("API_KEY:" + demotalk::key).toBase64();

std::optional<Kind> kindOf(const http::Response &response)
{
    const auto error = http::errorOf(response, QDateTime(demotalk::today, QTime(9, 0), Qt::UTC));
    return error ? std::optional(error->kind) : std::nullopt;
}

/// The frame around the service answers so to a path it does not have.
bool isOfTheFrame(const http::Response &response)
{
    return QJsonDocument::fromJson(response.body).object().contains("path"_L1);
}

Trial trialOf(demo::DemoApi &api, const http::Request &request)
{
    Trial trial;
    for (const QByteArray &stranger : strangers) {
        const auto response = answered(api, request, stranger);
        if (response.status != 401 || kindOf(response) != Kind::Unauthorised)
            trial.admitted.append(u"[%1]: %2"_s.arg(QString::fromLatin1(stranger)).arg(response.status));
    }
    const auto wrong = conformance::spoiled(request);
    for (const http::Request &each : wrong) {
        const auto response = answered(api, each, owner);
        static const QSet<int> refusals {400, 403, 404, 422};
        if (!refusals.contains(response.status) || isOfTheFrame(response))
            continue;
        trial.refusal = response;
        trial.refused = each;
        break;
    }
    return trial;
}

}

/// Over the table of all endpoints: what each does with the right key, with a wrong one, with a request that cannot be
/// met, and with a field of a later version. An endpoint is in the table as soon as it is called.
class EveryEndpointTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyTypeIsInTheTable();
    void succeeds_data() { everyEndpoint(); }
    void succeeds();
    void opensToNoOtherKey_data() { everyEndpoint(); }
    void opensToNoOtherKey();
    void refusesWhatItCannotMeet_data() { everyEndpoint(); }
    void refusesWhatItCannotMeet();
    void answersMayHaveFieldsOfLater_data() { everyEndpoint(); }
    void answersMayHaveFieldsOfLater();
    void requestsMayHaveFieldsOfLater_data() { everyEndpoint(); }
    void requestsMayHaveFieldsOfLater();

private:
    void everyEndpoint();

    QList<Called> m_calls;
    QList<Trial> m_trials;
    QList<Called> m_strange; ///< the same calls, their bodies with a key more
};

void EveryEndpointTest::initTestCase()
{
    auto api = demotalk::made();
    conformance::Surface surface([&](const http::Request &request) -> domain::Result<http::Response> {
        m_trials.append(trialOf(api, request));
        return answered(api, request, owner);
    });
    conformance::callEverything(surface, demotalk::today);
    m_calls = surface.calls();

    auto other = demotalk::made();
    conformance::Surface strange([&](http::Request request) -> domain::Result<http::Response> {
        request.body = conformance::withStrangeKey(request.body);
        return answered(other, request, owner);
    });
    conformance::callEverything(strange, demotalk::today);
    m_strange = strange.calls();
}

/// A row for the first call of each type.
void EveryEndpointTest::everyEndpoint()
{
    QTest::addColumn<qsizetype>("at");
    QSet<QString> seen;
    for (qsizetype i = 0; i < m_calls.size(); ++i) {
        if (seen.contains(m_calls.at(i).endpoint))
            continue;
        seen.insert(m_calls.at(i).endpoint);
        QTest::newRow(qPrintable(m_calls.at(i).endpoint)) << i;
    }
}

void EveryEndpointTest::everyTypeIsInTheTable()
{
    const QStringList missing = conformance::notCalled(m_calls);
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u", "_s)));
    QMap<int, QStringList> refusals;
    for (qsizetype i = 0; i < m_calls.size(); ++i) {
        if (m_trials.at(i).refusal)
            refusals[m_trials.at(i).refusal->status].append(m_calls.at(i).endpoint);
    }
    for (auto each = refusals.begin(); each != refusals.end(); ++each) {
        each->removeDuplicates();
        qInfo("refused with %d: %d types", each.key(), int(each->size()));
    }
}

void EveryEndpointTest::succeeds()
{
    QFETCH(qsizetype, at);
    const Called &called = m_calls.at(at);
    if (called.refusal)
        QCOMPARE(called.status, called.refusal);
    else
        QVERIFY2(called.status == 200 || called.status == 201, qPrintable(called.unread));
    QVERIFY2(called.unread.isEmpty(), qPrintable(called.unread));
}

void EveryEndpointTest::opensToNoOtherKey()
{
    QFETCH(qsizetype, at);
    QVERIFY2(m_trials.at(at).admitted.isEmpty(), qPrintable(m_trials.at(at).admitted.join(u"; "_s)));
}

void EveryEndpointTest::refusesWhatItCannotMeet()
{
    QFETCH(qsizetype, at);
    const Trial &trial = m_trials.at(at);
    QVERIFY2(trial.refusal || m_calls.at(at).refusal, "nothing made it refuse");
    if (!trial.refusal)
        return;
    const auto error = http::errorOf(*trial.refusal, QDateTime(demotalk::today, QTime(9, 0), Qt::UTC));
    QVERIFY(error.has_value());
    QCOMPARE(error->httpStatus, trial.refusal->status);
    QVERIFY2(!error->detail.isEmpty(), qPrintable(trial.refused.path));
    const QJsonObject body = QJsonDocument::fromJson(trial.refusal->body).object();
    QCOMPARE(body.value("status"_L1).toInt(), trial.refusal->status);
    QVERIFY(!body.value("error"_L1).toString().isEmpty());
}

void EveryEndpointTest::answersMayHaveFieldsOfLater()
{
    QFETCH(qsizetype, at);
    const Called &called = m_calls.at(at);
    if (called.refusal)
        return;
    const auto before = called.read(called.answer);
    http::Response later = called.answer;
    later.body = conformance::withStrangeKeys(later.body);
    const auto after = called.read(later);
    QVERIFY2(!after.error, after.error ? qPrintable(after.error->item + u' ' + after.error->detail) : "");
    QCOMPARE(after.quarantined, before.quarantined);
    QCOMPARE(after.unknown.size(), before.unknown.size());
    for (const QJsonObject &unknown : after.unknown)
        QVERIFY2(unknown.contains(conformance::strangeKey), later.body.left(300).constData());
}

/// The service keeps what it does not know, except for the days of wellness, which have to be known.
void EveryEndpointTest::requestsMayHaveFieldsOfLater()
{
    QFETCH(qsizetype, at);
    const Called &called = m_calls.at(at);
    const auto same = std::find_if(
        m_strange.begin(), m_strange.end(), [&](const Called &each) { return each.endpoint == called.endpoint; });
    QVERIFY(same != m_strange.end());
    if (called.request.body.isEmpty() || called.request.contentType != "application/json") {
        QCOMPARE(same->status, called.status);
        return;
    }
    if (same->request.path.contains("wellness"_L1)) {
        QCOMPARE(same->status, 422);
        QVERIFY(same->answer.body.contains("Unrecognized wellness field [" + conformance::strangeKey.toUtf8() + ']'));
        return;
    }
    QVERIFY2(same->status == called.status, qPrintable(same->unread));
    const QJsonObject sent = QJsonDocument::fromJson(called.request.body).object();
    const QJsonObject shown = QJsonDocument::fromJson(called.answer.body).object();
    const QStringList keys = sent.keys();
    const bool showsWhatWasSent = shown.contains("id"_L1) && !keys.isEmpty()
        && std::all_of(keys.begin(), keys.end(), [&](const QString &key) { return shown.contains(key); });
    if (showsWhatWasSent)
        QVERIFY2(same->answer.body.contains(conformance::strangeKey.toUtf8()), same->answer.body.left(400).constData());
}

MICROCYCLE_CORE_TEST(EveryEndpointTest)
#include "tst_everyendpoint.moc"
