// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gear/gearform.h"

#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int formSteps = 96;
constexpr int linesOfNotes = 4;

}

GearForm::GearForm(const Theme &theme, const items::GearTable &table, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_table(table)
{
    setObjectName(u"gear-form"_s);
    setFrameShape(QFrame::NoFrame);
    setAutoFillBackground(true);
    setFixedWidth(theme.spacing(formSteps));
    build();
    connect(&theme, &Theme::changed, this, &GearForm::applyTheme);
    applyTheme();
    refresh();
}

void GearForm::build()
{
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, 0, 0, 0);
    outer->addWidget(scroll);
    m_body = new QWidget;
    scroll->setWidget(m_body);
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(m_theme.spacing(4), m_theme.spacing(4), m_theme.spacing(4), m_theme.spacing(4));
    column->setSpacing(m_theme.spacing(3));
    m_title = new TextLabel(m_theme, TextRole::Section, Token::Text);
    m_title->setWeight(QFont::DemiBold);
    m_title->setWrapped(true);
    column->addWidget(m_title);
    m_facts = new TextLabel(m_theme, TextRole::Small, Token::TextSecond);
    m_facts->setWrapped(true);
    column->addWidget(m_facts);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(m_theme.spacing(3));
    grid->setVerticalSpacing(m_theme.spacing(2));
    grid->setColumnStretch(1, 1);
    buildFields(*grid);
    column->addLayout(grid);

    const auto add = [this](const QString &object, const QString &text, QHBoxLayout *into, auto act) {
        auto *button = new QPushButton(text);
        button->setObjectName(object);
        connect(button, &QPushButton::clicked, this, act);
        into->addWidget(button);
        return button;
    };
    auto *keeping = new QHBoxLayout;
    keeping->setSpacing(m_theme.spacing(2));
    m_save = add(u"gear-save"_s, tr("Save"), keeping, &GearForm::save);
    m_cancel = add(u"gear-cancel"_s, tr("Cancel"), keeping, [this] { isNew() ? Q_EMIT cancelled() : fill(true); });
    keeping->addStretch(1);
    column->addLayout(keeping);
    m_reminders = new ReminderList(m_theme, m_table.words());
    connect(m_reminders, &ReminderList::wanted, this, [this](ReminderStep step, const domain::GearReminder &reminder) {
        Q_EMIT reminderWanted(m_gear, step, reminder);
    });
    column->addWidget(m_reminders);
    auto *verbs = new QHBoxLayout;
    verbs->setSpacing(m_theme.spacing(2));
    m_retire = add(u"gear-retire"_s, {}, verbs, &GearForm::retire);
    m_replace = add(u"gear-replace"_s, tr("Replace"), verbs, [this] { Q_EMIT wanted(GearStep::Replace, m_gear); });
    m_replace->setToolTip(tr("Retire this part and put a new one with the same reminders in its place"));
    m_count = add(u"gear-count"_s, tr("Count anew"), verbs, [this] { Q_EMIT wanted(GearStep::Count, m_gear); });
    m_count->setToolTip(tr("Count its use anew from the activities"));
    m_remove = add(u"gear-remove"_s, tr("Delete"), verbs, [this] { Q_EMIT wanted(GearStep::Remove, m_gear); });
    verbs->addStretch(1);
    column->addSpacing(m_theme.spacing(2));
    column->addLayout(verbs);
    column->addStretch(1);
}

void GearForm::buildFields(QGridLayout &grid)
{
    m_name = new QLineEdit;
    m_name->setObjectName(u"gear-name"_s);
    connect(m_name, &QLineEdit::textChanged, this, &GearForm::refresh);
    connect(m_name, &QLineEdit::returnPressed, this, &GearForm::save);
    addField(grid, 0, tr("Name"), m_name);
    m_type = new QComboBox;
    m_type->setObjectName(u"gear-type"_s);
    for (const QString &type : domain::gearTypes())
        m_type->addItem(items::GearWords::type(type), type);
    connect(m_type, &QComboBox::currentIndexChanged, this, &GearForm::refresh);
    addField(grid, 1, tr("Kind"), m_type);
    m_whole = new QComboBox;
    m_whole->setObjectName(u"gear-whole"_s);
    addField(grid, 2, tr("Part of"), m_whole);
    m_wholeCaption = qobject_cast<TextLabel *>(grid.itemAtPosition(2, 0)->widget());
    m_notes = new QPlainTextEdit;
    m_notes->setObjectName(u"gear-notes"_s);
    m_notes->setTabChangesFocus(true);
    m_notes->setFixedHeight(linesOfNotes * m_notes->fontMetrics().lineSpacing() + m_theme.spacing(3));
    connect(m_notes, &QPlainTextEdit::textChanged, this, &GearForm::refresh);
    addField(grid, 3, tr("Notes"), m_notes);
}

void GearForm::addField(QGridLayout &grid, int row, const QString &caption, QWidget *field)
{
    field->setAccessibleName(caption);
    auto *label = new TextLabel(m_theme, TextRole::Body, Token::TextSecond, caption);
    grid.addWidget(label, row, 0, field == m_notes ? Qt::AlignTop : Qt::AlignVCenter);
    grid.addWidget(field, row, 1);
}

domain::Gear GearForm::typed() const
{
    domain::Gear gear = m_gear;
    gear.name = m_name->text().trimmed();
    gear.type = m_type->currentData().toString();
    gear.notes = m_notes->toPlainText();
    return gear;
}

bool GearForm::isChanged() const
{
    return typed() != m_gear;
}

void GearForm::present(const domain::Gear &gear)
{
    const bool same = m_gear.id == gear.id;
    // A field that was not touched follows what came; one that was stays as it was typed.
    const bool name = same && m_name->text().trimmed() != m_gear.name;
    const bool type = same && m_type->currentData().toString() != m_gear.type;
    const bool notes = same && m_notes->toPlainText() != m_gear.notes;
    const domain::Gear kept = typed();
    m_gear = gear;
    fill(true);
    if (name)
        m_name->setText(kept.name);
    if (type)
        m_type->setCurrentIndex(m_type->findData(kept.type));
    if (notes)
        m_notes->setPlainText(kept.notes);
    refresh();
}

void GearForm::begin()
{
    m_gear = {};
    m_gear.type = domain::gearTypes().constFirst();
    offerWholes();
    fill(true);
    m_name->setFocus(Qt::OtherFocusReason);
}

void GearForm::offerWholes()
{
    m_whole->clear();
    m_whole->addItem(tr("nothing", "it is not a part of other gear"), QString());
    for (const domain::Gear &gear : m_table.all()) {
        if (!gear.component && gear.retired.isEmpty() && gear.id)
            m_whole->addItem(gear.name, gear.id->value);
    }
}

void GearForm::fill(bool all)
{
    if (all) {
        m_name->setText(m_gear.name);
        if (m_type->findData(m_gear.type) < 0)
            m_type->addItem(items::GearWords::type(m_gear.type), m_gear.type);
        m_type->setCurrentIndex(m_type->findData(m_gear.type));
        m_notes->setPlainText(m_gear.notes);
    }
    refresh();
}

void GearForm::refresh()
{
    if (!m_reminders)
        return; // half built
    const items::GearWords &words = m_table.words();
    m_title->setText(isNew() ? tr("New gear") : m_gear.name);
    QStringList facts;
    if (const domain::Gear *whole = m_table.wholeOf(m_gear))
        facts.append(tr("Part of %1").arg(whole->name));
    const auto day = [&](const QString &iso) {
        return words.figures().locale().toString(QDate::fromString(iso.left(10), Qt::ISODate), QLocale::ShortFormat);
    };
    if (!m_gear.purchased.isEmpty())
        facts.append(tr("bought %1", "a day").arg(day(m_gear.purchased)));
    if (!m_gear.retired.isEmpty())
        facts.append(tr("retired %1", "a day").arg(day(m_gear.retired)));
    m_facts->setText(facts.join(u" · "_s));
    m_facts->setVisible(!facts.isEmpty());
    m_whole->setVisible(isNew());
    m_wholeCaption->setVisible(isNew());
    m_save->setText(isNew() ? tr("Add") : tr("Save"));
    m_save->setEnabled(!m_name->text().trimmed().isEmpty() && (isNew() || isChanged()));
    m_cancel->setVisible(isNew() || isChanged());
    m_retire->setText(m_gear.retired.isEmpty() ? tr("Retire") : tr("Use again"));
    m_replace->setVisible(m_gear.component && m_gear.retired.isEmpty());
    for (QWidget *widget : {static_cast<QWidget *>(m_retire),
             static_cast<QWidget *>(m_count),
             static_cast<QWidget *>(m_remove),
             static_cast<QWidget *>(m_reminders)})
        widget->setVisible(!isNew());
    for (QPushButton *verb : {m_retire, m_replace, m_count, m_remove})
        verb->setAccessibleName(tr("%1: %2", "what a button does, the gear").arg(verb->text(), m_gear.name));
}

void GearForm::save()
{
    if (!m_save->isEnabled())
        return;
    if (isNew())
        Q_EMIT addWanted(typed(), {m_whole->currentData().toString()});
    else
        Q_EMIT wanted(GearStep::Change, typed());
}

void GearForm::retire()
{
    domain::Gear after = m_gear;
    after.retired = m_gear.retired.isEmpty() ? m_table.today().toString(Qt::ISODate) : QString();
    Q_EMIT wanted(GearStep::Change, after);
}

void GearForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_cancel->isVisibleTo(this)) {
        m_cancel->click();
        return;
    }
    QFrame::keyPressEvent(event);
}

void GearForm::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.fillRect(
        layoutDirection() == Qt::RightToLeft ? width() - 1 : 0, 0, 1, height(), m_theme.color(Token::Line));
}

void GearForm::applyTheme()
{
    for (QWidget *widget : {static_cast<QWidget *>(this), m_body}) {
        QPalette colors = widget->palette();
        colors.setColor(QPalette::Window, m_theme.color(Token::Surface));
        widget->setPalette(colors);
    }
}

}
