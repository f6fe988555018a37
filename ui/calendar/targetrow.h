// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/calendarcells.h"
#include "ui/calendar/calendarwords.h"
#include "ui/theme/theme.h"

#include <QWidget>
#include <array>

class QLineEdit;
class QVBoxLayout;

namespace ui {

class TextLabel;
class ToolButton;

/// The figures that one target sets a sport for a week, each with what was done. Asks for a change when a field is
/// left; input that cannot be read stays in its field with the reason under it.
class TargetRow : public QWidget
{
    Q_OBJECT

public:
    /// What is wanted; a field left empty wants nothing.
    struct Wanted {
        std::optional<int> load;
        std::optional<int> seconds;
        std::optional<double> metres;

        [[nodiscard]] bool isEmpty() const { return !load && !seconds && !metres; }
        friend bool operator==(const Wanted &, const Wanted &) = default;
    };

    TargetRow(const QString &sport, Theme &theme, const CalendarWords &words, QWidget *parent = nullptr);

    [[nodiscard]] const QString &sport() const { return m_sport; }
    [[nodiscard]] const domain::LocalId &id() const { return m_id; } ///< of the target; empty while it is begun
    void present(const items::WeekTarget &target); ///< leaves alone what is being typed
    void setNamed(const QString &name); ///< beside the sport, where it has several targets
    void start(); ///< puts the focus into the first field

Q_SIGNALS:
    void wanted(const ui::TargetRow::Wanted &wanted);
    void removeRequested();

private:
    enum Which { Load, Time, Distance };
    struct Field {
        QLineEdit *edit = nullptr;
        TextLabel *done = nullptr;
        TextLabel *error = nullptr;
        QString shown;
    };

    [[nodiscard]] QVBoxLayout *column(Which which, const QString &caption);
    void put(Field &field, const QString &text, const QString &done);
    void commit();
    [[nodiscard]] bool read(Wanted &into);
    bool complain(Field &field, const QString &reason);

    QString m_sport;
    domain::LocalId m_id;
    Theme &m_theme;
    const CalendarWords &m_words;
    TextLabel *m_title = nullptr;
    ToolButton *m_remove = nullptr;
    std::array<Field, 3> m_fields;
    Wanted m_wanted;
};

}
