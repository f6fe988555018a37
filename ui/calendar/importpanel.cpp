// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/importpanel.h"

#include "ui/calendar/importdelegate.h"
#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/toolbutton.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

ImportPanel::ImportPanel(Theme &theme, const CalendarWords &words, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_words(words)
{
    build();
    applyTheme();
    connect(&m_theme, &Theme::changed, this, &ImportPanel::applyTheme);
}

void ImportPanel::build()
{
    setObjectName(u"import-panel"_s);
    setFrameShape(QFrame::NoFrame);
    setAutoFillBackground(true);
    setFixedWidth(m_theme.spacing(120));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(m_theme.spacing(4), m_theme.spacing(3), m_theme.spacing(4), m_theme.spacing(4));
    outer->setSpacing(m_theme.spacing(3));

    auto *head = new QHBoxLayout;
    m_title = new TextLabel(m_theme, TextRole::Section, Token::Text, tr("Import"));
    m_title->setWeight(QFont::DemiBold);
    auto *close = new ToolButton(m_theme, u"close"_s, tr("Close (Esc)"));
    connect(close, &ToolButton::clicked, this, &ImportPanel::dismiss);
    head->addWidget(m_title, 1);
    head->addWidget(close);
    outer->addLayout(head);
    m_count = new TextLabel(m_theme, TextRole::Small, Token::TextSecond);
    m_count->setWrapped(true);
    outer->addWidget(m_count);

    m_view = new QTreeView;
    m_view->setObjectName(u"import-list"_s);
    m_view->setAccessibleName(tr("What the files offer"));
    m_view->setItemDelegate(new ImportDelegate(m_theme, m_view));
    m_view->setRootIsDecorated(false);
    m_view->setHeaderHidden(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(false);
    m_view->setAllColumnsShowFocus(true);
    m_view->setTextElideMode(Qt::ElideRight);
    outer->addWidget(m_view, 1);

    m_note = new TextLabel(m_theme, TextRole::Small, Token::TextSecond);
    m_note->setWrapped(true);
    m_note->setMinimumHeight(2 * m_theme.rowHeight());
    m_note->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    outer->addWidget(m_note);

    m_spreadRow = new QWidget;
    auto *row = new QHBoxLayout(m_spreadRow);
    row->setContentsMargins({});
    auto *label = new TextLabel(m_theme, TextRole::Body, Token::Text, tr("Workouts"));
    m_spread = new QComboBox;
    m_spread->setAccessibleName(tr("Days of the workouts"));
    label->setBuddy(m_spread);
    row->addWidget(label);
    row->addWidget(m_spread, 1);
    outer->addWidget(m_spreadRow);

    auto *buttons = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("Cancel"));
    connect(cancel, &QPushButton::clicked, this, &ImportPanel::dismiss);
    m_take = new QPushButton;
    m_take->setObjectName(u"import-take"_s);
    m_take->setProperty("primary", true);
    connect(m_take, &QPushButton::clicked, this, &ImportPanel::take);
    m_all = new QPushButton;
    m_all->setObjectName(u"import-all"_s);
    connect(m_all, &QPushButton::clicked, this, [this] { m_table->chooseAll(m_table->chosen().isEmpty()); });
    buttons->addWidget(m_all);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_take);
    outer->addLayout(buttons);
}

void ImportPanel::show(const QList<items::Candidate> &candidates, QDate day)
{
    m_day = day;
    items::ImportTable *before = m_table;
    m_table = new items::ImportTable(
        candidates, m_words.locale(), [this](const QString &type) { return m_words.sport(type); }, this);
    m_view->setModel(m_table);
    delete before;
    connect(m_table, &items::ImportTable::chosenChanged, this, &ImportPanel::refresh);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ImportPanel::refresh);
    for (const int column : {int(items::ImportWhat), int(items::ImportDay), int(items::ImportFigures)})
        m_view->hideColumn(column); // the delegate writes them below the name
    m_spread->clear();
    m_spread->addItem(tr("all on %1").arg(m_words.dayShort(m_day)), SameDay);
    m_spread->addItem(tr("one a day from %1").arg(m_words.dayShort(m_day)), OneADay);
    m_spread->addItem(tr("one a week from %1").arg(m_words.dayShort(m_day)), OneAWeek);
    const auto workouts = std::ranges::count(candidates, items::Candidate::Kind::Workout, &items::Candidate::kind);
    m_spreadRow->setVisible(workouts > 0);
    m_spread->setEnabled(workouts > 1);
    QWidget::show();
    m_view->setCurrentIndex(m_table->index(0, 0));
    m_view->setFocus(Qt::OtherFocusReason);
    refresh();
}

void ImportPanel::refresh()
{
    const auto chosen = int(m_table->chosen().size());
    const int all = m_table->rowCount();
    m_count->setText(tr("%1 of %2 chosen").arg(m_words.number(chosen), m_words.number(all)));
    m_take->setText(tr("Import %1").arg(m_words.number(chosen)));
    m_take->setEnabled(chosen > 0);
    m_all->setText(chosen > 0 ? tr("None") : tr("All"));
    const QModelIndex current = m_view->currentIndex();
    const QStringList reasons
        = current.isValid() ? current.siblingAtColumn(0).data(items::ImportReasonRole).toStringList() : QStringList();
    m_note->setText(reasons.mid(0, 3).join(u'\n'));
    const bool refused = current.isValid()
        && current.siblingAtColumn(0).data(items::ImportKindRole).toInt() == int(items::Candidate::Kind::Refused);
    m_note->setToken(refused ? Token::Bad : Token::TextSecond);
}

void ImportPanel::take()
{
    const QList<items::Candidate> chosen = m_table->chosen();
    const int step = m_spread->currentData().toInt() == OneADay ? 1
        : m_spread->currentData().toInt() == OneAWeek           ? 7
                                                                : 0;
    QList<QDate> days;
    for (qsizetype i = 0; i < chosen.size(); ++i)
        days.append(m_day.addDays(step * i));
    dismiss();
    Q_EMIT taken(chosen, days);
}

void ImportPanel::dismiss()
{
    hide();
    Q_EMIT closed();
}

void ImportPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        take();
    else
        QFrame::keyPressEvent(event);
}

void ImportPanel::applyTheme()
{
    QPalette colors = palette();
    colors.setColor(QPalette::Window, m_theme.color(Token::Surface));
    setPalette(colors);
}

}
