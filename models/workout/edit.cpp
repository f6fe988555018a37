// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/edit.h"

#include "models/workout/editsheet.h"
#include "models/workout/lines.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workout {

namespace {

using Item = Sheet::Item;

Section sectionOf(const Step &step)
{
    return step.warmup ? Section::Warmup : step.cooldown ? Section::Cooldown : Section::None;
}

/// Lines on their way to another place.
struct Load {
    QList<Item> items;
    bool plain = true; ///< nothing but steps
    Section section = Section::None;
};

bool isWhole(const Script &script, int block, const QList<int> &lines)
{
    if (!script.block(block).repeat)
        return false;
    return std::ranges::all_of(script.linesOf(block), [&](int line) { return lines.contains(line); });
}

QList<int> blocksOf(const Script &script, const QList<int> &lines)
{
    QList<int> blocks;
    for (const int line : lines) {
        if (const auto *place = script.placeOf(line); place && !blocks.contains(place->block))
            blocks.append(place->block);
    }
    std::ranges::sort(blocks);
    return blocks;
}

Item copyOf(const Item &item, int group)
{
    return {item.text, item.kind, -1, group, item.kind == Sheet::Kind::Step};
}

/// Copies of the lines, repeats that are named as a whole with their headers.
Load loadOf(const Script &script, Sheet &sheet, const QList<int> &lines)
{
    Load load;
    for (const int block : blocksOf(script, lines)) {
        const bool whole = isWhole(script, block, lines);
        const int group = whole ? sheet.newGroup() : Sheet::plain;
        if (load.items.isEmpty())
            load.section = sectionOf(script.block(block).steps.first());
        load.plain = load.plain && !whole;
        if (whole) {
            for (int line = script.firstLine(block); line <= script.lastLine(block); ++line)
                load.items.append(copyOf(sheet.at(line), group));
            continue;
        }
        for (const int line : script.linesOf(block)) {
            if (lines.contains(line))
                load.items.append(copyOf(sheet.at(line), group));
        }
    }
    return load;
}

void takeAway(const Script &script, Sheet &sheet, const QList<int> &lines)
{
    for (const int block : blocksOf(script, lines)) {
        for (const int line : script.linesOf(block))
            sheet.at(line).gone = lines.contains(line);
        if (const int header = script.headerLine(block); header >= 0 && isWhole(script, block, lines))
            sheet.at(header).gone = true;
    }
}

void insertApart(Sheet &sheet, int index, const QList<Item> &items)
{
    if (index < sheet.size() && !sheet.isBlank(index))
        sheet.insertBlank(index);
    sheet.insert(index, items);
    if (!sheet.isBlank(index - 1))
        sheet.insertBlank(index);
}

/// Whether a step may stand next to the plain steps of the block without changing its section.
bool joins(const Script &script, int block, const Load &load)
{
    if (!load.plain || block < 0 || block >= script.workout().blocks.size() || script.block(block).repeat)
        return false;
    const Section section = sectionOf(script.block(block).steps.first());
    return section == Section::None || section == load.section;
}

void insertBetweenBlocks(const Script &script, Sheet &sheet, int gap, const Load &load)
{
    const int blocks = int(script.workout().blocks.size());
    if (blocks == 0) {
        int end = sheet.size();
        while (end > 0 && sheet.isBlank(end - 1))
            --end;
        insertApart(sheet, end, load.items);
        return;
    }
    if (gap > 0 && joins(script, gap - 1, load)) {
        sheet.insert(script.lastLine(gap - 1) + 1, load.items);
        return;
    }
    if (gap < blocks && joins(script, gap, load)) {
        const int line = script.firstLine(gap);
        const bool startsSection = line > 0 && sheet.kindAt(line - 1) == Sheet::Kind::Section;
        if (!startsSection || sectionOf(script.block(gap).steps.first()) == load.section) {
            sheet.insert(line, load.items);
            return;
        }
    }
    int index = gap > 0 ? script.lastLine(gap - 1) + 1 : script.firstLine(0);
    while (gap == 0 && index > 0 && sheet.kindAt(index - 1) == Sheet::Kind::Section)
        --index;
    insertApart(sheet, index, load.items);
}

void insertIntoBlock(const Script &script, Sheet &sheet, const Gap &gap, QList<Item> items)
{
    for (Item &item : items)
        item.group = script.block(gap.block).repeat ? gap.block : Sheet::plain;
    const auto &steps = script.block(gap.block).steps;
    sheet.insert(*gap.step < steps.size() ? steps.at(*gap.step).line : script.lastLine(gap.block) + 1, items);
}

bool isValid(const Script &script, const Gap &gap)
{
    const auto blocks = script.workout().blocks.size();
    if (gap.block < 0 || gap.block > blocks)
        return false;
    return !gap.step || (gap.block < blocks && *gap.step >= 0 && *gap.step <= script.block(gap.block).steps.size());
}

}

Edited insertStep(const Script &script, const Gap &gap, const QString &text)
{
    if (!isValid(script, gap))
        return {};
    Sheet sheet(script);
    const Load load {{{"- "_L1 + text, Sheet::Kind::Step, -1, Sheet::plain, true}}};
    if (gap.step)
        insertIntoBlock(script, sheet, gap, load.items);
    else
        insertBetweenBlocks(script, sheet, gap.block, load);
    return sheet.finish();
}

Edited insertText(const Script &script, const Gap &gap, const QString &text)
{
    const Script other(text);
    if (!isValid(script, gap) || other.places().empty())
        return {};
    Sheet sheet(script);
    Sheet from(other);
    Load load;
    load.section = sectionOf(other.step(other.places().front()));
    for (int line = 0; line < from.size(); ++line) {
        Item item = from.at(line);
        if (item.kind == Sheet::Kind::Blank || item.kind == Sheet::Kind::Other)
            continue;
        load.plain = load.plain && item.kind == Sheet::Kind::Step && item.group == Sheet::plain;
        item.origin = -1;
        item.picked = item.kind == Sheet::Kind::Step;
        if (item.group != Sheet::plain)
            item.group += sheet.size() + int(script.workout().blocks.size()); // apart from those that are here
        load.items.append(item);
    }
    if (gap.step && !load.plain)
        return {};
    if (gap.step)
        insertIntoBlock(script, sheet, gap, load.items);
    else
        insertBetweenBlocks(script, sheet, gap.block, load);
    return sheet.finish();
}

QString textOf(const Script &script, const QList<int> &lines)
{
    QList<int> others;
    for (const auto &place : script.places()) {
        if (!lines.contains(place.line))
            others.append(place.line);
    }
    Sheet sheet(script);
    takeAway(script, sheet, others);
    QStringList kept;
    int group = Sheet::plain;
    for (int line = 0; line < sheet.size(); ++line) {
        const Item &item = sheet.at(line);
        const bool wanted = item.kind == Sheet::Kind::Step
            || (item.kind == Sheet::Kind::Header && isWhole(script, item.group, lines));
        if (item.gone || !wanted)
            continue;
        if (!kept.isEmpty() && item.group != group)
            kept.append(QString());
        group = item.group;
        kept.append(item.text);
    }
    return kept.join(u'\n');
}

Edited removeSteps(const Script &script, const QList<int> &lines)
{
    Sheet sheet(script);
    takeAway(script, sheet, lines);
    return sheet.finish();
}

Edited duplicateSteps(const Script &script, const QList<int> &lines)
{
    const QList<int> blocks = blocksOf(script, lines);
    if (blocks.isEmpty())
        return {};
    Sheet sheet(script);
    const Load load = loadOf(script, sheet, lines);
    const int last = blocks.last();
    if (blocks.size() == 1 && script.block(last).repeat && load.plain) {
        int step = 0;
        for (const int line : lines)
            step = std::max(step, script.placeOf(line)->step + 1);
        insertIntoBlock(script, sheet, {last, step}, load.items);
    } else {
        insertBetweenBlocks(script, sheet, last + 1, load);
    }
    return sheet.finish();
}

Edited moveSteps(const Script &script, const QList<int> &lines, const Gap &gap)
{
    const QList<int> blocks = blocksOf(script, lines);
    if (blocks.isEmpty() || !isValid(script, gap))
        return {};
    Sheet sheet(script);
    const Load load = loadOf(script, sheet, lines);
    if (gap.step && !load.plain)
        return {};
    takeAway(script, sheet, lines);
    if (gap.step)
        insertIntoBlock(script, sheet, gap, load.items);
    else
        insertBetweenBlocks(script, sheet, gap.block, load);
    return sheet.finish();
}

bool canMove(const Script &script, const QList<int> &lines, const Gap &gap)
{
    return !moveSteps(script, lines, gap).isEmpty();
}

Edited wrapSteps(const Script &script, const QList<int> &lines, int reps)
{
    const QList<int> blocks = blocksOf(script, lines);
    if (blocks.isEmpty() || reps < 1)
        return {};
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        if (script.block(blocks.at(i)).repeat || blocks.at(i) != blocks.first() + i)
            return {};
    }
    Sheet sheet(script);
    const int group = sheet.newGroup();
    const int first = script.firstLine(blocks.first());
    for (int line = first; line <= script.lastLine(blocks.last()); ++line) {
        Item &item = sheet.at(line);
        if (item.kind == Sheet::Kind::Section)
            return {};
        item.gone = item.kind == Sheet::Kind::Blank; // it would end the repeat
        item.picked = item.kind == Sheet::Kind::Step;
        if (item.kind == Sheet::Kind::Step) {
            item.group = group;
            item.origin = -1; // its neighbours are to be looked at anew
        }
    }
    sheet.insert(first, {{QString::number(reps) + u'x', Sheet::Kind::Header, -1, group}});
    return sheet.finish();
}

Edited unwrap(const Script &script, int block)
{
    const int header = block >= 0 && block < script.workout().blocks.size() ? script.headerLine(block) : -1;
    if (header < 0)
        return {};
    Sheet sheet(script);
    sheet.at(header).gone = true;
    for (const int line : script.linesOf(block))
        sheet.at(line).picked = true;
    return sheet.finish();
}

Edited setReps(const Script &script, int block, int reps)
{
    const int header = block >= 0 && block < script.workout().blocks.size() ? script.headerLine(block) : -1;
    if (header < 0 || reps < 1 || reps > mostReps || script.block(block).reps == reps)
        return {};
    const Place count = script.block(block).header.count;
    const QStringView said = script.line(header).mid(count.column, count.length);
    qsizetype digits = 0;
    while (digits < said.size() && said.at(digits) >= u'0' && said.at(digits) <= u'9')
        ++digits;
    return {{{script.startOf(header) + count.column, digits, QString::number(reps)}}, script.linesOf(block)};
}

}
