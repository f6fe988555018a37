// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/journal.h"

#include "models/store/privatefile.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace store {

namespace {

/// The next line without its end, at most as long as lines may be; the rest of a longer one is passed over.
QByteArray nextLine(QFile &file, bool &tooLong)
{
    QByteArray line = file.readLine(longestJournalLine + 1);
    tooLong = false;
    while (!line.endsWith('\n') && !file.atEnd()) {
        tooLong = true;
        if (file.readLine(longestJournalLine + 1).endsWith('\n'))
            break;
    }
    return line;
}

QHash<QString, int> partsOf(const QList<JournalEdit> &edits)
{
    QHash<QString, int> parts;
    for (const auto &edit : edits)
        ++parts[edit.gestureId];
    return parts;
}

/// A gesture is written at once; if its end is missing it was never confirmed to anybody.
void dropUnfinishedGesture(QList<JournalEdit> &edits)
{
    if (edits.isEmpty() || partsOf(edits).value(edits.last().gestureId) >= edits.last().count)
        return;
    const QString unfinished = edits.last().gestureId;
    edits.removeIf([&](const JournalEdit &edit) { return edit.gestureId == unfinished; });
}

QByteArray ownerLine(const QString &owner)
{
    return journalText({JournalLine::Type::Owner, owner, {}});
}

QByteArray editLine(const JournalEdit &edit)
{
    return journalText({JournalLine::Type::Edit, {}, edit});
}

}

QList<JournalEdit> JournalContents::unsynced() const
{
    QHash<domain::LocalId, qsizetype> confirmed; // up to and with this place
    for (qsizetype i = 0; i < edits.size(); ++i) {
        if (acknowledged.contains(edits.at(i).opId))
            confirmed.insert(edits.at(i).edit.id, i);
    }
    QList<JournalEdit> rest;
    for (qsizetype i = 0; i < edits.size(); ++i) {
        if (i > confirmed.value(edits.at(i).edit.id, -1))
            rest.append(edits.at(i));
    }
    return rest;
}

QString Journal::pathFor(const QString &database)
{
    return database + u".outbox.journal"_s;
}

domain::Result<JournalContents> Journal::read(const QString &path)
{
    JournalContents contents;
    if (auto plain = checkPlainFile(path); !plain)
        return plain.error();
    QFile file(path);
    if (!file.exists())
        return contents;
    if (!file.open(QIODevice::ReadOnly))
        return domain::storageFailure(path, file.errorString());
    while (!file.atEnd()) {
        bool tooLong = false;
        const QByteArray text = nextLine(file, tooLong);
        const auto line = tooLong ? std::nullopt : journalLine(text);
        if (!line && !text.endsWith('\n') && !tooLong) {
            contents.torn = true;
        } else if (!line) {
            ++contents.unreadable;
        } else if (line->type == JournalLine::Type::Owner) {
            contents.owner = line->text;
        } else if (line->type == JournalLine::Type::Acknowledged) {
            contents.acknowledged.insert(line->text);
        } else {
            contents.edits.append(line->edit);
        }
    }
    if (contents.unreadable == 0)
        dropUnfinishedGesture(contents.edits);
    return contents;
}

Journal::Journal(const QString &path, QString owner)
    : m_file(path)
    , m_owner(std::move(owner))
{
}

domain::Result<domain::Done> Journal::open()
{
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Append | QIODevice::Unbuffered))
        return domain::storageFailure(m_file.fileName(), m_file.errorString());
    m_before = m_file.size();
    return domain::Done {};
}

domain::Result<std::unique_ptr<Journal>> Journal::begin(
    const QString &path, const QString &owner, const QList<JournalEdit> &edits)
{
    QByteArray text = ownerLine(owner);
    const auto parts = partsOf(edits);
    for (JournalEdit edit : edits) {
        edit.count = parts.value(edit.gestureId);
        text += editLine(edit);
    }
    if (auto replaced = replaceFile(path, text); !replaced)
        return replaced.error();
    std::unique_ptr<Journal> journal(new Journal(path, owner));
    if (auto opened = journal->open(); !opened)
        return opened.error();
    return journal;
}

domain::Result<std::unique_ptr<Journal>> Journal::resume(const QString &path, const QString &owner)
{
    if (auto made = makePrivateFile(path); !made)
        return made.error();
    std::unique_ptr<Journal> journal(new Journal(path, owner));
    if (auto opened = journal->open(); !opened)
        return opened.error();
    return journal;
}

domain::Result<domain::Done> Journal::start(const QList<JournalEdit> &edits)
{
    QByteArray text;
    for (const auto &edit : edits) {
        const QByteArray line = editLine(edit);
        if (line.size() > longestJournalLine)
            return domain::storageFailure(edit.subject, u"too long to be kept"_s);
        text += line;
    }
    if (m_failed)
        return domain::storageFailure(m_file.fileName(), u"the disk failed; start again"_s);
    m_before = m_file.size();
    m_started = true;
    if (m_file.write(text) != text.size())
        return failure(m_file.errorString());
    m_sync.start(m_file);
    return domain::Done {};
}

domain::Result<domain::Done> Journal::finish()
{
    if (m_sync.finish())
        return domain::Done {};
    return failure(u"the disk did not take it"_s);
}

domain::Error Journal::failure(const QString &reason)
{
    takeBack();
    // After a failed sync nobody knows what is on the disk, and asking again would be answered with a lie.
    m_failed = m_failed || !syncFile(m_file);
    return domain::storageFailure(m_file.fileName(), reason);
}

void Journal::takeBack()
{
    if (!m_started)
        return;
    m_failed = !m_sync.finish() || m_failed;
    m_failed = !m_file.resize(m_before) || m_failed;
    m_started = false;
}

void Journal::acknowledge(const QString &opId)
{
    m_file.write(journalText({JournalLine::Type::Acknowledged, opId, {}}));
    m_before = m_file.size();
}

domain::Result<domain::Done> Journal::clear()
{
    m_file.close();
    const auto replaced = replaceFile(m_file.fileName(), ownerLine(m_owner));
    const auto opened = open();
    return replaced ? opened : replaced;
}

}
