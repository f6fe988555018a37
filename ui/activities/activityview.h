// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/intervaltable.h"
#include "models/store/store.h"
#include "ui/activities/activitywords.h"

#include <QWidget>

class QScrollArea;
class QSplitter;
class QStackedWidget;

namespace ui {

class ActivityHeader;
class EmptyState;
class RowTable;
class StreamChart;
class TileRow;
class ZonePanel;

/// One activity: header, figures, its recording over time, its intervals, time in zones. It reads the store and asks
/// for what is not there; it changes nothing.
class ActivityView : public QWidget
{
    Q_OBJECT

public:
    ActivityView(store::Store &store, const Theme &theme, const QLocale &locale, QWidget *parent = nullptr);
    ~ActivityView() override;

    domain::Result<domain::Done> open(const domain::LocalId &id);
    void close(); ///< forgets the activity, so that nothing is read for it
    [[nodiscard]] domain::LocalId id() const { return m_id; }
    void setNeighbours(bool previous, bool next);
    void takeFocus();

    [[nodiscard]] ActivityHeader &header() { return *m_header; }
    [[nodiscard]] TileRow &tiles() { return *m_tiles; }
    [[nodiscard]] StreamChart &chart() { return *m_chart; }
    [[nodiscard]] RowTable &intervals() { return *m_intervals; }
    [[nodiscard]] ZonePanel &zones() { return *m_zones; }
    [[nodiscard]] QString message() const { return m_message; } ///< what stands instead of a chart; empty with a chart

Q_SIGNALS:
    void backWanted();
    void stepWanted(int by);
    void detailWanted(const domain::LocalId &id); ///< intervals or recording are not here
    void gone(); ///< the activity no longer exists

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void addKeys();
    void onStoreChanged(const store::Change &change);
    void present(const domain::Activity &activity);
    void readSettings();
    void readStreams();
    void say(const QString &message);
    void showInterval(int row);
    void arrange(); ///< what is shown beside and below the chart
    void shareHeight(); ///< between chart and intervals, until a person has done it

    store::Store &m_store;
    const Theme &m_theme;
    ActivityWords m_words;
    items::IntervalTable m_intervalModel;
    domain::LocalId m_id;
    domain::Activity m_activity;
    QString m_message;
    bool m_splitByHand = false;
    ActivityHeader *m_header = nullptr;
    TileRow *m_tiles = nullptr;
    QStackedWidget *m_body = nullptr; ///< work or the explanation of a stub
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_recording = nullptr; ///< chart or why there is none
    StreamChart *m_chart = nullptr;
    EmptyState *m_missing = nullptr;
    QScrollArea *m_side = nullptr;
    ZonePanel *m_zones = nullptr;
    RowTable *m_intervals = nullptr;
};

}
