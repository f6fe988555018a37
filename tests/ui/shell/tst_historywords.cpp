// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/shell/historywords.h"

using namespace Qt::StringLiterals;
using store::Verb;

/// The menu says what undo would take back.
class HistoryWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyVerbHasWords_data();
    void everyVerbHasWords();
    void withoutAGestureThereIsOneWord();
};

void HistoryWordsTest::everyVerbHasWords_data()
{
    QTest::addColumn<Verb>("verb");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("words");
    const QString tempo = u"Tempo"_s;
    QTest::newRow("create") << Verb::Create << tempo << 1 << u"Undo: Add “Tempo”"_s;
    QTest::newRow("move several") << Verb::Move << tempo << 3 << u"Undo: Move “Tempo” and 2 more"_s;
    QTest::newRow("edit") << Verb::Edit << u"Over & under"_s << 1 << u"Undo: Change “Over && under”"_s;
    QTest::newRow("delete") << Verb::Delete << tempo << 1 << u"Undo: Delete “Tempo”"_s;
    QTest::newRow("copy") << Verb::Copy << tempo << 1 << u"Undo: Copy “Tempo”"_s;
    QTest::newRow("paste") << Verb::Paste << tempo << 2 << u"Undo: Paste “Tempo” and 1 more"_s;
    QTest::newRow("a day of wellness") << Verb::Wellness << u"2026-03-12"_s << 1 << u"Undo: Wellness of 12/03/2026"_s;
    QTest::newRow("a change taken back") << Verb::Discard << tempo << 1 << u"Undo: Discard the change of “Tempo”"_s;
    QTest::newRow("a day taken back") << Verb::Discard << u"2026-03-12"_s << 1
                                      << u"Undo: Discard the change of “12/03/2026”"_s;
    QTest::newRow("an activity") << Verb::Activity << tempo << 1 << u"Undo: Change “Tempo”"_s;
    QTest::newRow("keep in the library") << Verb::Keep << tempo << 1 << u"Undo: Keep “Tempo” in the library"_s;
    QTest::newRow("plan a whole plan") << Verb::Plan << u"Base"_s << 36 << u"Undo: Plan “Base” from the library"_s;
    QTest::newRow("a long name is cut") << Verb::Create << QString(60, u'x') << 1
                                        << u"Undo: Add “"_s + QString(39, u'x') + u"…”"_s;
}

void HistoryWordsTest::everyVerbHasWords()
{
    QFETCH(Verb, verb);
    QFETCH(QString, subject);
    QFETCH(int, count);
    const store::GestureInfo gesture {verb, subject, QDate(2026, 3, 12), count};
    const QLocale locale(QLocale::English, QLocale::UnitedKingdom);
    QTEST(ui::HistoryWords::undo(gesture, locale), "words");
    QCOMPARE(ui::HistoryWords::redo(gesture, locale).mid(4), ui::HistoryWords::undo(gesture, locale).mid(4));
}

void HistoryWordsTest::withoutAGestureThereIsOneWord()
{
    QCOMPARE(ui::HistoryWords::undo({}, QLocale::c()), u"Undo"_s);
    QCOMPARE(ui::HistoryWords::redo({}, QLocale::c()), u"Redo"_s);
}

MICROCYCLE_CORE_TEST(HistoryWordsTest)
#include "tst_historywords.moc"
