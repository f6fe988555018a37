// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/outboxroles.h"
#include "models/items/outboxwords.h"
#include "models/store/store.h"
#include "models/store/waitingedits.h"

#include <QAbstractListModel>
#include <QTimer>

namespace items {

/// A file of an activity that waits to be uploaded, as its keeper tells it.
struct OutboxFile {
    QString id;
    QString name;
    QDateTime added; ///< UTC
    bool isSending = false;
    bool isRefused = false;
    QString reason; ///< of a refusal, plain text
};

/// What waits to be sent, newest last: a row for each gesture, and one of its own for each edit that was refused, for
/// each has its own reason. Follows the store; files are set from outside. It changes nothing.
class OutboxModel : public QAbstractListModel
{
    Q_OBJECT

public:
    OutboxModel(store::Store &store, OutboxWords words, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    void setFiles(const QList<OutboxFile> &files);
    /// While it is not followed, nothing is read from the store; being followed again reads it anew.
    void setFollowed(bool followed);
    [[nodiscard]] QModelIndex refusedOf(
        const domain::LocalId &id) const; ///< what of an entity was refused or has to be chosen

private:
    struct Row {
        QString key; ///< the same as long as it is the same row
        QDateTime at; ///< UTC
        QString words;
        QString stateText;
        OutboxState state = OutboxState::Saved;
        OutboxSubject subject = OutboxSubject::Event;
        bool copies = false;
        QString spokenState; ///< where it says more than stateText
        QList<FieldDifference> differences;
        QString sport;
        QString entity;
        QList<qint64> sequences;
        QString file;

        friend bool operator==(const Row &, const Row &) = default;
    };

    void refresh();
    [[nodiscard]] QList<Row> rowsNow() const;
    [[nodiscard]] Row rowOf(const QString &key, const QList<store::WaitingEdit> &edits) const;
    [[nodiscard]] Row rowOf(const OutboxFile &file) const;
    void become(const QList<Row> &rows);

    store::Store &m_store;
    OutboxWords m_words;
    QList<OutboxFile> m_files;
    QList<Row> m_rows;
    QTimer m_soon; ///< gathers the changes of one moment
    bool m_followed = true;
};

}
