// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wellness/chartcard.h"

#include "ui/charts/sparkchart.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

DaySeries daySeries(const items::WellnessSeries &series)
{
    DaySeries shown {series.first, series.values, series.means, {}};
    if (series.normal)
        shown.band = std::pair(series.normal->low, series.normal->high);
    return shown;
}

ChartCard::ChartCard(const Theme &theme, const WellnessWords &words, const items::WellnessField &field, QWidget *parent)
    : Card(theme, parent)
    , m_words(words)
    , m_field(field)
    , m_title(new ElidedLabel(theme, TextRole::Body, Token::Text, words.label(field)))
    , m_figures(new ElidedLabel(theme, TextRole::Small, Token::TextSecond))
    , m_firstDay(new TextLabel(theme, TextRole::Small, Token::TextThird))
    , m_lastDay(new TextLabel(theme, TextRole::Small, Token::TextThird))
{
    auto *column = new QVBoxLayout(this);
    const int margin = theme.spacing(3) + 2;
    column->setContentsMargins(margin, theme.spacing(2) + 2, margin, theme.spacing(2));
    column->setSpacing(theme.spacing(1));
    auto *head = new QHBoxLayout;
    m_title->setWeight(QFont::DemiBold);
    head->setSpacing(theme.spacing(2));
    m_title->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_figures->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_figures->setAlignment(Qt::AlignRight);
    head->addWidget(m_title);
    head->addWidget(m_figures, 1);
    column->addLayout(head);
    const auto tips = [this](QDate day, double value) {
        return tr("%1: %2", "day and value")
            .arg(m_words.numbers().locale().toString(day, u"ddd d MMM"_s), m_words.valueWithUnit(m_field, value));
    };
    const bool counts = field.kind == items::WellnessKind::Duration || field.group == items::WellnessGroup::Day;
    if (counts) {
        m_bars = new SparkChart(theme, SparkChart::Look::Bars);
        m_bars->setTips(tips);
        column->addWidget(m_bars);
    } else {
        m_band = new BandChart(theme);
        m_band->setInk(field.unit == items::WellnessUnit::Beats ? Token::Bad : Token::Accent);
        m_band->setTips(tips);
        m_band->setScaleText([this](double value) { return m_words.numbers().meanText(m_field, value); });
        column->addWidget(m_band);
    }
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_firstDay);
    foot->addStretch(1);
    foot->addWidget(m_lastDay);
    column->addLayout(foot);
}

void ChartCard::setSeries(const items::WellnessSeries &series)
{
    m_title->setText(m_words.label(m_field));
    const QLocale &locale = m_words.numbers().locale();
    m_firstDay->setText(locale.toString(series.first, u"d MMM"_s));
    m_lastDay->setText(locale.toString(series.first.addDays(qint64(series.values.size()) - 1), u"d MMM"_s));
    QString figures;
    if (!std::isnan(series.latestMean())) {
        const QString unit = m_words.unit(m_field);
        const QString mean = m_words.numbers().meanText(m_field, series.latestMean());
        figures = tr("7 days %1", "the mean of the last week")
                      .arg(unit.isEmpty() ? mean : tr("%1 %2", "number and unit").arg(mean, unit));
        if (series.normal)
            figures = tr("%1 · normal %2").arg(figures, m_words.range(m_field, *series.normal));
    }
    m_figures->setText(figures);
    const QString description = m_words.describe(m_field, series);
    if (m_band) {
        m_band->setSeries(daySeries(series));
        m_band->setAccessibleName(m_words.label(m_field));
        m_band->setAccessibleDescription(description);
    } else {
        m_bars->setSeries(daySeries(series));
        m_bars->setAccessibleName(m_words.label(m_field));
        m_bars->setAccessibleDescription(description);
    }
}

}
