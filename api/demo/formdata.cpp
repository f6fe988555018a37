// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/formdata.h"

#include "api/demo/answers.h"

#include <QMap>
#include <QUrl>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr qsizetype mostParts = 32;
constexpr qsizetype longestHeaders = 8192;
constexpr qsizetype longestBoundary = 70;
constexpr qsizetype longestFileName = 255;

using Parameters = QMap<QByteArray, QByteArray>;

domain::Error broken(const QString &why)
{
    return refusal(400, u"Failed to parse multipart request: "_s + why);
}

/// `form-data; name="file"; filename="a \"b\".fit"`: the word before the first semicolon is under the empty key.
std::optional<Parameters> parametersOf(const QByteArray &header)
{
    Parameters parameters;
    qsizetype at = header.indexOf(';');
    parameters.insert({}, header.left(at < 0 ? header.size() : at).trimmed().toLower());
    while (at >= 0 && at < header.size()) {
        const qsizetype equals = header.indexOf('=', at);
        if (equals < 0)
            return header.mid(at + 1).trimmed().isEmpty() ? std::optional(parameters) : std::nullopt;
        const QByteArray key = header.mid(at + 1, equals - at - 1).trimmed().toLower();
        QByteArray value;
        qsizetype next = equals + 1;
        if (next < header.size() && header.at(next) == '"') {
            for (++next; next < header.size() && header.at(next) != '"'; ++next) {
                if (header.at(next) == '\\' && next + 1 < header.size())
                    ++next;
                value += header.at(next);
            }
            if (next >= header.size())
                return {}; // the quotation does not end
            next = header.indexOf(';', next);
        } else {
            next = header.indexOf(';', next);
            value = header.mid(equals + 1, next < 0 ? -1 : next - equals - 1).trimmed();
        }
        if (key.isEmpty() || parameters.contains(key))
            return {};
        parameters.insert(key, value);
        at = next;
    }
    return parameters;
}

QString fileNameOf(const Parameters &disposition)
{
    const QByteArray extended = disposition.value("filename*");
    constexpr QByteArrayView utf8 = "utf-8''";
    if (extended.toLower().startsWith(utf8))
        return QUrl::fromPercentEncoding(extended.mid(utf8.size()));
    return QString::fromUtf8(disposition.value("filename"));
}

bool isPlain(const QString &fileName)
{
    return fileName.size() <= longestFileName && std::ranges::none_of(fileName, [](QChar c) {
        return c == u'/' || c == u'\\' || c.category() == QChar::Other_Control;
    });
}

domain::Result<FormPart> partOf(const QByteArray &headers)
{
    const QByteArrayList lines = headers.split('\n');
    for (const auto &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 0 || line.left(colon).trimmed().toLower() != "content-disposition")
            continue;
        const auto parameters = parametersOf(line.mid(colon + 1).trimmed());
        if (!parameters || parameters->value({}) != "form-data" || parameters->value("name").isEmpty())
            return broken(u"a part without a name"_s);
        const FormPart part {QString::fromUtf8(parameters->value("name")), fileNameOf(*parameters), {}};
        if (!isPlain(part.fileName))
            return broken(u"the file name is not plain"_s);
        return part;
    }
    return broken(u"a part without Content-Disposition"_s);
}

}

domain::Result<QList<FormPart>> formParts(const QByteArray &contentType, const QByteArray &body)
{
    const auto parameters = parametersOf(contentType);
    const QByteArray boundary = parameters ? parameters->value("boundary") : QByteArray();
    if (!parameters || parameters->value({}) != "multipart/form-data" || boundary.isEmpty()
        || boundary.size() > longestBoundary)
        return broken(u"the boundary is missing"_s);
    const QByteArray mark = "--" + boundary;
    if (!body.startsWith(mark))
        return broken(u"it does not begin with the boundary"_s);
    QList<FormPart> parts;
    qsizetype at = mark.size();
    while (body.mid(at, 2) == "\r\n") {
        at += 2;
        const qsizetype head = body.indexOf("\r\n\r\n", at);
        if (head < 0 || head - at > longestHeaders)
            return broken(u"a part's headers do not end"_s);
        const qsizetype end = body.indexOf("\r\n" + mark, head + 2);
        if (end < 0)
            return broken(u"a part does not end"_s);
        auto part = partOf(body.mid(at, head - at));
        if (!part)
            return part.error();
        if (parts.size() >= mostParts)
            return broken(u"too many parts"_s);
        part->bytes = end > head + 4 ? body.mid(head + 4, end - head - 4) : QByteArray();
        parts.append(*std::move(part));
        at = end + 2 + mark.size();
    }
    if (body.mid(at, 2) != "--")
        return broken(u"the last part does not end"_s);
    return parts;
}

domain::Result<FormPart> uploadedFile(const http::Request &request)
{
    const auto parts = formParts(request.contentType, request.body);
    if (!parts)
        return parts.error();
    for (const auto &part : *parts) {
        if (part.name != "file"_L1)
            continue;
        if (part.bytes.isEmpty())
            return refusal(422, u"The file is empty"_s);
        return part;
    }
    return refusal(422, u"Required part 'file' is not present."_s);
}

}
