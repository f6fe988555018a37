// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/journalline.h"

#include "models/store/sides.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr qsizetype checksumLength = 16;
constexpr int formatVersion = 1;

QByteArray checksumOf(QByteArrayView json)
{
    // Against accidents, not against anybody: the quick one is enough.
    return QCryptographicHash::hash(json.toByteArray(), QCryptographicHash::Sha1).toHex().left(checksumLength);
}

/// What of the second differs from the first; null for what it no longer has.
QJsonObject changesBetween(const QJsonObject &before, const QJsonObject &after)
{
    Sides sides = sidesOf(before, after);
    for (auto it = sides.before.begin(); it != sides.before.end(); ++it) {
        if (!sides.after.contains(it.key()))
            sides.after.insert(it.key(), QJsonValue());
    }
    return sides.after;
}

QJsonObject withChanges(QJsonObject json, const QJsonObject &changes)
{
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        if (it.value().isNull())
            json.remove(it.key());
        else
            json.insert(it.key(), it.value());
    }
    return json;
}

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

/// Which edit it is, without what it does.
QJsonObject headOf(const JournalEdit &edit)
{
    return {{u"op"_s, edit.opId},
        {u"gesture"_s, edit.gestureId},
        {u"at"_s, edit.at.toMSecsSinceEpoch()},
        {u"verb"_s, int(edit.verb)},
        {u"subject"_s, edit.subject},
        {u"count"_s, edit.count},
        {u"id"_s, edit.edit.id.value},
        {u"kind"_s, int(edit.edit.kind)}};
}

/// The text of journalJson(), joined from the texts of its parts: to put whole items into another object first takes as
/// long as to print them.
QByteArray editText(const JournalEdit &edit)
{
    QByteArray text = compact(headOf(edit));
    text.chop(1);
    text += ",\"before\":" + compact(edit.edit.before) + ",\"derived\":" + compact(edit.edit.derived);
    if (!edit.edit.isDelete())
        text += ",\"changes\":" + compact(changesBetween(edit.edit.before, edit.edit.after));
    return text + '}';
}

std::optional<JournalEdit> editFrom(const QJsonObject &json)
{
    JournalEdit edit {json.value("op"_L1).toString(),
        json.value("gesture"_L1).toString(),
        QDateTime::fromMSecsSinceEpoch(json.value("at"_L1).toInteger(), Qt::UTC),
        Verb(std::clamp(json.value("verb"_L1).toInt(), 0, int(Verb::Restore))),
        json.value("subject"_L1).toString(),
        json.value("count"_L1).toInt(1),
        {{json.value("id"_L1).toString()},
            Kind(json.value("kind"_L1).toInt(-1)),
            json.value("before"_L1).toObject(),
            {},
            json.value("derived"_L1).toObject()}};
    if (json.contains("changes"_L1))
        edit.edit.after = withChanges(edit.edit.before, json.value("changes"_L1).toObject());
    const bool known = edit.edit.kind >= Kind::Event && edit.edit.kind <= Kind::Workout;
    if (!known || edit.opId.isEmpty() || edit.gestureId.isEmpty() || edit.edit.id.value.isEmpty())
        return {};
    return edit;
}

}

QJsonObject journalJson(const JournalEdit &edit)
{
    QJsonObject json = headOf(edit);
    json.insert(u"before"_s, edit.edit.before);
    json.insert(u"derived"_s, edit.edit.derived);
    if (!edit.edit.isDelete())
        json.insert(u"changes"_s, changesBetween(edit.edit.before, edit.edit.after));
    return json;
}

QByteArray journalText(const JournalLine &line)
{
    QByteArray text;
    switch (line.type) {
    case JournalLine::Type::Owner:
        text = compact({{u"journal"_s, formatVersion}, {u"owner"_s, line.text}});
        break;
    case JournalLine::Type::Edit:
        text = editText(line.edit);
        break;
    case JournalLine::Type::Acknowledged:
        text = compact({{u"done"_s, line.text}});
        break;
    }
    return checksumOf(text) + ' ' + text + '\n';
}

std::optional<JournalLine> journalLine(const QByteArray &text)
{
    const QByteArrayView line = QByteArrayView(text).trimmed();
    if (line.size() <= checksumLength || line.at(checksumLength) != ' ')
        return {};
    const QByteArrayView body = line.sliced(checksumLength + 1);
    if (line.first(checksumLength) != checksumOf(body))
        return {};
    const QJsonObject json = QJsonDocument::fromJson(body.toByteArray()).object();
    if (json.contains("journal"_L1)) {
        if (json.value("journal"_L1).toInt() != formatVersion)
            return {};
        return JournalLine {JournalLine::Type::Owner, json.value("owner"_L1).toString(), {}};
    }
    if (const QString done = json.value("done"_L1).toString(); !done.isEmpty())
        return JournalLine {JournalLine::Type::Acknowledged, done, {}};
    if (auto edit = editFrom(json))
        return JournalLine {JournalLine::Type::Edit, {}, *std::move(edit)};
    return {};
}

}
