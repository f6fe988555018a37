// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/fitdecode.h"
#include "tests/support/program.h"

#include <QFile>

/// The two sides of the comparison of FIT decoders, in one form: messages as [number, fields, developer fields].
namespace conformance {

/// What the judge says of a file.
struct Verdict {
    bool fit = false; ///< it looks like one
    bool sound = false; ///< and the check sums of the first file are right
    QStringList errors; ///< where it stopped
    QJsonArray messages;
    std::optional<int> type; ///< of the file, with channels
    QJsonObject channels;
};

/// What we say of it.
struct Reading {
    files::fit::Outcome first; ///< of the first file
    files::fit::Outcome last; ///< of the last one of a chain, or the first with trouble
    QJsonArray messages;
};

/// Why there is no judge; empty if there is one.
[[nodiscard]] inline QString missingJudge()
{
    if (!QFile::exists(QStringLiteral(MICROCYCLE_NODE)))
        return QStringLiteral("node is not installed");
    if (!QFile::exists(QStringLiteral(MICROCYCLE_JUDGES "/node_modules/@garmin/fitsdk/package.json")))
        return QStringLiteral("@garmin/fitsdk is not installed in " MICROCYCLE_JUDGES);
    return {};
}

/// What is "messages" or "channels".
[[nodiscard]] inline QList<Verdict> judged(const QStringList &paths, const QString &what)
{
    const support::Program node(QStringLiteral(MICROCYCLE_NODE));
    const auto outcome
        = node.run({QStringLiteral(MICROCYCLE_JUDGES "/fitlines.mjs"), what}, paths.join(QLatin1Char('\n')).toUtf8());
    if (outcome.code != 0)
        qWarning("the judge ended with %d: %s", outcome.code, outcome.err.constData());
    QList<Verdict> verdicts;
    const auto lines = outcome.out.split('\n');
    for (const auto &line : lines) {
        const QJsonDocument document = QJsonDocument::fromJson(line);
        const QJsonObject object = document.object();
        if (document.isArray()) {
            verdicts.last().messages.append(document.array());
        } else if (object.contains(QLatin1String("file"))) {
            verdicts.append(Verdict());
        } else if (object.contains(QLatin1String("channels"))) {
            const QJsonValue type = object.value(QLatin1String("type"));
            verdicts.last().type = type.isNull() ? std::nullopt : std::optional(type.toInt());
            verdicts.last().channels = object.value(QLatin1String("channels")).toObject();
        } else if (object.contains(QLatin1String("fit"))) {
            verdicts.last().fit = object.value(QLatin1String("fit")).toBool();
            verdicts.last().sound = object.value(QLatin1String("sound")).toBool();
            const auto errors = object.value(QLatin1String("errors")).toArray();
            for (const auto &error : errors)
                verdicts.last().errors << error.toString();
        }
    }
    return verdicts;
}

/// Writes messages down in the judge's form.
class Recorder : public files::fit::Visitor
{
public:
    bool visit(const files::fit::Message &message) override
    {
        QJsonObject fields;
        for (const auto &field : message.layout.fields)
            put(fields, QString::number(field.number), valueOf(message, field));
        QJsonObject developers;
        for (const auto &field : message.layout.developerFields) {
            if (field.description)
                put(developers,
                    QStringLiteral("%1.%2").arg(field.developer).arg(field.number),
                    valueOf(message, field));
        }
        messages.append(QJsonArray {message.layout.message, fields, developers});
        return true;
    }

    QJsonArray messages;

private:
    static void put(QJsonObject &object, const QString &key, const QJsonValue &value)
    {
        if (!value.isNull())
            object.insert(key, value);
    }

    /// Text without what stands for damage, which the judge leaves out; cut into several at each NUL but the last ones.
    static QJsonValue textOf(const char *at, int size)
    {
        QString text = QString::fromUtf8(at, size);
        text.remove(QChar(0xFFFD)).remove(QChar(0xFEFF));
        QStringList parts = text.split(QChar(u'\0'));
        while (!parts.isEmpty() && parts.last().isEmpty())
            parts.removeLast();
        if (parts.isEmpty())
            return QJsonValue::Null;
        return parts.size() == 1 ? QJsonValue(parts.first()) : QJsonValue(QJsonArray::fromStringList(parts));
    }

    /// The judge knows no mark for none among numbers of 64 bits.
    static QJsonValue numberOf(const uchar *at, files::fit::BaseType type, bool bigEndian)
    {
        using namespace files::fit;
        if (sizeOf(type) == 8 && !isReal(type)) {
            const auto bits = loadAs<quint64>(at, bigEndian);
            return isUnsigned64(type) ? QString::number(bits) : QString::number(qint64(bits));
        }
        const double number = numberAt(at, type, bigEndian);
        return std::isfinite(number) ? QJsonValue(number) : QJsonValue::Null;
    }

    static QJsonValue valueOf(const files::fit::Message &message, const files::fit::Field &field)
    {
        using namespace files::fit;
        const uchar *at = message.data + field.offset;
        const int count = field.count();
        if (count == 0)
            return QJsonValue::Null;
        if (field.type == BaseType::String)
            return textOf(reinterpret_cast<const char *>(at), field.size);
        if (count == 1)
            return numberOf(at, field.type, message.layout.bigEndian);
        QJsonArray list;
        bool any = false;
        for (int i = 0; i < count; ++i) {
            list.append(numberOf(at + i * sizeOf(field.type), field.type, message.layout.bigEndian));
            any |= !list.last().isNull();
        }
        if (!any)
            return QJsonValue::Null;
        for (int i = 0; field.type == BaseType::Byte && i < count; ++i)
            list[i] = at[i]; // bytes are one value: 255 is none only if all of them are
        return list;
    }
};

/// Reads a chain of files as far as it goes.
[[nodiscard]] inline Reading decoded(const QByteArray &bytes)
{
    Recorder recorder;
    Reading reading;
    reading.first = reading.last = files::fit::decode(bytes, {}, recorder);
    for (qint64 end = reading.first.end; reading.last.trouble == files::fit::Trouble::None && end < bytes.size();
         end += reading.last.end)
        reading.last = files::fit::decode(QByteArrayView(bytes).sliced(end), {}, recorder);
    reading.messages = recorder.messages;
    return reading;
}

/// What differs, or nothing.
[[nodiscard]] inline QString difference(const Verdict &theirs, const Reading &ours)
{
    const bool trouble = ours.last.trouble != files::fit::Trouble::None;
    if (theirs.errors.isEmpty() && trouble
        && !(ours.last.trouble == files::fit::Trouble::HeaderChecksum && !theirs.sound))
        return QStringLiteral("only we stop: ") + ours.last.sentence();
    const bool onlyTheyCannot = ours.last.unknownFields > 0
        || theirs.errors.join(QLatin1Char(' ')).contains(QLatin1String("compressed timestamp"));
    if (!theirs.errors.isEmpty() && !trouble && !onlyTheyCannot)
        return QStringLiteral("only the judge stops: ") + theirs.errors.join(QLatin1Char(' '));
    if (theirs.sound && ours.first.trouble != files::fit::Trouble::None && theirs.errors.isEmpty())
        return QStringLiteral("the judge trusts the check sums");
    const qsizetype common = std::min(theirs.messages.size(), ours.messages.size());
    for (qsizetype i = 0; i < common; ++i) {
        if (theirs.messages.at(i) != ours.messages.at(i)) {
            const auto text = [](const QJsonValue &value) {
                return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
            };
            return QStringLiteral("message %1: theirs %2, ours %3")
                .arg(i)
                .arg(text(theirs.messages.at(i)), text(ours.messages.at(i)));
        }
    }
    const qsizetype most = theirs.errors.isEmpty() ? theirs.messages.size() : ours.messages.size();
    const bool enough
        = ours.messages.size() >= theirs.messages.size() - (trouble ? 1 : 0) && ours.messages.size() <= most;
    return enough ? QString()
                  : QStringLiteral("%1 messages instead of %2").arg(ours.messages.size()).arg(theirs.messages.size());
}

}
