// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gear/gearpage.h"

#include "ui/activities/rowtable.h"
#include "ui/gear/geardelegate.h"
#include "ui/shell/pageheader.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/pillbutton.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using items::GearColumn;

namespace ui {

namespace {

enum Leaf { Rows, Nothing };

}

GearPage::GearPage(const Theme &theme, items::GearTable &table, QWidget *parent)
    : Page(parent)
    , m_theme(theme)
    , m_table(table)
{
    setObjectName(u"gear-page"_s);
    setAutoFillBackground(true);
    build();
    connect(&m_table, &QAbstractItemModel::modelReset, this, &GearPage::follow);
    connect(m_rows->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        if (!row.isValid())
            return;
        m_adding = false;
        m_chosen = {row.data(items::GearIdRole).toString()};
        present();
    });
    connect(m_form, &GearForm::cancelled, this, [this] {
        m_adding = false;
        follow();
        m_rows->setFocus(Qt::OtherFocusReason);
    });
    connect(&theme, &Theme::changed, this, &GearPage::applyTheme);
    applyTheme();
    follow();
}

QString GearPage::title() const
{
    return tr("Gear");
}

void GearPage::build()
{
    m_header = new PageHeader(m_theme, title());
    m_header->setNote(tr("Bikes, shoes and their parts, as the service keeps them"));
    m_retired = new PillButton(m_theme, tr("Retired"));
    m_retired->setObjectName(u"gear-show-retired"_s);
    m_retired->setToolTip(tr("Show what is retired, too"));
    connect(m_retired, &PillButton::toggled, &m_table, &items::GearTable::setRetiredShown);
    m_header->addCentre(m_retired);
    auto *add = new QPushButton(tr("Add gear"));
    add->setObjectName(u"gear-add"_s);
    connect(add, &QPushButton::clicked, this, &GearPage::beginNew);
    m_header->addRight(add);
    m_rows = new RowTable(m_theme);
    m_rows->setObjectName(u"gear-table"_s);
    m_rows->setAccessibleName(title());
    m_rows->setItemDelegate(new GearDelegate(m_theme, m_rows));
    m_rows->setModel(&m_table);
    m_rows->horizontalHeader()->setSectionsClickable(false);
    m_rows->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_rows->horizontalHeader()->setSectionResizeMode(int(GearColumn::Name), QHeaderView::Stretch);
    connect(m_rows, &RowTable::themeApplied, this, &GearPage::measureColumns);
    connect(m_rows, &RowTable::activated, this, [this] { m_form->setFocus(Qt::OtherFocusReason); });
    m_empty = new EmptyState(m_theme, u"sport-ride"_s, QString());
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_rows);
    m_stack->addWidget(m_empty);
    m_form = new GearForm(m_theme, m_table);
    m_form->setFocusProxy(m_form->findChild<QLineEdit *>(u"gear-name"_s));
    auto *across = new QHBoxLayout;
    across->setSpacing(0);
    across->addWidget(m_stack, 1);
    across->addWidget(m_form);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(across, 1);
    setSentence(tr("Bikes, shoes and their parts stand here once you have added them."));
}

void GearPage::setSentence(const QString &sentence)
{
    m_empty->setSentence(sentence);
}

void GearPage::activated()
{
    m_rows->setFocus(Qt::OtherFocusReason);
    Q_EMIT shown();
}

void GearPage::choose(const domain::GearId &id)
{
    m_awaited = id;
    follow();
}

void GearPage::beginNew()
{
    m_adding = true;
    m_rows->chooseRow(-1);
    m_form->show();
    m_form->begin();
}

/// After news: the chosen piece stays chosen; where it is gone, the first one takes its place.
void GearPage::follow()
{
    m_stack->setCurrentIndex(m_table.rowCount() > 0 ? Rows : Nothing);
    const int retired = m_table.retired();
    m_retired->setVisible(retired > 0);
    measureColumns();
    if (!m_awaited.value.isEmpty() && m_table.rowOf(m_awaited) >= 0) {
        m_chosen = std::exchange(m_awaited, {});
        m_adding = false;
    }
    if (m_adding)
        return;
    int row = m_table.rowOf(m_chosen);
    if (row < 0 && m_table.rowCount() > 0)
        row = 0;
    m_form->setVisible(row >= 0);
    m_rows->chooseRow(row);
    if (row >= 0) {
        m_chosen = m_table.at(row).id.value_or(domain::GearId {});
        present();
    }
}

void GearPage::present()
{
    const int row = m_table.rowOf(m_chosen);
    if (row < 0)
        return;
    m_form->show();
    m_form->present(m_table.at(row));
    m_form->reminders().present(m_table.at(row), m_table.today());
}

void GearPage::measureColumns()
{
    const int padding = 2 * FigureDelegate::padding(m_theme) + m_theme.spacing(2);
    const QFontMetrics body(m_theme.font(TextRole::Body, QFont::DemiBold));
    for (int column = int(GearColumn::Type); column < int(GearColumn::Count); ++column) {
        int widest
            = m_rows->horizontalHeader()->sectionSizeHint(column) + m_theme.spacing(1); // rounding must not shorten it
        for (int row = 0; row < m_table.rowCount(); ++row)
            widest = std::max(widest, body.horizontalAdvance(m_table.index(row, column).data().toString()) + padding);
        if (column == int(GearColumn::Due))
            widest += m_theme.spacing(4); // the mark of what is due
        m_rows->setColumnWidth(column, widest);
    }
}

void GearPage::applyTheme()
{
    QPalette colors = palette();
    colors.setColor(QPalette::Window, m_theme.color(Token::Surface));
    setPalette(colors);
}

}
