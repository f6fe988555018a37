// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/remotefold.h"
#include "tests/fault/extent.h"
#include "tests/fault/script.h"
#include "tests/support/tally.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using fault::Script;
using store::Store;

namespace {

constexpr int pageSize = 4096;
constexpr qint64 patienceMs = 5000;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

QList<QJsonObject> records(int count)
{
    QList<QJsonObject> list;
    for (int i = 0; i < count; ++i)
        list.append({{u"id"_s, 5000 + i},
            {u"category"_s, u"WORKOUT"_s},
            {u"type"_s, u"Run"_s},
            {u"name"_s, u"Known %1"_s.arg(i)},
            {u"start_date_local"_s, QDate(2025, 1, 1).addDays(i % 300).toString(Qt::ISODate) + u"T00:00:00"_s},
            {u"description"_s, u"- 10m 70%\n"_s.repeated(i % 40)}});
    return list;
}

QByteArray spoiled(QByteArray bytes, qsizetype at, const QString &how)
{
    for (qsizetype i = at; i < std::min(at + pageSize, bytes.size()); ++i)
        bytes[i] = how == "zeroed"_L1 ? '\0' : char(~bytes.at(i));
    return how == "cut"_L1 ? bytes.left(at) : bytes;
}

}

/// A page of the database is spoiled: no unsynced edit is lost, and the store opens.
class PagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyPageMayBeSpoiled_data();
    void anyPageMayBeSpoiled();
};

void PagesTest::anyPageMayBeSpoiled_data()
{
    QTest::addColumn<QString>("how");
    for (const auto &how : {u"zeroed"_s, u"flipped"_s, u"cut"_s})
        QTest::newRow(qPrintable(u"each page "_s + how)) << how;
}

void PagesTest::anyPageMayBeSpoiled()
{
    QFETCH(QString, how);
    QTemporaryDir folder(fault::scratchTemplate());
    const QString database = folder.filePath(u"a.db"_s);
    const auto clock = Script::clock();
    QString unsynced;
    {
        auto opened = *Store::open(database, clock, u"owner"_s);
        QVERIFY(store::RemoteFold(*opened).events({}, records(fault::isFull() ? 2000 : 150)).ok());
        for (int step = 0; step < 40; ++step)
            QVERIFY(Script(3, true).perform(*opened, step));
        unsynced = Script::unsyncedOf(*opened);
    }
    const QByteArray good = contentOf(database);
    const QByteArray journal = contentOf(store::Journal::pathFor(database));
    const int pages = int(good.size() / pageSize);
    QVERIFY(pages > 30);
    support::Tally tally(3, how == "cut"_L1 ? "cut before each page" : "spoil each page");
    for (int page = 0; page < pages; page += fault::stride(pages, 60)) {
        QTemporaryDir place(fault::scratchTemplate());
        const QString copy = place.filePath(u"a.db"_s);
        QVERIFY(write(copy, spoiled(good, qsizetype(page) * pageSize, how)));
        QVERIFY(write(store::Journal::pathFor(copy), journal));
        QElapsedTimer timer;
        timer.start();
        auto opened = Store::open(copy, clock, u"owner"_s);
        const bool soon = timer.elapsed() <= patienceMs;
        tally.run(opened.ok() && soon && Script::unsyncedOf(**opened) == unsynced,
            u"seed 3, page %1 of %2 %3"_s.arg(page).arg(pages).arg(how));
    }
    QVERIFY(tally.close());
}

MICROCYCLE_CORE_TEST(PagesTest)
#include "tst_pages.moc"
