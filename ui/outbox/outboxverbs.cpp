// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/outboxverbs.h"

#include "models/items/outboxroles.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;
using items::OutboxState;

namespace ui {

OutboxVerbs::OutboxVerbs(const Theme &theme, int left, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(left, 0, theme.spacing(4), theme.spacing(2));
    auto *row = new QHBoxLayout;
    row->setSpacing(theme.spacing(2));
    column->addStretch(1);
    column->addLayout(row);
    m_retry = add("outbox-retry", tr("Retry"), row);
    m_edit = add("outbox-edit", tr("Edit"), row);
    m_discard = add("outbox-discard", tr("Discard"), row);
    m_mine = add("outbox-mine", tr("Keep mine"), row);
    m_theirs = add("outbox-theirs", tr("Take theirs"), row);
    m_both = add("outbox-both", tr("Keep both"), row);
    row->addStretch(1);
    connect(m_mine, &QPushButton::clicked, this, [this] { Q_EMIT choiceRequested(store::Choice::Mine); });
    connect(m_theirs, &QPushButton::clicked, this, [this] { Q_EMIT choiceRequested(store::Choice::Theirs); });
    connect(m_both, &QPushButton::clicked, this, [this] { Q_EMIT choiceRequested(store::Choice::Both); });
    connect(m_retry, &QPushButton::clicked, this, &OutboxVerbs::retryRequested);
    connect(m_edit, &QPushButton::clicked, this, &OutboxVerbs::editRequested);
    connect(m_discard, &QPushButton::clicked, this, &OutboxVerbs::discardRequested);
}

QPushButton *OutboxVerbs::add(const char *name, const QString &text, QHBoxLayout *into)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(QString::fromLatin1(name));
    into->addWidget(button);
    return button;
}

bool OutboxVerbs::canEdit(const QModelIndex &row)
{
    const auto subject = items::OutboxSubject(row.data(items::OutboxSubjectRole).toInt());
    return subject != items::OutboxSubject::Folder && !row.data(items::OutboxEntityRole).toString().isEmpty();
}

void OutboxVerbs::offer(const QModelIndex &row)
{
    const auto state = OutboxState(row.data(items::OutboxStateRole).toInt());
    const bool chooses = state == OutboxState::Conflict;
    m_retry->setVisible(!chooses && state != OutboxState::Sending);
    m_edit->setVisible(!chooses && canEdit(row));
    m_discard->setVisible(!chooses);
    m_mine->setVisible(chooses);
    m_theirs->setVisible(chooses);
    m_both->setVisible(chooses && row.data(items::OutboxCopiesRole).toBool());
    const QString words = row.data().toString();
    m_mine->setAccessibleName(tr("Keep mine: %1", "what was done").arg(words));
    m_theirs->setAccessibleName(tr("Take theirs: %1", "what was done").arg(words));
    m_both->setAccessibleName(tr("Keep both: %1", "what was done").arg(words));
    m_retry->setAccessibleName(tr("Retry: %1", "what was done").arg(words));
    m_edit->setAccessibleName(tr("Edit: %1", "what was done").arg(words));
    m_discard->setAccessibleName(tr("Discard: %1", "what was done").arg(words));
}

int OutboxVerbs::buttonHeight() const
{
    return m_discard->sizeHint().height();
}

}
