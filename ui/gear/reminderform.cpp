// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gear/reminderform.h"

#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr double secondsInHour = 3600;
constexpr double largestLimit = 1'000'000;

QString limitText(const QLocale &locale, std::optional<double> value)
{
    return value.value_or(0) > 0 ? locale.toString(std::round(*value * 10) / 10, 'f', QLocale::FloatingPointShortest)
                                 : QString();
}

}

ReminderForm::ReminderForm(const Theme &theme, const items::GearWords &words, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_words(words)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(theme.spacing(2));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.spacing(3));
    grid->setVerticalSpacing(theme.spacing(2));
    m_name = field(u"reminder-name"_s, tr("What is to be done"), 0, *grid);
    m_limits[Distance]
        = field(u"reminder-distance"_s, tr("After %1", "a unit of distance").arg(words.distanceUnit()), 1, *grid);
    m_limits[Hours] = field(u"reminder-hours"_s, tr("Or after hours"), 2, *grid);
    m_limits[Activities] = field(u"reminder-activities"_s, tr("Or after activities"), 3, *grid);
    m_limits[Days] = field(u"reminder-days"_s, tr("Or after days"), 4, *grid);
    column->addLayout(grid);
    m_error = new TextLabel(theme, TextRole::Small, Token::Bad);
    m_error->setObjectName(u"reminder-error"_s);
    m_error->setWrapped(true);
    m_error->hide();
    column->addWidget(m_error);
    auto *verbs = new QHBoxLayout;
    verbs->setSpacing(theme.spacing(2));
    auto *save = new QPushButton(tr("Save reminder"));
    save->setObjectName(u"reminder-save"_s);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(u"reminder-cancel"_s);
    connect(save, &QPushButton::clicked, this, &ReminderForm::save);
    connect(cancel, &QPushButton::clicked, this, &ReminderForm::cancelled);
    verbs->addWidget(save);
    verbs->addWidget(cancel);
    verbs->addStretch(1);
    column->addLayout(verbs);
}

QLineEdit *ReminderForm::field(const QString &name, const QString &caption, int row, QGridLayout &into)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(name);
    edit->setAccessibleName(caption);
    connect(edit, &QLineEdit::returnPressed, this, &ReminderForm::save);
    into.addWidget(new TextLabel(m_theme, TextRole::Body, Token::TextSecond, caption), row, 0);
    into.addWidget(edit, row, 1);
    return edit;
}

void ReminderForm::begin(const domain::GearReminder &reminder)
{
    m_reminder = reminder;
    const QLocale &locale = m_words.figures().locale();
    const auto part = [](const std::optional<double> &value, double unit) {
        return value ? std::optional(*value / unit) : std::nullopt;
    };
    m_name->setText(reminder.name);
    m_limits[Distance]->setText(limitText(locale, part(reminder.distanceMetres, m_words.metresPerUnit())));
    m_limits[Hours]->setText(limitText(locale, part(reminder.timeSeconds, secondsInHour)));
    m_limits[Activities]->setText(limitText(locale, reminder.activities));
    m_limits[Days]->setText(limitText(locale, reminder.days));
    m_error->hide();
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

std::optional<double> ReminderForm::number(Limit limit, bool &good) const
{
    const QString text = m_limits[limit]->text().trimmed();
    good = true;
    if (text.isEmpty())
        return std::nullopt;
    double value = m_words.figures().locale().toDouble(text, &good);
    if (!good)
        value = text.toDouble(&good);
    good = good && value > 0 && value <= largestLimit;
    if (limit == Activities || limit == Days)
        good = good && value == std::floor(value);
    return value;
}

void ReminderForm::complain(const QString &reason, QLineEdit *about)
{
    m_error->setText(reason);
    m_error->show();
    about->setAccessibleDescription(reason);
    about->setFocus(Qt::OtherFocusReason);
}

void ReminderForm::save()
{
    for (QLineEdit *edit : {m_name, m_limits[Distance], m_limits[Hours], m_limits[Activities], m_limits[Days]})
        edit->setAccessibleDescription({});
    domain::GearReminder after = m_reminder;
    after.name = m_name->text().trimmed();
    if (after.name.isEmpty())
        return complain(tr("Say what is to be done."), m_name);
    std::array<std::optional<double>, LimitCount> values;
    bool any = false;
    for (const Limit limit : {Distance, Hours, Activities, Days}) {
        bool good = false;
        values[limit] = number(limit, good);
        if (!good && (limit == Activities || limit == Days))
            return complain(tr("“%1” is no whole number above 0.").arg(m_limits[limit]->text()), m_limits[limit]);
        if (!good)
            return complain(tr("“%1” is no number above 0.").arg(m_limits[limit]->text()), m_limits[limit]);
        any = any || values[limit].has_value();
    }
    if (!any)
        return complain(tr("Say after how much it is to be done."), m_limits[Distance]);
    const auto whole = [](std::optional<double> value) { return value ? std::optional(int(*value)) : std::nullopt; };
    const auto times
        = [](std::optional<double> value, double unit) { return value ? std::optional(*value * unit) : std::nullopt; };
    // A figure that was only looked at keeps what its rounding does not show.
    const QLocale &locale = m_words.figures().locale();
    const auto typed = [&](Limit limit, std::optional<double> before, double unit) {
        const auto shown = before ? std::optional(*before / unit) : std::nullopt;
        return m_limits[limit]->text() == limitText(locale, shown) ? before : times(values[limit], unit);
    };
    after.distanceMetres = typed(Distance, m_reminder.distanceMetres, m_words.metresPerUnit());
    after.timeSeconds = typed(Hours, m_reminder.timeSeconds, secondsInHour);
    after.activities = whole(values[Activities]);
    after.days = whole(values[Days]);
    m_error->hide();
    Q_EMIT saved(after);
}

void ReminderForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT cancelled();
        return;
    }
    QWidget::keyPressEvent(event);
}

}
