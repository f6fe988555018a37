// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"

#include <QDirIterator>
#include <QMap>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

const QStringList layers {u"app"_s, u"ui"_s, u"api"_s, u"models"_s, u"tests"_s};

QString root()
{
    return QStringLiteral(MICROCYCLE_SOURCE_DIR);
}

struct Source {
    QString path; ///< relative to the tree
    QStringList lines;
};

const QList<Source> &sources()
{
    static const QList<Source> all = [] {
        QList<Source> list;
        for (const auto &layer : layers) {
            QDirIterator files(root() + u'/' + layer, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                if (file.open(QIODevice::ReadOnly))
                    list.append({QDir(root()).relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()).split(u'\n')});
            }
        }
        return list;
    }();
    return all;
}

/// "models/store" of "models/store/outbox.cpp"; "ui" and "app" count as one room each.
QString room(const QString &path)
{
    const QStringList parts = path.split(u'/');
    if (parts.size() < 3 || parts.first() == "ui"_L1 || parts.first() == "app"_L1)
        return parts.first();
    return parts.at(0) + u'/' + parts.at(1);
}

QList<std::pair<QString, QString>> includes(const QString &layer)
{
    static const QRegularExpression quoted(u"^#include \"((?:app|ui|api|models|tests)/[^\"]+)\""_s);
    QList<std::pair<QString, QString>> list;
    for (const auto &source : sources()) {
        if (!source.path.startsWith(layer + u'/'))
            continue;
        for (const auto &line : source.lines) {
            if (const auto match = quoted.match(line); match.hasMatch())
                list.append({source.path, match.captured(1)});
        }
    }
    return list;
}

}

class StructureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arrowsPointDownwards_data();
    void arrowsPointDownwards();
    void roomsFormNoCycle();
    void filesStaySmall();
    void everyFileNamesItsLicence();
    void bannedWordsStayOut_data();
    void bannedWordsStayOut();
};

void StructureTest::arrowsPointDownwards_data()
{
    QTest::addColumn<QString>("layer");
    QTest::addColumn<QStringList>("mayInclude");
    QTest::newRow("models knows only models") << u"models"_s << QStringList {u"models"_s};
    QTest::newRow("api knows models") << u"api"_s << QStringList {u"api"_s, u"models"_s};
    QTest::newRow("ui knows models") << u"ui"_s << QStringList {u"ui"_s, u"models"_s};
    QTest::newRow("app knows all") << u"app"_s << QStringList {u"app"_s, u"ui"_s, u"api"_s, u"models"_s};
    QTest::newRow("domain knows only domain") << u"models/domain"_s << QStringList {u"models/domain"_s};
}

void StructureTest::arrowsPointDownwards()
{
    QFETCH(QString, layer);
    QFETCH(QStringList, mayInclude);
    QStringList wrong;
    for (const auto &[from, to] : includes(layer)) {
        const bool allowed = std::any_of(mayInclude.begin(), mayInclude.end(), [&to = to](const QString &room) { return to.startsWith(room + u'/'); });
        if (!allowed)
            wrong << from + u" -> "_s + to;
    }
    QCOMPARE(wrong.join(u'\n'), QString());
}

void StructureTest::roomsFormNoCycle()
{
    QMap<QString, QSet<QString>> arrows;
    for (const auto &layer : {u"models"_s, u"api"_s}) {
        for (const auto &[from, to] : includes(layer)) {
            if (room(from) != room(to))
                arrows[room(from)].insert(room(to));
        }
    }
    // Rooms without arrows are taken away again and again; what is left stands in a cycle.
    for (bool taken = true; taken;) {
        taken = false;
        const QStringList rooms = arrows.keys();
        for (const auto &name : rooms) {
            QSet<QString> left;
            for (const auto &to : std::as_const(arrows[name])) {
                if (arrows.contains(to))
                    left.insert(to);
            }
            arrows[name] = left;
            if (left.isEmpty()) {
                arrows.remove(name);
                taken = true;
            }
        }
    }
    QCOMPARE(arrows.keys().join(u", "), QString());
}

void StructureTest::filesStaySmall()
{
    // Known to be too long; the list may only get shorter.
    const QStringList known {u"tests/ui/calendar/tst_calendarpage.cpp"_s};
    QStringList large;
    for (const auto &source : sources()) {
        if (known.contains(source.path))
            continue;
        const qsizetype most = source.path.endsWith(".h"_L1) ? 200 : 400;
        if (source.lines.size() > most)
            large << u"%1: %2 lines, at most %3"_s.arg(source.path).arg(source.lines.size()).arg(most);
    }
    QCOMPARE(large.join(u'\n'), QString());
}

void StructureTest::everyFileNamesItsLicence()
{
    QVERIFY(sources().size() > 50);
    QStringList wrong;
    for (const auto &source : sources()) {
        const bool licence = source.lines.value(1) == "// SPDX-License-Identifier: GPL-3.0-or-later"_L1;
        const bool once = !source.path.endsWith(".h"_L1) || source.lines.contains(u"#pragma once"_s);
        if (!licence || !once)
            wrong << source.path;
    }
    QCOMPARE(wrong.join(u'\n'), QString());
}

void StructureTest::bannedWordsStayOut_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("only");
    const auto row = [](const char *name, const QString &pattern, const QString &only = {}) { QTest::newRow(name) << pattern << only; };
    row("waiting in tests", u"\\bq(?:Wait|Sleep)\\("_s);
    row("loose debugging output", u"\\bqDebug\\("_s);
    row("requests outside the http room", u"\\bQNetworkRequest request"_s, u"api/http/"_s);
    row("a document tree for XML", u"\\bQDomDocument\\b"_s);
    row("guessing addresses", u"\\bfromUserInput\\b"_s);
    row("ignoring certificate errors", u"\\bignoreSslErrors\\b"_s);
    row("rich text from outside", u"\\bsetHtml\\b"_s);
    row("signals as text", u"\\bSIGNAL\\("_s);
    row("unfinished work", u"\\b(?:TODO|FIXME|XXX)\\b"_s);
}

void StructureTest::bannedWordsStayOut()
{
    QFETCH(QString, pattern);
    QFETCH(QString, only);
    const QRegularExpression banned(pattern);
    QStringList found;
    for (const auto &source : sources()) {
        if (source.path.startsWith("tests/structure/"_L1) || (!only.isEmpty() && source.path.startsWith(only)))
            continue;
        for (qsizetype i = 0; i < source.lines.size(); ++i) {
            if (banned.match(source.lines.at(i)).hasMatch())
                found << u"%1:%2"_s.arg(source.path).arg(i + 1);
        }
    }
    QCOMPARE(found.join(u'\n'), QString());
}

MICROCYCLE_CORE_TEST(StructureTest)
#include "tst_structure.moc"
