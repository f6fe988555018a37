// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/privatefile.h"
#include "tests/support/plannedweek.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using support::contentOf;
using support::write;

/// Files and folders for one person's eyes only, and what may stand in their place.
class PrivateFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void foldersAreTheirOwnersAllTheWayDown();
    void rightsOfOthersAreTakenAway();
    void whatStandsInTheWayIsNamed_data();
    void whatStandsInTheWayIsNamed();
    void aFileIsReplacedWholly();
    void aReplacementThatFailsLeavesTheOld();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] static bool isOwners(const QString &path)
    {
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        return (QFile::permissions(path) & others) == QFile::Permissions();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void PrivateFileTest::foldersAreTheirOwnersAllTheWayDown()
{
    QVERIFY(store::makePrivateFile(path(u"a/b/c"_s)).ok());
    for (const auto &name : {u"a"_s, u"a/b"_s, u"a/b/c"_s})
        QVERIFY2(isOwners(path(name)), qPrintable(name));
    QVERIFY(QFileInfo(path(u"a/b/c"_s)).isFile());
}

void PrivateFileTest::rightsOfOthersAreTakenAway()
{
    constexpr auto everybody = QFile::Permissions(0x7777);
    QVERIFY(write(path(u"a"_s), "kept"));
    QVERIFY(QFile::setPermissions(path(u"a"_s), everybody));
    QVERIFY(store::makePrivateFile(path(u"a"_s)).ok());
    QVERIFY(isOwners(path(u"a"_s)));
    QCOMPARE(contentOf(path(u"a"_s)), QByteArray("kept"));
    QVERIFY(QDir().mkdir(path(u"open"_s)));
    QVERIFY(QFile::setPermissions(path(u"open"_s), everybody));
    QVERIFY(store::makePrivateFolder(path(u"open"_s)).ok());
    QVERIFY(isOwners(path(u"open"_s)));
    // Others may look into a person's own folders, if that is what they are for.
    QVERIFY(QFile::setPermissions(path(u"open"_s), everybody & ~(QFile::WriteGroup | QFile::WriteOther)));
    QVERIFY(store::makePrivateFolder(path(u"open"_s)).ok());
    QVERIFY(!isOwners(path(u"open"_s)));
}

void PrivateFileTest::whatStandsInTheWayIsNamed_data()
{
    QTest::addColumn<bool>("folder");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("blamed");
    QTest::newRow("a file where a folder should be") << true << u"file"_s << u"file"_s;
    QTest::newRow("a file on the way to a folder") << true << u"file/deep/deeper"_s << u"file/deep"_s;
    QTest::newRow("a link that leads nowhere") << true << u"nowhere"_s << u"nowhere"_s;
    QTest::newRow("a folder where a file should be") << false << u"folder"_s << u"folder"_s;
    QTest::newRow("a link where a file should be") << false << u"link"_s << u"link"_s;
    QTest::newRow("a file on the way to a file") << false << u"file/deep"_s << u"file"_s;
#ifdef Q_OS_LINUX
    QTest::newRow("a folder that takes no folders") << true << u"/proc/nothing/deep"_s << u"/proc/nothing"_s;
    QTest::newRow("a folder that takes no files") << false << u"/proc/nothing"_s << u"/proc/nothing"_s;
#endif
}

void PrivateFileTest::whatStandsInTheWayIsNamed()
{
    QFETCH(bool, folder);
    QFETCH(QString, name);
    QFETCH(QString, blamed);
    QVERIFY(write(path(u"file"_s), "mine"));
    QVERIFY(QDir().mkdir(path(u"folder"_s)));
    QVERIFY(QFile::link(path(u"file"_s), path(u"link"_s)));
    QVERIFY(QFile::link(path(u"no such file"_s), path(u"nowhere"_s)));
    const QString target = path(name);
    const auto made = folder ? store::makePrivateFolder(target) : store::makePrivateFile(target);
    QVERIFY(!made.ok());
    QCOMPARE(made.error().kind, domain::Error::Kind::Storage);
    QCOMPARE(made.error().item, path(blamed));
    QVERIFY(!made.error().detail.isEmpty());
    QCOMPARE(contentOf(path(u"file"_s)), QByteArray("mine"));
}

void PrivateFileTest::aFileIsReplacedWholly()
{
    QVERIFY(write(path(u"a"_s), "old and long"));
    QVERIFY(store::replaceFile(path(u"a"_s), "new").ok());
    QCOMPARE(contentOf(path(u"a"_s)), QByteArray("new"));
    QVERIFY(isOwners(path(u"a"_s)));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList {u"a"_s});
}

void PrivateFileTest::aReplacementThatFailsLeavesTheOld()
{
    QVERIFY(QDir().mkdir(path(u"folder"_s)));
    QVERIFY(!store::replaceFile(path(u"folder"_s), "new").ok());
    QVERIFY(write(path(u"a"_s), "old"));
    QVERIFY(QDir().mkpath(path(u"a.new/full"_s))); // nothing can be written beside it
    QVERIFY(!store::replaceFile(path(u"a"_s), "new").ok());
    QCOMPARE(contentOf(path(u"a"_s)), QByteArray("old"));
    QVERIFY(!store::replaceFile(path(u"no such folder/a"_s), "new").ok());
    QVERIFY(!store::syncFolderOf(path(u"no such folder/a"_s)));
}

MICROCYCLE_CORE_TEST(PrivateFileTest)
#include "tst_privatefile.moc"
