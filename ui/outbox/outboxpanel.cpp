// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/outboxpanel.h"

#include "models/commands/dispatcher.h"
#include "ui/outbox/outboxdelegate.h"
#include "ui/outbox/outboxverbs.h"
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

QList<qint64> sequencesAt(const QModelIndex &row)
{
    return row.data(items::OutboxSequencesRole).value<QList<qint64>>();
}

}

OutboxPanel::OutboxPanel(store::Store &store, const Theme &theme, const items::OutboxWords &words, QWidget *parent)
    : SidePanel(theme, parent)
    , m_store(store)
    , m_model(store, words)
{
    m_model.setFollowed(false);
    build();
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &OutboxPanel::follow);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &OutboxPanel::follow);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &OutboxPanel::follow);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &OutboxPanel::mark);
    follow();
}

void OutboxPanel::build()
{
    setObjectName(u"outbox-panel"_s);
    setAccessibleName(tr("Waiting to be sent"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, m_theme.spacing(3), 1, m_theme.spacing(4));
    outer->setSpacing(m_theme.spacing(2));

    auto *head = new QHBoxLayout;
    head->setContentsMargins(m_theme.spacing(4), 0, m_theme.spacing(3), 0);
    auto *title = new TextLabel(m_theme, TextRole::Section, Token::Text, tr("Waiting to be sent"));
    title->setWeight(QFont::DemiBold);
    auto *close = new ToolButton(m_theme, u"close"_s, tr("Close (Esc)"));
    close->setFocusPolicy(Qt::TabFocus);
    connect(close, &ToolButton::clicked, this, &OutboxPanel::dismiss);
    head->addWidget(title, 1);
    head->addWidget(close);
    outer->addLayout(head);

    m_list = new PlacedList;
    m_list->setObjectName(u"outbox-list"_s);
    m_list->setAccessibleName(tr("Changes that wait to be sent"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMouseTracking(true);
    m_delegate = new OutboxDelegate(m_theme, m_list);
    m_list->setItemDelegate(m_delegate);
    m_list->setModel(&m_model);
    m_list->installEventFilter(this);
    outer->addWidget(m_list, 1);
    m_overlay = new RowOverlay(m_list);
    m_verbs = new OutboxVerbs(m_theme, m_delegate->textLeft(), m_overlay);
    m_overlay->setContent(m_verbs);
    m_delegate->setButtonHeight(m_verbs->buttonHeight());
    connect(m_list, &PlacedList::placed, this, &OutboxPanel::placeVerbs);
    connect(m_verbs, &OutboxVerbs::retryRequested, this, &OutboxPanel::retry);
    connect(m_verbs, &OutboxVerbs::editRequested, this, &OutboxPanel::edit);
    connect(m_verbs, &OutboxVerbs::discardRequested, this, &OutboxPanel::discard);
    connect(m_verbs, &OutboxVerbs::choiceRequested, this, &OutboxPanel::choose);
    m_empty = new EmptyState(m_theme, u"check"_s, QString());
    outer->addWidget(m_empty, 1);

    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(m_theme.spacing(4), 0, m_theme.spacing(4), 0);
    m_count = new TextLabel(m_theme, TextRole::Small, Token::TextSecond);
    m_retryAll = new QPushButton(tr("Retry all"));
    m_retryAll->setObjectName(u"outbox-retry-all"_s);
    connect(m_retryAll, &QPushButton::clicked, this, &OutboxPanel::retryAll);
    foot->addWidget(m_count, 1);
    foot->addWidget(m_retryAll);
    outer->addLayout(foot);
    setService(tr("Intervals.icu"));
}

void OutboxPanel::setService(const QString &name)
{
    m_delegate->setService(name);
    m_empty->setSentence(
        tr("Nothing waits: all you have changed is saved at %1.", "the name of the service").arg(name));
}

void OutboxPanel::setFiles(const QList<items::OutboxFile> &files)
{
    m_model.setFiles(files);
}

void OutboxPanel::reveal(const domain::LocalId &id)
{
    open();
    if (const QModelIndex row = m_model.refusedOf(id); row.isValid())
        m_list->setCurrentIndex(row);
}

void OutboxPanel::takeFocus()
{
    if (m_model.rowCount() > 0)
        m_list->setFocus(Qt::OtherFocusReason);
    else
        setFocus(Qt::OtherFocusReason);
}

int OutboxPanel::wantedWidth() const
{
    return m_theme.spacing(widthSteps);
}

void OutboxPanel::follow()
{
    const int count = m_model.rowCount();
    // The English for one is written out, for there is no English translation that would choose it.
    m_count->setText(count == 1 ? tr("1 entry") : tr("%n entries", nullptr, count));
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    m_list->setVisible(count > 0);
    m_count->setVisible(count > 0);
    bool sendable = false; // what waits for a choice is not sent by trying again
    for (int i = 0; i < count; ++i)
        sendable = sendable
            || items::OutboxState(m_model.index(i).data(items::OutboxStateRole).toInt())
                != items::OutboxState::Conflict;
    m_retryAll->setVisible(sendable);
    m_empty->setVisible(count == 0);
    if (hadFocus && count == 0)
        setFocus(Qt::OtherFocusReason);
    if (!m_list->currentIndex().isValid() && count > 0)
        m_list->setCurrentIndex(m_model.index(0, 0));
    else
        mark(m_list->currentIndex());
}

void OutboxPanel::mark(const QModelIndex &row)
{
    m_delegate->setMarked(row);
    if (row.isValid())
        m_verbs->offer(row);
    placeVerbs();
}

void OutboxPanel::placeVerbs()
{
    const QModelIndex row = m_list->currentIndex();
    m_verbs->setVisible(row.isValid());
    const QRect place = m_list->visualRect(row);
    const int height = m_verbs->sizeHint().height();
    m_overlay->place({place.left(), place.bottom() + 1 - height, place.width(), height});
}

void OutboxPanel::retry()
{
    const QModelIndex row = m_list->currentIndex();
    m_list->setFocus(Qt::OtherFocusReason);
    if (const QString file = row.data(items::OutboxFileRole).toString(); !file.isEmpty())
        Q_EMIT fileSendRequested(file);
    else if (row.isValid())
        tell(commands::Dispatcher(m_store).retry(sequencesAt(row)), {}, false);
}

void OutboxPanel::retryAll()
{
    for (int i = 0; i < m_model.rowCount(); ++i) {
        if (const QString file = m_model.index(i).data(items::OutboxFileRole).toString(); !file.isEmpty())
            Q_EMIT fileSendRequested(file);
    }
    tell(commands::Dispatcher(m_store).retryAll(), {}, false);
}

void OutboxPanel::edit()
{
    const QModelIndex row = m_list->currentIndex();
    if (!row.isValid() || !OutboxVerbs::canEdit(row))
        return;
    const domain::LocalId id {row.data(items::OutboxEntityRole).toString()};
    const auto subject = items::OutboxSubject(row.data(items::OutboxSubjectRole).toInt());
    dismiss(); // what is opened may stand in the same place
    Q_EMIT editRequested(id, subject);
}

void OutboxPanel::discard()
{
    const QModelIndex row = m_list->currentIndex();
    if (!row.isValid())
        return;
    m_list->setFocus(Qt::OtherFocusReason);
    const QString words = row.data().toString();
    if (const QString file = row.data(items::OutboxFileRole).toString(); !file.isEmpty())
        Q_EMIT fileDiscardRequested(file, words);
    else
        tell(commands::Dispatcher(m_store).discard(sequencesAt(row)),
            tr("Taken back: %1", "what was done").arg(words),
            true);
}

void OutboxPanel::choose(store::Choice choice)
{
    const domain::LocalId id {m_list->currentIndex().data(items::OutboxEntityRole).toString()};
    m_list->setFocus(Qt::OtherFocusReason);
    tell(commands::Dispatcher(m_store).choose(id, choice), {}, false);
}

void OutboxPanel::tell(const domain::Result<domain::Done> &done, const QString &text, bool undoable)
{
    if (!done) {
        Q_EMIT failed(done.error());
        return;
    }
    if (!text.isEmpty())
        Q_EMIT sentence(text, undoable);
    Q_EMIT sendRequested();
}

bool OutboxPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            edit();
            return true;
        }
        const bool chooses = items::OutboxState(m_list->currentIndex().data(items::OutboxStateRole).toInt())
            == items::OutboxState::Conflict;
        if (key == Qt::Key_Delete && !chooses) { // taking back must not pass for a choice
            discard();
            return true;
        }
    }
    return SidePanel::eventFilter(watched, event);
}

void OutboxPanel::resizeEvent(QResizeEvent *event)
{
    SidePanel::resizeEvent(event);
    m_list->doItemsLayout(); // the marked row breaks its lines by the width
}

void OutboxPanel::showEvent(QShowEvent *event)
{
    m_model.setFollowed(true);
    SidePanel::showEvent(event);
}

void OutboxPanel::hideEvent(QHideEvent *event)
{
    SidePanel::hideEvent(event);
    m_model.setFollowed(false);
}

}
