// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activities/activityview.h"

#include "ui/activities/activityheader.h"
#include "ui/activities/activitytiles.h"
#include "ui/activities/activitytracks.h"
#include "ui/activities/intervalparts.h"
#include "ui/activities/rowtable.h"
#include "ui/activities/zonepanel.h"
#include "ui/charts/streamchart.h"
#include "ui/widgets/emptystate.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr double tableShare = 0.42; // of the height, at most, until the splitter is moved
constexpr int fewestRows = 3;
constexpr int hintRows = 9; // so many intervals are shown without scrolling if there is room

items::Figures figuresOf(const store::Store &store, const QLocale &locale)
{
    return items::Figures(locale, store.athlete().usesMiles());
}

}

ActivityView::ActivityView(store::Store &store, const Theme &theme, const QLocale &locale, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_theme(theme)
    , m_words(figuresOf(store, locale))
    , m_intervalModel(m_words.figures())
{
    setFocusPolicy(Qt::StrongFocus);
    build();
    addKeys();
    connect(m_header, &ActivityHeader::backWanted, this, &ActivityView::backWanted);
    connect(m_header, &ActivityHeader::stepWanted, this, &ActivityView::stepWanted);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_splitByHand = true; });
    connect(m_intervals->selectionModel(),
        &QItemSelectionModel::currentRowChanged,
        this,
        [this](const QModelIndex &current) { showInterval(current.isValid() ? current.row() : -1); });
    connect(&m_intervalModel, &QAbstractItemModel::modelReset, this, [this] { showInterval(-1); });
    connect(m_intervals, &RowTable::activated, this, [this](const QModelIndex &index) { showInterval(index.row()); });
    connect(m_intervals, &RowTable::clicked, this, [this](const QModelIndex &index) { showInterval(index.row()); });
    connect(&m_store, &store::Store::changed, this, &ActivityView::onStoreChanged);
    connect(&m_store, &store::Store::settingsChanged, this, &ActivityView::readSettings);
    connect(&m_store, &store::Store::streamsChanged, this, [this](const domain::LocalId &id) {
        if (id == m_id)
            readStreams();
    });
    connect(&m_theme, &Theme::changed, this, &ActivityView::arrange);
}

ActivityView::~ActivityView() = default;

domain::Result<domain::Done> ActivityView::open(const domain::LocalId &id)
{
    const auto activity = m_store.activity(id);
    if (!activity)
        return activity.error();
    m_id = id;
    m_intervals->chooseRow(-1);
    present(*activity);
    readStreams();
    const bool complete = m_message.isEmpty() && m_intervalModel.rowCount() > 0;
    if (!activity->isStub() && !complete)
        Q_EMIT detailWanted(id);
    return domain::Done {};
}

void ActivityView::close()
{
    m_id = {};
    m_chart->setStreams({}, {});
}

void ActivityView::present(const domain::Activity &activity)
{
    m_activity = activity;
    std::optional<domain::Event> plan;
    if (activity.pairedEvent) {
        const auto event = m_store.findRemote(store::Kind::Event, QString::number(activity.pairedEvent->value));
        if (event) {
            if (auto found = m_store.event(*event))
                plan = *std::move(found);
        }
    }
    m_header->present(activity, plan);
    m_tiles->setTiles(ActivityTiles::of(activity, plan, m_words.figures()));
    m_zones->present(activity);
    m_intervalModel.setActivity(activity);
    m_tiles->setVisible(!activity.isStub());
    m_body->setCurrentIndex(activity.isStub() ? 1 : 0);
    arrange();
}

void ActivityView::onStoreChanged(const store::Change &change)
{
    if (m_id.value.isEmpty() || !(change.everything || change.ids.contains(m_id) || m_activity.pairedEvent))
        return;
    const auto activity = m_store.activity(m_id);
    if (!activity) {
        close();
        Q_EMIT gone();
        return;
    }
    const bool wasStub = m_activity.isStub();
    present(*activity);
    if (wasStub != activity->isStub())
        readStreams();
}

void ActivityView::readSettings()
{
    const items::Figures figures = figuresOf(m_store, m_words.figures().locale());
    if (figures == m_words.figures())
        return;
    m_words.setFigures(figures);
    m_intervalModel.setFigures(figures);
    if (m_id.value.isEmpty())
        return;
    present(m_activity);
    readStreams();
}

void ActivityView::readStreams()
{
    const bool hadFocus = hasFocus() || m_chart->hasFocus();
    auto streams = m_store.streams(m_id);
    if (m_activity.isStub()) {
        say(tr("Intervals.icu does not pass activities from Strava on through its API."));
    } else if (!streams) {
        say(tr("The recording is not on this computer yet. It will load when online."));
    } else {
        const auto tracks = ActivityTracks::of(*streams, domain::familyOf(m_activity.type), m_words.figures());
        say(tracks.isEmpty() ? tr("Nothing was recorded along the way.") : QString());
        m_chart->setStreams(*std::move(streams), tracks);
    }
    m_recording->setCurrentWidget(m_message.isEmpty() ? static_cast<QWidget *>(m_chart) : m_missing);
    showInterval(m_intervals->currentIndex().isValid() ? m_intervals->currentIndex().row() : -1);
    if (hadFocus)
        takeFocus();
}

void ActivityView::say(const QString &message)
{
    m_message = message;
    m_missing->setSentence(message);
    m_missing->setAccessibleName(message);
}

void ActivityView::showInterval(int row)
{
    if (row < 0 || !m_message.isEmpty()) {
        m_chart->setHighlight({});
        return;
    }
    const domain::Interval &interval = m_intervalModel.interval(row);
    const auto part = partOf(interval, m_chart->streams());
    if (!part) {
        m_chart->setHighlight({});
        return;
    }
    m_chart->setHighlight(part, pillText(interval, *part, *m_chart));
    m_chart->setWindow(aroundPart(*part));
}

void ActivityView::setNeighbours(bool previous, bool next)
{
    m_header->setNeighbours(previous, next);
}

void ActivityView::takeFocus()
{
    if (m_message.isEmpty())
        m_chart->setFocus(Qt::OtherFocusReason);
    else
        setFocus(Qt::OtherFocusReason);
}

void ActivityView::arrange()
{
    const bool wide = width() >= m_theme.spacing(240);
    m_side->setVisible(wide && !m_zones->isEmpty());
    m_side->setFixedWidth(m_theme.spacing(76));
    m_intervals->setVisible(m_intervalModel.rowCount() > 0);
    shareHeight();
}

void ActivityView::shareHeight()
{
    const int rows = m_intervalModel.rowCount();
    if (rows == 0 || m_splitByHand)
        return;
    int shown = std::min(rows, hintRows);
    while (shown > fewestRows && m_intervals->heightOfRows(shown) > m_splitter->height() * tableShare)
        --shown;
    const int table = m_intervals->heightOfRows(shown);
    m_splitter->setSizes({std::max(1, m_splitter->height() - table - m_splitter->handleWidth()), table});
}

bool ActivityView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_splitter && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &ActivityView::shareHeight, Qt::QueuedConnection); // once it has its new size
    return QWidget::eventFilter(watched, event);
}

void ActivityView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ActivityView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::BackButton)
        Q_EMIT backWanted();
    else
        QWidget::mousePressEvent(event);
}

void ActivityView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Surface));
}

}
