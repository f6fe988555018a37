// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/activities/activitywords.h"
#include "ui/widgets/card.h"

namespace ui {

class TextLabel;

/// Time spent in each zone as bars: zones of power, or of heart rate where there is no power.
class ZoneBars : public QWidget
{
    Q_OBJECT

public:
    explicit ZoneBars(const Theme &theme, QWidget *parent = nullptr);

    void setSeconds(const QList<int> &seconds); ///< zone 1 first
    [[nodiscard]] QList<int> seconds() const { return m_seconds; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QList<int> m_seconds;
};

/// What stands beside the chart of an activity: time in zones and what was written about it.
class ZonePanel : public QWidget
{
    Q_OBJECT

public:
    explicit ZonePanel(const Theme &theme, QWidget *parent = nullptr);

    void present(const domain::Activity &activity);
    [[nodiscard]] bool isEmpty() const { return m_empty; }
    [[nodiscard]] const ZoneBars &bars() const { return *m_bars; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Card *m_zones;
    TextLabel *m_of;
    ZoneBars *m_bars;
    Card *m_notes;
    TextLabel *m_description;
    bool m_empty = true;
};

}
