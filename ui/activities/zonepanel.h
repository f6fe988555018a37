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

/// A card of zone bars under a heading. Hidden while it has no time to show.
class ZoneCard : public Card
{
    Q_OBJECT

public:
    ZoneCard(const Theme &theme, const QString &of, QWidget *parent = nullptr);

    void setSeconds(const QList<int> &seconds);
    [[nodiscard]] const ZoneBars &bars() const { return *m_bars; }

private:
    ZoneBars *m_bars;
};

/// What stands beside the chart of an activity: time in zones of power and heart rate, and what was written about it.
class ZonePanel : public QWidget
{
    Q_OBJECT

public:
    explicit ZonePanel(const Theme &theme, QWidget *parent = nullptr);

    void present(const domain::Activity &activity);
    [[nodiscard]] bool isEmpty() const { return m_empty; }
    [[nodiscard]] const ZoneBars &powerBars() const { return m_power->bars(); }
    [[nodiscard]] const ZoneBars &heartrateBars() const { return m_heartrate->bars(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    ZoneCard *m_power;
    ZoneCard *m_heartrate;
    Card *m_notes;
    TextLabel *m_description;
    bool m_empty = true;
};

}
