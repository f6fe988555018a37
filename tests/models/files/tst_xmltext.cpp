// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/zwo.h"
#include "tests/models/files/filewording.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QStringConverter>

using namespace Qt::StringLiterals;
using namespace files;

namespace {

QByteArray zwo(const QByteArray &steps, const QByteArray &head = "<sportType>bike</sportType>")
{
    return "<workout_file>" + head + "<workout>" + steps + "</workout></workout_file>";
}

}

/// XML of strangers: whatever a reader could be made to do with it, it is refused before.
class XmlTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesHostileXml_data();
    void refusesHostileXml();
    void refusesManyAttributesAtOnce();
    void readsOtherEncodings_data();
    void readsOtherEncodings();
};

void XmlTextTest::refusesHostileXml_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("why");
    const QByteArray good = zwo("<SteadyState Duration='60' Power='1'/>");
    const QString type = u"document type: files with one are not read"_s;
    QTest::newRow("F26 a billion laughs")
        << QByteArray("<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>" + good) << type;
    QTest::newRow("F27 an entity of great length")
        << QByteArray("<!DOCTYPE l [<!ENTITY a '" + QByteArray(100'000, 'x') + "'>]>" + good) << type;
    QTest::newRow("F28 an entity that is a file")
        << QByteArray("<!DOCTYPE l [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + good) << type;
    QTest::newRow("F29 a parameter entity")
        << QByteArray("<!DOCTYPE l [<!ENTITY % a SYSTEM 'http://example.org/x'>%a;]>" + good) << type;
    QTest::newRow("F30 a document type elsewhere")
        << QByteArray("<!DOCTYPE l SYSTEM 'http://example.org/l.dtd'>" + good) << type;
    QTest::newRow("a document type in lower case") << QByteArray("<!doctype html>" + good) << type;
    QTest::newRow("F32 a million elements deep")
        << QByteArray("<workout_file>").repeated(1'000'000) << u"line 1: elements nested deeper than 64"_s;
    QTest::newRow("F33 elements left open")
        << QByteArray("<workout_file><workout>\n<SteadyState Duration='60' Power='1'>") << u"line 2: "_s;
    QTest::newRow("F33 a file cut within a tag")
        << QByteArray("<workout_file><workout>\n<SteadyState Dura") << u"line 2: "_s;
    QTest::newRow("F34 two roots") << QByteArray(good + good) << u"line 1: "_s;
    QTest::newRow("F35 another root") << QByteArray("<html><body/></html>") << u"html: not a workout file"_s;
    QTest::newRow("F36 UTF-7") << QByteArray("<?xml version='1.0' encoding='utf-7'?>" + good)
                               << u"encoding: not one that is read: utf-7"_s;
    QTest::newRow("F36 EBCDIC") << QByteArray("\x4C\x6F\xA7\x94\x93", 5) << u"byte 2: not UTF-8"_s;
    QTest::newRow("F38 Latin-1 that claims to be UTF-8")
        << QByteArray("<?xml version='1.0' encoding='utf-8'?><workout_file><name>caf\xE9</name></workout_file>")
        << u"byte 61: not UTF-8"_s;
    QTest::newRow("F39 a zero") << QByteArray(good + QByteArray(1, '\0')) << u"byte 113: a zero"_s;
    QTest::newRow("F40 a prefix that nothing declares")
        << zwo("<x:SteadyState Duration='60' Power='1'/>") << u"line 1: "_s;
    QTest::newRow("nothing at all") << QByteArray() << u"line 1: "_s;
}

void XmlTextTest::refusesHostileXml()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, why);
    const auto read = readZwo(file);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().kind, domain::Error::Kind::Parse);
    const QString said = read.error().item + u": "_s + read.error().detail;
    QVERIFY2(said.startsWith(why), qPrintable(said));
}

void XmlTextTest::refusesManyAttributesAtOnce()
{
    QByteArray file = "<workout_file";
    for (int i = 0; i < 100'000; ++i)
        file += " a" + QByteArray::number(i) + "=''";
    file += "/>";
    QElapsedTimer timer;
    timer.start();
    const auto read = readZwo(file); // F31
    QVERIFY(!read.ok());
    QVERIFY2(timer.elapsed() < 200, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(read.error().detail, u"more than 100 attributes"_s);
}

void XmlTextTest::readsOtherEncodings_data()
{
    QTest::addColumn<QByteArray>("file");
    const QString text = u"<workout_file><name>Zürich – €</name><workout/></workout_file>"_s;
    const auto utf16 = [&](QStringConverter::Encoding encoding) {
        QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
        return QByteArray(encoder(u"<?xml version='1.0' encoding='UTF-16'?>"_s + text));
    };
    QTest::newRow("UTF-8 with a mark") << QByteArray("\xEF\xBB\xBF" + text.toUtf8());
    QTest::newRow("F37 UTF-16, little end first") << utf16(QStringConverter::Utf16LE);
    QTest::newRow("F37 UTF-16, big end first") << utf16(QStringConverter::Utf16BE);
    QTest::newRow("blanks in front of the declaration")
        << QByteArray(" \r\n\t <?xml version='1.0' encoding='utf-8'?>" + text.toUtf8());
    QTest::newRow("UTF-8 that says it is UTF-16")
        << QByteArray("<?xml version='1.0' encoding='utf-16'?>" + text.toUtf8());
    QTest::newRow("Windows Western that says so")
        << QByteArray("<?xml version='1.0' encoding='windows-1252'?><workout_file><name>Z\xFCrich \x96 "
                      "\x80</name><workout/></workout_file>");
}

void XmlTextTest::readsOtherEncodings()
{
    QFETCH(QByteArray, file);
    const auto read = readZwo(file);
    QVERIFY2(read.ok(), qPrintable(support::wording(read)));
    QCOMPARE(read->name, u"Zürich – €"_s);
}

MICROCYCLE_CORE_TEST(XmlTextTest)
#include "tst_xmltext.moc"
