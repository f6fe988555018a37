// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/keychain.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;

/// The keychain on a machine without a key store. A test of its own, because a process asks for its bus once.
class NoKeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus"); }
    void everyCallSaysThatThereIsNone();
};

void NoKeychainTest::everyCallSaysThatThereIsNone()
{
    const app::Account anna {QUrl(u"https://intervals.icu"_s), u"i101"_s, u"Anna"_s};
    app::Keychain keychain;
    const auto written = keychain.write(anna, *http::Credential::make("some-key-1234"));
    QTRY_VERIFY(written.isFinished());
    QVERIFY(!written.result().ok());
    QCOMPARE(written.result().error().kind, domain::Error::Kind::Storage);

    const auto read = keychain.read(anna);
    QTRY_VERIFY(read.isFinished());
    QVERIFY(!read.result().ok());
    QCOMPARE(read.result().error().kind, domain::Error::Kind::Storage);

    const auto removed = keychain.remove(anna);
    QTRY_VERIFY(removed.isFinished());
    QVERIFY(!removed.result().ok());
    QCOMPARE(removed.result().error().kind, domain::Error::Kind::Storage);
}

MICROCYCLE_CORE_TEST(NoKeychainTest)
#include "tst_nokeychain.moc"
