// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activities/activitylist.h"

#include "ui/activities/activitydelegate.h"
#include "ui/activities/rowtable.h"
#include "ui/shell/pageheader.h"
#include "ui/theme/familywords.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/pillbutton.h"
#include "ui/widgets/searchfield.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using items::ActivityColumn;

namespace ui {

namespace {

enum Leaf { Rows, NothingYet, NothingFound };

/// Which month and which weekday is the longest depends on language and font.
QString longestDate(const QLocale &locale, const QFontMetrics &metrics)
{
    QString longest;
    for (int month = 1; month <= 12; ++month) {
        for (int day = 22; day < 29; ++day) {
            const QString text = locale.toString(QDate(2026, month, day), u"ddd d MMM yyyy"_s);
            if (metrics.horizontalAdvance(text) > metrics.horizontalAdvance(longest))
                longest = text;
        }
    }
    return longest;
}

}

ActivityList::ActivityList(store::Store &store, const Theme &theme, const QLocale &locale, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_words(items::Figures(locale))
    , m_model(store, locale, [this](const QString &type) { return m_words.sport(type); })
    , m_filter(m_model)
{
    buildHeader();
    buildTable();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_stack, 1);
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &ActivityList::refresh);
    const auto later = [this] { m_later.start(); };
    connect(&m_filter, &QAbstractItemModel::rowsInserted, this, later);
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, this, later);
    connect(&m_filter, &QAbstractItemModel::layoutChanged, this, &ActivityList::rowsChanged);
    connect(&m_filter, &QAbstractItemModel::modelReset, this, [this] {
        keepSelection();
        refresh();
    });
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, later);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, later);
    refresh();
}

ActivityList::~ActivityList() = default;

void ActivityList::buildHeader()
{
    m_header = new PageHeader(m_theme, tr("Activities"));
    for (const auto family : {domain::SportFamily::Ride,
             domain::SportFamily::Run,
             domain::SportFamily::Swim,
             domain::SportFamily::Strength,
             domain::SportFamily::Other}) {
        auto *pill = new PillButton(m_theme, FamilyWords::family(family));
        m_header->addCentre(pill);
        m_pills.append({family, pill});
        connect(pill, &PillButton::toggled, this, &ActivityList::filterSports);
    }
    m_search = new SearchField(m_theme, tr("Search name, sport or #tag"));
    m_search->setMinimumWidth(
        m_search->fontMetrics().horizontalAdvance(m_search->placeholderText()) + 2 * m_theme.rowHeight());
    m_search->installEventFilter(this);
    m_header->addRight(m_search);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter.setSearch(text);
        keepSelection();
        refresh();
    });
}

void ActivityList::buildTable()
{
    m_table = new RowTable(m_theme);
    m_table->setObjectName(u"activities"_s);
    m_table->setAccessibleName(tr("Activities"));
    m_table->setItemDelegate(new ActivityDelegate(m_theme, m_table));
    m_table->horizontalHeader()->setSortIndicator(int(ActivityColumn::Date), Qt::DescendingOrder);
    m_table->setModel(&m_filter);
    m_table->setSortingEnabled(true);
    connect(m_table, &RowTable::activated, this, [this](const QModelIndex &index) {
        Q_EMIT chosen(m_filter.idAt(index.row()));
    });
    connect(m_table, &RowTable::themeApplied, this, &ActivityList::measureColumns);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
            if (current.isValid())
                m_selected = m_filter.idAt(current.row());
        });
    measureColumns();
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_table);
    m_stack->addWidget(new EmptyState(m_theme,
        u"activity"_s,
        tr("Activities appear here once Intervals.icu has some. They come with the next sync.")));
    auto *nothing = new EmptyState(m_theme, u"search"_s, tr("No activity matches."), tr("Clear search"));
    connect(nothing, &EmptyState::actionTriggered, this, [this] {
        clearSearch();
        focusRows();
    });
    m_stack->addWidget(nothing);
}

void ActivityList::measureColumns()
{
    const QFontMetrics body(m_theme.font(TextRole::Body));
    const int side = 2 * FigureDelegate::padding(m_theme);
    QHeaderView *head = m_table->horizontalHeader();
    const auto width = [&](ActivityColumn column, const QString &sample) {
        const int least = head->sectionSizeHint(int(column));
        head->setSectionResizeMode(int(column), QHeaderView::Interactive);
        m_table->setColumnWidth(int(column),
            std::max(least, body.horizontalAdvance(sample) + side + FigureDelegate::indent(m_theme, int(column))));
    };
    width(ActivityColumn::Date, longestDate(m_words.figures().locale(), body));
    width(ActivityColumn::Sport, m_words.sport(u"MountainBikeRide"_s));
    width(ActivityColumn::Time, u"00:00:00"_s);
    width(ActivityColumn::Distance, u"0,000.0 km"_s);
    width(ActivityColumn::Load, u"0000"_s);
    width(ActivityColumn::Intensity, u"000 %"_s);
    width(ActivityColumn::Compliance, u"000 %"_s);
    head->setSectionResizeMode(int(ActivityColumn::Name), QHeaderView::Stretch);
}

QList<PillButton *> ActivityList::pills() const
{
    QList<PillButton *> shown;
    for (const Pill &pill : m_pills) {
        if (!pill.button->isHidden())
            shown.append(pill.button);
    }
    return shown;
}

void ActivityList::filterSports()
{
    QSet<int> families;
    for (const Pill &pill : std::as_const(m_pills)) {
        if (pill.button->isChecked())
            families.insert(int(pill.family));
    }
    m_filter.setFamilies(families);
    keepSelection();
    refresh();
}

void ActivityList::refresh()
{
    m_later.stop();
    QSet<domain::SportFamily> occur;
    for (int row = 0; row < m_model.rowCount(); ++row)
        occur.insert(domain::familyOf(m_model.summary(row).type));
    for (const Pill &pill : std::as_const(m_pills))
        pill.button->setVisible(pill.button->isChecked() || (occur.size() > 1 && occur.contains(pill.family)));
    const int shown = m_filter.rowCount();
    m_count = m_words.count(shown, m_model.rowCount());
    m_header->setNote(m_model.rowCount() > 0 ? m_count : QString());
    m_search->setEnabled(m_model.rowCount() > 0 || !m_search->text().isEmpty());
    m_stack->setCurrentIndex(shown > 0 ? Rows : m_filter.isFiltering() ? NothingFound : NothingYet);
    Q_EMIT rowsChanged();
}

void ActivityList::keepSelection()
{
    const int row = m_filter.rowOf(m_selected);
    if (row >= 0)
        m_table->chooseRow(row);
}

void ActivityList::select(const domain::LocalId &id)
{
    if (m_filter.rowOf(id) < 0)
        clearSearch();
    m_selected = id;
    keepSelection();
}

std::optional<domain::LocalId> ActivityList::neighbour(const domain::LocalId &id, int by) const
{
    const int row = m_filter.rowOf(id);
    if (row < 0 || row + by < 0 || row + by >= m_filter.rowCount())
        return {};
    return m_filter.idAt(row + by);
}

void ActivityList::clearSearch()
{
    m_search->clear();
    for (const Pill &pill : std::as_const(m_pills))
        pill.button->setChecked(false);
}

void ActivityList::focusRows()
{
    if (!m_table->currentIndex().isValid())
        m_table->chooseRow(0);
    m_table->setFocus();
}

void ActivityList::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ActivityList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_search->hasFocus())
        return focusRows();
    QWidget::keyPressEvent(event);
}

bool ActivityList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            focusRows();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}
