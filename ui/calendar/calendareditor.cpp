// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/calendareditor.h"

#include "ui/calendar/eventclipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

CalendarEditor::CalendarEditor(store::Store &store, const CalendarWords &words, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_planner(store)
    , m_words(words)
{
}

QString CalendarEditor::nameOf(const domain::LocalId &id) const
{
    const auto summary = m_store.summary(id);
    if (!summary)
        return {};
    return summary->name.isEmpty() ? m_words.category(summary->category.value()) : summary->name;
}

QMap<domain::LocalId, QDate> CalendarEditor::daysOf(const QList<domain::LocalId> &ids) const
{
    QMap<domain::LocalId, QDate> days;
    for (const domain::LocalId &id : ids) {
        if (const auto summary = m_store.summary(id))
            days.insert(id, summary->day);
    }
    return days;
}

void CalendarEditor::report(
    const QList<domain::LocalId> &ids, QString (CalendarWords::*words)(const QString &, int, QDate) const)
{
    const QMap<domain::LocalId, QDate> days = daysOf(ids);
    if (days.isEmpty())
        return;
    Q_EMIT landed(days);
    const QDate first = *std::ranges::min_element(days);
    Q_EMIT sentence((m_words.*words)(nameOf(ids.constFirst()), int(days.size()), first), true);
}

void CalendarEditor::move(const QList<domain::LocalId> &ids, int days)
{
    const auto done = m_planner.move(ids, days);
    if (!done.ok()) {
        Q_EMIT failed(done.error());
        return;
    }
    report(ids, &CalendarWords::moved);
}

void CalendarEditor::copy(const QList<domain::LocalId> &ids, QDate firstDay)
{
    const auto copies = m_planner.copyTo(ids, firstDay);
    if (!copies.ok()) {
        Q_EMIT failed(copies.error());
        return;
    }
    report(*copies, &CalendarWords::copied);
}

void CalendarEditor::duplicate(const QList<domain::LocalId> &ids)
{
    const auto days = daysOf(ids);
    if (!days.isEmpty())
        copy(ids, std::ranges::min(days.values()).addDays(1));
}

void CalendarEditor::duplicateWeek(QDate firstDay)
{
    QList<domain::LocalId> ids;
    QDate first;
    const auto week = m_store.events({firstDay, firstDay.addDays(6)});
    for (const store::Summary &event : week) {
        if (event.category != domain::Category::Workout && event.category != domain::Category::Note)
            continue; // a season or a holiday is not of this week alone
        ids.append(event.id);
        first = first.isValid() ? std::min(first, event.day) : event.day;
    }
    if (!ids.isEmpty())
        copy(ids, first.addDays(7));
}

void CalendarEditor::remove(const QList<domain::LocalId> &ids)
{
    if (ids.isEmpty())
        return;
    const QString name = nameOf(ids.constFirst());
    const auto done = m_planner.remove(ids);
    if (!done.ok()) {
        Q_EMIT failed(done.error());
        return;
    }
    Q_EMIT landed({});
    Q_EMIT sentence(m_words.removed(name, int(ids.size())), true);
}

void CalendarEditor::toClipboard(const QList<domain::LocalId> &ids, bool cut)
{
    QList<domain::Event> events;
    QList<domain::LocalId> found;
    for (const domain::LocalId &id : ids) {
        if (const auto event = m_store.event(id); event.ok()) {
            events.append(*event);
            found.append(id);
        }
    }
    if (events.isEmpty())
        return;
    // Pasting puts the first on the day and keeps the distances of the others.
    std::ranges::stable_sort(events, {}, [](const domain::Event &event) { return event.start.day; });
    QGuiApplication::clipboard()->setMimeData(eventclipboard::write(events).release());
    if (cut)
        remove(found);
    else
        Q_EMIT sentence(tr("Copied to the clipboard."), false);
}

void CalendarEditor::paste(QDate day)
{
    const QList<domain::Event> events = eventclipboard::read(QGuiApplication::clipboard()->mimeData());
    if (events.isEmpty())
        return;
    const auto pasted = m_planner.paste(events, day);
    if (!pasted.ok()) {
        Q_EMIT failed(pasted.error());
        return;
    }
    report(*pasted, &CalendarWords::copied);
}

std::optional<domain::LocalId> CalendarEditor::create(const domain::Event &event)
{
    const auto id = m_planner.create(event);
    if (!id.ok()) {
        Q_EMIT failed(id.error());
        return {};
    }
    Q_EMIT landed({{*id, event.start.day}});
    Q_EMIT sentence(
        m_words.created(event.name.isEmpty() ? m_words.category(event.category.value()) : event.name, event.start.day),
        true);
    return *id;
}

void CalendarEditor::createAll(const QList<domain::Event> &events)
{
    if (events.isEmpty())
        return;
    if (events.size() == 1) {
        create(events.constFirst());
        return;
    }
    const auto created = m_planner.createAll(events, store::Verb::Create, events.constFirst().name);
    if (!created.ok()) {
        Q_EMIT failed(created.error());
        return;
    }
    tellCreated(*created);
}

void CalendarEditor::tellCreated(const QList<domain::LocalId> &ids)
{
    report(ids, &CalendarWords::createdAll);
}

bool CalendarEditor::edit(const domain::LocalId &id, const domain::Event &after)
{
    const auto done = m_planner.edit(id, after);
    if (!done.ok())
        Q_EMIT failed(done.error());
    return done.ok();
}

}
