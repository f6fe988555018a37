// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/outboxmodel.h"

#include <QHash>
#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;
using store::Operation;
using store::WaitingEdit;

namespace items {

namespace {

OutboxState stateOf(Operation::State state)
{
    switch (state) {
    case Operation::State::Queued:
        return OutboxState::Saved;
    case Operation::State::Inflight:
        return OutboxState::Sending;
    case Operation::State::Unknown:
        return OutboxState::Unknown;
    case Operation::State::Waiting:
        return OutboxState::Waiting;
    case Operation::State::Conflict:
        return OutboxState::Conflict;
    case Operation::State::Rejected:
        break;
    }
    return OutboxState::Refused;
}

OutboxSubject subjectOf(store::Kind kind)
{
    switch (kind) {
    case store::Kind::Event:
        return OutboxSubject::Event;
    case store::Kind::Activity:
        return OutboxSubject::Activity;
    case store::Kind::Wellness:
        return OutboxSubject::Wellness;
    case store::Kind::Folder:
        return OutboxSubject::Folder;
    case store::Kind::Workout:
        break;
    }
    return OutboxSubject::Template;
}

}

OutboxModel::OutboxModel(store::Store &store, OutboxWords words, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_words(std::move(words))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &OutboxModel::refresh);
    const auto soon = [this] {
        if (m_followed)
            m_soon.start();
    };
    connect(&store, &store::Store::outboxChanged, this, soon);
    connect(&store, &store::Store::changed, this, soon); // names and states, too
    refresh();
}

int OutboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.words;
    case Qt::AccessibleTextRole:
        return tr("%1. %2", "what was done, how far it has come")
            .arg(row.words, row.spokenState.isEmpty() ? row.stateText : row.spokenState);
    case OutboxStateRole:
        return int(row.state);
    case OutboxStateTextRole:
        return row.stateText;
    case OutboxSubjectRole:
        return int(row.subject);
    case OutboxSportRole:
        return row.sport;
    case OutboxEntityRole:
        return row.entity;
    case OutboxCopiesRole:
        return row.copies;
    case OutboxDifferencesRole:
        return QVariant::fromValue(row.differences);
    case OutboxSequencesRole:
        return QVariant::fromValue(row.sequences);
    case OutboxFileRole:
        return row.file;
    default:
        return {};
    }
}

void OutboxModel::setFiles(const QList<OutboxFile> &files)
{
    m_files = files;
    refresh();
}

void OutboxModel::setFollowed(bool followed)
{
    if (m_followed == followed)
        return;
    m_followed = followed;
    m_soon.stop();
    if (followed)
        refresh();
}

QModelIndex OutboxModel::refusedOf(const domain::LocalId &id) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).state >= OutboxState::Refused && m_rows.at(i).entity == id.value)
            return index(int(i));
    }
    return {};
}

void OutboxModel::refresh()
{
    if (m_followed)
        become(rowsNow());
}

QList<OutboxModel::Row> OutboxModel::rowsNow() const
{
    QHash<QString, QList<WaitingEdit>> gestures;
    QStringList order;
    const QList<WaitingEdit> waiting = store::waitingEdits(m_store.database());
    for (const WaitingEdit &edit : waiting) {
        const QString key = edit.isRefused() ? u"refused "_s + QString::number(edit.operation.sequence) : edit.groupId;
        QList<WaitingEdit> &gesture = gestures[key];
        if (gesture.isEmpty())
            order.append(key);
        gesture.append(edit);
    }
    QList<Row> rows;
    for (const QString &key : std::as_const(order))
        rows.append(rowOf(key, gestures.value(key)));
    for (const OutboxFile &file : m_files)
        rows.append(rowOf(file));
    std::ranges::stable_sort(rows, {}, &Row::at);
    return rows;
}

OutboxModel::Row OutboxModel::rowOf(const QString &key, const QList<WaitingEdit> &edits) const
{
    const WaitingEdit &first = edits.first();
    Row row {.key = key, .at = first.operation.createdAt, .words = m_words.what(edits)};
    row.subject = subjectOf(first.operation.kind);
    row.sport = first.sport;
    QDateTime nextAt;
    for (const WaitingEdit &edit : edits) {
        row.state = std::max(row.state, stateOf(edit.operation.state));
        nextAt = std::max(nextAt, edit.nextAt);
        row.sequences.append(edit.operation.sequence);
        // What was deleted here but changed elsewhere is shown until somebody chooses.
        const bool there
            = edit.operation.type != Operation::Type::Delete || edit.operation.state == Operation::State::Conflict;
        if (row.entity.isEmpty() && there)
            row.entity = edit.operation.id.value;
    }
    if (row.state == OutboxState::Conflict) {
        QList<store::Conflict> conflicts = m_store.conflicts();
        conflicts.removeIf([&row](const store::Conflict &conflict) { return conflict.id.value != row.entity; });
        row.stateText = m_words.conflictState(conflicts);
        row.spokenState = m_words.conflict(conflicts);
        row.differences = m_words.differences(conflicts);
        row.copies = (row.subject == OutboxSubject::Event || row.subject == OutboxSubject::Template)
            && std::ranges::none_of(conflicts, &store::Conflict::isOfWhole);
        return row;
    }
    row.stateText = row.state == OutboxState::Refused ? m_words.refused(first.reason, first.status)
                                                      : m_words.state(row.state, nextAt);
    return row;
}

OutboxModel::Row OutboxModel::rowOf(const OutboxFile &file) const
{
    Row row {.key = u"file "_s + file.id, .at = file.added, .words = m_words.file(file.name)};
    row.subject = OutboxSubject::File;
    row.state = file.isRefused ? OutboxState::Refused : file.isSending ? OutboxState::Sending : OutboxState::Saved;
    row.stateText = file.isRefused ? m_words.refused(file.reason, 0) : m_words.state(row.state, {});
    row.file = file.id;
    return row;
}

/// The narrowest signals that lead from what is shown to what is there, so that the marked row stays marked.
void OutboxModel::become(const QList<Row> &rows)
{
    QSet<QString> stay;
    for (const Row &row : rows)
        stay.insert(row.key);
    for (int i = int(m_rows.size()) - 1; i >= 0; --i) {
        if (stay.contains(m_rows.at(i).key))
            continue;
        beginRemoveRows({}, i, i);
        m_rows.removeAt(i);
        endRemoveRows();
    }
    for (int i = 0; i < int(rows.size()); ++i) {
        const Row &row = rows.at(i);
        if (i < m_rows.size() && m_rows.at(i).key == row.key) {
            if (m_rows.at(i) == row)
                continue;
            m_rows[i] = row;
            Q_EMIT dataChanged(index(i), index(i));
            continue;
        }
        const auto elsewhere
            = std::ranges::find(m_rows.begin() + std::min(i, int(m_rows.size())), m_rows.end(), row.key, &Row::key);
        if (elsewhere != m_rows.end()) {
            const int from = int(elsewhere - m_rows.begin());
            beginRemoveRows({}, from, from);
            m_rows.removeAt(from);
            endRemoveRows();
        }
        beginInsertRows({}, i, i);
        m_rows.insert(i, row);
        endInsertRows();
    }
}

}
