// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/lines.h"
#include "ui/workout/builderstate.h"
#include "ui/workout/completion.h"
#include "ui/workout/workoutedit.h"
#include "ui/workout/workoutmargin.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTextBlock>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

void WorkoutEdit::keyPressEvent(QKeyEvent *event)
{
    const bool open = m_completer->popup()->isVisible();
    switch (event->key()) {
    case Qt::Key_Enter:
    case Qt::Key_Return:
    case Qt::Key_Escape:
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        if (open) {
            event->ignore(); // the list takes them
            return;
        }
        break;
    case Qt::Key_Space:
        if (event->modifiers() & Qt::ControlModifier) {
            offerWords(true);
            return;
        }
        break;
    default:
        break;
    }
    if (continueList(event))
        return;
    QPlainTextEdit::keyPressEvent(event);
    const bool typed = !event->text().isEmpty() && event->text().at(0).isPrint();
    if (typed || (open && event->key() == Qt::Key_Backspace))
        offerWords(false);
    else if (open)
        m_completer->popup()->hide();
}

/// A step is followed by a step: the dash comes by itself, and goes again with a second Enter.
bool WorkoutEdit::continueList(QKeyEvent *event)
{
    QTextCursor cursor = textCursor();
    if (event->matches(QKeySequence::InsertLineSeparator) && !isReadOnly()) {
        cursor.insertText(u"\n"_s); // here a line is a line
        return true;
    }
    const QString line = cursor.block().text();
    if (isReadOnly() || cursor.hasSelection() || !cursor.atBlockEnd())
        return false;
    const bool bare = line == "- "_L1;
    if (bare && event->key() == Qt::Key_Backspace) {
        cursor.movePosition(QTextCursor::StartOfBlock, QTextCursor::KeepAnchor);
        cursor.removeSelectedText();
        return true;
    }
    if (bare && (event->text() == "-"_L1 || event->text() == " "_L1))
        return true; // who types the dash all the same gets one
    if ((event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) || event->modifiers() & ~Qt::KeypadModifier)
        return false;
    const int number = cursor.blockNumber();
    const auto &script = m_state.script();
    const bool header = std::ranges::any_of(
        script.workout().blocks, [number](const auto &block) { return block.header.line.line == number; });
    const bool opens = header || workout::countOf(QStringView(line).trimmed())
        || workout::sectionOf(QStringView(line).trimmed()) != workout::Section::None;
    if (!bare && !opens && !script.placeOf(number))
        return false;
    cursor.beginEditBlock();
    if (bare) {
        cursor.movePosition(QTextCursor::StartOfBlock, QTextCursor::KeepAnchor);
        cursor.removeSelectedText();
    }
    cursor.insertText(bare ? u"\n"_s : u"\n- "_s);
    cursor.endEditBlock();
    setTextCursor(cursor);
    ensureCursorVisible();
    return true;
}

void WorkoutEdit::offerWords(bool asked)
{
    const QTextCursor cursor = textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    const Completion completion(m_state.family(), m_state.person());
    const Completion::Offer offer
        = asked || m_completer->popup()->isVisible() ? completion.all(before) : completion.whileTyping(before);
    if (isReadOnly() || offer.words.isEmpty() || cursor.hasSelection() || (!asked && offer.taken == 0)) {
        m_completer->popup()->hide();
        return;
    }
    m_taken = offer.taken;
    m_words->clear();
    auto *popup = m_completer->popup();
    popup->setFont(m_theme.font(TextRole::Body));
    const QFontMetrics metrics(popup->font());
    int wide = 0;
    for (const auto &word : offer.words) {
        const QString plain = word.text.trimmed();
        const QString shown = word.meaning.isEmpty() ? plain : tr("%1   %2", "word, meaning").arg(plain, word.meaning);
        auto *item = new QStandardItem(shown);
        item->setData(word.text, Qt::UserRole);
        item->setSizeHint({0, metrics.height() + m_theme.spacing(2)});
        wide = std::max(wide, metrics.horizontalAdvance(shown));
        m_words->appendRow(item);
    }
    QRect at = cursorRect();
    at.translate(m_margin->width(), 0);
    at.setWidth(wide + popup->verticalScrollBar()->sizeHint().width() + m_theme.spacing(6));
    m_completer->complete(at);
    popup->setCurrentIndex(m_words->index(0, 0));
}

void WorkoutEdit::insertWord(const QModelIndex &index)
{
    const QString word = index.data(Qt::UserRole).toString();
    if (word.isEmpty())
        return;
    QTextCursor cursor = textCursor();
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, m_taken);
    cursor.insertText(word);
    setTextCursor(cursor);
}

}
