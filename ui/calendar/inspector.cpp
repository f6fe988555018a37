// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/inspector.h"

#include "models/store/waitingedits.h"
#include "ui/calendar/durationtext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QDateEdit>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int mostLoad = 2000;
constexpr double mostDistance = 5000;

bool isSpan(domain::Category category)
{
    return !domain::isSession(category);
}

}

Inspector::Inspector(
    store::Store &store, CalendarEditor &editor, Theme &theme, const CalendarWords &words, QWidget *parent)
    : QFrame(parent)
    , m_store(store)
    , m_editor(editor)
    , m_theme(theme)
    , m_words(words)
{
    build();
    applyTheme();
    connect(&m_theme, &Theme::changed, this, &Inspector::applyTheme);
    connect(&m_store, &store::Store::changed, this, [this](const store::Change &change) {
        if (!m_open || isDraft() || (!change.everything && !change.ids.contains(m_id)))
            return;
        const auto event = m_store.event(m_id);
        if (!event.ok()) { // deleted elsewhere, or by undo
            m_open = false;
            Q_EMIT closed();
            return;
        }
        present(*event, true);
    });
}

QString Inspector::text(const Field &field)
{
    const auto *edit = qobject_cast<QLineEdit *>(field.editor);
    return edit ? edit->text().trimmed() : QString();
}

void Inspector::open(const domain::LocalId &id)
{
    if (m_open)
        commit();
    const auto event = m_store.event(id);
    if (!event.ok())
        return;
    m_id = id;
    m_open = true;
    present(*event);
    m_name.editor->setFocus(Qt::OtherFocusReason);
    static_cast<QLineEdit *>(m_name.editor)->selectAll();
}

void Inspector::openDraft(QDate day, domain::Category category)
{
    if (m_open)
        commit();
    m_id = {};
    m_open = true;
    domain::Event draft;
    draft.category = category;
    draft.start.day = day;
    if (domain::isSession(category))
        draft.type = m_sportBox->currentData().toString();
    present(draft);
    m_name.editor->setFocus(Qt::OtherFocusReason);
}

void Inspector::dismiss()
{
    if (!m_open)
        return;
    if (!isDraft())
        commit();
    m_open = false;
    Q_EMIT closed();
}

void Inspector::setText(Field &field, const QString &text, bool keepFocused)
{
    auto *edit = static_cast<QLineEdit *>(field.editor);
    if (keepFocused && (edit->hasFocus() || !field.error->isHidden()))
        return; // never under the person's hands, never over what they still have to correct
    field.shown = text;
    field.error->hide();
    edit->setText(text);
    edit->setCursorPosition(0);
}

void Inspector::present(const domain::Event &event, bool keepFocused)
{
    const QScopedValueRollback showing(m_showing, true);
    m_event = event;
    const auto summary = isDraft() ? std::nullopt : m_store.summary(m_id);
    m_estimated = summary && summary->mark != store::Mark::Synced && !summary->profile.isEmpty();
    const domain::Category category = event.category.value();
    arrangeFor(category);
    m_title->setText(isDraft() ? tr("New: %1").arg(m_words.category(category)) : m_words.category(category));
    const bool readOnly = summary && summary->readOnly;
    QString state;
    if (readOnly)
        state = event.athleteCannotEdit ? tr("Your coach has locked this entry; it cannot be changed here.")
                                        : tr("This entry cannot be changed here.");
    else if (isDraft())
        state = tr("Saved when it has a name. Esc drops it.");
    else if (summary)
        state = m_words.mark(summary->mark, store::refusalOf(m_store.database(), m_id));
    m_state->setText(state);
    m_state->setVisible(!state.isEmpty());
    m_delete->setVisible(!isDraft() && !readOnly);
    m_history->setVisible(!isDraft());
    for (Field *field :
        {&m_name, &m_sport, &m_day, &m_until, &m_time, &m_duration, &m_distance, &m_load, &m_description})
        field->editor->setEnabled(!readOnly);

    setText(m_name, event.name, keepFocused);
    setText(m_time, event.start.time ? event.start.time->toString(u"HH:mm"_s) : QString(), keepFocused);
    setText(m_duration, event.movingTime ? durationText(int(event.movingTime->count())) : QString(), keepFocused);
    setText(m_distance,
        event.distanceMetres ? m_words.locale().toString(
            *event.distanceMetres / m_words.metresPerUnit(), 'f', QLocale::FloatingPointShortest)
                             : QString(),
        keepFocused);
    const QString load = event.load ? QString::number(*event.load) : QString();
    setText(m_load, m_estimated && event.load ? u'~' + load : load, keepFocused);
    if (!event.type.isEmpty()) {
        if (m_sportBox->findData(event.type) < 0)
            m_sportBox->addItem(m_words.sport(event.type), event.type);
        m_sportBox->setCurrentIndex(m_sportBox->findData(event.type));
    }
    m_dayEdit->setDate(event.start.day);
    m_untilEdit->setDate(event.end ? std::max(event.start.day, event.end->day.addDays(-1)) : event.start.day);
    if (!keepFocused || !m_text->hasFocus()) {
        m_text->setPlainText(event.description);
        m_description.shown = event.description;
    }
}

void Inspector::complain(Field &field, const QString &reason)
{
    field.error->setText(reason);
    field.error->show();
    field.editor->setAccessibleDescription(reason);
}

bool Inspector::readDuration(domain::Event &event)
{
    const QString typed = text(m_duration);
    if (typed == m_duration.shown)
        return true;
    if (typed.isEmpty()) {
        event.movingTime.reset();
        return true;
    }
    const auto seconds = parseDuration(typed);
    if (!seconds) {
        complain(m_duration, tr("A time such as 1:30, 1h30 or 90m"));
        return false;
    }
    event.movingTime = std::chrono::seconds(*seconds);
    return true;
}

bool Inspector::readDistance(domain::Event &event)
{
    const QString typed = text(m_distance);
    if (typed == m_distance.shown)
        return true;
    if (typed.isEmpty()) {
        event.distanceMetres.reset();
        return true;
    }
    bool ok = false;
    double value = m_words.locale().toDouble(typed, &ok);
    if (!ok)
        value = typed.toDouble(&ok);
    if (!ok || value < 0 || value > mostDistance) {
        complain(m_distance, tr("A number of %1").arg(m_words.distanceUnit()));
        return false;
    }
    event.distanceMetres = value * m_words.metresPerUnit();
    return true;
}

bool Inspector::readLoad(domain::Event &event)
{
    const QString typed = text(m_load);
    if (typed == m_load.shown)
        return true;
    if (typed.isEmpty()) {
        event.load.reset();
        return true;
    }
    bool ok = false;
    const int value = typed.toInt(&ok);
    if (!ok || value < 0 || value > mostLoad) {
        complain(m_load, tr("A whole number from 0 to %1").arg(mostLoad));
        return false;
    }
    event.load = value;
    return true;
}

bool Inspector::readTime(domain::Event &event)
{
    const QString typed = text(m_time);
    if (typed == m_time.shown)
        return true;
    if (typed.isEmpty()) {
        event.start.time.reset();
        return true;
    }
    for (const QString &format : {u"H:mm"_s, u"H.mm"_s, u"Hmm"_s, u"H"_s}) {
        const QTime time = QTime::fromString(typed, format);
        if (time.isValid()) {
            event.start.time = time;
            return true;
        }
    }
    complain(m_time, tr("A time of day such as 7:30"));
    return false;
}

void Inspector::readDays(domain::Event &event) const
{
    const QDate day = m_dayEdit->date();
    if (isSpan(event.category.value())) {
        const QDate last = std::max(day, m_untilEdit->date());
        const QDate before = event.end ? event.end->day : event.start.day.addDays(1);
        if (last.addDays(1) != before || event.start.day != day)
            event.end = domain::LocalDateTime {last.addDays(1), {}};
    } else if (event.end && event.start.day != day) {
        event.end->day = event.end->day.addDays(event.start.day.daysTo(day));
    }
    event.start.day = day;
}

bool Inspector::read(domain::Event &event)
{
    for (Field *field : {&m_time, &m_duration, &m_distance, &m_load})
        field->error->hide();
    event.name = text(m_name).isEmpty() && !isDraft() ? event.name : text(m_name);
    readDays(event);
    const bool session = domain::isSession(event.category.value());
    if (session)
        event.type = m_sportBox->currentData().toString();
    if (m_text->toPlainText() != m_description.shown)
        event.description = m_text->toPlainText();
    bool good = true;
    if (session) { // all of them, so that every bad field says so
        good = readTime(event) && good;
        good = readDuration(event) && good;
        good = readDistance(event) && good;
        good = readLoad(event) && good;
    }
    return good;
}

void Inspector::commit()
{
    if (!m_open || m_showing || isDraft() || !m_name.editor->isEnabled())
        return;
    domain::Event after = m_event;
    static_cast<void>(read(after)); // what cannot be read stays as it was and in its field
    if (after == m_event)
        return;
    if (m_editor.edit(m_id, after)) {
        if (const auto event = m_store.event(m_id); event.ok())
            present(*event, true);
    }
}

void Inspector::createDraft()
{
    if (!m_open || !isDraft())
        return;
    domain::Event event = m_event;
    if (!read(event))
        return;
    if (event.name.isEmpty())
        event.name = domain::isSession(event.category.value()) ? m_words.sport(event.type)
                                                               : m_words.category(event.category.value());
    const auto id = m_editor.create(event);
    if (!id)
        return;
    m_id = *id;
    if (const auto created = m_store.event(*id); created.ok())
        present(*created);
}

void Inspector::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        dismiss();
        return;
    }
    QFrame::keyPressEvent(event);
}

bool Inspector::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::FocusOut && m_open) {
        if (isDraft() && !text(m_name).isEmpty())
            createDraft();
        else
            commit();
    }
    return QFrame::eventFilter(watched, event);
}

}
