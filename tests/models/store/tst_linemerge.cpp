// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/linemerge.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;

/// Texts that two sides have changed, line by line.
class LineMergeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesMerge_data();
    void linesMerge();
};

void LineMergeTest::linesMerge_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<QString>("merged");
    QTest::addColumn<bool>("possible");
    QTest::newRow("every other line written anew here")
        << u"1\nk\n2\nm\n3"_s << u"x\nk\ny\nz\nm\nw"_s << u"1\nk\n2\nm\n3"_s << u"x\nk\ny\nz\nm\nw"_s << true;
    QTest::newRow("lines taken out and put in between")
        << u"1\nk\n2\nm\n3"_s << u"k\nm"_s << u"1\nk\n2\nm\n3"_s << u"k\nm"_s << true;
    const auto many = [](const QString &line) { return QStringList(4000, line).join(u'\n'); };
    QTest::newRow("more than can be compared, here alone")
        << many(u"a"_s) << many(u"b"_s) << many(u"a"_s) << many(u"b"_s) << true;
    QTest::newRow("more than can be compared, on both sides")
        << many(u"a"_s) << many(u"b"_s) << many(u"c"_s) << QString() << false;
    QTest::newRow("nobody wrote") << u"a\nb"_s << u"a\nb"_s << u"a\nb"_s << u"a\nb"_s << true;
    QTest::newRow("added above and below") << u"a"_s << u"0\na"_s << u"a\nb"_s << u"0\na\nb"_s << true;
    QTest::newRow("deleted here, changed further down there")
        << u"a\nb\nc\nd"_s << u"b\nc\nd"_s << u"a\nb\nc\nD"_s << u"b\nc\nD"_s << true;
    QTest::newRow("both wrote the same") << u"a\nb"_s << u"a\nx\nb"_s << u"a\nx\nb"_s << u"a\nx\nb"_s << true;
    QTest::newRow("added different lines at one place")
        << u"a\nb"_s << u"a\nx\nb"_s << u"a\ny\nb"_s << QString() << false;
    QTest::newRow("deleted here, changed there") << u"a\nb\nc"_s << u"a\nc"_s << u"a\nB\nc"_s << QString() << false;
    QTest::newRow("neighbouring lines") << u"a\nb\nc\nd"_s << u"a\nB\nc\nd"_s << u"a\nb\nC\nd"_s << QString() << false;
    QTest::newRow("from nothing to two texts") << QString() << u"x"_s << u"y"_s << QString() << false;
    QTest::newRow("cleared here, untouched there") << u"a\nb"_s << QString() << u"a\nb"_s << QString() << true;
    QTest::newRow("repeated lines") << u"- 1m\n- 1m\n- 1m"_s << u"- 1m\n- 1m\n- 1m\n- 5m"_s
                                    << u"- 9m\n- 1m\n- 1m\n- 1m"_s << u"- 9m\n- 1m\n- 1m\n- 1m\n- 5m"_s << true;
}

void LineMergeTest::linesMerge()
{
    QFETCH(QString, base);
    QFETCH(QString, mine);
    QFETCH(QString, theirs);
    QFETCH(QString, merged);
    QFETCH(bool, possible);
    const auto here = store::mergedLines(base, mine, theirs);
    QCOMPARE(here.has_value(), possible);
    QCOMPARE(here.value_or(QString()), merged);
    QCOMPARE(store::mergedLines(base, theirs, mine), here); // the sides are equal before the law
}

MICROCYCLE_CORE_TEST(LineMergeTest)
#include "tst_linemerge.moc"
