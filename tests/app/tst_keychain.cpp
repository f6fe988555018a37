// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/keychain.h"
#include "models/domain/whendone.h"
#include "tests/app/secretservice.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;
using domain::Error;

namespace {

const QByteArray secret = "kc_canary-0123456789abcdef";
const app::Account anna {QUrl(u"https://intervals.icu"_s), u"i101"_s, u"Anna"_s};
const app::Account berta {QUrl(u"https://intervals.icu"_s), u"i102"_s, u"Berta"_s};
const app::Account elsewhere {QUrl(u"https://intervals.example"_s), u"i101"_s, u"Anna"_s};

/// The result, once it is there.
template<typename T>
std::optional<T> awaited(const QFuture<T> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 25'000) || future.resultCount() == 0)
        return {};
    return future.result();
}

}

/// The keychain against a real key store of the system.
class KeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatIsWrittenIsRead_data();
    void whatIsWrittenIsRead();
    void anotherKeyReplacesTheFirst();
    void accountsDoNotSeeEachOther();
    void whatIsRemovedIsGone();
    void removingNothingIsDone();
    void anEntryOfSomebodyElseIsNoKey();
    void aKeychainThatGoesWhileTheSystemWorksHarmsNothing();

private:
    support::SecretService m_service;
    app::Keychain m_keychain;
};

void KeychainTest::initTestCase()
{
    if (!support::SecretService::isInstalled())
        QSKIP("NO KEY STORE: gnome-keyring or dbus is not installed; nothing of the keychain is tested");
    QVERIFY(m_service.start());
}

void KeychainTest::whatIsWrittenIsRead_data()
{
    QTest::addColumn<http::Credential::Style>("style");
    QTest::newRow("an API key") << http::Credential::Style::Basic;
    QTest::newRow("a token") << http::Credential::Style::Bearer;
    QTest::newRow("the third style") << http::Credential::Style::ApiKey;
}

void KeychainTest::whatIsWrittenIsRead()
{
    QFETCH(http::Credential::Style, style);
    QVERIFY(awaited(m_keychain.write(anna, *http::Credential::make(secret, style)))->ok());
    const auto read = awaited(m_keychain.read(anna));
    QVERIFY(read && read->ok());
    QCOMPARE((*read)->secret().bytes(), secret);
    QCOMPARE((*read)->style(), style);
}

void KeychainTest::anotherKeyReplacesTheFirst()
{
    QVERIFY(awaited(m_keychain.write(anna, *http::Credential::make(secret)))->ok());
    QVERIFY(awaited(m_keychain.write(anna, *http::Credential::make("another-key-1")))->ok());
    QCOMPARE((*awaited(m_keychain.read(anna)))->secret().bytes(), QByteArray("another-key-1"));
}

void KeychainTest::accountsDoNotSeeEachOther()
{
    QVERIFY(awaited(m_keychain.write(anna, *http::Credential::make(secret)))->ok());
    for (const auto &other : {berta, elsewhere}) {
        const auto read = awaited(m_keychain.read(other));
        QVERIFY(read && !read->ok());
        QCOMPARE(read->error().kind, Error::Kind::NotFound);
    }
}

void KeychainTest::whatIsRemovedIsGone()
{
    QVERIFY(awaited(m_keychain.write(anna, *http::Credential::make(secret)))->ok());
    QVERIFY(awaited(m_keychain.remove(anna))->ok());
    QCOMPARE(awaited(m_keychain.read(anna))->error().kind, Error::Kind::NotFound);
}

void KeychainTest::removingNothingIsDone()
{
    QVERIFY(awaited(m_keychain.remove(berta))->ok());
}

void KeychainTest::anEntryOfSomebodyElseIsNoKey()
{
    // Another program put an entry under our name whose content speaks of another server.
    auto *job = new QKeychain::WritePasswordJob(u"Microcycle"_s);
    job->setKey(u"https://intervals.icu i102"_s);
    job->setTextData(u"{\"v\":1,\"origin\":\"https://evil.example\",\"athlete\":\"i102\",\"secret\":\"abcdefgh1\"}"_s);
    QSignalSpy done(job, &QKeychain::Job::finished);
    job->start();
    QTRY_COMPARE(done.count(), 1);
    const auto read = awaited(m_keychain.read(berta));
    QVERIFY(read && !read->ok());
    QCOMPARE(read->error().kind, Error::Kind::NotFound);
    QVERIFY(awaited(m_keychain.remove(berta))->ok());
}

void KeychainTest::aKeychainThatGoesWhileTheSystemWorksHarmsNothing()
{
    QVERIFY(awaited(m_keychain.write(anna, *http::Credential::make(secret)))->ok());
    QList<QFuture<domain::Result<http::Credential>>> readings;
    int heard = 0;
    for (int i = 0; i < 100; ++i) {
        app::Keychain shortLived;
        readings << shortLived.read(anna);
        QObject listener;
        domain::whenDone(readings.last(), &listener, [&](const auto &) { ++heard; });
    }
    for (const auto &reading : readings)
        QCOMPARE((*awaited(reading))->secret().bytes(), secret);
    QCOMPARE(heard, 0);
}

MICROCYCLE_CORE_TEST(KeychainTest)
#include "tst_keychain.moc"
