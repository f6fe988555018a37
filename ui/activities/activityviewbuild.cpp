// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activities/activityheader.h"
#include "ui/activities/activitytiles.h"
#include "ui/activities/activityview.h"
#include "ui/activities/intervalrows.h"
#include "ui/activities/zonepanel.h"
#include "ui/charts/streamchart.h"
#include "ui/widgets/emptystate.h"

#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

void ActivityView::build()
{
    m_header = new ActivityHeader(m_theme, m_words);
    m_tiles = new TileRow(m_theme);
    m_chart = new StreamChart(m_theme);
    m_chart->setTimeText(&items::Figures::clock);
    m_missing = new EmptyState(m_theme, u"activity"_s, {});
    m_recording = new QStackedWidget;
    m_recording->addWidget(m_chart);
    m_recording->addWidget(m_missing);
    m_zones = new ZonePanel(m_theme);
    m_side = new QScrollArea;
    m_side->setFrameShape(QFrame::NoFrame);
    m_side->setWidgetResizable(true);
    m_side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_side->setFocusPolicy(Qt::NoFocus);
    m_side->setWidget(m_zones);
    m_intervals = new IntervalRows(m_theme, m_intervalModel);

    auto *upper = new QWidget;
    auto *across = new QHBoxLayout(upper);
    across->setContentsMargins({});
    across->setSpacing(0);
    across->addWidget(m_recording, 1);
    across->addWidget(m_side);
    m_splitter = new QSplitter(Qt::Vertical);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->installEventFilter(this);
    m_splitter->addWidget(upper);
    m_splitter->addWidget(m_intervals);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_body = new QStackedWidget;
    m_body->addWidget(m_splitter);
    m_body->addWidget(new EmptyState(
        m_theme, u"info"_s, tr("Intervals.icu does not pass activities from Strava on through its API.")));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_tiles);
    column->addWidget(m_body, 1);
}

void ActivityView::addKeys()
{
    const auto key = [this](const QList<QKeySequence> &keys, auto answer) {
        for (const QKeySequence &one : keys) {
            auto *shortcut = new QShortcut(one, this);
            shortcut->setContext(Qt::WidgetWithChildrenShortcut);
            connect(shortcut, &QShortcut::activated, this, answer);
        }
    };
    QList<QKeySequence> back = QKeySequence::keyBindings(QKeySequence::Back);
    back.removeAll(QKeySequence(Qt::Key_Backspace));
    back.prepend(QKeySequence(Qt::Key_Escape));
    key(back, [this] { Q_EMIT backWanted(); });
    key({QKeySequence(Qt::ALT | Qt::Key_Up)}, [this] { Q_EMIT stepWanted(-1); });
    key({QKeySequence(Qt::ALT | Qt::Key_Down)}, [this] { Q_EMIT stepWanted(1); });
}

}
