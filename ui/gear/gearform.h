// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/geartable.h"
#include "ui/gear/reminderlist.h"

#include <QFrame>

class QComboBox;
class QGridLayout;
class QLineEdit;
class QPlainTextEdit;

namespace ui {

/// What a person wants of a piece of gear that is there.
enum class GearStep { Change, Count, Replace, Remove };

/// One piece of gear beside the table: its fields, what can be done with it, and its reminders. It asks for changes and
/// makes none; what is typed stays until it is saved or another piece is chosen.
class GearForm : public QFrame
{
    Q_OBJECT

public:
    /// The table must outlive the form.
    GearForm(const Theme &theme, const items::GearTable &table, QWidget *parent = nullptr);

    void present(const domain::Gear &gear); ///< leaves alone what is being typed about the same piece
    void begin(); ///< a new piece
    [[nodiscard]] bool isNew() const { return !m_gear.id.has_value(); }
    [[nodiscard]] bool isChanged() const; ///< something is typed that is not saved
    [[nodiscard]] ReminderList &reminders() { return *m_reminders; }

Q_SIGNALS:
    void addWanted(
        const domain::Gear &gear, const domain::GearId &whole); ///< whole: what it is a part of; empty if none
    void wanted(ui::GearStep step, const domain::Gear &gear); ///< with Change: as it shall be
    void reminderWanted(const domain::Gear &gear, ui::ReminderStep step, const domain::GearReminder &reminder);
    void cancelled(); ///< no new piece after all

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void buildFields(QGridLayout &grid);
    void addField(QGridLayout &grid, int row, const QString &caption, QWidget *field);
    void fill(bool all);
    void refresh();
    void save();
    void retire();
    void offerWholes();
    void applyTheme();
    [[nodiscard]] domain::Gear typed() const;

    const Theme &m_theme;
    const items::GearTable &m_table;
    domain::Gear m_gear; ///< as it was last read
    TextLabel *m_title = nullptr;
    TextLabel *m_facts = nullptr;
    QLineEdit *m_name = nullptr;
    QComboBox *m_type = nullptr;
    QComboBox *m_whole = nullptr;
    TextLabel *m_wholeCaption = nullptr;
    QPlainTextEdit *m_notes = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_retire = nullptr;
    QPushButton *m_replace = nullptr;
    QPushButton *m_count = nullptr;
    QPushButton *m_remove = nullptr;
    ReminderList *m_reminders = nullptr;
    QWidget *m_body = nullptr;
};

}
