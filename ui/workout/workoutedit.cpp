// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workout/workoutedit.h"

#include "ui/widgets/plaintip.h"
#include "ui/workout/builderstate.h"
#include "ui/workout/workouthighlighter.h"
#include "ui/workout/workoutmargin.h"
#include "ui/workout/workoutwords.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QFontDatabase>
#include <QHelpEvent>
#include <QMimeData>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStandardItemModel>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolTip>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

WorkoutEdit::WorkoutEdit(BuilderState &state, const Theme &theme, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_state(state)
    , m_theme(theme)
{
    setObjectName(u"workout-text"_s);
    setAccessibleName(tr("Workout text"));
    setAccessibleDescription(tr("One step on each line, beginning with a dash. Ctrl+Space offers words."));
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setPlaceholderText(tr("- 10m ramp 50-75%\n\n4x\n- 5m 95%\n- 3m 55%\n\n- 10m 50%"));
    // The state reads the text before the highlighter asks what it says.
    connect(document(), &QTextDocument::contentsChange, this, &WorkoutEdit::followText);
    m_highlighter = new WorkoutHighlighter(state, theme, document());
    m_margin = new WorkoutMargin(*this);
    m_words = new QStandardItemModel(this);
    m_completer = new QCompleter(m_words, this);
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->popup()->setObjectName(u"workout-words"_s);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, &WorkoutEdit::insertWord);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &WorkoutEdit::followCursor);
    connect(this, &QPlainTextEdit::selectionChanged, this, &WorkoutEdit::followCursor);
    connect(this, &QPlainTextEdit::updateRequest, m_margin, [this](const QRect &, int dy) {
        if (dy != 0)
            m_margin->scroll(0, dy);
        m_margin->update();
    });
    connect(&m_theme, &Theme::changed, this, &WorkoutEdit::applyTheme);
    applyTheme();
}

WorkoutEdit::~WorkoutEdit() = default;

void WorkoutEdit::applyTheme()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(m_theme.font(TextRole::Body).pointSizeF());
    setFont(font);
    document()->setDocumentMargin(m_theme.spacing(2));
    setViewportMargins(m_margin->sizeHint().width(), 0, 0, 0);
    QPalette colors = palette();
    colors.setColor(QPalette::Base, m_theme.color(Token::Surface));
    colors.setColor(QPalette::Text, m_theme.color(Token::Text));
    colors.setColor(QPalette::Highlight, m_theme.wash(m_theme.color(Token::Accent), 0.3));
    setPalette(colors);
    markSelection();
}

QString WorkoutEdit::plainText() const
{
    // toPlainText() would turn unbreakable blanks into plain ones.
    QString text = document()->toRawText();
    return text.replace(QChar::ParagraphSeparator, u'\n');
}

void WorkoutEdit::setWorkout(const QString &text)
{
    m_original = text;
    m_previewing = false;
    {
        const QScopedValueRollback quiet(m_quiet, true);
        setPlainText(text);
    }
    m_shownFirst = plainText();
    m_state.setText(m_shownFirst);
    markLines({}, -1);
}

QString WorkoutEdit::workout() const
{
    const QString text = plainText();
    return text == m_shownFirst ? m_original : text;
}

void WorkoutEdit::followText()
{
    if (m_quiet)
        return;
    m_previewing = false; // it is now below what the person has done
    m_state.setText(plainText());
    Q_EMIT typed();
}

void WorkoutEdit::followCursor()
{
    if (m_quiet)
        return;
    const auto &script = m_state.script();
    const QTextCursor cursor = textCursor();
    const int first = document()->findBlock(cursor.selectionStart()).blockNumber();
    const int last = document()->findBlock(cursor.selectionEnd()).blockNumber();
    QList<int> lines;
    for (const auto &place : script.places()) {
        if (place.line >= first && place.line <= last)
            lines.append(place.line);
    }
    for (int block = 0; lines.isEmpty() && block < script.workout().blocks.size(); ++block) {
        if (script.headerLine(block) == first)
            lines = script.linesOf(block);
    }
    m_marked = lines;
    markSelection();
    const int current = cursor.blockNumber();
    Q_EMIT linesChosen(lines, lines.contains(current) ? current : lines.isEmpty() ? -1 : lines.first());
}

void WorkoutEdit::markSelection()
{
    QList<QTextEdit::ExtraSelection> marks;
    for (const int line : std::as_const(m_marked)) {
        const QTextBlock block = document()->findBlockByNumber(line);
        if (!block.isValid())
            continue;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(block);
        mark.format.setBackground(m_theme.color(Token::AccentWash));
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks.append(mark);
    }
    setExtraSelections(marks);
    m_margin->update();
}

void WorkoutEdit::markLines(const QList<int> &lines, int current)
{
    const QScopedValueRollback quiet(m_quiet, true);
    m_marked = lines;
    if (const QTextBlock block = document()->findBlockByNumber(current);
        block.isValid() && textCursor().blockNumber() != current) {
        QTextCursor cursor(block);
        cursor.movePosition(QTextCursor::EndOfBlock);
        setTextCursor(cursor);
    }
    markSelection();
}

void WorkoutEdit::goToLine(int line)
{
    const QTextBlock block = document()->findBlockByNumber(line);
    if (!block.isValid())
        return;
    QTextCursor cursor(block);
    cursor.movePosition(QTextCursor::EndOfBlock);
    setTextCursor(cursor);
    setFocus(Qt::OtherFocusReason);
}

void WorkoutEdit::write(const workout::Edited &edited)
{
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (auto change = edited.changes.rbegin(); change != edited.changes.rend(); ++change) {
        cursor.setPosition(int(change->at));
        cursor.setPosition(int(change->at + change->length), QTextCursor::KeepAnchor);
        cursor.insertText(change->text);
    }
    cursor.endEditBlock();
}

void WorkoutEdit::apply(const workout::Edited &edited)
{
    endPreview(true);
    if (edited.isEmpty())
        return;
    {
        const QScopedValueRollback quiet(m_quiet, true);
        write(edited);
    }
    m_state.setText(plainText());
    const int current = edited.lines.isEmpty() ? -1 : edited.lines.first();
    markLines(edited.lines, current);
    Q_EMIT linesChosen(edited.lines, current);
}

void WorkoutEdit::preview(const workout::Edited &edited)
{
    if (!m_previewing && edited.isEmpty())
        return;
    {
        const QScopedValueRollback quiet(m_quiet, true);
        if (m_previewing)
            document()->undo();
        m_previewing = !edited.isEmpty();
        if (m_previewing)
            write(edited);
        else
            document()->clearUndoRedoStacks(QTextDocument::RedoStack);
    }
    m_state.setText(plainText());
    markSelection();
}

void WorkoutEdit::endPreview(bool keep)
{
    if (!keep && m_previewing)
        preview({});
    m_previewing = false;
}

QString WorkoutEdit::problemAt(const QPoint &at) const
{
    const QTextCursor cursor = cursorForPosition(at);
    const int column = cursor.positionInBlock();
    for (const auto &warning : m_state.script().workout().warnings) {
        if (warning.line != cursor.blockNumber())
            continue;
        if (warning.length == 0 || (column >= warning.column && column <= warning.column + warning.length))
            return WorkoutWords::problem(warning);
    }
    return {};
}

void WorkoutEdit::insertFromMimeData(const QMimeData *source)
{
    // A line separator would be a line to the eye and none to the reader.
    if (source->hasText())
        textCursor().insertText(source->text().replace(QChar::LineSeparator, u'\n'));
    ensureCursorVisible();
}

bool WorkoutEdit::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QPlainTextEdit::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString problem = problemAt(help->pos());
    if (problem.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), plainTip(problem), this);
    return true;
}

void WorkoutEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    const QRect inside = contentsRect();
    m_margin->setGeometry(inside.left(), inside.top(), m_margin->sizeHint().width(), inside.height());
}

void WorkoutEdit::paintMargin(QPainter &painter, const QRect &area) const
{
    painter.fillRect(area, m_theme.color(Token::Surface));
    const auto &warnings = m_state.script().workout().warnings;
    const auto &script = m_state.script();
    painter.setRenderHint(QPainter::Antialiasing);
    const double bar = m_theme.spacing(1);
    const double left = area.width() - bar;
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        QRectF line = blockBoundingGeometry(block).translated(contentOffset());
        if (line.top() > area.bottom())
            break;
        line.setHeight(block.layout()->boundingRect().height()); // the last block has the margin below it too
        const int number = block.blockNumber();
        painter.setPen(Qt::NoPen);
        if (const auto *step = m_state.shapeAt(number)) {
            painter.setBrush(step->zone > 0 ? m_theme.zone(step->zone) : m_theme.color(Token::OtherSport));
            painter.drawRoundedRect(QRectF(left, line.top() + 2, bar, line.height() - 4), 1.5, 1.5);
        }
        if (const auto *place = script.placeOf(number); place && script.block(place->block).repeat) {
            painter.setBrush(m_theme.wash(m_theme.color(Token::TextThird), 0.5));
            painter.drawRect(QRectF(left - bar - 1, line.top(), 1.5, line.height()));
        }
        if (std::ranges::any_of(warnings, [number](const auto &warning) { return warning.line == number; })) {
            const int size = int(std::min(line.height(), double(left - bar)));
            painter.drawPixmap(QPointF(0, line.center().y() - size / 2.0),
                m_theme.pixmap(u"warning"_s, m_theme.color(Token::Warning), size, devicePixelRatioF()));
        }
    }
}

}
