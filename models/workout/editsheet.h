// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/editscript.h"

namespace workout {

/// The lines of a script while they are being moved about, and what each is to the workout. It puts the blank lines
/// right that the moves made necessary or idle, and leaves those alone that stood where they stand.
class Sheet
{
public:
    enum class Kind { Blank, Other, Section, Header, Step };
    struct Item {
        QString text;
        Kind kind = Kind::Other;
        int origin = -1; ///< the line it was; -1 if it is new
        int group = plain; ///< lines of one repeat share a number
        bool picked = false; ///< the gesture was about this one
        bool gone = false; ///< to be taken away
    };
    static constexpr int plain = -1;

    explicit Sheet(const Script &script);

    [[nodiscard]] Item &at(int line) { return m_items[line]; } ///< as long as nothing was inserted
    [[nodiscard]] int size() const { return int(m_items.size()); }
    [[nodiscard]] bool isBlank(int index) const;
    [[nodiscard]] Kind kindAt(int index) const { return m_items.at(index).kind; }
    void insert(int index, const QList<Item> &items);
    void insertBlank(int index) { insert(index, {{{}, Kind::Blank}}); }
    [[nodiscard]] int newGroup() { return m_nextGroup++; }

    /// What became of the script.
    [[nodiscard]] Edited finish();

private:
    void sweep();
    void part();
    void closeUp();
    [[nodiscard]] bool stoodTogether(qsizetype index) const; ///< this item and the next

    const Script &m_script;
    QList<Item> m_items;
    int m_nextGroup = 0;
};

}
