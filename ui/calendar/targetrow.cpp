// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/targetrow.h"

#include "ui/calendar/durationtext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/plaintip.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/toolbutton.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int mostWeeklyLoad = 5000;
constexpr double mostWeeklyDistance = 5000; // of the person's unit
constexpr int hoursOfWeek = 168;

/// Of a week a bare number means hours.
std::optional<int> weeklySeconds(const QString &text)
{
    bool bare = false;
    const int hours = text.toInt(&bare);
    if (bare)
        return hours > 0 && hours <= hoursOfWeek ? std::optional(hours * 3600) : std::nullopt;
    return parseDuration(text);
}

}

TargetRow::TargetRow(const QString &sport, Theme &theme, const CalendarWords &words, QWidget *parent)
    : QWidget(parent)
    , m_sport(sport)
    , m_theme(theme)
    , m_words(words)
{
    setObjectName(u"target-"_s + sport);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->setSpacing(m_theme.spacing(1));
    m_title = new TextLabel(m_theme, TextRole::Body, Token::Text, m_words.sport(sport));
    m_title->setWeight(QFont::DemiBold);
    m_title->setWrapped(true);
    m_remove = new ToolButton(m_theme, u"trash"_s, tr("Remove the target of %1").arg(m_words.sport(sport)));
    m_remove->setFocusPolicy(Qt::TabFocus);
    connect(m_remove, &ToolButton::clicked, this, &TargetRow::removeRequested);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_remove);
    outer->addLayout(head);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(m_theme.spacing(2));
    columns->addLayout(column(Load, tr("Load")), 1);
    columns->addLayout(column(Time, tr("Time")), 1);
    columns->addLayout(column(Distance, tr("Distance (%1)").arg(m_words.distanceUnit())), 1);
    outer->addLayout(columns);
    m_fields[Time].edit->setPlaceholderText(tr("h:mm"));
    QWidget::setTabOrder(m_fields[Distance].edit, m_remove);
}

QVBoxLayout *TargetRow::column(Which which, const QString &caption)
{
    static const std::array<QString, 3> names {u"target-load"_s, u"target-time"_s, u"target-distance"_s};
    Field &field = m_fields[which];
    auto *label = new ElidedLabel(m_theme, TextRole::Small, Token::TextSecond);
    label->setText(caption);
    field.edit = new QLineEdit;
    field.edit->setObjectName(names[which]);
    field.edit->setAccessibleName(tr("%1, %2", "sport, figure").arg(m_words.sport(m_sport), caption));
    field.edit->setMinimumWidth(0);
    field.done = new TextLabel(m_theme, TextRole::Small, Token::TextThird);
    field.error = new TextLabel(m_theme, TextRole::Small, Token::Bad);
    field.error->setWrapped(true);
    field.error->hide();
    connect(field.edit, &QLineEdit::editingFinished, this, &TargetRow::commit);
    auto *box = new QVBoxLayout;
    box->setSpacing(m_theme.spacing(1));
    for (QWidget *widget : {static_cast<QWidget *>(label),
             static_cast<QWidget *>(field.edit),
             static_cast<QWidget *>(field.done),
             static_cast<QWidget *>(field.error)})
        box->addWidget(widget);
    box->addStretch();
    return box;
}

void TargetRow::put(Field &field, const QString &text, const QString &done)
{
    field.done->setText(done);
    if ((field.edit->hasFocus() && field.edit->isModified()) || !field.error->isHidden())
        return; // never under the person's hands, never over what they still have to correct
    field.shown = text;
    field.edit->setText(text);
    field.edit->setCursorPosition(0);
}

void TargetRow::setNamed(const QString &name)
{
    const QString sport = m_words.sport(m_sport);
    m_title->setText(name.isEmpty() ? sport : tr("%1 · %2", "sport, name of a target").arg(sport, name));
    m_remove->setWords(tr("Remove the target of %1").arg(m_title->text()));
    m_remove->setToolTip(plainTip(m_remove->text()));
}

void TargetRow::present(const items::WeekTarget &target)
{
    m_id = target.id;
    m_wanted = {target.load, target.seconds, target.metres};
    const auto done = [this](const QString &figure, double value) {
        return tr("%1 done").arg(value > 0 ? figure : m_words.none());
    };
    put(m_fields[Load],
        target.load ? QString::number(*target.load) : QString(),
        done(m_words.number(target.doneLoad), target.doneLoad));
    put(m_fields[Time],
        target.seconds ? durationText(*target.seconds) : QString(),
        done(m_words.duration(target.doneSeconds), target.doneSeconds));
    const auto inUnit = [this](double metres) { return metres / m_words.metresPerUnit(); };
    put(m_fields[Distance],
        target.metres ? m_words.locale().toString(inUnit(*target.metres), 'f', QLocale::FloatingPointShortest)
                      : QString(),
        done(m_words.number(inUnit(target.doneMetres), 1), target.doneMetres));
    for (const Field &field : m_fields)
        field.edit->setEnabled(!target.readOnly);
    m_remove->setVisible(!target.readOnly);
}

void TargetRow::start()
{
    m_fields[Load].edit->setFocus(Qt::OtherFocusReason);
    m_fields[Load].edit->selectAll();
}

bool TargetRow::complain(Field &field, const QString &reason)
{
    field.error->setText(reason);
    field.error->show();
    field.edit->setAccessibleDescription(reason);
    return false;
}

bool TargetRow::read(Wanted &into)
{
    for (Field &field : m_fields) {
        field.error->hide();
        field.edit->setAccessibleDescription({});
    }
    const auto typed = [this](Which which) { return m_fields[which].edit->text().trimmed(); };
    const auto differs = [&](Which which) { return typed(which) != m_fields[which].shown; };
    bool good = true;
    if (differs(Load)) {
        bool number = false;
        const int load = typed(Load).toInt(&number);
        into.load = typed(Load).isEmpty() ? std::nullopt : std::optional(load);
        if (into.load && (!number || load < 1 || load > mostWeeklyLoad))
            good = complain(m_fields[Load], tr("A whole number from 1 to %1").arg(mostWeeklyLoad));
    }
    if (differs(Time)) {
        into.seconds = weeklySeconds(typed(Time));
        if (!typed(Time).isEmpty() && !into.seconds)
            good = complain(m_fields[Time], tr("Hours such as 8 or 6:30"));
    }
    if (differs(Distance)) {
        bool number = false;
        double distance = m_words.locale().toDouble(typed(Distance), &number);
        if (!number)
            distance = typed(Distance).toDouble(&number);
        into.metres = typed(Distance).isEmpty() ? std::nullopt : std::optional(distance * m_words.metresPerUnit());
        if (into.metres && (!number || !(distance > 0) || distance > mostWeeklyDistance))
            good = complain(m_fields[Distance], tr("A number of %1").arg(m_words.distanceUnit()));
    }
    return good;
}

void TargetRow::commit()
{
    Wanted typed = m_wanted;
    if (!read(typed) || typed == m_wanted)
        return;
    for (Field &field : m_fields)
        field.edit->setModified(false);
    Q_EMIT wanted(typed);
}

}
