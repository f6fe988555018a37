// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activities/activitytiles.h"

#include "ui/widgets/metrictile.h"

#include <QPainter>
#include <cmath>

using namespace Qt::StringLiterals;
using domain::Activity;
using items::Figure;
using items::Figures;

namespace ui {

namespace {

constexpr double largestFraction = 2.5; // an intensity this small is a fraction, not percent
constexpr int tileCount = 9;

template<typename T>
std::optional<double> real(const std::optional<T> &value)
{
    return value ? std::optional(double(*value)) : std::nullopt;
}

std::optional<double> intensityPercent(const Activity &activity)
{
    const auto value = activity.intensityPercent;
    return value && *value <= largestFraction ? std::optional(*value * 100) : value;
}

bool hasPower(const Activity &activity)
{
    return activity.averageWatts.value_or(0) > 0 || activity.normalizedWatts.value_or(0) > 0;
}

/// Composes the tiles of one activity.
class Composer
{
    Q_DECLARE_TR_FUNCTIONS(ui::ActivityTiles)

public:
    Composer(const Activity &activity, const std::optional<domain::Event> &plan, const Figures &figures)
        : a(activity)
        , m_plan(plan)
        , f(figures)
    {
    }

    [[nodiscard]] QList<ActivityTiles::Tile> withPower() const
    {
        return {time(),
            load(),
            intensity(),
            {tr("Norm. power"),
                f.plain(a.normalizedWatts, u"W"_s),
                a.averageWatts ? tr("avg %1", "average power").arg(f.plain(a.averageWatts, u"W"_s).text()) : QString()},
            heartRate(),
            cadence(),
            {tr("Decoupling"), f.percent(a.decouplingPercent, 1), {}},
            {tr("Work"),
                f.kilojoules(a.joules),
                a.joulesAboveFtp ? tr("%1 above FTP").arg(f.kilojoules(a.joulesAboveFtp).value) : QString()},
            form()};
    }

    [[nodiscard]] QList<ActivityTiles::Tile> withoutPower() const
    {
        // In the gym there is no way and no climb: figures that the sport does not have are left out, not dashed.
        const auto family = domain::familyOf(a.type);
        const bool gym = family == domain::SportFamily::Strength || family == domain::SportFamily::Other;
        if (gym && !a.bestDistanceMetres())
            return {time(),
                load(),
                intensity(),
                heartRate(),
                {tr("Energy"), f.plain(real(a.calories), u"kcal"_s), {}},
                form()};
        return QList {time()} + way() + QList {load(), intensity(), heartRate(), cadence(), form()};
    }

private:
    [[nodiscard]] static QString planned(const QString &figure)
    {
        return figure.isEmpty() ? QString() : tr("planned %1").arg(figure);
    }

    [[nodiscard]] QList<ActivityTiles::Tile> way() const
    {
        const auto family = domain::familyOf(a.type);
        const auto metres = m_plan ? m_plan->distanceMetres : std::nullopt;
        const bool pace = Figures::countsPace(family);
        const Figure fastest = f.speed(a.maxSpeedMps, family);
        const bool known = a.maxSpeedMps && fastest.value != Figures::none();
        return {{tr("Distance"),
                    f.distance(a.bestDistanceMetres(), family),
                    planned(metres ? f.distance(metres, family).text() : QString())},
            {pace ? tr("Pace") : tr("Speed"),
                f.speed(averageSpeed(), family),
                known ? (pace ? tr("best %1", "pace") : tr("max %1")).arg(fastest.value) : QString()},
            {tr("Climb"), f.height(a.elevationGainMetres), {}}};
    }

    [[nodiscard]] std::optional<double> averageSpeed() const
    {
        const auto metres = a.bestDistanceMetres();
        if (a.averageSpeedMps || !metres || !a.movingTime || a.movingTime->count() <= 0 || *metres <= 0)
            return a.averageSpeedMps;
        return *metres / double(a.movingTime->count());
    }

    [[nodiscard]] ActivityTiles::Tile time() const
    {
        return {tr("Time"),
            Figures::duration(a.movingTime),
            planned(m_plan && m_plan->movingTime ? Figures::duration(m_plan->movingTime).text() : QString())};
    }

    [[nodiscard]] ActivityTiles::Tile load() const
    {
        return {
            tr("Load"), f.plain(real(a.load)), planned(m_plan && m_plan->load ? f.number(*m_plan->load) : QString())};
    }

    [[nodiscard]] ActivityTiles::Tile intensity() const
    {
        const auto percent = intensityPercent(a);
        return {tr("Intensity"),
            f.percent(percent),
            percent && hasPower(a) ? tr("IF %1", "intensity factor").arg(f.number(*percent / 100, 2)) : QString()};
    }

    [[nodiscard]] ActivityTiles::Tile heartRate() const
    {
        return {tr("Heart rate"),
            f.plain(a.averageHeartrateBpm, u"bpm"_s),
            a.maxHeartrateBpm ? tr("max %1").arg(f.number(*a.maxHeartrateBpm)) : QString()};
    }

    [[nodiscard]] ActivityTiles::Tile cadence() const
    {
        const bool turns = domain::familyOf(a.type) == domain::SportFamily::Ride;
        return {tr("Cadence"), f.plain(a.averageCadenceRpm, turns ? u"rpm"_s : u"/min"_s), {}};
    }

    [[nodiscard]] ActivityTiles::Tile form() const
    {
        const bool known = a.ctl && a.atl;
        const double form = known ? std::round(*a.ctl - *a.atl) : 0;
        const QString sign = form > 0 ? u"+"_s : QString();
        return {tr("Form after"),
            known ? Figure {sign + f.number(form), {}} : Figure {Figures::none(), {}},
            a.ctl ? tr("fitness %1").arg(f.number(*a.ctl, 1)) : QString()};
    }

    const Activity &a;
    const std::optional<domain::Event> &m_plan;
    const Figures &f;
};

}

QList<ActivityTiles::Tile> ActivityTiles::of(
    const Activity &activity, const std::optional<domain::Event> &plan, const Figures &figures)
{
    const Composer composer(activity, plan, figures);
    return hasPower(activity) ? composer.withPower() : composer.withoutPower();
}

TileRow::TileRow(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    for (int i = 0; i < tileCount; ++i)
        m_tiles.append(new MetricTile(theme, this));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &TileRow::arrange);
}

void TileRow::setTiles(const QList<ActivityTiles::Tile> &tiles)
{
    if (tiles == m_shown)
        return;
    m_shown = tiles;
    m_used = std::min(tiles.size(), m_tiles.size());
    for (qsizetype i = 0; i < m_used; ++i) {
        const ActivityTiles::Tile &tile = tiles.at(i);
        const bool known = tile.figure.value != Figures::none();
        m_tiles.at(i)->setLabel(tile.label);
        m_tiles.at(i)->setValue(known ? tile.figure.value : QString(), tile.figure.unit);
        m_tiles.at(i)->setNote(tile.note);
    }
    arrange();
}

QString TileRow::text(int tile) const
{
    return m_tiles.at(tile)->accessibleName();
}

QSize TileRow::sizeHint() const
{
    return {m_theme.spacing(200), m_tiles.first()->sizeHint().height() + m_theme.spacing(5)};
}

void TileRow::arrange()
{
    updateGeometry();
    const int side = m_theme.spacing(4);
    std::vector<int> needed;
    for (qsizetype i = 0; i < m_used; ++i)
        needed.push_back(m_tiles.at(i)->sizeHint().width() + 2 * side);
    for (qsizetype i = m_used; i < m_tiles.size(); ++i)
        m_tiles.at(i)->hide();
    if (needed.empty())
        return;
    int shown = 0;
    int sum = 0;
    for (; shown < int(needed.size()) && sum + needed[std::size_t(shown)] <= width(); ++shown)
        sum += needed[std::size_t(shown)];
    shown = std::max(shown, 1);
    // Equal widths are calmer, but not at the price of a tile: if they are too small, each gets what it needs.
    const double equal = double(width()) / shown;
    const bool equally = *std::max_element(needed.begin(), needed.begin() + shown) <= equal;
    double left = 0;
    for (int i = 0; i < int(m_used); ++i) {
        m_tiles.at(i)->setVisible(i < shown);
        const double wide = equally ? equal : needed[std::size_t(i)] + double(width() - sum) / shown;
        const int x = int(left) + side;
        const int y = (height() - 1 - m_tiles.at(i)->sizeHint().height()) / 2;
        const QRect place(x, y, int(left + wide) - int(left) - side, m_tiles.at(i)->sizeHint().height());
        m_tiles.at(i)->setGeometry(
            isRightToLeft() ? QRect(width() - place.right() - 1, y, place.width(), place.height()) : place);
        left += wide;
    }
    update();
}

void TileRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void TileRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Surface));
    const QColor line = m_theme.color(Token::Line);
    painter.fillRect(QRect(0, height() - 1, width(), 1), line);
    const int side = m_theme.spacing(4);
    for (qsizetype i = 1; i < m_tiles.size(); ++i) {
        if (m_tiles.at(i)->isHidden())
            break;
        const QRect place = m_tiles.at(i)->geometry();
        painter.fillRect(QRect(isRightToLeft() ? place.right() + side : place.left() - side, 0, 1, height()), line);
    }
}

}
