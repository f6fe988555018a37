// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/answers.h"
#include "api/demo/objecttext.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

/// What goes out as text is what would go out of the tree.
class ObjectTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anObjectIsCompletedAsItsTreeIs_data();
    void anObjectIsCompletedAsItsTreeIs();
};

void ObjectTextTest::anObjectIsCompletedAsItsTreeIs_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::newRow("nothing") << QByteArray("{}");
    QTest::newRow("one key") << QByteArray(R"({"load":5})");
    QTest::newRow("keys before, between and after the known ones") << QByteArray(
        R"({"Aa":1,"Mood":{"a":"],","b":[1,{"c":"}, "}]},"id":"i7","load":-0.5,"name":"a,\"b\": }","zz":[]})");
    QTest::newRow("nulls and texts without letters") << QByteArray(R"({"id":null,"name":"","zz":null})");
    QTest::newRow("letters beyond ASCII") << QJsonDocument(
        QJsonObject {{u"Müde"_s, u"größer 3×8"_s},
            {u"name"_s, u"\n\\ \u0001"_s},
            {u"a\"b"_s, 1.5}}).toJson(QJsonDocument::Compact);
    QTest::newRow("a value of its own in the place of one that is computed") << QByteArray(R"({"ctl":1,"id":"i7"})");
}

void ObjectTextTest::anObjectIsCompletedAsItsTreeIs()
{
    QFETCH(QByteArray, stored);
    const QJsonObject blank {{u"ctl"_s, {}}, {u"id"_s, {}}, {u"load"_s, {}}, {u"name"_s, {}}};
    QJsonObject object = QJsonDocument::fromJson(stored).object();
    demo::ObjectText text(stored);
    QCOMPARE(text.value("id").isEmpty(), !object.contains("id"_L1));
    QCOMPARE(text.text("id"), object.value("id"_L1).toString());
    for (const auto &[key, value] : {std::pair {"ctl", 56.238358}, std::pair {"atl", 40.0}}) {
        object.insert(QLatin1StringView(key), value);
        text.set(key, value);
    }
    for (const QStringList &fields :
        {QStringList(), QStringList {u"name"_s, u"ctl"_s, u"name"_s, u"a\"b"_s, u"none"_s}}) {
        for (const QJsonObject &known : {blank, QJsonObject()}) {
            QByteArray list = "[1,";
            text.appendTo(list, demo::BlankText(known), demo::FieldFilter(fields));
            const QByteArray expected
                = QJsonDocument(demo::complete(object, known, fields)).toJson(QJsonDocument::Compact);
            QCOMPARE(list, "[1," + expected);
        }
    }
}

MICROCYCLE_CORE_TEST(ObjectTextTest)
#include "tst_objecttext.moc"
