// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

void write(std::FILE *file, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), file);
    std::fputc('\n', file);
    std::fflush(file);
}

/// Control characters of outside text would reach the terminal.
QString harmless(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = u' ';
    }
    return text;
}

QString errorDocument(const QJsonObject &error)
{
    return QString::fromUtf8(QJsonDocument(QJsonObject {{u"error"_s, error}}).toJson(QJsonDocument::Compact));
}

QString reason(const domain::Error &error)
{
    switch (error.kind) {
    case domain::Error::Kind::Offline:
        return u"the service cannot be reached"_s;
    case domain::Error::Kind::Timeout:
        return u"the service did not answer in time"_s;
    case domain::Error::Kind::Unauthorised:
        return error.httpStatus > 0 ? u"the key was refused"_s : u"there is no key"_s;
    case domain::Error::Kind::Forbidden:
        return u"this account may not do that"_s;
    case domain::Error::Kind::NotFound:
        return u"not found"_s;
    case domain::Error::Kind::Conflict:
        return u"it was changed meanwhile"_s;
    case domain::Error::Kind::RateLimited:
        return u"too many calls, try again later"_s;
    case domain::Error::Kind::Rejected:
        return u"the service refused it"_s;
    case domain::Error::Kind::Server:
        return u"the service failed"_s;
    case domain::Error::Kind::Redirected:
        return u"the service wants to send us elsewhere, which is not followed"_s;
    case domain::Error::Kind::Insecure:
        return u"the connection is not safe"_s;
    case domain::Error::Kind::Malformed:
        return u"the answer is not what was expected"_s;
    case domain::Error::Kind::Storage:
        return u"this machine could not store or read it"_s;
    case domain::Error::Kind::Parse:
        return u"it cannot be read"_s;
    }
    return {};
}

}

QString sentence(const domain::Error &error)
{
    QString text = error.item.isEmpty() ? reason(error) : error.item + u": "_s + reason(error);
    if (!error.detail.isEmpty())
        text += u" ("_s + error.detail + u')';
    return harmless(text);
}

void Output::json(const QJsonDocument &document) const
{
    write(stdout, QString::fromUtf8(document.toJson(QJsonDocument::Compact)));
}

void Output::line(const QString &text) const
{
    write(stdout, harmless(text));
}

void Output::remark(const QString &text) const
{
    write(stderr, harmless(text));
}

void Output::table(const QList<QStringList> &rows) const
{
    QList<qsizetype> widths;
    for (const auto &row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row.at(i).size());
    }
    for (const auto &row : rows) {
        QString text;
        for (qsizetype i = 0; i < row.size(); ++i)
            text += i + 1 < row.size() ? row.at(i).leftJustified(widths.at(i) + 2) : row.at(i);
        line(text);
    }
}

int Output::fail(const domain::Error &error) const
{
    if (m_json) {
        QJsonObject object {{u"kind"_s, QString(domain::kindName(error.kind))}, {u"message"_s, sentence(error)}};
        if (error.httpStatus > 0)
            object.insert(u"status"_s, error.httpStatus);
        if (error.retryAfter)
            object.insert(u"retryAfter"_s, qint64(error.retryAfter->count()));
        write(stderr, errorDocument(object));
    } else {
        write(stderr, sentence(error));
    }
    return Failed;
}

int Output::wrongUse(const QString &words) const
{
    write(stderr, m_json ? errorDocument({{u"kind"_s, u"usage"_s}, {u"message"_s, harmless(words)}}) : harmless(words));
    return Usage;
}

}
