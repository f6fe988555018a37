// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/gearwords.h"
#include "ui/theme/theme.h"

#include <QWidget>
#include <array>

class QGridLayout;
class QLineEdit;
class QPushButton;

namespace ui {

class TextLabel;

/// The fields of one reminder. What cannot be read stays in its field, with the reason below.
class ReminderForm : public QWidget
{
    Q_OBJECT

public:
    ReminderForm(const Theme &theme, const items::GearWords &words, QWidget *parent = nullptr);

    void begin(const domain::GearReminder &reminder); ///< without an id it is a new one

Q_SIGNALS:
    void saved(const domain::GearReminder &reminder);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum Limit { Distance, Hours, Activities, Days, LimitCount };

    QLineEdit *field(const QString &name, const QString &caption, int row, QGridLayout &into);
    void save();
    [[nodiscard]] std::optional<double> number(Limit limit, bool &good) const;
    void complain(const QString &reason, QLineEdit *about);

    const Theme &m_theme;
    const items::GearWords &m_words;
    domain::GearReminder m_reminder;
    QLineEdit *m_name = nullptr;
    std::array<QLineEdit *, LimitCount> m_limits {};
    TextLabel *m_error = nullptr;
};

}
