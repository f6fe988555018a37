// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/validator.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace conformance {

namespace {

const QString judges = QStringLiteral(MICROCYCLE_JUDGES);
const QString node = QStringLiteral(MICROCYCLE_NODE);
const QString program = judges + u"/node_modules/@stoplight/prism-cli/dist/index.js"_s;
const QString description = judges + u"/node_modules/intervals-icu-api/openapi.json"_s;
const QString explainedPath = judges + u"/explained.json"_s;

QJsonDocument document(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
}

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

}

Validator::~Validator()
{
    m_process.terminate();
    if (!m_process.waitForFinished(3000))
        m_process.kill();
    m_process.waitForFinished(3000);
}

bool Validator::isInstalled()
{
    return QFile::exists(program) && QFile::exists(description) && !node.isEmpty();
}

QStringList Validator::explained()
{
    QStringList reasons;
    const QJsonArray entries = document(explainedPath).array();
    for (const auto &entry : entries)
        reasons.append(entry["why"_L1].toString());
    return reasons;
}

QString Validator::describe()
{
    QProcess changing;
    const QString changed = m_folder.filePath(u"description.json"_s);
    changing.setStandardOutputFile(changed);
    changing.start(node, {judges + u"/description.mjs"_s, description, explainedPath});
    if (!changing.waitForFinished() || changing.exitCode() != 0)
        return u"The description could not be changed: "_s + QString::fromUtf8(changing.readAllStandardError());
    const QJsonObject paths = document(changed)["paths"_L1].toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject methods = path->toObject();
        for (auto method = methods.begin(); method != methods.end(); ++method)
            m_operations.append(method.key().toUpper() + u' ' + path.key());
    }
    return {};
}

QString Validator::start(const QUrl &server)
{
    if (const QString failure = describe(); !failure.isEmpty())
        return failure;
    const quint16 port = freePort();
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(node,
        {program,
            u"proxy"_s,
            m_folder.filePath(u"description.json"_s),
            server.toString(),
            u"--port"_s,
            QString::number(port)});
    QByteArray said;
    const bool listening = QTest::qWaitFor(
        [&] {
            said += m_process.readAll();
            return said.contains("is listening on") || m_process.state() == QProcess::NotRunning;
        },
        60'000);
    m_url = QUrl(u"http://127.0.0.1:%1"_s.arg(port));
    return listening && m_process.state() == QProcess::Running
        ? QString()
        : u"The validator did not start: "_s + QString::fromUtf8(said);
}

QString operationOf(const QStringList &operations, const QByteArray &method, const QString &path)
{
    const QStringList parts = path.split(u'/');
    static const QRegularExpression name(u"\\\\\\{[^}]*\\\\\\}"_s);
    QString best;
    qsizetype fixedOfBest = -1;
    for (const QString &operation : operations) {
        const qsizetype blank = operation.indexOf(u' ');
        if (operation.left(blank) != QLatin1StringView(method))
            continue;
        const QString pattern = operation.mid(blank + 1);
        if (pattern.count(u'/') + 1 != parts.size())
            continue;
        // A suffix is a dot and a few letters; any other name is a whole part of the path.
        QString expression = QRegularExpression::escape(pattern);
        expression.replace(u"\\{ext\\}"_s, u"(\\.[a-z]+)"_s)
            .replace(u"\\{format\\}"_s, u"(\\.[a-z]+)"_s)
            .replace(name, u"[^/]+"_s);
        const qsizetype fixed = QString(pattern).remove(QRegularExpression(u"\\{[^}]*\\}"_s)).size();
        if (fixed > fixedOfBest
            && QRegularExpression(QRegularExpression::anchoredPattern(expression)).match(path).hasMatch()) {
            best = operation;
            fixedOfBest = fixed;
        }
    }
    return best;
}

}
