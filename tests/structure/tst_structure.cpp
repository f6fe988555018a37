// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/structure/rules.h"
#include "tests/support/testmain.h"

#include <QDirIterator>

using namespace Qt::StringLiterals;
using namespace structure;

namespace {

QString root()
{
    return QStringLiteral(MICROCYCLE_SOURCE_DIR);
}

const Tree &tree()
{
    static const Tree all = treeAt(root());
    return all;
}

/// Larger than they should be, and how large they may be. Only ever shortened.
const QMap<QString, int> largeFilesAllowed {};

QStringList resourceFiles()
{
    QStringList names;
    QDirIterator files(root() + u"/resources"_s, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString name = QDir(root() + u"/resources"_s).relativeFilePath(files.next());
        if (!name.endsWith(".qrc"_L1))
            names << name;
    }
    return names;
}

QString lines(const QStringList &list)
{
    return list.join(u'\n');
}

}

/// Holds the house rules over the real tree, and each rule over a made-up tree that breaks it.
class StructureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTreeIsRead();
    void arrowsPointDownwards_data();
    void arrowsPointDownwards();
    void foldersFormNoRing_data();
    void foldersFormNoRing();
    void filesAreInOrder_data();
    void filesAreInOrder();
    void bannedWordsStayOut_data();
    void bannedWordsStayOut();
    void brokenTreesAreSeen();
};

void StructureTest::theTreeIsRead()
{
    const auto has = [](const QString &path) {
        return std::any_of(tree().begin(), tree().end(), [&](const Source &source) { return source.path == path; });
    };
    QVERIFY(tree().size() > 200);
    QVERIFY(includes(tree()).size() > 300);
    for (const auto &path : {u"models/domain/event.h"_s,
             u"app/cli/main.cpp"_s,
             u"dev"_s,
             u".ci/run"_s,
             u"CMakeLists.txt"_s,
             u"README.md"_s})
        QVERIFY2(has(path), qPrintable(path));
}

void StructureTest::arrowsPointDownwards_data()
{
    QTest::addColumn<QString>("layer");
    QTest::addColumn<QStringList>("mayInclude");
    QTest::newRow("models knows only models") << u"models"_s << QStringList {u"models"_s};
    QTest::newRow("api knows models") << u"api"_s << QStringList {u"api"_s, u"models"_s};
    QTest::newRow("ui knows models") << u"ui"_s << QStringList {u"ui"_s, u"models"_s};
    QTest::newRow("app knows all but tests") << u"app"_s << QStringList {u"app"_s, u"ui"_s, u"api"_s, u"models"_s};
    QTest::newRow("domain knows only domain") << u"models/domain"_s << QStringList {u"models/domain"_s};
    QTest::newRow("the command line knows no widgets")
        << u"app/cli"_s << QStringList {u"app/cli"_s, u"app/common"_s, u"api"_s, u"models"_s};
    QTest::newRow("what both programs share knows neither")
        << u"app/common"_s << QStringList {u"app/common"_s, u"api"_s, u"models"_s};
}

void StructureTest::arrowsPointDownwards()
{
    QFETCH(QString, layer);
    QFETCH(QStringList, mayInclude);
    QCOMPARE(lines(forbiddenArrows(tree(), layer, mayInclude)), QString());
}

void StructureTest::foldersFormNoRing_data()
{
    QTest::addColumn<QStringList>("layers");
    QTest::newRow("models") << QStringList {u"models"_s};
    QTest::newRow("api") << QStringList {u"api"_s};
    QTest::newRow("ui") << QStringList {u"ui"_s};
    QTest::newRow("app") << QStringList {u"app"_s};
}

void StructureTest::foldersFormNoRing()
{
    QFETCH(QStringList, layers);
    QCOMPARE(lines(ringOfFolders(tree(), layers)), QString());
}

void StructureTest::filesAreInOrder_data()
{
    QTest::addColumn<QStringList>("broken");
    QTest::newRow("includes are written from the root") << includesNotFromTheRoot(tree());
    QTest::newRow("files stay small") << largeFiles(tree(), largeFilesAllowed);
    QTest::newRow("every file names its licence") << filesWithoutLicence(tree());
    QTest::newRow("documents that are spoken of exist") << missingDocuments(tree());
    QTest::newRow("resources and their list agree") << unlistedResources(tree(), resourceFiles());
}

void StructureTest::filesAreInOrder()
{
    QFETCH(QStringList, broken);
    QCOMPARE(lines(broken), QString());
}

void StructureTest::bannedWordsStayOut_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QStringList>("folders"); // empty: everywhere
    QTest::addColumn<QStringList>("except");
    QTest::addColumn<QString>("example");

    const QStringList everywhere;
    const QStringList product {u"app"_s, u"ui"_s, u"api"_s, u"models"_s};
    const auto row
        = [](const char *name,
              const QString &example,
              const QString &pattern,
              const QStringList &folders,
              const QStringList &except = {}) { QTest::newRow(name) << pattern << folders << except << example; };
    row("waiting a fixed time",
        u"QTest::qWait(50);"_s,
        u"\\bq(?:Wait|Sleep)\\(|\\bQThread::(?:m|u)?sleep\\("_s,
        everywhere);
    row("output without a category", u"qDebug() << body;"_s, u"\\bq(?:Debug|Info|Warning|Critical)\\("_s, product);
    row("qDebug in tests", u"qDebug(\"x\");"_s, u"\\bqDebug\\("_s, everywhere);
    row("the network outside its room",
        u"QNetworkAccessManager m_network;"_s,
        u"\\bQNetwork(?:AccessManager|Request|Reply)\\b"_s,
        product,
        {u"api/http"_s});
    row("sockets in models and ui",
        u"#include <QTcpSocket>"_s,
        u"#include <(?:QtNetwork|QNetwork|QTcp|QSsl|QHttp|QWebSocket)"_s,
        {u"models"_s, u"ui"_s});
    row("pixels in models and api",
        u"#include <QLabel>"_s,
        u"#include <(?:QtWidgets|QWidget|QLabel|QApplication|QPainter|QPixmap|QChart)"_s,
        {u"models"_s, u"api"_s});
    row("SQL in ui and app", u"#include <QSqlQuery>"_s, u"#include <(?:QtSql|QSql)"_s, {u"ui"_s, u"app"_s});
    row("a document tree for XML", u"QDomDocument document;"_s, u"\\bQDomDocument\\b"_s, everywhere);
    row("guessing addresses", u"QUrl::fromUserInput(text)"_s, u"\\bfromUserInput\\b"_s, everywhere);
    row("ignoring certificate errors", u"reply->ignoreSslErrors();"_s, u"\\bignoreSslErrors\\b"_s, everywhere);
    row("rich text",
        u"view->setHtml(name);"_s,
        u"\\b(?:set|insert)Html\\(|\\bQt::(?:RichText|AutoText|MarkdownText)\\b"_s,
        product);
    row("signals as text", u"connect(a, SIGNAL(b()), c);"_s, u"\\b(?:SIGNAL|SLOT)\\("_s, everywhere);
    row("dialogs that nest a loop",
        u"dialog.exec();"_s,
        u"(?i:dialog|menu|box|loop)\\w*(?:\\.|->|::)exec\\(|\\bQMessageBox::(?:question|warning|information|"
        u"critical)\\("
        "|\\bQ(?:File|Input|Color|Font)Dialog::get"_s,
        {u"ui"_s, u"api"_s, u"models"_s, u"app/gui"_s, u"app/common"_s});
    row("event loops inside the window",
        u"QEventLoop loop;"_s,
        u"\\bQEventLoop\\b|\\bprocessEvents\\("_s,
        {u"ui"_s, u"api"_s, u"models"_s, u"app/gui"_s, u"app/common"_s});
    row("singletons of our own", u"static Store &instance();"_s, u"\\bstatic\\b[^(;]*\\binstance\\(\\)"_s, product);
    row("words for people below ui",
        u"return tr(\"Week\");"_s,
        u"(?<![\\w.>])(?:tr|QCoreApplication::translate)\\("_s,
        {u"models"_s, u"api"_s},
        {u"models/items"_s});
    row("paths of one machine", u"open(\"/home/ann/x\")"_s, u"\"/(?:home|root|Users|work)/"_s, everywhere);
    row("unfinished work", u"// "_s + u"TODO later"_s, u"\\b(?:TODO|FIXME|XXX|HACK)\\b"_s, everywhere);
}

void StructureTest::bannedWordsStayOut()
{
    QFETCH(QString, pattern);
    QFETCH(QStringList, folders);
    QFETCH(QStringList, except);
    QFETCH(QString, example);
    const QStringList exempt = except + QStringList {u"tests/structure"_s};
    QCOMPARE(lines(matches(tree(), pattern, folders, exempt)), QString());

    const QString guarded = folders.isEmpty() ? u"models"_s : folders.first();
    QCOMPARE(matches({source(guarded + u"/made/up.cpp"_s, example)}, pattern, folders, exempt).size(), 1);
    if (!except.isEmpty())
        QVERIFY(matches({source(except.first() + u"/up.cpp"_s, example)}, pattern, folders, exempt).isEmpty());
}

void StructureTest::brokenTreesAreSeen()
{
    const QString licence
        = u"// SPDX-FileCopyrightText: Microcycle contributors\n// SPDX-License-Identifier: GPL-3.0-or-later\n"_s;

    const Tree upward {source(u"models/store/a.cpp"_s, u"#include \"ui/shell/b.h\""_s)};
    QCOMPARE(lines(forbiddenArrows(upward, u"models"_s, {u"models"_s})), u"models/store/a.cpp -> ui/shell/b.h"_s);
    QCOMPARE(includesNotFromTheRoot(upward).size(), 1);
    QCOMPARE(includesNotFromTheRoot({source(u"api/a.cpp"_s, u"#include \"a.moc\"\n#include <QFile>"_s)}).size(), 0);
    QCOMPARE(includesNotFromTheRoot({source(u"api/a.cpp"_s, u"#include <models/a.h>"_s)}).size(), 1);

    const Tree ring {source(u"models/a/x.h"_s, u"#include \"models/b/y.h\""_s),
        source(u"models/b/y.h"_s, u"#include \"models/a/x.h\""_s),
        source(u"models/c/z.h"_s, u"#include \"models/d/z.h\""_s)};
    QCOMPARE(lines(ringOfFolders(ring, {u"models"_s})), u"models/a -> models/b\nmodels/b -> models/a"_s);

    const Tree large {source(u"ui/a.h"_s, QString(201, u'\n')), source(u"ui/a.cpp"_s, QString(400, u'\n'))};
    QCOMPARE(lines(largeFiles(large, {})), u"ui/a.h: 201 lines, at most 200"_s);
    QCOMPARE(lines(largeFiles(large, {{u"ui/a.h"_s, 201}})), QString());
    QCOMPARE(lines(largeFiles(large, {{u"ui/a.h"_s, 201}, {u"ui/a.cpp"_s, 500}})),
        u"ui/a.cpp: needs no exception any more"_s);

    QCOMPARE(filesWithoutLicence({source(u"ui/a.h"_s, licence + u"#pragma once\n"_s)}).size(), 0);
    QCOMPARE(filesWithoutLicence({source(u"ui/a.h"_s, licence)}).size(), 1);
    QCOMPARE(filesWithoutLicence({source(u"ui/a.cpp"_s, u"\n"_s + licence)}).size(), 1);
    QCOMPARE(filesWithoutLicence({source(u"CMakeLists.txt"_s, licence)}).size(), 1);

    QCOMPARE(lines(missingDocuments({source(u"ui/a.h"_s, u"// see docs/gone.md"_s)})), u"ui/a.h: docs/gone.md"_s);
    const Tree list {source(u"resources/resources.qrc"_s, u"<file>icons/a.svg</file>\n<file>icons/b.svg</file>"_s)};
    QCOMPARE(lines(unlistedResources(list, {u"icons/a.svg"_s, u"icons/c.svg"_s})),
        u"icons/c.svg: not listed\nicons/b.svg: not there"_s);
}

MICROCYCLE_CORE_TEST(StructureTest)
#include "tst_structure.moc"
