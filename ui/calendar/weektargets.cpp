// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/weektargets.h"

#include "models/domain/sport.h"
#include "ui/calendar/sideform.h"
#include "ui/calendar/targetwords.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/toolbutton.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int daysOfWeek = 7;

}

WeekTargets::WeekTargets(store::Store &store,
    items::CalendarModel &model,
    CalendarEditor &editor,
    Theme &theme,
    const CalendarWords &words,
    QWidget *parent)
    : QFrame(parent)
    , m_store(store)
    , m_model(model)
    , m_editor(editor)
    , m_theme(theme)
    , m_words(words)
{
    build();
    applyTheme();
    connect(&m_theme, &Theme::changed, this, &WeekTargets::applyTheme);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &from, const QModelIndex &to) {
        const int row = m_week.isValid() ? m_model.rowOf(m_week) : -1;
        if (isVisibleTo(parentWidget()) && from.row() <= row && row <= to.row())
            refresh();
    });
}

void WeekTargets::build()
{
    setObjectName(u"week-targets"_s);
    const SideForm form = asSideForm(*this, m_theme);
    QVBoxLayout *outer = form.rows;
    m_title = form.title;
    connect(form.close, &ToolButton::clicked, this, &WeekTargets::dismiss);
    m_days = new TextLabel(m_theme, TextRole::Small, Token::TextSecond);
    outer->addWidget(m_days);
    m_hint = new TextLabel(m_theme,
        TextRole::Body,
        Token::TextSecond,
        tr("What shall this week come to? Choose a sport, then a load, a time or a distance."));
    m_hint->setWrapped(true);
    outer->addWidget(m_hint);
    m_list = new QVBoxLayout;
    m_list->setSpacing(m_theme.spacing(4));
    outer->addLayout(m_list);

    m_sports = new QComboBox;
    m_sports->setObjectName(u"targets-sport"_s);
    m_sports->setAccessibleName(tr("Sport of a new target"));
    m_add = new QPushButton(tr("Add"));
    m_add->setObjectName(u"targets-add"_s);
    connect(m_add, &QPushButton::clicked, this, [this] {
        if (m_sports->count() > 0)
            addRow(m_sports->currentData().toString())->start();
        offerSports();
    });
    auto *foot = new QHBoxLayout;
    foot->setSpacing(m_theme.spacing(2));
    foot->addWidget(m_sports, 1);
    foot->addWidget(m_add);
    outer->addLayout(foot);
    m_repeat = new QPushButton(tr("As in the week before"));
    m_repeat->setObjectName(u"targets-repeat"_s);
    connect(m_repeat, &QPushButton::clicked, this, &WeekTargets::repeat);
    outer->addWidget(m_repeat, 0, Qt::AlignLeft);
    outer->addStretch();
}

const QList<items::WeekTarget> &WeekTargets::targets(QDate week) const
{
    return m_model.week(m_model.rowOf(week)).week.targets;
}

void WeekTargets::open(QDate inWeek)
{
    while (!m_rows.isEmpty())
        removeRow(m_rows.constFirst());
    const int row = m_model.rowOf(inWeek);
    m_week = m_model.dayAt(row, 0);
    m_title->setText(tr("Targets of week %1").arg(m_model.weekNumber(row)));
    m_days->setText(
        tr("%1 to %2", "days").arg(m_words.dayMonth(m_week), m_words.dayMonth(m_week.addDays(daysOfWeek - 1))));
    show();
    refresh();
    if (m_rows.isEmpty())
        m_sports->setFocus(Qt::OtherFocusReason);
    else
        m_rows.constFirst()->start();
}

void WeekTargets::dismiss()
{
    setFocus(Qt::OtherFocusReason); // a field saves as it is left
    m_week = {};
    Q_EMIT closed();
}

/// A row for each target and for what is being begun; the ones that are gone go.
void WeekTargets::refresh()
{
    const auto here = targets(m_week);
    const QList<TargetRow *> before = m_rows;
    for (TargetRow *row : before) {
        if (!m_begun.contains(row) && !targetOf(row))
            removeRow(row);
    }
    for (const items::WeekTarget &target : here) {
        TargetRow *row = rowFor(target);
        m_begun.removeOne(row);
        row->present(target);
        const auto ofSport = std::ranges::count(here, target.sport, &items::WeekTarget::sport);
        row->setNamed(ofSport > 1 ? target.name : QString());
    }
    offerSports();
    m_hint->setVisible(m_rows.isEmpty());
    m_repeat->setVisible(here.isEmpty() && !targets(m_week.addDays(-daysOfWeek)).isEmpty());
}

/// The row that shows the target, or the begun one that has become it, or a new one.
TargetRow *WeekTargets::rowFor(const items::WeekTarget &target)
{
    auto known = std::ranges::find(m_rows, target.id, &TargetRow::id);
    if (known == m_rows.end())
        known = std::ranges::find_if(
            m_rows, [&](const TargetRow *row) { return row->id().value.isEmpty() && row->sport() == target.sport; });
    return known == m_rows.end() ? addRow(target.sport) : *known;
}

std::optional<items::WeekTarget> WeekTargets::targetOf(const TargetRow *row) const
{
    const auto here = targets(m_week);
    const auto known = std::ranges::find(here, row->id(), &items::WeekTarget::id);
    return known == here.end() ? std::nullopt : std::optional(*known);
}

TargetRow *WeekTargets::addRow(const QString &sport)
{
    auto *row = new TargetRow(sport, m_theme, m_words, this);
    m_list->addWidget(row);
    m_rows.append(row);
    m_begun.append(row);
    m_hint->hide();
    row->show(); // before the focus is to go through it
    row->present({.sport = sport});
    connect(row, &TargetRow::wanted, this, [this, row](const TargetRow::Wanted &wanted) { save(row, wanted); });
    connect(row, &TargetRow::removeRequested, this, [this, row] { remove(row); });
    return row;
}

void WeekTargets::removeRow(TargetRow *row)
{
    m_rows.removeOne(row);
    m_begun.removeOne(row);
    m_list->removeWidget(row);
    row->hide();
    row->deleteLater();
}

void WeekTargets::offerSports()
{
    m_sports->clear();
    const QStringList all = domain::knownSports();
    for (const QString &sport : all) {
        const bool taken
            = std::ranges::any_of(m_rows, [&sport](const TargetRow *row) { return row->sport() == sport; });
        if (!taken && domain::summedAs(sport) == sport)
            m_sports->addItem(m_words.sport(sport), sport);
    }
}

void WeekTargets::save(TargetRow *row, const TargetRow::Wanted &wanted)
{
    const auto known = targetOf(row);
    if (known && wanted.isEmpty()) {
        m_editor.remove({known->id});
        return;
    }
    domain::Event event;
    if (known) {
        const auto stored = m_store.event(known->id);
        if (!stored)
            return;
        event = *stored;
    } else {
        event.category = domain::Category::Target;
        event.type = row->sport();
        event.name = TargetWords(m_words).name(row->sport());
        event.start.day = m_week;
        event.forWeek = true;
    }
    event.loadTarget = wanted.load;
    event.timeTarget = wanted.seconds ? std::optional(std::chrono::seconds(*wanted.seconds)) : std::nullopt;
    event.distanceTargetMetres = wanted.metres;
    if (known)
        m_editor.edit(known->id, event);
    else
        m_editor.create(event);
}

void WeekTargets::remove(TargetRow *row)
{
    const auto known = targetOf(row);
    m_add->setFocus(Qt::OtherFocusReason);
    if (known) {
        m_editor.remove({known->id}); // the row goes with it
        return;
    }
    removeRow(row);
    refresh();
}

void WeekTargets::repeat()
{
    QList<domain::Event> events;
    const auto before = targets(m_week.addDays(-daysOfWeek));
    for (const items::WeekTarget &target : before) {
        const auto stored = m_store.event(target.id);
        if (!stored)
            continue;
        domain::Event event;
        event.category = domain::Category::Target;
        event.type = stored->type;
        event.name = stored->name;
        event.forWeek = stored->forWeek;
        event.start.day = m_week;
        event.loadTarget = stored->loadTarget;
        event.timeTarget = stored->timeTarget;
        event.distanceTargetMetres = stored->distanceTargetMetres;
        events.append(event);
    }
    m_editor.createAll(events);
    if (!m_rows.isEmpty())
        m_rows.constFirst()->start();
}

void WeekTargets::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        dismiss();
        return;
    }
    QFrame::keyPressEvent(event);
}

void WeekTargets::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.fillRect(0, 0, 1, height(), m_theme.color(Token::Line));
}

void WeekTargets::applyTheme()
{
    QPalette colors = palette();
    colors.setColor(QPalette::Window, m_theme.color(Token::Surface));
    setPalette(colors);
}

}
