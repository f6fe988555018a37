// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace conformance {

/// An outside judge between a client and a server: it compares every request and every answer with the description of
/// the service's API, after the changes of explained.json, and adds what it finds as a header to the answer.
class Validator
{
public:
    ~Validator();

    /// Why it could not start; empty if it runs.
    [[nodiscard]] QString start(const QUrl &server);
    [[nodiscard]] const QUrl &url() const { return m_url; }
    /// Paths and methods of the description as changed: "GET /api/v1/athlete/{id}".
    [[nodiscard]] const QStringList &operations() const { return m_operations; }
    /// Reasons for the changes.
    [[nodiscard]] static QStringList explained();
    [[nodiscard]] static bool isInstalled();

private:
    [[nodiscard]] QString describe();

    QTemporaryDir m_folder;
    QProcess m_process;
    QUrl m_url;
    QStringList m_operations;
};

/// The operation that a request is, with the names of the description in its path; empty if there is none.
[[nodiscard]] QString operationOf(const QStringList &operations, const QByteArray &method, const QString &path);

}
