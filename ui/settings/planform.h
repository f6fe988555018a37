// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/trainingplan.h"
#include "ui/widgets/card.h"

#include <QLocale>

class QComboBox;
class QDateEdit;
class QLineEdit;
class QPushButton;

namespace ui {

class TextLabel;

/// The plan that the athlete trains by: which, since when, and what it is called. It asks for changes and makes none.
class PlanForm : public Card
{
    Q_OBJECT

public:
    /// A plan of the library.
    struct Choice {
        domain::FolderId id;
        QString name;
    };

    PlanForm(const Theme &theme, const QLocale &locale, QWidget *parent = nullptr);

    void setChoices(const QList<Choice> &plans);
    void present(const domain::TrainingPlan &plan, QDate today); ///< as the service has it; what is typed stays
    void setSentence(const QString &sentence); ///< why it is not known; empty once it is

Q_SIGNALS:
    void wanted(const domain::TrainingPlan &before, const domain::TrainingPlan &after);
    void changesWanted(); ///< what changed in the plan shall be brought to the calendar

private:
    void build();
    void fill();
    void refresh();
    [[nodiscard]] domain::TrainingPlan typed() const;
    [[nodiscard]] bool isChanged() const;

    const Theme &m_theme;
    QLocale m_locale;
    domain::TrainingPlan m_plan;
    QDate m_today;
    bool m_known = false;
    TextLabel *m_state = nullptr;
    QComboBox *m_choice = nullptr;
    QDateEdit *m_start = nullptr;
    QLineEdit *m_alias = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_changes = nullptr;
};

}
