// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wellness/wellnessform.h"

#include "ui/wellness/valuefield.h"
#include "ui/wellness/wellnessrow.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using items::WellnessField;
using items::WellnessInput;
using items::WellnessKind;

namespace ui {

namespace {

constexpr int restMilliseconds = 800;
constexpr int longestComment = 100 * 1024; // bytes; the service refuses far more
constexpr double farDeviations = 3;

/// Without control characters, which some programs put on the clipboard.
QString cleaned(QString text)
{
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Control && c != u'\n' && c != u'\t'; });
    return text;
}

}

WellnessForm::WellnessForm(const Theme &theme, const WellnessWords &words, Saver saver, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_words(words)
    , m_saver(std::move(saver))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        for (const auto &row : m_rows)
            commitRow(*row);
    });
    connect(&theme, &Theme::changed, this, &WellnessForm::alignScales);
}

WellnessForm::~WellnessForm()
{
    delete m_body; // its fields speak to the rows until they are gone
}

void WellnessForm::present(const domain::Wellness &day, const items::WellnessHistory &history)
{
    const bool sameDay = m_day.day == day.day;
    m_day = day;
    m_history = history;
    for (const auto &row : m_rows) {
        if (!sameDay)
            row->dirty = false;
        if (row->dirty) {
            showComparison(*row);
            continue;
        }
        if (!sameDay)
            setNote(*row, {}, false);
        show(*row, !sameDay);
    }
}

/// Puts the stored value in. A field that is being typed in and says the same is left alone unless told otherwise.
void WellnessForm::show(Row &row, bool reformat)
{
    const QScopedValueRollback showing(m_showing, true);
    const WellnessField &field = row.field;
    if (row.value) {
        const auto stored = field.number(m_day);
        const QString text = stored ? m_words.numbers().text(field, *stored) : QString();
        const auto typed = m_words.numbers().read(field, row.value->text()).value;
        const bool same = typed && stored && m_words.numbers().text(field, *typed) == text;
        if (row.value->text() != text && (reformat || !row.value->hasFocus() || !same)) {
            row.value->setText(text);
            setNote(row, {}, false);
        }
        row.value->setModified(false);
        row.value->setReadOnly(m_day.locked);
        const QString unit = m_words.unit(field);
        const QString carried = tr("carried over", "a value taken over from the settings");
        row.value->setUnit(!field.isCarriedOver(m_day) ? unit
                : unit.isEmpty()                       ? carried
                                                       : tr("%1 · %2").arg(unit, carried));
    } else if (row.scale) {
        row.scale->setCurrentIndex(int(field.number(m_day).value_or(0)) - 1);
        row.scale->setEnabled(!m_day.locked);
    } else if (row.choice) {
        const QString key = field.text(m_day);
        if (row.choice->findData(key) < 0)
            row.choice->addItem(m_words.phase(key), key);
        row.choice->setCurrentIndex(row.choice->findData(key));
        row.choice->setEnabled(!m_day.locked);
    } else {
        if (row.text->toPlainText() != field.text(m_day))
            row.text->setPlainText(field.text(m_day));
        row.text->document()->setModified(false);
        row.text->setReadOnly(m_day.locked);
    }
    showComparison(row);
}

void WellnessForm::showComparison(Row &row)
{
    if (!row.comparison)
        return;
    const WellnessField &field = row.field;
    QString word;
    QString figure;
    const bool byBand = field.key == "hrv"_L1 || field.key == "hrvSDNN"_L1;
    const auto normal = byBand ? m_history.series(field, 1).normal : std::nullopt;
    if (normal) {
        word = tr("normal", "before a range of figures");
        figure = m_words.range(field, *normal);
    } else if (const auto mean = m_history.meanBefore(field)) {
        word = tr("7 days", "before the mean of the last week");
        figure = m_words.numbers().meanText(field, *mean);
    }
    row.comparisonWord->setText(word);
    row.comparison->setText(figure);
    row.value->setAccessibleDescription(
        figure.isEmpty() ? m_words.unit(field) : tr("%1, %2 %3").arg(m_words.unit(field), word, figure));
}

void WellnessForm::touch(Row &row)
{
    row.dirty = true;
    setNote(row, {}, false);
    m_rest.start();
    Q_EMIT typing();
}

void WellnessForm::finish(Row &row)
{
    const bool was = row.dirty;
    if (commitRow(row)) {
        show(row, true);
        return;
    }
    // Not at once: the focus is just moving. It stays with what needs it, unless the page itself went away.
    if (was && !row.editor()->hasFocus())
        QTimer::singleShot(0, row.editor(), [editor = row.editor()] {
            if (editor->isVisible() && editor->window()->isActiveWindow())
                editor->setFocus(Qt::OtherFocusReason);
        });
}

bool WellnessForm::commit()
{
    m_rest.stop();
    Row *wrong = nullptr;
    for (const auto &row : m_rows) {
        if (!commitRow(*row) && !wrong)
            wrong = row.get();
    }
    if (wrong)
        wrong->editor()->setFocus(Qt::OtherFocusReason);
    return !wrong;
}

bool WellnessForm::commitRow(Row &row)
{
    if (!row.dirty)
        return true;
    if (m_day.locked) {
        restore(row);
        return true;
    }
    return row.value ? commitValue(row) : commitText(row);
}

bool WellnessForm::commitValue(Row &row)
{
    const WellnessField &field = row.field;
    const WellnessInput input = m_words.numbers().read(field, row.value->text());
    if (input.isRefused()) {
        refuse(row, m_words.refusal(field, input.state));
        return false;
    }
    const auto stored = field.number(m_day);
    // What is shown is rounded; typing the same again must not store the rounding.
    const bool same = stored && input.value
        && m_words.numbers().text(field, *stored) == m_words.numbers().text(field, *input.value);
    domain::Wellness after = m_day;
    if (!same)
        field.setNumber(after, input.value);
    if (!saveRow(row, after))
        return false;
    const bool strange
        = input.value && (input.state == WellnessInput::State::Unusual || isFarFromNormal(field, *input.value));
    setNote(row, strange ? m_words.unusual(field, *input.value) : QString(), false);
    return true;
}

bool WellnessForm::commitText(Row &row)
{
    const QString text = cleaned(row.text->toPlainText());
    if (text.toUtf8().size() > longestComment) {
        refuse(row, m_words.refusal(row.field, WellnessInput::State::OutOfRange));
        return false;
    }
    domain::Wellness after = m_day;
    row.field.setText(after, text);
    return saveRow(row, after);
}

bool WellnessForm::saveRow(Row &row, const domain::Wellness &after)
{
    row.dirty = false;
    if (after != m_day && !m_saver(after)) {
        row.dirty = row.value || row.text;
        return false;
    }
    if (row.value)
        row.value->setModified(false);
    if (isSettled())
        Q_EMIT settled();
    return true;
}

bool WellnessForm::isSettled() const
{
    return std::none_of(m_rows.begin(), m_rows.end(), [](const auto &row) { return row->dirty; });
}

void WellnessForm::refuse(Row &row, const QString &reason)
{
    setNote(row, reason, true);
    Q_EMIT refused(reason);
}

void WellnessForm::restore(Row &row)
{
    row.dirty = false;
    setNote(row, {}, false);
    show(row, true);
    if (isSettled())
        Q_EMIT settled();
}

void WellnessForm::setNote(Row &row, const QString &text, bool wrong)
{
    row.note->setToken(wrong ? Token::Bad : Token::Warning);
    row.note->setText(text);
    row.note->setVisible(!text.isEmpty());
    if (row.value)
        row.value->setWrong(wrong);
}

bool WellnessForm::isFarFromNormal(const WellnessField &field, double value) const
{
    const auto series = m_history.series(field, 1);
    if (!series.normal)
        return false;
    const double deviation = (series.normal->high - series.normal->low) / 2;
    const double mean = (series.normal->high + series.normal->low) / 2;
    return deviation > 0 && std::abs(value - mean) > farDeviations * deviation;
}

WellnessForm::Row *WellnessForm::rowOf(QStringView key) const
{
    const auto it
        = std::find_if(m_rows.begin(), m_rows.end(), [key](const auto &row) { return row->field.key == key; });
    return it == m_rows.end() ? nullptr : it->get();
}

QWidget *WellnessForm::editor(QStringView key) const
{
    const Row *row = rowOf(key);
    return row ? row->editor() : nullptr;
}

QString WellnessForm::noteText(QStringView key) const
{
    const Row *row = rowOf(key);
    return row ? row->note->text() : QString();
}

void WellnessForm::focusFirstEmpty()
{
    const auto it = std::find_if(m_rows.begin(), m_rows.end(), [this](const auto &row) {
        return !row->field.isSet(m_day) || row->field.isCarriedOver(m_day);
    });
    if (!m_rows.empty())
        (it == m_rows.end() ? m_rows.front() : *it)->editor()->setFocus(Qt::OtherFocusReason);
}

bool WellnessForm::eventFilter(QObject *watched, QEvent *event)
{
    const auto it
        = std::find_if(m_rows.begin(), m_rows.end(), [watched](const auto &row) { return row->editor() == watched; });
    if (it == m_rows.end())
        return false;
    Row &row = **it;
    // Rolling the page must not change a choice that happens to pass under the pointer.
    if (row.choice && event->type() == QEvent::Wheel && !row.choice->hasFocus()) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
            finish(row);
    } else if (!row.text) {
        return false;
    } else if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (!row.dirty && (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo))) {
            event->ignore();
            return true;
        }
        if (event->type() == QEvent::KeyPress && key->key() == Qt::Key_Escape && row.dirty) {
            restore(row);
            return true;
        }
    }
    return false;
}

}
