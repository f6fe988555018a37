// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/projectionstrip.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr double usualMost = 2; // times fitness: more than that nobody trains on a usual day
constexpr double rampLimit = 6; ///< fitness per week

}

/// Writes figures one after the other and stops where the paper ends.
class ProjectionStrip::Legend
{
public:
    Legend(QPainter &painter, const ProjectionStrip &strip)
        : m_painter(painter)
        , m_strip(strip)
        , m_left(int(strip.m_plot.left()))
    {
    }

    void put(const QString &text, Token token, bool strong = false) { put(text, m_strip.m_theme.color(token), strong); }
    void put(const QString &text, const QColor &color, bool strong)
    {
        const Theme &theme = m_strip.m_theme;
        const QFont font = theme.font(TextRole::Small, strong ? QFont::DemiBold : QFont::Normal);
        const QFontMetrics metrics(font);
        const int wide = metrics.horizontalAdvance(text);
        m_full = m_full || m_left + wide > m_strip.width() - theme.spacing(2);
        if (m_full)
            return;
        m_painter.setFont(font);
        m_painter.setPen(color);
        m_painter.drawText(
            QRect(m_left, theme.spacing(3), wide + 2, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter, text);
        m_left += wide + theme.spacing(1);
    }
    void gap() { m_left += m_strip.m_theme.spacing(3); }

    void level(const QString &name, Curve curve, Token color, int index)
    {
        const bool preview = m_strip.m_timeline.hasPreview();
        const double now = m_strip.value(curve, index, preview);
        const double delta = now - m_strip.value(curve, index, false);
        put(name, Token::TextSecond);
        put(m_strip.m_words.number(now, 1), color, true);
        if (std::abs(delta) >= 0.05) // more fitness is good, more fatigue is not
            put(m_strip.m_words.signedNumber(delta, 1),
                (delta > 0) == (curve == Curve::Fitness) ? Token::Good : Token::Bad,
                true);
        gap();
    }

    void form(const QString &name, int index)
    {
        const CalendarWords &words = m_strip.m_words;
        const auto text
            = [&words](double value) { return qRound(value) > 0 ? words.signedNumber(value) : words.number(value); };
        const double now = m_strip.value(Curve::Form, index, m_strip.m_timeline.hasPreview());
        const double before = m_strip.value(Curve::Form, index, false);
        put(name, Token::TextSecond);
        put(text(now), m_strip.m_cells.zoneColor(analysis::formZone(now, m_strip.m_timeline.formAsPercent())), true);
        if (qRound(now) != qRound(before))
            put(tr("was %1").arg(text(before)), Token::TextThird);
        gap();
    }

private:
    QPainter &m_painter;
    const ProjectionStrip &m_strip;
    int m_left;
    bool m_full = false;
};

void ProjectionStrip::paintLegend(QPainter &painter) const
{
    Legend legend(painter, *this);
    // While something is dragged its target counts, not the day the pointer was last seen over.
    const QDate day = m_marked.isValid() && !m_timeline.hasPreview() ? m_marked : m_day;
    const int index = m_timeline.indexOf(day);
    if (index < 0 || !m_timeline.known(index)) {
        legend.put(tr("Fitness and form appear once something is trained or planned."), Token::TextThird);
        return;
    }
    legend.put(m_words.dayShort(day), Token::Text, true);
    legend.gap();
    legend.level(tr("Fitness"), Curve::Fitness, Token::Fitness, index);
    legend.level(tr("Fatigue"), Curve::Fatigue, Token::Fatigue, index);
    legend.form(tr("Form"), index);
    for (const Race &race : m_races) {
        const int at = m_timeline.indexOf(race.day);
        if (!race.main || race.day < m_timeline.today() || at < 0)
            continue;
        legend.form(tr("%1, %2: form").arg(race.name, m_words.dayMonth(race.day)), at);
        break;
    }
    const auto [least, most] = loadCorridor(index);
    if (day >= m_timeline.today() && most > least) {
        legend.put(tr("Optimal load"), Token::TextSecond);
        legend.put(tr("%1–%2").arg(m_words.number(least), m_words.number(most)), Token::Text, true);
    }
}

std::pair<double, double> ProjectionStrip::loadCorridor(int index) const
{
    if (index < 1)
        return {0, 0};
    const auto points = m_timeline.hasPreview() ? m_timeline.previewPoints() : m_timeline.points();
    const analysis::FitnessPoint &yesterday = points[size_t(index) - 1];
    const bool percent = m_timeline.formAsPercent();
    // Form alone would allow anything after a rest; fitness must not rise by more than the week's limit either.
    const double ceiling = points[size_t(std::max(0, index - 7))].ctl + rampLimit;
    const double byRamp = (ceiling - yesterday.ctl * (1 - analysis::fitnessGain)) / analysis::fitnessGain;
    const double least
        = analysis::loadForForm(yesterday, analysis::upperBound(analysis::FormZone::Optimal, percent), percent);
    const double most
        = analysis::loadForForm(yesterday, analysis::upperBound(analysis::FormZone::HighRisk, percent), percent);
    if (least > usualMost * yesterday.ctl)
        return {0, 0}; // after a rest no day of training gets there
    return {std::max(0.0, least), std::min(byRamp, most)};
}

}
