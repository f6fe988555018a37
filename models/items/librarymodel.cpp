// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/librarymodel.h"

#include "models/domain/sport.h"
#include "models/items/librarybands.h"
#include "models/items/librarymime.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace items {

/// A row of the tree. Folders hold their row of the store, workouts theirs.
struct LibraryModel::Node {
    LibraryNode kind = LibraryNode::Section;
    domain::LocalId id; ///< of sections a made-up one, so that all rows are told apart alike
    store::LibraryFolder folder {};
    store::LibraryRow row {};
    int zone = 0;
    int weeks = 0;
    bool readOnly = false;
    Node *parent = nullptr;
    Nodes children {};

    [[nodiscard]] int place() const
    {
        for (size_t i = 0; parent && i < parent->children.size(); ++i) {
            if (parent->children[i].get() == this)
                return int(i);
        }
        return 0;
    }
    [[nodiscard]] bool isFolder() const { return kind == LibraryNode::Folder || kind == LibraryNode::Plan; }
    /// Whether both show the same, whatever their children are.
    [[nodiscard]] bool looksLike(const Node &other) const
    {
        return folder == other.folder && row == other.row && weeks == other.weeks && readOnly == other.readOnly;
    }
};

namespace {

template<typename T>
QVariant orNothing(const std::optional<T> &value)
{
    return value ? QVariant(*value) : QVariant();
}

constexpr int daysOfWeek = 7;

}

LibraryModel::LibraryModel(store::Store &store, LibraryWords words, QObject *parent)
    : QAbstractItemModel(parent)
    , m_store(store)
    , m_words(std::move(words))
    , m_root(std::make_unique<Node>())
{
    reload();
    connect(&store, &store::Store::libraryChanged, this, &LibraryModel::reload);
    connect(&store, &store::Store::changed, this, [this](const store::Change &change) {
        if (change.everything) // thresholds may have changed, and with them the profiles
            reload();
    });
}

LibraryModel::~LibraryModel() = default;

LibraryModel::Nodes LibraryModel::read()
{
    QHash<QString, Node *> byKey;
    Nodes sections;
    for (const bool plans : {false, true}) {
        auto section = std::make_unique<Node>();
        section->id = {plans ? u"plans"_s : u"folders"_s};
        section->folder.plan = plans;
        sections.push_back(std::move(section));
    }
    const auto folders = m_store.folders();
    for (const auto &folder : folders) {
        auto node = std::make_unique<Node>();
        node->kind = folder.plan ? LibraryNode::Plan : LibraryNode::Folder;
        node->id = folder.id;
        node->folder = folder;
        node->readOnly = folder.readOnly;
        byKey.insert(folder.key, node.get());
        sections[folder.plan ? 1 : 0]->children.push_back(std::move(node));
    }
    m_tags.clear();
    m_workouts = 0;
    const auto rows = m_store.libraryRows();
    for (const auto &row : rows) {
        Node *folder = byKey.value(row.folderKey);
        if (!folder)
            continue;
        auto node = std::make_unique<Node>();
        node->kind = LibraryNode::Workout;
        node->id = row.id;
        node->row = row;
        if (!folder->folder.plan)
            node->row.day.reset();
        node->zone = mainZone(row.profile);
        node->readOnly = folder->readOnly;
        folder->weeks = std::max(folder->weeks, node->row.day.value_or(-1) / daysOfWeek + (node->row.day ? 1 : 0));
        folder->children.push_back(std::move(node));
        m_tags += row.tags;
        ++m_workouts;
    }
    m_tags.removeDuplicates();
    m_tags.sort(Qt::CaseInsensitive);
    return sections;
}

void LibraryModel::reload()
{
    follow(*m_root, read());
}

void LibraryModel::follow(Node &node, Nodes wanted)
{
    QHash<QString, Node *> stays;
    for (const auto &child : wanted)
        stays.insert(child->id.value, child.get());
    for (int i = int(node.children.size()) - 1; i >= 0; --i) {
        if (stays.contains(node.children[size_t(i)]->id.value))
            continue;
        beginRemoveRows(indexOf(node), i, i);
        node.children.erase(node.children.begin() + i);
        endRemoveRows();
    }
    for (int i = 0; i < int(wanted.size()); ++i) {
        const auto begin = node.children.begin();
        const auto found = std::find_if(
            begin + i, node.children.end(), [&](const auto &child) { return child->id == wanted[size_t(i)]->id; });
        if (found == node.children.end()) {
            beginInsertRows(indexOf(node), i, i);
            const auto set = [](auto &self, Node &one) -> void {
                for (const auto &child : one.children) {
                    child->parent = &one;
                    self(self, *child);
                }
            };
            wanted[size_t(i)]->parent = &node;
            set(set, *wanted[size_t(i)]);
            node.children.insert(node.children.begin() + i, std::move(wanted[size_t(i)]));
            endInsertRows();
            continue;
        }
        if (const int from = int(found - begin); from != i) {
            beginMoveRows(indexOf(node), from, from, indexOf(node), i);
            std::rotate(begin + i, found, found + 1);
            endMoveRows();
        }
        take(*node.children[size_t(i)], *wanted[size_t(i)]);
    }
}

void LibraryModel::take(Node &node, Node &wanted)
{
    const bool same = node.looksLike(wanted) && node.children.size() == wanted.children.size();
    node.folder = wanted.folder;
    node.row = wanted.row;
    node.zone = wanted.zone;
    node.weeks = wanted.weeks;
    node.readOnly = wanted.readOnly;
    follow(node, std::move(wanted.children));
    if (!same)
        Q_EMIT dataChanged(indexOf(node), indexOf(node));
}

LibraryModel::Node *LibraryModel::nodeOf(const QModelIndex &index)
{
    return static_cast<Node *>(index.internalPointer());
}

QModelIndex LibraryModel::indexOf(const Node &node) const
{
    return node.parent ? createIndex(node.place(), 0, const_cast<Node *>(&node)) : QModelIndex();
}

QModelIndex LibraryModel::indexOf(const domain::LocalId &id) const
{
    for (const auto &section : m_root->children) {
        for (const auto &folder : section->children) {
            if (folder->id == id)
                return indexOf(*folder);
            for (const auto &workout : folder->children) {
                if (workout->id == id)
                    return indexOf(*workout);
            }
        }
    }
    return {};
}

bool LibraryModel::isLibraryEmpty() const
{
    return m_root->children[0]->children.empty() && m_root->children[1]->children.empty();
}

QList<store::LibraryFolder> LibraryModel::folders() const
{
    QList<store::LibraryFolder> list;
    for (const auto &section : m_root->children) {
        for (const auto &folder : section->children)
            list.append(folder->folder);
    }
    return list;
}

QModelIndex LibraryModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const Node &node = parent.isValid() ? *nodeOf(parent) : *m_root;
    return createIndex(row, column, node.children[size_t(row)].get());
}

QModelIndex LibraryModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(*nodeOf(child)->parent) : QModelIndex();
}

int LibraryModel::rowCount(const QModelIndex &parent) const
{
    return int((parent.isValid() ? *nodeOf(parent) : *m_root).children.size());
}

int LibraryModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant LibraryModel::data(const QModelIndex &index, int role) const
{
    // A sorting model in between passes on what it is asked about no row at all.
    if (!index.isValid() || !checkIndex(index))
        return {};
    const Node &node = *nodeOf(index);
    switch (role) {
    case LibraryNodeRole:
        return int(node.kind);
    case LibraryIdRole:
        return QVariant::fromValue(node.kind == LibraryNode::Section ? domain::LocalId {} : node.id);
    case LibraryReadOnlyRole:
        return node.readOnly;
    default:
        return node.kind == LibraryNode::Workout ? workoutData(node, role) : folderData(node, role);
    }
}

QVariant LibraryModel::folderData(const Node &node, int role) const
{
    const int count = int(node.children.size());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return node.kind == LibraryNode::Section ? m_words.section(node.folder.plan) : node.folder.name;
    case Qt::AccessibleTextRole:
        return node.kind == LibraryNode::Section ? m_words.section(node.folder.plan)
                                                 : m_words.folder(node.folder, count, node.weeks);
    case LibraryCountRole:
        return count;
    case LibraryWeeksRole:
        return node.weeks;
    case LibraryMarkRole:
        return int(node.folder.mark);
    default:
        return {};
    }
}

QVariant LibraryModel::workoutData(const Node &node, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return node.row.name;
    case Qt::AccessibleTextRole:
        return m_words.workout(node.row);
    case LibrarySportRole:
        return node.row.type;
    case LibraryFamilyRole:
        return int(domain::familyOf(node.row.type));
    case LibrarySecondsRole:
        return node.row.movingTime ? QVariant(int(node.row.movingTime->count())) : QVariant();
    case LibraryLoadRole:
        return orNothing(node.row.load);
    case LibraryMetresRole:
        return orNothing(node.row.distanceMetres);
    case LibraryProfileRole:
        return node.row.profile;
    case LibraryTagsRole:
        return node.row.tags;
    case LibraryZoneRole:
        return node.zone;
    case LibraryDayRole:
        return orNothing(node.row.day);
    case LibraryNoteRole:
        return node.row.type == "NOTE"_L1;
    case LibraryMarkRole:
        return int(node.row.mark);
    default:
        return {};
    }
}

bool LibraryModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role == Qt::EditRole && (flags(index) & Qt::ItemIsEditable)
        && value.toString() != index.data(Qt::EditRole).toString())
        Q_EMIT renameWanted(nodeOf(index)->id, value.toString());
    return false; // the tree follows the store
}

Qt::ItemFlags LibraryModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Node &node = *nodeOf(index);
    if (node.kind == LibraryNode::Section)
        return Qt::ItemIsEnabled;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (node.kind != LibraryNode::Folder)
        flags |= Qt::ItemIsDragEnabled;
    if (!node.readOnly)
        flags |= Qt::ItemIsEditable | Qt::ItemIsDropEnabled;
    return flags;
}

QStringList LibraryModel::mimeTypes() const
{
    return {librarymime::format()};
}

QMimeData *LibraryModel::mimeData(const QModelIndexList &indexes) const
{
    LibraryDrag drag;
    for (const auto &index : indexes) {
        const Node &node = *nodeOf(index);
        if (node.kind == LibraryNode::Workout)
            drag.workouts.append(node.id);
        else if (node.kind == LibraryNode::Plan && indexes.size() == 1)
            drag.plan = node.id;
    }
    return drag.isEmpty() ? nullptr : librarymime::write(drag, m_store).release();
}

}
