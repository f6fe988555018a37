// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "ui/activities/activitywords.h"

#include <QWidget>

namespace ui {

class MetricTile;

/// The nine figures that sum an activity up: those of power where there is power, else those of the way.
class ActivityTiles
{
    Q_DECLARE_TR_FUNCTIONS(ui::ActivityTiles)

public:
    struct Tile {
        QString label;
        items::Figure figure;
        QString note;

        friend bool operator==(const Tile &, const Tile &) = default;
    };

    [[nodiscard]] static QList<Tile> of(
        const domain::Activity &activity, const std::optional<domain::Event> &plan, const items::Figures &figures);
};

/// Tiles side by side with lines between them; where there is no room for all, the last are left out.
class TileRow : public QWidget
{
    Q_OBJECT

public:
    explicit TileRow(const Theme &theme, QWidget *parent = nullptr);

    void setTiles(const QList<ActivityTiles::Tile> &tiles);
    [[nodiscard]] QString text(int tile) const; ///< as a screen reader says it
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void arrange();

    const Theme &m_theme;
    QList<MetricTile *> m_tiles;
    QList<ActivityTiles::Tile> m_shown;
    qsizetype m_used = 0; ///< the first ones; the others have nothing to show
};

}
