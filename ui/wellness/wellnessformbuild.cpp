// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wellness/commentfield.h"
#include "ui/wellness/valuefield.h"
#include "ui/wellness/wellnessrow.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using items::WellnessField;
using items::WellnessKind;

// How the form is put together; what it does with input stands in wellnessform.cpp.
namespace ui {

namespace {

constexpr int labelColumn = 0;
constexpr int editorColumn = 1;
constexpr int comparisonColumn = 2;
constexpr int columns = 3;

}

QWidget *WellnessForm::Row::editor() const
{
    if (value)
        return value;
    if (scale)
        return scale;
    return choice ? static_cast<QWidget *>(choice) : text;
}

void WellnessForm::setFields(const QList<const WellnessField *> &fields)
{
    m_fields = fields;
    m_rest.stop();
    delete m_body; // first: its fields speak to the rows until they are gone
    m_rows.clear();
    m_body = new QWidget(this);
    layout()->addWidget(m_body);
    m_grid = new QGridLayout(m_body);
    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(m_theme.spacing(3));
    m_grid->setVerticalSpacing(m_theme.spacing(1) + 2);
    m_grid->setColumnStretch(comparisonColumn, 1);
    int line = 0;
    std::optional<items::WellnessGroup> group;
    for (const WellnessField *field : fields) {
        if (group != field->group) {
            group = field->group;
            addGroup(*group, line++);
        }
        addRow(*field, line);
        line += 2; // the second is the note's
    }
    alignScales();
    for (const auto &row : m_rows)
        show(*row, true);
}

void WellnessForm::addGroup(items::WellnessGroup group, int line)
{
    auto *head = new QWidget(m_body);
    auto *across = new QHBoxLayout(head);
    across->setContentsMargins(0, line == 0 ? 0 : m_theme.spacing(3), 0, 0);
    across->setSpacing(m_theme.spacing(1) + 2);
    auto *title = new TextLabel(m_theme, TextRole::Small, Token::TextSecond, m_words.group(group));
    title->setWeight(QFont::DemiBold);
    across->addWidget(title);
    if (group == items::WellnessGroup::Feel)
        across->addWidget(
            new TextLabel(m_theme, TextRole::Small, Token::TextThird, tr("1 is the good end. Keys 1 to 4.")));
    across->addStretch(1);
    m_grid->addWidget(head, line, labelColumn, 1, columns);
}

void WellnessForm::addRow(const WellnessField &field, int line)
{
    m_rows.push_back(std::make_unique<Row>(field));
    Row &row = *m_rows.back();
    switch (field.kind) {
    case WellnessKind::Number:
    case WellnessKind::Duration:
        addValue(row);
        break;
    case WellnessKind::Scale:
        addScale(row);
        break;
    case WellnessKind::Choice:
        addChoice(row);
        break;
    case WellnessKind::Text:
        addText(row);
        break;
    }
    const QString name = m_words.label(field);
    auto *label = new ElidedLabel(m_theme, TextRole::Body, Token::TextSecond, name);
    label->setMaximumWidth(m_theme.spacing(52));
    label->setMinimumWidth(std::min(label->sizeHint().width(), m_theme.spacing(52)));
    QWidget *editor = row.editor();
    editor->setObjectName("wellness-"_L1 + field.key);
    editor->setAccessibleName(name);
    const bool wide = field.kind == WellnessKind::Text;
    m_grid->addWidget(label, line, labelColumn, wide ? Qt::AlignTop : Qt::AlignVCenter);
    if (wide)
        m_grid->addWidget(editor, line, editorColumn, 1, columns - 1);
    else if (row.scale)
        m_grid->addWidget(editor, line, editorColumn, 1, columns - 1, Qt::AlignLeft | Qt::AlignVCenter);
    else
        m_grid->addWidget(editor, line, editorColumn, Qt::AlignLeft | Qt::AlignVCenter);

    if (row.value) {
        auto *pair = new QWidget(m_body);
        auto *across = new QHBoxLayout(pair);
        across->setContentsMargins({});
        across->setSpacing(m_theme.spacing(1));
        row.comparisonWord = new TextLabel(m_theme, TextRole::Small, Token::TextThird);
        row.comparison = new TextLabel(m_theme, TextRole::Small, Token::TextSecond);
        row.comparison->setWeight(QFont::DemiBold);
        across->addStretch(1);
        across->addWidget(row.comparisonWord);
        across->addWidget(row.comparison);
        m_grid->addWidget(pair, line, comparisonColumn, Qt::AlignRight | Qt::AlignVCenter);
    }
    row.note = new TextLabel(m_theme, TextRole::Small, Token::Bad);
    row.note->setWrapped(true);
    row.note->hide();
    m_grid->addWidget(row.note, line + 1, editorColumn, 1, columns - 1);
}

void WellnessForm::addValue(Row &row)
{
    row.value = new ValueField(m_theme, m_body);
    connect(row.value, &QLineEdit::textEdited, this, [this, &row] { touch(row); });
    row.value->installEventFilter(this); // not editingFinished(), which says nothing of a field refused before
    connect(row.value, &ValueField::abandoned, this, [this, &row] { restore(row); });
    connect(row.value, &QLineEdit::returnPressed, this, [this, &row] {
        if (commitRow(row)) {
            show(row, true);
            focusNextChild();
        }
    });
}

void WellnessForm::addScale(Row &row)
{
    row.scale = new SegmentedControl(m_theme, SegmentedControl::Look::Answer, m_body);
    QStringList words;
    for (const QString &word : m_words.scale(row.field))
        words << tr("%1 %2", "number and word of a scale").arg(words.size() + 1).arg(word);
    row.scale->setSegments(words);
    row.scale->setClearable(true);
    row.scale->setToken(2, Token::Warning);
    row.scale->setToken(3, Token::Bad);
    connect(row.scale, &SegmentedControl::activated, this, [this, &row](int index) {
        domain::Wellness after = m_day;
        row.field.setNumber(after, index < 0 ? std::nullopt : std::optional<double>(index + 1));
        if (!saveRow(row, after))
            restore(row);
    });
}

void WellnessForm::addChoice(Row &row)
{
    row.choice = new QComboBox(m_body);
    row.choice->setFocusPolicy(Qt::StrongFocus);
    row.choice->setMinimumWidth(m_theme.spacing(37));
    row.choice->installEventFilter(this);
    row.choice->addItem(QString(), QString());
    for (const QString &phase : items::menstrualPhases())
        row.choice->addItem(m_words.phase(phase), phase);
    connect(row.choice, &QComboBox::activated, this, [this, &row] {
        domain::Wellness after = m_day;
        row.field.setText(after, row.choice->currentData().toString());
        if (!saveRow(row, after))
            restore(row);
    });
}

void WellnessForm::addText(Row &row)
{
    row.text = new CommentField(m_theme, m_body);
    row.text->installEventFilter(this);
    connect(row.text, &QPlainTextEdit::textChanged, this, [this, &row] {
        if (!m_showing)
            touch(row);
    });
}

/// The numbers of all scales stand below each other, unless the words of this language are too long for that.
void WellnessForm::alignScales()
{
    int segment = 0;
    int widest = 0;
    for (const auto &row : m_rows) {
        if (!row->scale)
            continue;
        int sum = 0;
        for (int i = 0; i < row->scale->layout()->count(); ++i) {
            const int wanted = row->scale->layout()->itemAt(i)->sizeHint().width();
            segment = std::max(segment, wanted);
            sum += wanted;
        }
        widest = std::max(widest, sum);
    }
    const bool even = segment * 4 <= m_theme.spacing(92);
    for (const auto &row : m_rows) {
        if (!row->scale)
            continue;
        auto *across = static_cast<QBoxLayout *>(row->scale->layout());
        for (int i = 0; i < across->count(); ++i)
            across->setStretch(i, even ? 1 : 0);
        row->scale->setFixedWidth(even ? segment * row->scale->count() : widest);
    }
}

}
