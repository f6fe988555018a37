// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

namespace support {

/// Chromium without a window, spoken to through its pipe of messages for developers: it opens a page and presses what
/// is on it.
class HeadlessBrowser
{
public:
    ~HeadlessBrowser()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    /// Empty where there is none.
    [[nodiscard]] static QString program()
    {
        for (const char *name : {"chromium", "chromium-browser"}) {
            if (const QString found = QStandardPaths::findExecutable(QString::fromLatin1(name)); !found.isEmpty())
                return found;
        }
        return {};
    }

    /// The program reads messages on descriptor 3 and writes on 4; a shell puts its own standard streams there.
    void open(const QUrl &page)
    {
        const QString line = QStringLiteral("exec \"$0\" \"$@\" 3<&0 4>&1 >/dev/null 2>&1");
        m_process.start(QStringLiteral("sh"),
            {QStringLiteral("-c"),
                line,
                program(),
                QStringLiteral("--headless"),
                QStringLiteral("--no-sandbox"),
                QStringLiteral("--disable-gpu"),
                QStringLiteral("--disable-dev-shm-usage"),
                QStringLiteral("--no-first-run"),
                QStringLiteral("--disable-background-networking"),
                QStringLiteral("--no-proxy-server"),
                QStringLiteral("--remote-debugging-pipe"),
                QStringLiteral("--user-data-dir=") + m_profile.path()});
        say({{QStringLiteral("method"), QStringLiteral("Target.createTarget")},
            {QStringLiteral("params"), QJsonObject {{QStringLiteral("url"), page.toString(QUrl::FullyEncoded)}}}});
    }

    /// True once this expression was true on the page; null answers and a page that is not there yet count as false.
    [[nodiscard]] bool waitFor(const QString &expression)
    {
        return attached() && QTest::qWaitFor([&] { return evaluated(expression); }, 30'000);
    }
    [[nodiscard]] QByteArray lastWords() const { return m_last; }

private:
    [[nodiscard]] bool attached()
    {
        if (!m_session.isEmpty())
            return true;
        const QJsonObject target = answer();
        const QString id
            = target.value(QStringLiteral("result")).toObject().value(QStringLiteral("targetId")).toString();
        say({{QStringLiteral("method"), QStringLiteral("Target.attachToTarget")},
            {QStringLiteral("params"),
                QJsonObject {{QStringLiteral("targetId"), id}, {QStringLiteral("flatten"), true}}}});
        m_session = answer().value(QStringLiteral("result")).toObject().value(QStringLiteral("sessionId")).toString();
        return !m_session.isEmpty();
    }

    [[nodiscard]] bool evaluated(const QString &expression)
    {
        say({{QStringLiteral("method"), QStringLiteral("Runtime.evaluate")},
            {QStringLiteral("sessionId"), m_session},
            {QStringLiteral("params"),
                QJsonObject {{QStringLiteral("expression"), expression}, {QStringLiteral("returnByValue"), true}}}});
        const QJsonObject result
            = answer().value(QStringLiteral("result")).toObject().value(QStringLiteral("result")).toObject();
        return result.value(QStringLiteral("value")).toBool();
    }

    void say(QJsonObject message)
    {
        message.insert(QStringLiteral("id"), ++m_id);
        m_process.write(QJsonDocument(message).toJson(QJsonDocument::Compact) + '\0');
    }

    /// The answer to what was said last; events in between are passed over.
    [[nodiscard]] QJsonObject answer()
    {
        QJsonObject found;
        const bool came = QTest::qWaitFor(
            [&] {
                m_heard += m_process.readAllStandardOutput();
                for (qsizetype end = m_heard.indexOf('\0'); end >= 0 && found.isEmpty(); end = m_heard.indexOf('\0')) {
                    m_last = m_heard.left(end);
                    const QJsonObject message = QJsonDocument::fromJson(m_last).object();
                    m_heard.remove(0, end + 1);
                    if (message.value(QStringLiteral("id")).toInt() == m_id)
                        found = message;
                }
                return !found.isEmpty() || m_process.state() == QProcess::NotRunning;
            },
            60'000);
        return came ? found : QJsonObject();
    }

    QTemporaryDir m_profile;
    QProcess m_process;
    QByteArray m_heard;
    QByteArray m_last;
    QString m_session;
    int m_id = 0;
};

}
