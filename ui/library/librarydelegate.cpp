// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/librarydelegate.h"

#include "models/domain/folder.h"
#include "ui/charts/profilebars.h"
#include "ui/theme/icons.h"

#include <QLineEdit>
#include <QPainter>

using namespace Qt::StringLiterals;
using items::LibraryNode;

namespace ui {

namespace {

constexpr double corner = 6;

store::Mark markOf(const QModelIndex &index)
{
    return store::Mark(index.data(items::LibraryMarkRole).toInt());
}

std::optional<int> numberAt(const QModelIndex &index, int role)
{
    const QVariant value = index.data(role);
    return value.isValid() ? std::optional(value.toInt()) : std::nullopt;
}

bool isMirrored(const QStyleOptionViewItem &option)
{
    return option.direction == Qt::RightToLeft;
}

/// Figures and days have their room; they are never cut.
void drawWhole(QPainter &painter, const QRect &place, Qt::Alignment side, const QString &text)
{
    painter.drawText(
        place, int(side | Qt::AlignVCenter) | Qt::TextSingleLine | Qt::AlignAbsolute | Qt::TextDontClip, text);
}

void drawLine(QPainter &painter, const QRect &place, Qt::Alignment side, const QString &text)
{
    const QString shown = QFontMetrics(painter.font()).elidedText(text, Qt::ElideRight, place.width());
    painter.drawText(place, int(side | Qt::AlignVCenter) | Qt::TextSingleLine | Qt::AlignAbsolute, shown);
}

}

LibraryDelegate::LibraryDelegate(const Theme &theme, const LibraryWords &words, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_words(words)
    , m_metrics(theme)
{
    connect(&theme, &Theme::changed, this, &LibraryDelegate::refresh);
}

void LibraryDelegate::refresh()
{
    m_metrics = LibraryMetrics(m_theme);
    Q_EMIT sizeHintChanged({});
}

void LibraryDelegate::setDropTarget(const QModelIndex &folder)
{
    m_dropTarget = folder;
}

QRect LibraryDelegate::chevronOf(const QRect &row, bool mirrored) const
{
    const QRect chevron = layoutFolder(row, m_metrics, 0, false, mirrored).chevron;
    return {chevron.left() - m_metrics.gap, row.top(), chevron.width() + 2 * m_metrics.gap, row.height()};
}

QSize LibraryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    switch (items::libraryNodeOf(index)) {
    case LibraryNode::Section:
        return {option.rect.width(), m_metrics.sectionHeight(index.row() == 0)};
    case LibraryNode::Folder:
    case LibraryNode::Plan:
        return {option.rect.width(), m_metrics.folderHeight()};
    case LibraryNode::Workout:
        break;
    }
    const bool note = index.data(items::LibraryNoteRole).toBool();
    return {option.rect.width(), note ? m_metrics.folderHeight() : m_metrics.workoutHeight()};
}

QString LibraryDelegate::countText(const QModelIndex &folder) const
{
    // While something is asked for, how many of the folder are like that.
    const int weeks = folder.data(items::LibraryWeeksRole).toInt();
    return items::libraryNodeOf(folder) == LibraryNode::Plan && weeks > 0
        ? m_words.weeks(weeks)
        : m_words.number(folder.model()->rowCount(folder));
}

QString LibraryDelegate::dayText(const QModelIndex &workout) const
{
    const auto day = numberAt(workout, items::LibraryDayRole);
    return day ? m_words.dayOfPlan(*day) : QString();
}

FolderRowLayout LibraryDelegate::folderLayout(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = LibraryMetrics::smallWidth(m_theme, countText(index));
    return layoutFolder(option.rect, m_metrics, width, markOf(index) != store::Mark::Synced, isMirrored(option));
}

WorkoutRowLayout LibraryDelegate::workoutLayout(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = LibraryMetrics::smallWidth(m_theme, dayText(index));
    // A note has a single line, which is the first of two.
    const int second = index.data(items::LibraryNoteRole).toBool() ? m_metrics.lowerHeight() : 0;
    return layoutWorkout(option.rect.adjusted(0, 0, 0, second),
        m_metrics,
        width,
        markOf(index) != store::Mark::Synced,
        isMirrored(option));
}

void LibraryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(Qt::LayoutDirectionAuto); // names are in any language
    paintGround(*painter, option, index);
    switch (items::libraryNodeOf(index)) {
    case LibraryNode::Section:
        paintSection(*painter, option, index);
        break;
    case LibraryNode::Folder:
    case LibraryNode::Plan:
        paintFolder(*painter, option, index);
        break;
    case LibraryNode::Workout:
        paintWorkout(*painter, option, index);
        break;
    }
    painter->restore();
}

void LibraryDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (items::libraryNodeOf(index) == LibraryNode::Section)
        return;
    const bool target = m_dropTarget == index;
    const bool selected = option.state & QStyle::State_Selected;
    const bool focused = option.state & QStyle::State_HasFocus;
    const bool hovered = option.state & QStyle::State_MouseOver;
    painter.setPen(Qt::NoPen);
    if (selected || target)
        painter.setBrush(m_theme.color(Token::AccentWash));
    else if (hovered)
        painter.setBrush(m_theme.color(Token::Sunken));
    else
        painter.setBrush(Qt::NoBrush);
    if (focused || target)
        painter.setPen(QPen(m_theme.color(Token::Accent), 1.5));
    const int inset = m_theme.spacing(1);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(inset, 1, -inset, -1), corner, corner);
}

void LibraryDelegate::paintSection(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter.setFont(m_theme.font(TextRole::Small, QFont::DemiBold));
    painter.setPen(m_theme.color(Token::TextThird));
    const QRect place = option.rect.adjusted(m_metrics.side, 0, -m_metrics.side, -m_theme.spacing(1));
    const Qt::Alignment side = isMirrored(option) ? Qt::AlignRight : Qt::AlignLeft;
    painter.drawText(
        place, int(side | Qt::AlignBottom) | Qt::TextSingleLine | Qt::AlignAbsolute, index.data().toString());
}

void LibraryDelegate::paintIcon(QPainter &painter, const QRect &place, const QString &name, Token token) const
{
    painter.drawPixmap(place.topLeft(),
        m_theme.pixmap(name, m_theme.color(token), place.width(), painter.device()->devicePixelRatioF()));
}

void LibraryDelegate::paintMark(QPainter &painter, const QRect &place, const QModelIndex &index) const
{
    if (place.isEmpty())
        return;
    const store::Mark mark = markOf(index);
    const bool stands = mark >= store::Mark::Conflict;
    const Token token = mark == store::Mark::Refused ? Token::Bad : stands ? Token::Warning : Token::TextThird;
    paintIcon(painter, place, stands ? u"warning"_s : u"sync"_s, token);
}

void LibraryDelegate::paintFolder(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const FolderRowLayout at = folderLayout(option, index);
    const Qt::Alignment start = isMirrored(option) ? Qt::AlignRight : Qt::AlignLeft;
    const Qt::Alignment end = isMirrored(option) ? Qt::AlignLeft : Qt::AlignRight;
    const bool open = option.state & QStyle::State_Open;
    if (option.state & QStyle::State_Children) {
        const QString closed = isMirrored(option) ? u"chevron-left"_s : u"chevron-right"_s;
        paintIcon(painter, at.chevron, open ? u"chevron-down"_s : closed, Token::TextThird);
    }
    paintIcon(painter,
        at.icon,
        items::libraryNodeOf(index) == LibraryNode::Plan ? u"plan"_s : u"folder"_s,
        Token::TextSecond);
    painter.setFont(m_theme.font(TextRole::Body, QFont::Medium));
    painter.setPen(m_theme.color(Token::Text));
    drawLine(painter, at.name, start, index.data().toString());
    painter.setFont(m_theme.font(TextRole::Small));
    painter.setPen(m_theme.color(Token::TextThird));
    drawWhole(painter, at.count, end, countText(index));
    paintMark(painter, at.mark, index);
}

void LibraryDelegate::paintWorkout(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const WorkoutRowLayout at = workoutLayout(option, index);
    const bool note = index.data(items::LibraryNoteRole).toBool();
    const Qt::Alignment start = isMirrored(option) ? Qt::AlignRight : Qt::AlignLeft;
    const Qt::Alignment end = isMirrored(option) ? Qt::AlignLeft : Qt::AlignRight;
    const auto day = numberAt(index, items::LibraryDayRole);
    const auto before
        = index.row() > 0 ? numberAt(index.siblingAtRow(index.row() - 1), items::LibraryDayRole) : std::nullopt;
    if (day && before && *day / daysOfWeek != *before / daysOfWeek) { // a new week of the plan
        const QRect parts = at.icon | at.name | at.note;
        painter.fillRect(QRectF(parts.left(), option.rect.top() - 0.5, parts.width(), 1), m_theme.color(Token::Line));
    }
    const auto family = domain::SportFamily(index.data(items::LibraryFamilyRole).toInt());
    const QColor sport = note ? m_theme.color(Token::TextThird) : m_theme.sport(family);
    painter.drawPixmap(at.icon.topLeft(),
        m_theme.pixmap(
            note ? u"note"_s : sportIcon(family), sport, at.icon.width(), painter.device()->devicePixelRatioF()));
    painter.setFont(m_theme.font(TextRole::Body));
    painter.setPen(m_theme.color(note ? Token::TextSecond : Token::Text));
    drawLine(painter, at.name, start, index.data().toString());
    painter.setFont(m_theme.font(TextRole::Small));
    painter.setPen(m_theme.color(Token::TextThird));
    drawWhole(painter, at.note, end, dayText(index));
    paintMark(painter, at.mark, index);
    if (note)
        return;
    const auto load = numberAt(index, items::LibraryLoadRole);
    painter.setPen(m_theme.color(Token::TextSecond));
    drawWhole(painter, at.time, end, LibraryWords::duration(numberAt(index, items::LibrarySecondsRole)));
    painter.setFont(m_theme.font(TextRole::Small, QFont::DemiBold));
    painter.setPen(m_theme.color(load ? Token::Text : Token::TextThird));
    drawWhole(painter, at.load, end, load ? m_words.number(*load) : u"–"_s);
    paintProfileBars(painter, at.profile, index.data(items::LibraryProfileRole).toByteArray(), m_theme);
}

QWidget *LibraryDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    auto *field = new QLineEdit(parent);
    field->setMaxLength(int(domain::longestLibraryName));
    field->setFont(m_theme.font(TextRole::Body));
    field->setAccessibleName(tr("Name of %1").arg(index.data().toString()));
    return field;
}

void LibraryDelegate::updateEditorGeometry(
    QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool workout = items::libraryNodeOf(index) == LibraryNode::Workout;
    const QRect name = workout ? workoutLayout(option, index).name : folderLayout(option, index).name;
    const int height = editor->sizeHint().height();
    const int inset = m_theme.spacing(2);
    const int right = option.rect.right() - m_theme.spacing(1);
    const QRect place(name.left() - inset, name.center().y() - height / 2, right - name.left() + inset, height);
    editor->setGeometry(isMirrored(option)
            ? QRect(option.rect.left(), place.top(), name.right() + inset - option.rect.left(), height)
            : place);
}

}
