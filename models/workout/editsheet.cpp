// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/editsheet.h"

#include "models/workout/lines.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace workout {

namespace {

/// The change from the script to the lines, without what is equal at both ends.
QList<Change> difference(const Script &script, const QStringList &after)
{
    const int count = script.lineCount();
    const auto most = std::min<qsizetype>(count, after.size());
    int head = 0;
    while (head < most && script.line(head) == after.at(head))
        ++head;
    int tail = 0;
    while (tail < most - head && script.line(count - 1 - tail) == after.at(after.size() - 1 - tail))
        ++tail;
    if (head == count && head == after.size())
        return {};
    const QStringList middle = after.mid(head, after.size() - head - tail);
    const QString lineBreak = script.lineBreak();
    const qsizetype end = script.text().size();
    if (tail > 0) {
        const qsizetype at = script.startOf(head);
        const qsizetype until = script.startOf(count - tail);
        return {{at, until - at, middle.isEmpty() ? QString() : middle.join(lineBreak) + lineBreak}};
    }
    if (head == 0)
        return {{0, end, middle.join(lineBreak)}};
    const qsizetype at = script.endOf(head - 1);
    return {{at, end - at, middle.isEmpty() ? QString() : lineBreak + middle.join(lineBreak)}};
}

}

Sheet::Sheet(const Script &script)
    : m_script(script)
    , m_nextGroup(int(script.workout().blocks.size()))
{
    m_items.reserve(script.lineCount());
    for (int line = 0; !script.text().isEmpty() && line < script.lineCount(); ++line) {
        const QStringView text = script.line(line);
        Item item {text.toString(), Kind::Other, line};
        const QStringView words = trimmed(text);
        if (words.isEmpty())
            item.kind = Kind::Blank;
        else if (words.startsWith(u'-'))
            item.kind = script.placeOf(line) ? Kind::Step : Kind::Other;
        else if (sectionOf(words) != Section::None)
            item.kind = Kind::Section;
        m_items.append(item);
    }
    for (int block = 0; block < script.workout().blocks.size(); ++block) {
        if (!script.block(block).repeat)
            continue;
        if (const int header = script.headerLine(block); header >= 0) {
            m_items[header].kind = Kind::Header;
            m_items[header].group = block;
        }
        for (const int line : script.linesOf(block))
            m_items[line].group = block;
    }
}

bool Sheet::isBlank(int index) const
{
    return index < 0 || index >= size() || m_items.at(index).kind == Kind::Blank;
}

void Sheet::insert(int index, const QList<Item> &items)
{
    for (qsizetype i = 0; i < items.size(); ++i)
        m_items.insert(index + i, items.at(i));
}

bool Sheet::stoodTogether(qsizetype index) const
{
    return m_items.at(index).origin >= 0 && m_items.at(index + 1).origin == m_items.at(index).origin + 1;
}

/// Takes away what is gone, and the names of sections that lost all their steps by it.
void Sheet::sweep()
{
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        if (m_items.at(i).kind != Kind::Section || i + 1 >= m_items.size() || !m_items.at(i + 1).gone)
            continue;
        qsizetype next = i + 1;
        while (next < m_items.size() && m_items.at(next).gone)
            ++next;
        if (next == m_items.size() || m_items.at(next).kind == Kind::Blank || m_items.at(next).kind == Kind::Section)
            m_items[i].gone = true;
    }
    m_items.removeIf([](const Item &item) { return item.gone; });
}

/// Puts a blank line between neighbours that would run into each other.
void Sheet::part()
{
    for (qsizetype i = 0; i + 1 < m_items.size(); ++i) {
        const Item &one = m_items.at(i);
        const Item &other = m_items.at(i + 1);
        if (one.kind != Kind::Step || stoodTogether(i))
            continue;
        const bool runsIn = other.kind == Kind::Step && other.group != one.group;
        if (runsIn || other.kind == Kind::Header || other.kind == Kind::Section)
            m_items.insert(i + 1, {{}, Kind::Blank});
    }
}

/// Takes away blank lines that only now stand together or at an end.
void Sheet::closeUp()
{
    for (qsizetype i = m_items.size() - 2; i >= 0; --i) {
        if (m_items.at(i).kind == Kind::Blank && m_items.at(i + 1).kind == Kind::Blank && !stoodTogether(i))
            m_items.removeAt(i);
    }
    while (!m_items.isEmpty() && m_items.first().kind == Kind::Blank && m_items.first().origin != 0)
        m_items.removeFirst();
    while (
        m_items.size() > 1 && m_items.last().kind == Kind::Blank && m_items.last().origin != m_script.lineCount() - 1)
        m_items.removeLast();
}

Edited Sheet::finish()
{
    sweep();
    part();
    closeUp();
    QStringList lines;
    Edited edited;
    for (const Item &item : std::as_const(m_items)) {
        if (item.picked)
            edited.lines.append(int(lines.size()));
        lines.append(item.text);
    }
    edited.changes = difference(m_script, lines);
    return edited;
}

}
