// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/libraryroles.h"
#include "models/store/store.h"

#include <QAbstractItemModel>
#include <functional>
#include <memory>

namespace items {

/// The words that the tree needs and only a page can say.
struct LibraryWords {
    std::function<QString(bool plans)> section; ///< heading of the folders, of the plans
    std::function<QString(const store::LibraryRow &)> workout; ///< a row as it is read out
    std::function<QString(const store::LibraryFolder &, int workouts, int weeks)> folder;
};

/// The library as a tree: two sections, folders and plans in them, workouts in those. It follows the store and tells
/// of no more than what changed, so that what is open stays open.
class LibraryModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    LibraryModel(store::Store &store, LibraryWords words, QObject *parent = nullptr);
    ~LibraryModel() override;

    [[nodiscard]] QModelIndex indexOf(const domain::LocalId &id) const; ///< invalid if it is not there
    [[nodiscard]] const QStringList &tags() const { return m_tags; } ///< of all workouts, in order
    [[nodiscard]] int workouts() const { return m_workouts; }
    [[nodiscard]] bool isLibraryEmpty() const; ///< not even a folder
    [[nodiscard]] QList<store::LibraryFolder> folders() const; ///< folders, then plans

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDragActions() const override { return Qt::CopyAction | Qt::MoveAction; }

Q_SIGNALS:
    void renameWanted(const domain::LocalId &id, const QString &name); ///< somebody typed a name into the tree

private:
    struct Node;
    using Nodes = std::vector<std::unique_ptr<Node>>;

    void reload();
    [[nodiscard]] Nodes read();
    void follow(Node &node, Nodes wanted);
    void take(Node &node, Node &wanted);
    [[nodiscard]] QModelIndex indexOf(const Node &node) const;
    [[nodiscard]] static Node *nodeOf(const QModelIndex &index);
    [[nodiscard]] QVariant folderData(const Node &node, int role) const;
    [[nodiscard]] QVariant workoutData(const Node &node, int role) const;

    store::Store &m_store;
    LibraryWords m_words;
    std::unique_ptr<Node> m_root;
    QStringList m_tags;
    int m_workouts = 0;
};

}
