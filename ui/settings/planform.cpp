// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/planform.h"

#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDateTime>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

PlanForm::PlanForm(const Theme &theme, const QLocale &locale, QWidget *parent)
    : Card(theme, parent)
    , m_theme(theme)
    , m_locale(locale)
{
    setObjectName(u"plan-form"_s);
    build();
    setSentence(tr("It has not been read yet."));
}

void PlanForm::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(m_theme.spacing(4), m_theme.spacing(3), m_theme.spacing(4), m_theme.spacing(4));
    column->setSpacing(m_theme.spacing(3));
    auto *title = new TextLabel(m_theme, TextRole::Section, Token::Text, tr("Training plan"));
    title->setWeight(QFont::DemiBold);
    column->addWidget(title);
    m_state = new TextLabel(m_theme, TextRole::Body, Token::TextSecond);
    m_state->setObjectName(u"plan-state"_s);
    m_state->setWrapped(true);
    column->addWidget(m_state);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(m_theme.spacing(3));
    grid->setVerticalSpacing(m_theme.spacing(2));
    grid->setColumnStretch(1, 1);
    const auto add = [&](const QString &name, const QString &caption, QWidget *field) {
        field->setObjectName(name);
        field->setAccessibleName(caption);
        const int row = grid->rowCount();
        grid->addWidget(new TextLabel(m_theme, TextRole::Body, Token::TextSecond, caption), row, 0);
        grid->addWidget(field, row, 1);
    };
    m_choice = new QComboBox;
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    add(u"plan-choice"_s, tr("Plan"), m_choice);
    m_start = new QDateEdit;
    m_start->setCalendarPopup(true);
    m_start->setLocale(m_locale);
    m_start->setDisplayFormat(m_locale.dateFormat(QLocale::ShortFormat));
    add(u"plan-start"_s, tr("Its first day"), m_start);
    m_alias = new QLineEdit;
    add(u"plan-alias"_s, tr("Your name for it"), m_alias);
    column->addLayout(grid);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &PlanForm::refresh);
    connect(m_start, &QDateEdit::dateChanged, this, &PlanForm::refresh);
    connect(m_alias, &QLineEdit::textChanged, this, &PlanForm::refresh);
    auto *verbs = new QHBoxLayout;
    verbs->setSpacing(m_theme.spacing(2));
    m_save = new QPushButton(tr("Save"));
    m_save->setObjectName(u"plan-save"_s);
    connect(m_save, &QPushButton::clicked, this, [this] { Q_EMIT wanted(m_plan, typed()); });
    m_changes = new QPushButton(tr("Apply its changes"));
    m_changes->setObjectName(u"plan-changes"_s);
    m_changes->setToolTip(tr("Bring what changed in the plan to the calendar, from today on"));
    connect(m_changes, &QPushButton::clicked, this, &PlanForm::changesWanted);
    verbs->addWidget(m_save);
    verbs->addWidget(m_changes);
    verbs->addStretch(1);
    column->addLayout(verbs);
}

void PlanForm::setChoices(const QList<Choice> &plans)
{
    const QVariant chosen = m_choice->currentData();
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    m_choice->addItem(tr("No plan"), QString());
    for (const Choice &plan : plans)
        m_choice->addItem(plan.name, plan.id.value);
    m_choice->setCurrentIndex(std::max(0, m_choice->findData(chosen)));
    refresh();
}

void PlanForm::setSentence(const QString &sentence)
{
    m_known = sentence.isEmpty();
    m_state->setText(sentence);
    refresh();
}

void PlanForm::present(const domain::TrainingPlan &plan, QDate today)
{
    const bool kept = m_known && isChanged();
    m_plan = plan;
    m_today = today;
    m_known = true;
    if (kept && isChanged())
        refresh();
    else
        fill();
}

void PlanForm::fill()
{
    const QString id = m_plan.plan.value_or(domain::FolderId {}).value;
    const QString name = m_plan.folder.value("name"_L1).toString();
    if (m_choice->findData(id) < 0) // a plan that is not in the library here
        m_choice->addItem(name.isEmpty() ? id : name, id);
    m_choice->setCurrentIndex(m_choice->findData(id));
    const QDate start = QDate::fromString(m_plan.start.left(10), Qt::ISODate);
    m_start->setDate(start.isValid() ? start : m_today.addDays(8 - m_today.dayOfWeek()));
    m_alias->setText(m_plan.alias);
    const QDateTime applied = QDateTime::fromString(m_plan.lastApplied, Qt::ISODate);
    if (!m_plan.plan)
        m_state->setText(tr("You train by no plan."));
    else if (applied.isValid())
        m_state->setText(tr("Brought to the calendar on %1.", "a day")
                             .arg(m_locale.toString(applied.toLocalTime().date(), QLocale::LongFormat)));
    else
        m_state->setText(tr("It was not brought to the calendar yet."));
    refresh();
}

domain::TrainingPlan PlanForm::typed() const
{
    domain::TrainingPlan plan = m_plan;
    const QString id = m_choice->currentData().toString();
    if (id.isEmpty()) {
        plan.plan.reset();
        return plan;
    }
    plan.plan = domain::FolderId {id};
    plan.start = m_start->date().toString(Qt::ISODate);
    plan.alias = m_alias->text().trimmed();
    return plan;
}

bool PlanForm::isChanged() const
{
    const domain::TrainingPlan after = typed();
    return after.plan != m_plan.plan
        || (after.plan && (after.start != m_plan.start.left(10) || after.alias != m_plan.alias));
}

void PlanForm::refresh()
{
    if (!m_changes)
        return; // half built
    const bool chosen = typed().plan.has_value();
    const bool differs = isChanged();
    m_choice->setEnabled(m_known);
    m_start->setEnabled(m_known && chosen);
    m_alias->setEnabled(m_known && chosen);
    m_save->setEnabled(m_known && differs);
    m_changes->setEnabled(m_known && m_plan.plan.has_value() && !differs);
}

}
