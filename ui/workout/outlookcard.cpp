// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workout/outlookcard.h"

#include "ui/calendar/calendarwords.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

OutlookCard::OutlookCard(const Theme &theme, const QLocale &locale, QWidget *parent)
    : Card(theme, parent)
    , m_locale(locale)
    , m_title(new TextLabel(theme, TextRole::Body, Token::Text))
{
    setObjectName(u"workout-outlook"_s);
    m_title->setWeight(QFont::DemiBold);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(theme.spacing(3), theme.spacing(3), theme.spacing(3), theme.spacing(3));
    grid->setHorizontalSpacing(theme.spacing(3));
    grid->setVerticalSpacing(theme.spacing(1));
    grid->addWidget(m_title, 0, 0, 1, 4);
    const std::array labels {tr("Fitness"), tr("Fatigue"), tr("Form")};
    for (int i = 0; i < int(m_rows.size()); ++i) {
        Row &row = m_rows[size_t(i)];
        row.label = new TextLabel(theme, TextRole::Small, Token::TextSecond, labels[size_t(i)]);
        row.before = new TextLabel(theme, TextRole::Small, Token::TextThird);
        row.after = new TextLabel(theme, TextRole::Body, Token::Text);
        row.after->setWeight(QFont::DemiBold);
        row.change = new TextLabel(theme, TextRole::Small, Token::TextThird);
        grid->addWidget(row.label, i + 1, 0);
        grid->addWidget(row.change, i + 1, 1, Qt::AlignRight);
        grid->addWidget(row.before, i + 1, 2, Qt::AlignRight);
        grid->addWidget(row.after, i + 1, 3, Qt::AlignRight);
    }
    grid->setColumnStretch(0, 1);
    grid->setRowStretch(int(m_rows.size()) + 1, 1);
    hide();
}

void OutlookCard::fill(Row &row, double before, double after, int decimals)
{
    const CalendarWords words(m_locale);
    const double unit = std::pow(10, decimals);
    const double change = std::round(after * unit) / unit - std::round(before * unit) / unit;
    row.before->setText(change == 0 ? QString() : tr("was %1").arg(words.number(before, decimals)));
    row.after->setText(words.number(after, decimals));
    row.change->setText(change == 0 ? QString() : words.signedNumber(change, decimals));
    row.after->setAccessibleName(
        u"%1 %2 %3"_s.arg(row.label->text(), row.after->text(), row.before->text()).simplified());
}

void OutlookCard::setOutlook(const std::optional<Outlook> &outlook)
{
    setVisible(outlook.has_value());
    if (!outlook)
        return;
    m_title->setText(tr("On %1", "day").arg(CalendarWords(m_locale).dayLong(outlook->day)));
    fill(m_rows[0], outlook->before.ctl, outlook->after.ctl, 1);
    fill(m_rows[1], outlook->before.atl, outlook->after.atl, 1);
    fill(m_rows[2],
        analysis::formOf(outlook->before, outlook->formAsPercent),
        analysis::formOf(outlook->after, outlook->formAsPercent),
        0);
}

}
