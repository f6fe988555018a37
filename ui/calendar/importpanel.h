// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/importtable.h"
#include "ui/calendar/calendarwords.h"

#include <QFrame>

class QComboBox;
class QPushButton;
class QTreeView;

namespace ui {

class TextLabel;
class Theme;

/// The list of what dropped files offer: tick, choose how workouts are spread over days, take. It changes nothing
/// itself.
class ImportPanel : public QFrame
{
    Q_OBJECT

public:
    ImportPanel(Theme &theme, const CalendarWords &words, QWidget *parent = nullptr);

    void show(const QList<items::Candidate> &candidates, QDate day);
    [[nodiscard]] items::ImportTable *table() const { return m_table; }
    [[nodiscard]] QPushButton *takeButton() const { return m_take; }

Q_SIGNALS:
    void taken(const QList<items::Candidate> &candidates, const QList<QDate> &daysOfWorkouts);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum Spread { SameDay, OneADay, OneAWeek };

    void build();
    void refresh(); ///< count, button and the note of the marked row
    void take();
    void dismiss();
    void applyTheme();

    Theme &m_theme;
    const CalendarWords &m_words;
    QDate m_day;
    items::ImportTable *m_table = nullptr;
    TextLabel *m_title = nullptr;
    TextLabel *m_count = nullptr;
    TextLabel *m_note = nullptr;
    QTreeView *m_view = nullptr;
    QWidget *m_spreadRow = nullptr;
    QComboBox *m_spread = nullptr;
    QPushButton *m_all = nullptr;
    QPushButton *m_take = nullptr;
};

}
