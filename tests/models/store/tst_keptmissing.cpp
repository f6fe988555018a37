// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/keptmissing.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using store::KeptMissing;

/// The decision to keep what the service lacks.
class KeptMissingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isKnownAtTheNextStart();
    void isForgotten();
};

void KeptMissingTest::isKnownAtTheNextStart()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"store.db"_s);
    const QSet<domain::LocalId> two {{u"a"_s}, {u"b"_s}};
    {
        const auto database = *store::Database::open(path);
        KeptMissing kept(*database);
        QVERIFY(kept.ids().isEmpty());
        kept.keep(two);
        kept.keep({{u"c"_s}, {u"a"_s}});
    }
    const auto database = *store::Database::open(path);
    QCOMPARE(KeptMissing(*database).ids(), (QSet<domain::LocalId> {{u"a"_s}, {u"b"_s}, {u"c"_s}}));
}

void KeptMissingTest::isForgotten()
{
    const auto database = *store::Database::open(u":memory:"_s);
    KeptMissing kept(*database);
    kept.keep({{u"a"_s}});
    kept.forget();
    QVERIFY(kept.ids().isEmpty());
}

MICROCYCLE_CORE_TEST(KeptMissingTest)
#include "tst_keptmissing.moc"
