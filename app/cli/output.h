// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"

#include <QJsonDocument>
#include <QStringList>

namespace cli {

/// What a command ends with: 0 done, 1 the service or a file refused, 2 the call itself was wrong.
enum Exit { Done = 0, Failed = 1, Usage = 2 };

/// Where answers and errors go: a table for people on standard output, or one JSON document for machines.
class Output
{
public:
    explicit Output(bool json)
        : m_json(json)
    {
    }
    [[nodiscard]] bool isJson() const { return m_json; }

    void json(const QJsonDocument &document) const;
    /// Columns are as wide as their widest cell; the first row is the heading.
    void table(const QList<QStringList> &rows) const;
    void line(const QString &text) const;
    void remark(const QString &text) const; ///< on standard error, beside an answer
    /// One sentence on standard error, or {"error": …} with --json. Returns Failed.
    int fail(const domain::Error &error) const;
    /// The same for a call that was wrong, of the kind "usage". Returns Usage.
    int wrongUse(const QString &words) const;

private:
    bool m_json;
};

/// The error as one plain sentence that names its item.
[[nodiscard]] QString sentence(const domain::Error &error);

}
