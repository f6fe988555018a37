// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activities/rowtable.h"

#include "ui/activities/figuredelegate.h"

#include <QKeyEvent>
#include <QPainter>

namespace ui {

namespace {

constexpr double arrowHalf = 3.5;

}

RowHead::RowHead(const Theme &theme, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_theme(theme)
{
    setHighlightSections(false);
    setAttribute(Qt::WA_Hover);
}

QSize RowHead::sectionSizeFromContents(int section) const
{
    const QFontMetrics metrics(font());
    const int text = metrics.horizontalAdvance(model()->headerData(section, Qt::Horizontal).toString());
    const int arrow = isSortIndicatorShown() ? m_theme.spacing(1) + int(2 * arrowHalf) : 0;
    return {text + 2 * FigureDelegate::padding(m_theme) + FigureDelegate::indent(m_theme, section) + arrow,
        metrics.height() + m_theme.spacing(3)};
}

void RowHead::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const bool below = sectionsClickable() && rect.contains(viewport()->mapFromGlobal(QCursor::pos()));
    painter->save();
    painter->fillRect(rect, m_theme.color(below ? Token::Sunken : Token::Surface));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_theme.color(Token::Line));
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const bool atEnd = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt() & Qt::AlignRight;
    const bool right = atEnd != mirrored;
    const bool ordered = isSortIndicatorShown() && sortIndicatorSection() == section;
    const int side = FigureDelegate::padding(m_theme);
    const int indent = FigureDelegate::indent(m_theme, section);
    const QRectF place = QRectF(rect).adjusted(side + (mirrored ? 0 : indent), 0, -side - (mirrored ? indent : 0), -1);
    const QFontMetricsF metrics(font());
    const QString text
        = metrics.elidedText(model()->headerData(section, Qt::Horizontal).toString(), Qt::ElideRight, place.width());
    painter->setFont(font());
    painter->setPen(m_theme.color(ordered ? Token::TextSecond : Token::TextThird));
    painter->drawText(place, int(right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, text);
    if (ordered) {
        const double away = metrics.horizontalAdvance(text) + m_theme.spacing(1) + arrowHalf;
        const QPointF middle(right ? place.right() - away : place.left() + away, place.center().y());
        const double tip = sortIndicatorOrder() == Qt::DescendingOrder ? arrowHalf - 1 : 1 - arrowHalf;
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(Token::TextSecond));
        painter->drawPolygon(QPolygonF {
            middle + QPointF(-arrowHalf, -tip), middle + QPointF(arrowHalf, -tip), middle + QPointF(0, tip)});
    }
    painter->restore();
}

RowTable::RowTable(const Theme &theme, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setMouseTracking(true);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalHeader(new RowHead(theme, this));
    horizontalHeader()->setSectionsClickable(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(theme.spacing(8));
    connect(&theme, &Theme::changed, this, &RowTable::applyTheme);
    applyTheme();
}

void RowTable::applyTheme()
{
    setFont(m_theme.font(TextRole::Body));
    horizontalHeader()->setFont(m_theme.font(TextRole::Small));
    verticalHeader()->setDefaultSectionSize(m_theme.rowHeight());
    viewport()->update();
    Q_EMIT themeApplied();
}

int RowTable::heightOfRows(int rows) const
{
    return horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize();
}

void RowTable::chooseRow(int row)
{
    if (!model() || row < 0 || row >= model()->rowCount()) {
        clearSelection();
        setCurrentIndex({});
        return;
    }
    int column = currentIndex().isValid() ? currentIndex().column() : 0;
    while (isColumnHidden(column) && column + 1 < model()->columnCount())
        ++column;
    setCurrentIndex(model()->index(row, column));
    scrollTo(currentIndex());
}

void RowTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    const QModelIndex current = currentIndex();
    if (!hasFocus() || !current.isValid() || !selectionModel()->isRowSelected(current.row(), {}))
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(Token::Accent), 1.5));
    const QRectF row(0, rowViewportPosition(current.row()), viewport()->width(), rowHeight(current.row()));
    painter.drawRoundedRect(row.adjusted(1, 1, -1, -2), 5, 5);
}

void RowTable::hover(int row)
{
    if (row == m_hovered)
        return;
    const auto paint = [this](int which) {
        if (which >= 0)
            viewport()->update(0, rowViewportPosition(which), viewport()->width(), rowHeight(which));
    };
    paint(m_hovered);
    m_hovered = row;
    paint(m_hovered);
}

void RowTable::mouseMoveEvent(QMouseEvent *event)
{
    hover(rowAt(event->position().toPoint().y()));
    QTableView::mouseMoveEvent(event);
}

bool RowTable::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        hover(-1);
    return QTableView::viewportEvent(event);
}

void RowTable::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (currentIndex().isValid())
            Q_EMIT activated(currentIndex());
        return;
    case Qt::Key_Home: // of the rows, not of the cells in one
        return chooseRow(0);
    case Qt::Key_End:
        return chooseRow(model() ? model()->rowCount() - 1 : -1);
    case Qt::Key_Escape:
        return event->ignore();
    default:
        QTableView::keyPressEvent(event);
    }
}

void RowTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    viewport()->update();
}

void RowTable::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

}
