// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/journal.h"

#include "models/store/privatefile.h"

#include <QHash>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr qint64 roomAhead = 256 << 10; // bytes: for about a hundred edits

/// Where the zeros begin that were written ahead, if there are any.
qint64 endOfText(QFile &file)
{
    qint64 end = file.size();
    while (end > 0) {
        const qint64 from = std::max<qint64>(0, end - roomAhead);
        if (!file.seek(from))
            break;
        const QByteArray block = file.read(end - from);
        const auto last = std::find_if(block.rbegin(), block.rend(), [](char c) { return c != '\0'; });
        if (last != block.rend())
            return from + std::distance(last, block.rend());
        end = from;
    }
    return end;
}

/// The line without zeros in front of it, which a disk may leave where it lost something.
QByteArray withoutZeros(const QByteArray &line)
{
    const auto first = std::find_if(line.begin(), line.end(), [](char c) { return c != '\0'; });
    return line.mid(std::distance(line.begin(), first));
}

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
        const QByteArray text = withoutZeros(nextLine(file, tooLong));
        if (text.isEmpty())
            continue;
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
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return domain::storageFailure(m_file.fileName(), m_file.errorString());
    m_end = endOfText(m_file);
    m_before = m_end;
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

void Journal::start(const QList<JournalEdit> &edits)
{
    m_before = m_end;
    m_started = true;
    m_job.start([this, edits] { m_result = append(edits); });
}

domain::Result<domain::Done> Journal::append(const QList<JournalEdit> &edits)
{
    QByteArray text;
    for (const auto &edit : edits) {
        const QByteArray line = editLine(edit);
        if (line.size() > longestJournalLine)
            return domain::storageFailure(edit.subject, u"too long to be kept"_s);
        text += line;
    }
    if (m_failed && !renew())
        return domain::storageFailure(m_file.fileName(), u"the disk failed"_s);
    if (put(text) && syncFile(m_file))
        return domain::Done {};
    const QString reason = m_file.errorString();
    // After a failed sync nobody knows what is on the disk, and asking again would be answered with a lie.
    m_failed = !cut() || !syncFile(m_file);
    return domain::storageFailure(m_file.fileName(), reason);
}

domain::Result<domain::Done> Journal::finish()
{
    m_job.wait();
    return m_result;
}

void Journal::takeBack()
{
    if (!m_started)
        return;
    m_job.wait();
    m_started = false;
    m_failed = !cut() || m_failed;
}

bool Journal::put(const QByteArray &text)
{
    const qint64 end = m_end + text.size();
    QByteArray bytes = text;
    if (end > m_file.size())
        bytes.append((end / roomAhead + 1) * roomAhead - end, '\0');
    if (!m_file.seek(m_end) || m_file.write(bytes) != bytes.size())
        return false;
    m_end = end;
    return true;
}

/// Back to where the last gesture that is kept ends.
bool Journal::cut()
{
    m_end = m_before;
    return m_file.resize(m_before);
}

/// What was kept before the disk failed is on it. It goes into another file, whose sync means something again.
bool Journal::renew()
{
    const qint64 kept = m_before;
    if ((!m_file.isOpen() && !open()) || !m_file.seek(0))
        return false;
    const QByteArray text = m_file.read(kept);
    if (text.size() != kept)
        return false;
    m_file.close();
    const auto replaced = replaceFile(m_file.fileName(), text);
    const auto opened = open();
    m_end = m_before = kept;
    m_failed = !replaced || !opened;
    return !m_failed;
}

void Journal::acknowledge(const QString &opId)
{
    if (!put(journalText({JournalLine::Type::Acknowledged, opId, {}})))
        m_failed = !cut() || m_failed; // no half of a line before the next
    m_before = m_end;
}

domain::Result<domain::Done> Journal::clear()
{
    m_file.close();
    const auto replaced = replaceFile(m_file.fileName(), ownerLine(m_owner));
    const auto opened = open();
    return replaced ? opened : replaced;
}

}
