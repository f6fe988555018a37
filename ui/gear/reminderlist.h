// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/gearwords.h"
#include "ui/gear/reminderform.h"

class QVBoxLayout;

namespace ui {

/// What a person wants of a reminder.
enum class ReminderStep { Add, Change, Done, PutOff, Remove };

/// The reminders of one piece of gear, each with its buttons, and the form of the one that is added or changed.
class ReminderList : public QWidget
{
    Q_OBJECT

public:
    ReminderList(const Theme &theme, const items::GearWords &words, QWidget *parent = nullptr);

    /// Leaves an open form alone as long as it is about the same gear.
    void present(const domain::Gear &gear, QDate today);
    void closeForm();

Q_SIGNALS:
    void wanted(ui::ReminderStep step, const domain::GearReminder &reminder);

private:
    [[nodiscard]] QWidget *row(const domain::GearReminder &reminder, QDate today);
    void openForm(const domain::GearReminder &reminder);

    const Theme &m_theme;
    const items::GearWords &m_words;
    std::optional<domain::GearId> m_gear;
    QVBoxLayout *m_rows = nullptr;
    QPushButton *m_add = nullptr;
    ReminderForm *m_form = nullptr;
};

}
