// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/likeness.h"
#include "tests/support/testmain.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using store::Kind;

/// By what a creation in the library is known that may have arrived.
class LikenessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWhatWasSent_data();
    void isWhatWasSent();
};

void LikenessTest::isWhatWasSent_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QJsonObject>("changed");
    QTest::addColumn<bool>("alike");
    for (const Kind kind : {Kind::Folder, Kind::Workout}) {
        const char *what = kind == Kind::Folder ? "a folder" : "a template";
        QTest::addRow("%s that is the same", what) << kind << QJsonObject {} << true;
        QTest::addRow("%s with a key of the service", what) << kind << QJsonObject {{u"id"_s, 12}} << true;
        QTest::addRow("%s of another name", what) << kind << QJsonObject {{u"name"_s, u"B"_s}} << false;
        QTest::addRow("%s of another type", what) << kind << QJsonObject {{u"type"_s, u"PLAN"_s}} << false;
        QTest::addRow("%s that cannot be read", what) << kind << QJsonObject {{u"name"_s, QJsonArray {1}}} << false;
    }
    QTest::newRow("a template in another folder") << Kind::Workout << QJsonObject {{u"folder_id"_s, 8}} << false;
    QTest::newRow("a template of another day") << Kind::Workout << QJsonObject {{u"day"_s, 4}} << false;
    QTest::newRow("a template with another text")
        << Kind::Workout << QJsonObject {{u"description"_s, u"- 2h"_s}} << false;
}

void LikenessTest::isWhatWasSent()
{
    QFETCH(Kind, kind);
    QFETCH(QJsonObject, changed);
    QFETCH(bool, alike);
    const QJsonObject sent {{u"name"_s, u"A"_s},
        {u"type"_s, kind == Kind::Folder ? u"FOLDER"_s : u"Ride"_s},
        {u"folder_id"_s, 7},
        {u"day"_s, 3},
        {u"description"_s, u"- 1h"_s}};
    QJsonObject record = sent;
    for (auto it = changed.begin(); it != changed.end(); ++it)
        record.insert(it.key(), it.value());
    QCOMPARE(store::isAlike(kind, record, sent), alike);
    QCOMPARE(store::isAlike(kind, sent, record), alike);
}

MICROCYCLE_CORE_TEST(LikenessTest)
#include "tst_likeness.moc"
