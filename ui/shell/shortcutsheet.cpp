// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcutsheet.h"

#include "ui/widgets/textlabel.h"
#include "ui/widgets/toolbutton.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int shade = 12; ///< room for the shadow of what floats

}

ShortcutSheet::ShortcutSheet(const Theme &theme, const Actions &actions, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_actions(actions)
{
    setObjectName(u"shortcut-sheet"_s);
    setAccessibleName(tr("Keyboard shortcuts"));
    setFocusPolicy(Qt::StrongFocus);
    auto *column = new QVBoxLayout(this);
    const int edge = shade + theme.spacing(5);
    column->setContentsMargins(edge, edge - theme.spacing(1), edge, edge);
    column->setSpacing(theme.spacing(3));
    auto *head = new QHBoxLayout;
    head->addWidget(new TextLabel(theme, TextRole::Title, Token::Text, tr("Keyboard shortcuts"), this), 1);
    auto *closer = new ToolButton(theme, u"close"_s, tr("Close"), this);
    connect(closer, &QToolButton::clicked, this, &ShortcutSheet::close);
    head->addWidget(closer);
    column->addLayout(head);
    connect(&theme, &Theme::changed, this, qOverload<>(&ShortcutSheet::update));
    parent->installEventFilter(this);
    hide();
}

void ShortcutSheet::addLine(const QString &text, const QString &keys)
{
    m_lines.append({text, keys});
}

void ShortcutSheet::toggle()
{
    if (!isHidden())
        return close();
    build();
    m_before = window()->focusWidget();
    place();
    show();
    raise();
    setFocus(Qt::ShortcutFocusReason);
}

void ShortcutSheet::close()
{
    hide();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    m_before = nullptr;
}

void ShortcutSheet::addHeading(QGridLayout *grid, const QString &text)
{
    auto *heading = new TextLabel(m_theme, TextRole::Small, Token::TextThird, text, m_body);
    heading->setWeight(QFont::DemiBold);
    const int row = grid->count() == 0 ? 0 : grid->rowCount();
    if (row > 0)
        heading->setContentsMargins(0, m_theme.spacing(3), 0, 0);
    grid->addWidget(heading, row, 0, 1, 2);
}

void ShortcutSheet::addRow(QGridLayout *grid, const Line &line)
{
    const int row = grid->rowCount();
    grid->addWidget(new TextLabel(m_theme, TextRole::Body, Token::Text, line.text, m_body), row, 0);
    auto *keys = new TextLabel(m_theme, TextRole::Body, Token::TextSecond, line.keys, m_body);
    keys->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(keys, row, 1);
}

void ShortcutSheet::addGroup(QGridLayout *grid, Actions::Group group)
{
    bool headed = false;
    const QStringList ids = m_actions.ids();
    for (const QString &id : ids) {
        const QAction *action = m_actions.action(id);
        if (Actions::groupOf(id) != group || !action->isEnabled() || action->shortcut().isEmpty())
            continue;
        if (!headed)
            addHeading(grid, Actions::groupTitle(group));
        headed = true;
        addRow(grid, {action->text(), action->shortcut().toString(QKeySequence::NativeText)});
    }
}

QGridLayout *ShortcutSheet::addColumn()
{
    auto *column = new QVBoxLayout;
    auto *grid = new QGridLayout;
    grid->setVerticalSpacing(m_theme.spacing(1));
    grid->setHorizontalSpacing(m_theme.spacing(8));
    column->addLayout(grid);
    column->addStretch(1);
    static_cast<QHBoxLayout *>(m_body->layout())->addLayout(column);
    return grid;
}

void ShortcutSheet::build()
{
    // Made anew each time: actions are enabled and remapped while the program runs.
    delete m_body;
    m_body = new QWidget(this);
    auto *columns = new QHBoxLayout(m_body);
    columns->setContentsMargins({});
    columns->setSpacing(m_theme.spacing(10));
    QGridLayout *left = addColumn();
    QGridLayout *right = addColumn();
    for (const auto group : {Actions::Group::Pages, Actions::Group::Go, Actions::Group::Program})
        addGroup(left, group);
    for (const auto group : {Actions::Group::Edit, Actions::Group::Calendar})
        addGroup(right, group);
    if (!m_lines.isEmpty())
        addHeading(right, tr("In the calendar"));
    for (const Line &line : std::as_const(m_lines))
        addRow(right, line);
    static_cast<QVBoxLayout *>(layout())->addWidget(m_body);
    m_body->show();
}

void ShortcutSheet::place()
{
    const QSize size = sizeHint().boundedTo(parentWidget()->size());
    const QPoint corner((parentWidget()->width() - size.width()) / 2, (parentWidget()->height() - size.height()) / 3);
    setGeometry(QRect(corner, size));
}

bool ShortcutSheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && !isHidden())
        place();
    return QFrame::eventFilter(watched, event);
}

void ShortcutSheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

void ShortcutSheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int step = 0; step < shade; ++step) {
        painter.setBrush(QColor(0, 0, 0, m_theme.scheme() == Theme::Scheme::Dark ? 10 : 4));
        painter.drawRoundedRect(
            QRectF(rect()).adjusted(step, step + 2, -step, -step + 2), 8 + shade - step, 8 + shade - step);
    }
    painter.setPen(m_theme.color(Token::Line));
    painter.setBrush(m_theme.color(Token::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(shade + 0.5, shade + 0.5, -shade - 0.5, -shade - 0.5), 8, 8);
}

}
