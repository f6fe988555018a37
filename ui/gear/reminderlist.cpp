// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gear/reminderlist.h"

#include "ui/widgets/plaintip.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/toolbutton.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

ReminderList::ReminderList(const Theme &theme, const items::GearWords &words, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_words(words)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(theme.spacing(3));
    auto *title = new TextLabel(theme, TextRole::Body, Token::Text, tr("Reminders"));
    title->setWeight(QFont::DemiBold);
    column->addWidget(title);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(theme.spacing(3));
    column->addLayout(m_rows);
    m_add = new QPushButton(tr("Add a reminder"));
    m_add->setObjectName(u"reminder-add"_s);
    connect(m_add, &QPushButton::clicked, this, [this] { openForm({}); });
    column->addWidget(m_add, 0, Qt::AlignLeft);
    m_form = new ReminderForm(theme, words);
    m_form->hide();
    column->addWidget(m_form);
    connect(m_form, &ReminderForm::cancelled, this, [this] {
        closeForm();
        m_add->setFocus(Qt::OtherFocusReason);
    });
    connect(m_form, &ReminderForm::saved, this, [this](const domain::GearReminder &reminder) {
        Q_EMIT wanted(reminder.id ? ReminderStep::Change : ReminderStep::Add, reminder);
    });
}

void ReminderList::openForm(const domain::GearReminder &reminder)
{
    m_add->hide();
    m_form->show();
    m_form->begin(reminder);
}

void ReminderList::closeForm()
{
    m_form->hide();
    m_add->show();
}

void ReminderList::present(const domain::Gear &gear, QDate today)
{
    if (m_gear != gear.id)
        closeForm();
    m_gear = gear.id;
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // one of its buttons may have asked for this
        delete item;
    }
    const auto reminders = domain::remindersOf(gear);
    for (const domain::GearReminder &reminder : reminders)
        m_rows->addWidget(row(reminder, today));
}

QWidget *ReminderList::row(const domain::GearReminder &reminder, QDate today)
{
    auto *line = new QWidget;
    auto *across = new QHBoxLayout(line);
    across->setContentsMargins({});
    across->setSpacing(m_theme.spacing(1));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    auto *name = new TextLabel(m_theme, TextRole::Body, Token::Text, reminder.name);
    name->setWrapped(true);
    words->addWidget(name);
    const QString state = m_words.state(reminder, today);
    const QString interval = m_words.interval(reminder);
    const auto wear = items::wearOf(reminder, today);
    const Token token = wear == items::GearWear::Due ? Token::Bad
        : wear == items::GearWear::Soon              ? Token::Warning
                                                     : Token::TextSecond;
    auto *detail = new TextLabel(m_theme,
        TextRole::Small,
        token,
        state.isEmpty() ? interval : tr("%1, %2", "after how much, how far").arg(interval, state));
    detail->setWrapped(true);
    words->addWidget(detail);
    across->addLayout(words, 1);
    const auto add = [&](const QString &object, const QString &icon, const QString &what, auto act) {
        auto *button = new ToolButton(m_theme, icon, what);
        button->setObjectName(object);
        button->setToolTip(plainTip(what));
        connect(button, &ToolButton::clicked, this, act);
        across->addWidget(button, 0, Qt::AlignTop);
    };
    const auto ask
        = [this, reminder](ReminderStep step) { return [this, reminder, step] { Q_EMIT wanted(step, reminder); }; };
    add(u"reminder-done"_s, u"check"_s, tr("Done, count from now on: %1").arg(reminder.name), ask(ReminderStep::Done));
    if (wear >= items::GearWear::Soon)
        add(u"reminder-later"_s,
            u"history"_s,
            tr("Put off for a week: %1").arg(reminder.name),
            ask(ReminderStep::PutOff));
    add(u"reminder-edit"_s, u"edit"_s, tr("Change: %1").arg(reminder.name), [this, reminder] { openForm(reminder); });
    add(u"reminder-remove"_s, u"trash"_s, tr("Delete: %1").arg(reminder.name), ask(ReminderStep::Remove));
    return line;
}

}
