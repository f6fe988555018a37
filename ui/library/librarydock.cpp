// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/librarydock.h"

#include "models/items/librarybands.h"
#include "ui/library/chiprow.h"
#include "ui/library/filterchip.h"
#include "ui/library/librarytree.h"
#include "ui/theme/familywords.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/toolbutton.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

enum Leaf { Rows, NothingYet, NothingFound };

constexpr int usualLetters = 36; ///< how wide the dock is, in letters
constexpr int zones = 7;

template<typename Value>
QSet<Value> setOf(const QVariantList &values)
{
    QSet<Value> set;
    for (const QVariant &value : values)
        set.insert(value.value<Value>());
    return set;
}

}

LibraryDock::LibraryDock(
    store::Store &store, const Theme &theme, const QLocale &locale, LibraryWords::SportName sport, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_theme(theme)
    , m_librarian(store)
    , m_words(locale, std::move(sport))
    , m_model(store, m_words.forModel())
    , m_filter(m_model)
{
    setObjectName(u"libraryDock"_s);
    setAccessibleName(tr("Library"));
    setAutoFillBackground(true);
    connect(&theme, &Theme::changed, this, &LibraryDock::applyTheme);
    applyTheme();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, theme.spacing(3), 1, theme.spacing(2));
    column->setSpacing(theme.spacing(2));
    column->addWidget(buildHead());
    buildChips();
    buildBody();
    auto *upper = new QVBoxLayout;
    upper->setContentsMargins(theme.spacing(3), 0, theme.spacing(3), 0);
    upper->setSpacing(theme.spacing(2));
    upper->addWidget(m_search);
    upper->addWidget(m_chips);
    column->addLayout(upper);
    column->addWidget(m_stack, 1);
    auto *lower = new QHBoxLayout;
    lower->setContentsMargins(theme.spacing(3), 0, theme.spacing(3), 0);
    lower->addWidget(m_foot);
    column->addLayout(lower);
    connectTree();
    // One gesture may touch many rows: the rest is brought up to date once, when it is over.
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &LibraryDock::refresh);
    const auto later = [this] { m_later.start(); };
    for (QAbstractItemModel *model :
        {static_cast<QAbstractItemModel *>(&m_model), static_cast<QAbstractItemModel *>(&m_filter)}) {
        connect(model, &QAbstractItemModel::rowsInserted, this, later);
        connect(model, &QAbstractItemModel::rowsRemoved, this, later);
        connect(model, &QAbstractItemModel::dataChanged, this, later);
    }
    refresh();
}

LibraryDock::~LibraryDock() = default;

void LibraryDock::applyTheme()
{
    QPalette colors = palette();
    colors.setColor(QPalette::Window, m_theme.color(Token::Surface));
    setPalette(colors);
}

void LibraryDock::paintEvent(QPaintEvent *)
{
    // The edge to what stands beside it.
    QPainter painter(this);
    const int x = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.fillRect(QRect(x, 0, 1, height()), m_theme.color(Token::Line));
}

QSize LibraryDock::sizeHint() const
{
    return {m_theme.spacing(6) + fontMetrics().averageCharWidth() * usualLetters, m_theme.rowHeight() * 18};
}

QWidget *LibraryDock::buildHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(m_theme.spacing(3), 0, m_theme.spacing(2), 0);
    row->setSpacing(m_theme.spacing(1));
    auto *title = new TextLabel(m_theme, TextRole::Section, Token::Text, tr("Library"));
    title->setWeight(QFont::DemiBold);
    auto *adding = new ToolButton(m_theme, u"plus"_s, tr("New workout, folder or plan"));
    auto *menu = new QMenu(adding);
    fillNewMenu(*menu);
    connect(adding, &QToolButton::clicked, this, [adding, menu] {
        menu->popup(adding->mapToGlobal(QPoint(0, adding->height())));
    });
    auto *closing = new ToolButton(m_theme, u"close"_s, tr("Close the library"));
    connect(closing, &QToolButton::clicked, this, &LibraryDock::closeRequested);
    row->addWidget(title);
    row->addStretch(1);
    row->addWidget(adding);
    row->addWidget(closing);
    return head;
}

void LibraryDock::buildChips()
{
    m_search = new SearchField(m_theme, tr("Search name, sport or #tag"));
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &LibraryDock::applyFilter);
    m_chips = new ChipRow(m_theme);
    const auto chip = [this](const QString &word) {
        auto *made = new FilterChip(m_theme, word);
        m_chips->add(made);
        connect(made, &FilterChip::chosenChanged, this, &LibraryDock::applyFilter);
        return made;
    };
    m_sports = chip(tr("Sport"));
    m_times = chip(tr("Time"));
    m_loads = chip(tr("Load"));
    m_zones = chip(tr("Zone"));
    m_tags = chip(tr("Tag"));
    QList<FilterChip::Choice> sports;
    for (const auto family : {domain::SportFamily::Ride,
             domain::SportFamily::Run,
             domain::SportFamily::Swim,
             domain::SportFamily::Strength,
             domain::SportFamily::Other})
        sports.append({FamilyWords::family(family), int(family)});
    m_sports->setChoices(sports);
    QList<FilterChip::Choice> times;
    QList<FilterChip::Choice> loads;
    for (int band = 0; band < items::bandCount; ++band) {
        times.append({m_words.durationBand(band), band});
        loads.append({m_words.loadBand(band), band});
    }
    m_times->setChoices(times);
    m_loads->setChoices(loads);
    QList<FilterChip::Choice> choices;
    for (int zone = 1; zone <= zones; ++zone)
        choices.append({m_words.zone(zone), zone});
    m_zones->setChoices(choices);
}

void LibraryDock::buildBody()
{
    m_tree = new LibraryTree(m_theme, m_words);
    m_tree->setModel(&m_filter);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_tree);
    auto *nothing = new EmptyState(m_theme,
        u"library"_s,
        tr("Workouts to plan again and again belong here. Drag one from the calendar onto a folder."),
        tr("New folder"));
    connect(nothing, &EmptyState::actionTriggered, this, [this] { addFolder(domain::FolderType::Folder); });
    m_stack->addWidget(nothing);
    auto *unlike = new EmptyState(m_theme, u"search"_s, tr("No workout is like that."), tr("Show all"));
    connect(unlike, &EmptyState::actionTriggered, this, &LibraryDock::clearFilter);
    m_stack->addWidget(unlike);
    m_foot = new ElidedLabel(m_theme, TextRole::Small, Token::TextThird);
}

void LibraryDock::connectTree()
{
    connect(m_tree, &LibraryTree::planAsked, this, &LibraryDock::plan);
    connect(m_tree, &LibraryTree::editAsked, this, &LibraryDock::edit);
    connect(m_tree, &LibraryTree::removeAsked, this, &LibraryDock::remove);
    connect(m_tree, &LibraryTree::newAsked, this, &LibraryDock::addWorkout);
    connect(m_tree, &LibraryTree::menuAsked, this, &LibraryDock::showMenu);
    connect(m_tree, &LibraryTree::keepAsked, this, &LibraryDock::keep);
    connect(m_tree, &LibraryTree::moveAsked, this, &LibraryDock::move);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &LibraryDock::refreshFoot);
    connect(&m_model, &items::LibraryModel::renameWanted, this, &LibraryDock::renameTo);
}

void LibraryDock::applyFilter()
{
    items::LibraryWish wish;
    wish.search = m_search->text();
    wish.families = setOf<int>(m_sports->chosen());
    wish.durations = setOf<int>(m_times->chosen());
    wish.loads = setOf<int>(m_loads->chosen());
    wish.zones = setOf<int>(m_zones->chosen());
    wish.tags = setOf<QString>(m_tags->chosen());
    if (m_filter.wish().isEmpty())
        m_opened = m_tree->openFolders();
    m_filter.setWish(wish);
    if (!wish.isEmpty()) // what is found is seen, without opening anything
        m_tree->openAll();
    else
        m_tree->openOnly(m_opened);
    refresh();
}

void LibraryDock::clearFilter()
{
    for (FilterChip *chip : {m_sports, m_times, m_loads, m_zones, m_tags})
        chip->choose({});
    m_search->clear();
    m_tree->setFocus();
}

void LibraryDock::refresh()
{
    QList<FilterChip::Choice> tags;
    for (const QString &tag : m_model.tags())
        tags.append({tag, tag});
    m_tags->setChoices(tags);
    const bool empty = m_model.isLibraryEmpty();
    const bool filtering = !m_filter.wish().isEmpty();
    m_search->setVisible(!empty || filtering);
    m_chips->setVisible(!empty || filtering);
    m_stack->setCurrentIndex(empty && !filtering    ? NothingYet
            : filtering && m_filter.workouts() == 0 ? NothingFound
                                                    : Rows);
    refreshFoot();
}

void LibraryDock::refreshFoot()
{
    const QString hint = m_words.hint(m_tree->currentNode(), m_day);
    if (m_stack->currentIndex() != Rows)
        m_foot->setText({});
    else if (!m_filter.wish().isEmpty() || hint.isEmpty())
        m_foot->setText(m_words.shown(m_filter.workouts(), m_model.workouts()));
    else
        m_foot->setText(hint);
}

void LibraryDock::setFocusedDay(QDate day)
{
    m_day = day;
    refreshFoot();
}

void LibraryDock::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void LibraryDock::reveal(const domain::LocalId &id)
{
    const QModelIndex index = m_filter.mapFromSource(m_model.indexOf(id));
    if (!index.isValid())
        return;
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
        m_tree->setExpanded(above, true);
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

void LibraryDock::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find) || event->text() == "/"_L1)
        focusSearch();
    else
        QWidget::keyPressEvent(event);
}

bool LibraryDock::eventFilter(QObject *watched, QEvent *event)
{
    // From the field straight down into what was found.
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_tree->setFocus(Qt::TabFocusReason);
            for (QModelIndex index = m_filter.index(0, 0); !m_filter.wish().isEmpty() && index.isValid();
                 index = m_tree->indexBelow(index)) {
                if (items::libraryNodeOf(index) == items::LibraryNode::Workout) {
                    m_tree->setCurrentIndex(index);
                    break;
                }
            }
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}
