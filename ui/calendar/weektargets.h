// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/calendarmodel.h"
#include "ui/calendar/calendareditor.h"
#include "ui/calendar/targetrow.h"

#include <QFrame>

class QComboBox;
class QPushButton;
class QVBoxLayout;

namespace ui {

/// The targets of one week beside the grid: a row for each, saved as its fields are left. Every change is an edit of
/// the calendar and can be undone.
class WeekTargets : public QFrame
{
    Q_OBJECT

public:
    WeekTargets(store::Store &store,
        items::CalendarModel &model,
        CalendarEditor &editor,
        Theme &theme,
        const CalendarWords &words,
        QWidget *parent = nullptr);

    void open(QDate inWeek);
    void dismiss();
    [[nodiscard]] QDate week() const { return m_week; } ///< its first day
    [[nodiscard]] QList<TargetRow *> rows() const { return m_rows; }
    [[nodiscard]] QComboBox &sports() { return *m_sports; }
    [[nodiscard]] QPushButton &addButton() { return *m_add; }
    [[nodiscard]] QPushButton &repeatButton() { return *m_repeat; }

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void refresh();
    [[nodiscard]] const QList<items::WeekTarget> &targets(QDate week) const;
    [[nodiscard]] TargetRow *rowFor(const items::WeekTarget &target);
    [[nodiscard]] std::optional<items::WeekTarget> targetOf(const TargetRow *row) const; ///< none while it is begun
    TargetRow *addRow(const QString &sport);
    void removeRow(TargetRow *row);
    void offerSports();
    void save(TargetRow *row, const TargetRow::Wanted &wanted);
    void remove(TargetRow *row);
    void repeat(); ///< what the week before has
    void applyTheme();

    store::Store &m_store;
    items::CalendarModel &m_model;
    CalendarEditor &m_editor;
    Theme &m_theme;
    const CalendarWords &m_words;
    QDate m_week;
    TextLabel *m_title = nullptr;
    TextLabel *m_days = nullptr;
    TextLabel *m_hint = nullptr;
    QVBoxLayout *m_list = nullptr;
    QList<TargetRow *> m_rows;
    QList<TargetRow *> m_begun; ///< of these, the ones without a target yet
    QComboBox *m_sports = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_repeat = nullptr;
};

}
