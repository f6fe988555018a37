// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clisession.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;

/// The library from a shell.
class CliLibraryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_session.start()); }
    void cleanupTestCase() { QVERIFY(m_session.stop()); }
    void theLibraryIsListed();
    void aWorkoutLivesFromAddToDelete();
    void aPlainTextBecomesATemplate();
    void aListIsAddedWhole();
    void aFileIsImported();
    void aFolderGoesWithItsWorkouts();
    void aPlanIsLaidOut();
    void wrongInputIsNamed_data();
    void wrongInputIsNamed();

private:
    [[nodiscard]] QString folder(const QString &name) const
    {
        const QJsonArray folders = m_session.json({u"library"_s, u"list"_s, u"--folders"_s}).array();
        for (const auto &entry : folders) {
            if (entry.toObject().value("name"_L1) == name)
                return QString::number(entry.toObject().value("id"_L1).toInteger());
        }
        return {};
    }
    [[nodiscard]] static QString idOf(const QJsonObject &object)
    {
        return QString::number(object.value("id"_L1).toInteger());
    }

    support::CliSession m_session;
};

void CliLibraryTest::theLibraryIsListed()
{
    const auto folders = m_session.cli({u"library"_s, u"list"_s, u"--folders"_s});
    QCOMPARE(folders.err, QByteArray());
    QVERIFY2(folders.out.contains("PLAN") && folders.out.contains("Base, 8 weeks"), folders.out.constData());
    const auto all = m_session.json({u"library"_s, u"list"_s}).array();
    QVERIFY(all.size() > 100);
    const auto bike = m_session.json({u"library"_s, u"list"_s, u"--folder"_s, folder(u"Bike"_s)}).array();
    QCOMPARE(bike.size(), 24);
    const auto found
        = m_session.cli({u"library"_s, u"list"_s, u"--folder"_s, folder(u"Bike"_s), u"--search"_s, u"vo2 5"_s});
    QCOMPARE(found.out.trimmed().split('\n').size(), 2);
    QVERIFY2(found.out.contains("VO2 5×4") && found.out.contains("Ride"), found.out.constData());
}

void CliLibraryTest::aWorkoutLivesFromAddToDelete()
{
    const auto made = m_session.json({u"library"_s, u"add"_s, u"--folder"_s, folder(u"Run"_s)},
        R"({"name":"Hills","type":"Run","description":"- 20m 75% Pace","icu_intensity":7,"workout_doc":{}})");
    QCOMPARE(made.err, QByteArray());
    QCOMPARE(made.code, 0);
    QCOMPARE(made.object().value("moving_time"_L1).toInt(), 1200);
    const QString id = idOf(made.object());
    QCOMPARE(m_session.json({u"library"_s, u"get"_s, id}).object().value("name"_L1).toString(), u"Hills"_s);
    const auto removed = m_session.json({u"library"_s, u"delete"_s, id});
    QCOMPARE(removed.object().value("deleted"_L1).toInteger(), id.toLongLong());
    const auto gone = m_session.cli({u"library"_s, u"get"_s, id});
    QCOMPARE(gone.code, 1);
    QVERIFY2(gone.err.contains("not found"), gone.err.constData());
}

void CliLibraryTest::aPlainTextBecomesATemplate()
{
    const auto made = m_session.json({u"library"_s,
                                         u"add"_s,
                                         u"--text"_s,
                                         u"-"_s,
                                         u"--folder"_s,
                                         folder(u"Bike"_s),
                                         u"--type"_s,
                                         u"Ride"_s,
                                         u"--name"_s,
                                         u"Hour"_s,
                                         u"--tags"_s,
                                         u"a,b"_s},
        "- 1h 250w\n");
    QCOMPARE(made.err, QByteArray());
    QCOMPARE(made.object().value("icu_training_load"_L1).toInt(), 100);
    QCOMPARE(made.object().value("tags"_L1), QJsonValue(QJsonArray {u"a"_s, u"b"_s}));
    QCOMPARE(m_session.cli({u"library"_s, u"delete"_s, idOf(made.object())}).code, 0);
}

void CliLibraryTest::aListIsAddedWhole()
{
    const QString bike = folder(u"Bike"_s);
    const auto made = m_session.json({u"library"_s, u"add"_s, u"--bulk"_s, u"--folder"_s, bike},
        R"([{"name":"A","type":"Ride"},{"name":"B","type":"Ride","day":3}])");
    QCOMPARE(made.code, 0);
    QCOMPARE(made.array().size(), 2);
    QCOMPARE(made.array().at(1).toObject().value("name"_L1).toString(), u"B"_s);
    const auto half = m_session.cli(
        {u"library"_s, u"add"_s, u"--bulk"_s, u"--folder"_s, bike}, R"([{"name":"C","type":"Ride"},{"name":"D"}])");
    QCOMPARE(half.code, 1);
    QVERIFY2(half.err.contains("workout 2 (D): type"), half.err.constData());
    QCOMPARE(m_session.json({u"library"_s, u"list"_s, u"--search"_s, u"C"_s, u"--folder"_s, bike}).array().size(),
        m_session.json({u"library"_s, u"list"_s, u"--search"_s, u"c"_s, u"--folder"_s, bike}).array().size());
    for (const auto &entry : made.array())
        QCOMPARE(m_session.cli({u"library"_s, u"delete"_s, idOf(entry.toObject())}).code, 0);
}

void CliLibraryTest::aFileIsImported()
{
    const QString path = m_session.file(u"steady.zwo"_s,
        "<workout_file><name>Steady</name><sportType>bike</sportType><workout>"
        "<SteadyState Duration=\"1200\" Power=\"0.8\"/></workout></workout_file>");
    const QStringList target {u"--folder"_s, folder(u"Bike"_s), u"--type"_s, u"Ride"_s};
    const auto made = m_session.json(QStringList {u"library"_s, u"import"_s, path} + target);
    QCOMPARE(made.err, QByteArray());
    QCOMPARE(made.object().value("name"_L1).toString(), u"Steady"_s);
    QCOMPARE(made.object().value("moving_time"_L1).toInt(), 1200);
    QCOMPARE(m_session.cli({u"library"_s, u"delete"_s, idOf(made.object())}).code, 0);
    const auto broken
        = m_session.cli(QStringList {u"library"_s, u"import"_s, m_session.file(u"bad.zwo"_s, "<workout")} + target);
    QCOMPARE(broken.code, 1);
    QVERIFY(!broken.err.isEmpty());
}

void CliLibraryTest::aFolderGoesWithItsWorkouts()
{
    const auto made = m_session.cli({u"library"_s, u"add-folder"_s, u"Spare"_s});
    QVERIFY2(made.out.startsWith("Made Spare as folder "), made.out.constData());
    const QString id = folder(u"Spare"_s);
    QCOMPARE(m_session.cli({u"library"_s, u"add"_s, u"--folder"_s, id}, R"({"name":"A","type":"Ride"})").code, 0);
    const auto removed = m_session.cli({u"library"_s, u"delete"_s, u"--folder"_s, id});
    QCOMPARE(removed.out, QByteArray("Deleted folder " + id.toLatin1() + ".\n"));
    QVERIFY(folder(u"Spare"_s).isEmpty());
    QCOMPARE(m_session.json({u"library"_s, u"list"_s, u"--folder"_s, id}).array().size(), 0);
}

void CliLibraryTest::aPlanIsLaidOut()
{
    const QString plan = folder(u"Race build, 4 weeks"_s);
    QCOMPARE(m_session.eventsOn(u"2029-05-08"_s), 0);
    const auto applied = m_session.cli({u"library"_s, u"apply"_s, plan, u"--start"_s, u"2029-05-07"_s});
    QCOMPARE(applied.err, QByteArray());
    QCOMPARE(applied.out, QByteArray("Laid plan " + plan.toLatin1() + " out from 2029-05-07.\n"));
    QCOMPARE(m_session.eventsOn(u"2029-05-08"_s), 1);
    QCOMPARE(m_session.cli({u"library"_s, u"apply"_s, u"1"_s, u"--start"_s, u"2029-05-07"_s}).code, 1);
    QCOMPARE(m_session.cli({u"library"_s, u"apply"_s, plan, u"--start"_s, u"May"_s}).code, 1);
}

void CliLibraryTest::wrongInputIsNamed_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("said");
    const QStringList adding {u"add"_s};
    QTest::newRow("no JSON") << adding << QByteArray("{") << 1 << QByteArray("broken JSON");
    QTest::newRow("no folder") << adding << QByteArray(R"({"name":"A","type":"Ride"})") << 1 << QByteArray("folder_id");
    QTest::newRow("a time that is none") << adding << QByteArray(R"({"moving_time":"long"})") << 1
                                         << QByteArray("moving_time");
    QTest::newRow("a list without being told") << adding << QByteArray("[]") << 1 << QByteArray("--bulk");
    QTest::newRow("a folder that is not there")
        << (adding + QStringList {u"--folder"_s, u"1"_s}) << QByteArray(R"({"name":"A","type":"Ride"})") << 1
        << QByteArray("Folder is required");
    QTest::newRow("a text without a folder")
        << (adding + QStringList {u"--text"_s, u"-"_s}) << QByteArray("- 1h") << 1 << QByteArray("--folder");
    QTest::newRow("nothing to delete") << QStringList {u"delete"_s} << QByteArray() << 2 << QByteArray("id");
    QTest::newRow("a name that is too long")
        << (adding + QStringList {u"--folder"_s, u"1"_s})
        << QByteArray(R"({"type":"Ride","name":")" + QByteArray(81, 'x') + R"("})") << 1 << QByteArray("80");
}

void CliLibraryTest::wrongInputIsNamed()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, input);
    QFETCH(int, code);
    QFETCH(QByteArray, said);
    const auto outcome = m_session.cli(QStringList {u"library"_s} + words, input);
    QCOMPARE(outcome.code, code);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.contains(said), outcome.err.constData());
}

MICROCYCLE_CORE_TEST(CliLibraryTest)
#include "tst_clilibrary.moc"
