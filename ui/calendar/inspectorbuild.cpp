// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/inspector.h"
#include "ui/calendar/sideform.h"
#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/toolbutton.h"

#include <QComboBox>
#include <QDateEdit>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

void Inspector::addField(Field &field, const QString &label, QWidget *editor, QVBoxLayout *into)
{
    field.editor = editor;
    field.label = new TextLabel(m_theme, TextRole::Small, Token::TextSecond, label);
    field.label->setBuddy(editor);
    field.error = new TextLabel(m_theme, TextRole::Small, Token::Bad);
    field.error->setWrapped(true);
    field.error->hide();
    editor->setAccessibleName(label);
    auto *column = new QVBoxLayout;
    column->setSpacing(m_theme.spacing(1));
    column->addWidget(field.label);
    column->addWidget(editor);
    column->addWidget(field.error);
    into->addLayout(column);
}

QLineEdit *Inspector::lineEdit(const QString &name)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(name);
    connect(edit, &QLineEdit::editingFinished, this, [this, edit] {
        if (isDraft() && edit == m_name.editor && !edit->text().trimmed().isEmpty())
            createDraft();
        else
            commit();
    });
    return edit;
}

void Inspector::build()
{
    setObjectName(u"inspector"_s);
    const SideForm form = asSideForm(*this, m_theme);
    QVBoxLayout *outer = form.rows;
    m_title = form.title;
    connect(form.close, &ToolButton::clicked, this, &Inspector::dismiss);
    m_state = new TextLabel(m_theme, TextRole::Small, Token::TextSecond);
    m_state->setWrapped(true);
    outer->addWidget(m_state);

    QLineEdit *name = lineEdit(u"inspector-name"_s);
    addField(m_name, tr("Name"), name, outer);
    connect(name, &QLineEdit::returnPressed, this, &Inspector::createDraft);
    m_sportBox = new QComboBox;
    for (const QString &sport : domain::knownSports())
        m_sportBox->addItem(m_words.sport(sport), sport);
    addField(m_sport, tr("Sport"), m_sportBox, outer);
    connect(m_sportBox, &QComboBox::activated, this, [this] { commit(); });
    buildFigures(outer);

    m_text = new QPlainTextEdit;
    m_text->setObjectName(u"inspector-description"_s);
    m_text->setTabChangesFocus(true);
    m_text->installEventFilter(this);
    addField(m_description, tr("Workout"), m_text, outer);
    outer->setStretch(outer->count() - 1, 1);

    m_delete = new QPushButton(tr("Delete"));
    connect(m_delete, &QPushButton::clicked, this, [this] {
        const domain::LocalId id = m_id;
        m_open = false;
        Q_EMIT closed();
        m_editor.remove({id});
    });
    auto *foot = new QHBoxLayout;
    m_history = new QPushButton(tr("History"));
    m_history->setObjectName(u"inspector-history"_s);
    connect(m_history, &QPushButton::clicked, this, [this] {
        commit();
        Q_EMIT historyRequested(m_id);
    });
    foot->addWidget(m_delete);
    foot->addWidget(m_history);
    foot->addStretch();
    outer->addLayout(foot);
}

QDateEdit *Inspector::dateEdit()
{
    auto *edit = new QDateEdit;
    edit->setCalendarPopup(true);
    edit->setDisplayFormat(u"ddd d MMM yy"_s);
    edit->setLocale(m_words.locale());
    connect(edit, &QDateEdit::editingFinished, this, [this] { commit(); });
    return edit;
}

void Inspector::buildFigures(QVBoxLayout *into)
{
    const auto pair = [this, into] {
        auto *row = new QHBoxLayout;
        row->setSpacing(m_theme.spacing(3));
        auto *left = new QVBoxLayout;
        auto *right = new QVBoxLayout;
        row->addLayout(left, 1);
        row->addLayout(right, 1);
        row->setAlignment(left, Qt::AlignTop);
        row->setAlignment(right, Qt::AlignTop);
        into->addLayout(row);
        return std::pair(left, right);
    };
    auto [dayLeft, dayRight] = pair();
    m_dayEdit = dateEdit();
    addField(m_day, tr("Day"), m_dayEdit, dayLeft);
    m_untilEdit = dateEdit();
    addField(m_until, tr("Until"), m_untilEdit, dayRight);
    addField(m_time, tr("Time of day"), lineEdit(u"inspector-time"_s), dayRight);
    auto [durationLeft, durationRight] = pair();
    addField(m_duration, tr("Duration"), lineEdit(u"inspector-duration"_s), durationLeft);
    addField(
        m_distance, tr("Distance (%1)").arg(m_words.distanceUnit()), lineEdit(u"inspector-distance"_s), durationRight);
    auto [loadLeft, loadRight] = pair();
    addField(m_load, tr("Load"), lineEdit(u"inspector-load"_s), loadLeft);
    loadRight->addStretch();
    static_cast<QLineEdit *>(m_duration.editor)->setPlaceholderText(tr("h:mm"));
    static_cast<QLineEdit *>(m_time.editor)->setPlaceholderText(tr("any"));
    // Two even columns, whatever the fields would like
    const int half = (width() - 2 * m_theme.spacing(4) - m_theme.spacing(3)) / 2;
    for (const Field *field : {&m_day, &m_until, &m_time, &m_duration, &m_distance, &m_load})
        field->editor->setFixedWidth(half);
}

void Inspector::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.fillRect(0, 0, 1, height(), m_theme.color(Token::Line));
}

void Inspector::arrangeFor(domain::Category category)
{
    const bool session = domain::isSession(category);
    for (Field *field : {&m_sport, &m_time, &m_duration, &m_distance, &m_load}) {
        field->label->setVisible(session);
        field->editor->setVisible(session);
        if (!session)
            field->error->hide();
    }
    m_until.label->setVisible(!session);
    m_until.editor->setVisible(!session);
    m_description.label->setText(session ? tr("Workout") : tr("Text"));
    m_distance.label->setText(tr("Distance (%1)").arg(m_words.distanceUnit()));
    QFont font = m_theme.font(TextRole::Body);
    if (session) {
        font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        font.setPointSizeF(m_theme.font(TextRole::Body).pointSizeF());
    }
    m_text->setFont(font);
}

void Inspector::applyTheme()
{
    QPalette colors = palette();
    colors.setColor(QPalette::Window, m_theme.color(Token::Surface));
    setPalette(colors);
}

}
