// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kept/keptpanel.h"

#include "models/items/keptroles.h"
#include "ui/kept/keptdelegate.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/placedlist.h"
#include "ui/widgets/rowoverlay.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/toolbutton.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int widthSteps = 100;

}

KeptPanel::KeptPanel(const Theme &theme,
    QAbstractItemModel *model,
    const QString &title,
    const QString &emptyIcon,
    const QString &emptySentence,
    QWidget *parent)
    : SidePanel(theme, parent)
    , m_model(model)
{
    m_model->setParent(this);
    build(title, emptyIcon, emptySentence);
    connect(m_model, &QAbstractItemModel::modelReset, this, &KeptPanel::follow);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &KeptPanel::mark);
    follow();
}

void KeptPanel::build(const QString &title, const QString &emptyIcon, const QString &emptySentence)
{
    setAccessibleName(title);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, m_theme.spacing(3), 1, m_theme.spacing(4));
    outer->setSpacing(m_theme.spacing(2));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(m_theme.spacing(4), 0, m_theme.spacing(3), 0);
    auto *label = new TextLabel(m_theme, TextRole::Section, Token::Text, title);
    label->setWeight(QFont::DemiBold);
    auto *close = new ToolButton(m_theme, u"close"_s, tr("Close (Esc)"));
    close->setFocusPolicy(Qt::TabFocus);
    connect(close, &ToolButton::clicked, this, &KeptPanel::dismiss);
    head->addWidget(label, 1);
    head->addWidget(close);
    outer->addLayout(head);
    m_subject = new ElidedLabel(m_theme, TextRole::Small, Token::TextSecond);
    m_subject->setContentsMargins(m_theme.spacing(4), 0, m_theme.spacing(4), 0);
    m_subject->hide();
    outer->addWidget(m_subject);

    auto *list = new PlacedList;
    m_list = list;
    m_list->setObjectName(u"kept-list"_s);
    m_list->setAccessibleName(title);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMouseTracking(true);
    m_delegate = new KeptDelegate(m_theme, m_list);
    m_list->setItemDelegate(m_delegate);
    m_list->setModel(m_model);
    m_list->installEventFilter(this);
    outer->addWidget(m_list, 1);
    m_overlay = new RowOverlay(m_list);
    m_restore = new QPushButton(tr("Restore"), m_overlay);
    m_overlay->setContent(m_restore);
    m_restore->setObjectName(u"kept-restore"_s);
    m_delegate->setButtonHeight(m_restore->sizeHint().height());
    connect(m_restore, &QPushButton::clicked, this, &KeptPanel::restore);
    connect(list, &PlacedList::placed, this, &KeptPanel::placeButton);
    m_empty = new EmptyState(m_theme, emptyIcon, emptySentence);
    outer->addWidget(m_empty, 1);
}

void KeptPanel::setSubject(const QString &words)
{
    m_subject->setText(words);
    m_subject->setVisible(!words.isEmpty());
}

void KeptPanel::takeFocus()
{
    if (m_model->rowCount() > 0)
        m_list->setFocus(Qt::OtherFocusReason);
    else
        setFocus(Qt::OtherFocusReason);
}

int KeptPanel::wantedWidth() const
{
    return m_theme.spacing(widthSteps);
}

void KeptPanel::follow()
{
    const bool any = m_model->rowCount() > 0;
    m_list->setVisible(any);
    m_empty->setVisible(!any);
    if (any && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0, 0));
    mark(m_list->currentIndex());
}

void KeptPanel::mark(const QModelIndex &row)
{
    m_delegate->setMarked(row);
    m_restore->setAccessibleName(
        tr("Restore: %1", "what is brought back").arg(row.data(Qt::AccessibleTextRole).toString()));
    placeButton();
}

void KeptPanel::placeButton()
{
    const QModelIndex row = m_list->currentIndex();
    m_restore->setVisible(row.isValid() && row.data(items::KeptRestorableRole).toBool());
    const QRect place = m_list->visualRect(row);
    const QSize size = m_restore->sizeHint();
    const QRect button(place.left() + m_delegate->textLeft(),
        place.bottom() + 1 - size.height() - m_theme.spacing(2),
        size.width(),
        size.height());
    m_overlay->place(QStyle::visualRect(layoutDirection(), place, button));
}

void KeptPanel::restore()
{
    const QModelIndex row = m_list->currentIndex();
    m_list->setFocus(Qt::OtherFocusReason);
    if (row.isValid() && row.data(items::KeptRestorableRole).toBool())
        Q_EMIT restoreRequested(row);
}

void KeptPanel::resizeEvent(QResizeEvent *event)
{
    SidePanel::resizeEvent(event);
    m_list->doItemsLayout(); // rows break their lines by the width
}

bool KeptPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            restore();
            return true;
        }
    }
    return SidePanel::eventFilter(watched, event);
}

}
