// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measure.h"
#include "ui/activities/activitytracks.h"
#include "ui/charts/streamchart.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QImage>
#include <QRandomGenerator>
#include <cmath>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr int points = 21600; // six hours, one each second
constexpr QSize size(1400, 500);
constexpr int turns = 100;

domain::StreamSet ride()
{
    domain::StreamSet streams;
    streams.channels
        = {{u"watts"_s, {}, {}}, {u"heartrate"_s, {}, {}}, {u"cadence"_s, {}, {}}, {u"altitude"_s, {}, {}}};
    QRandomGenerator random(6);
    float watts = 200;
    for (int second = 0; second < points; ++second) {
        const auto noise = float(random.generateDouble()) - 0.5F;
        watts += 0.1F * (200 + 60 * float(std::sin(second / 400.0)) - watts) + 60 * noise;
        streams.timeSeconds.push_back(float(second));
        streams.channels[0].values.push_back(std::max(0.0F, watts));
        streams.channels[1].values.push_back(140 + 20 * float(std::sin(second / 500.0)) + noise);
        streams.channels[2].values.push_back(88 + 10 * noise);
        streams.channels[3].values.push_back(400 + 250 * float(std::sin(second / 3000.0)));
    }
    return streams;
}

/// A chart of six hours that moves on by a minute with each frame.
class Moving
{
public:
    explicit Moving(qreal ratio)
        : m_picture(size * ratio, QImage::Format_ARGB32_Premultiplied)
    {
        m_picture.setDevicePixelRatio(ratio);
        const domain::StreamSet streams = ride();
        m_chart.setStreams(
            streams, ui::ActivityTracks::of(streams, domain::SportFamily::Ride, items::Figures(QLocale())));
        m_chart.resize(size);
        m_chart.zoom(0.97, points / 2.0); // nearly the whole, with a little room to move
    }

    [[nodiscard]] Turn frame()
    {
        const auto whole = m_chart.whole();
        if (m_chart.window().to + 60 > whole.to)
            m_chart.pan(-whole.length());
        const qint64 before = m_chart.pictureKey();
        const double ours = timed([this] {
            m_chart.pan(60);
            m_chart.render(&m_picture, {}, {}, QWidget::DrawChildren);
        });
        m_painted = m_painted && m_chart.pictureKey() != before;
        return {{"ours", ours}};
    }

    [[nodiscard]] bool painted() const { return m_painted; } ///< every frame was painted anew

private:
    ui::Theme m_theme;
    ui::StreamChart m_chart {m_theme};
    QImage m_picture;
    bool m_painted = true;
};

void add(const std::string &name, qreal ratio)
{
    const auto moving = std::make_shared<std::unique_ptr<Moving>>();
    measure(name, turns, [moving, ratio]() -> std::optional<Turn> {
        if (!*moving)
            *moving = std::make_unique<Moving>(ratio);
        const Turn turn = (*moving)->frame();
        return (*moving)->painted() ? std::optional(turn) : std::nullopt;
    });
}

}

void addCharts()
{
    add("chart", 1);
    add("chart at ratio 2", 2);
}

}
