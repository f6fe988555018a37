// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/coverage.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace conformance {

namespace {

const QString sources = QStringLiteral(MICROCYCLE_SOURCE_DIR);

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Test sources with what is in them, in the order of their names.
QMap<QString, QString> unitTests()
{
    QMap<QString, QString> tests;
    QDirIterator files(sources + u"/tests/api"_s, {u"tst_*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        tests.insert(files.fileInfo().baseName(), QString::fromUtf8(contentsOf(path)));
    }
    return tests;
}

QString testOf(const QString &endpoint, const QMap<QString, QString> &tests)
{
    const QRegularExpression name(u"\\b%1\\b"_s.arg(endpoint));
    for (auto test = tests.begin(); test != tests.end(); ++test) {
        if (test->contains(name))
            return test.key();
    }
    return {};
}

}

QMap<QString, Doors> readDoors()
{
    QMap<QString, Doors> doors;
    const QJsonObject all = QJsonDocument::fromJson(contentsOf(sources + u"/tests/conformance/doors.json"_s)).object();
    for (auto door = all.begin(); door != all.end(); ++door)
        doors.insert(door.key(), {door.value()[0].toString(), door.value()[1].toString()});
    return doors;
}

QString coverageTable(const QList<Called> &calls, const QMap<QString, Doors> &doors)
{
    const auto tests = unitTests();
    QMap<QString, QString> rows; // by path, then method
    for (const Called &called : calls) {
        const QString method = called.operation.section(u' ', 0, 0);
        const QString path = called.operation.section(u' ', 1).remove(u"/api/v1"_s);
        const Doors door = doors.value(called.endpoint);
        rows.insert(path + u' ' + method + u' ' + called.endpoint,
            u"| %1 | `%2` | `%3` | `%4` | %5 | `%6` |\n"_s.arg(
                method, path, called.endpoint, door.command, door.page, testOf(called.endpoint, tests)));
    }
    QString text
        = u"# What of the service's API is covered\n\n"
          "Written by `tests/conformance` from the endpoint types; do not edit. Every line is also called through a\n"
          "validator that knows the service's own description, and `tst_everyendpoint` tries each with a wrong key, "
          "with what\n"
          "it has to refuse, and with fields of later versions.\n\n"
          "| method | path below /api/v1 | type in api/endpoints | microcycle-cli | page | unit test |\n"
          "|---|---|---|---|---|---|\n"_s;
    for (const QString &row : std::as_const(rows))
        text += row;
    return text;
}

}
