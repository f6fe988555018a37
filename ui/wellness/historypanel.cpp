// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wellness/historypanel.h"

#include "ui/charts/sparkchart.h"
#include "ui/theme/theme.h"
#include "ui/wellness/chartcard.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;
using items::WellnessField;
using items::WellnessKind;

namespace ui {

namespace {

constexpr int chartDays = 28;
constexpr int tableDays = 14;

QVBoxLayout *columnIn(Card *card, const Theme &theme)
{
    auto *column = new QVBoxLayout(card);
    const int margin = theme.spacing(3) + 2;
    column->setContentsMargins(margin, theme.spacing(2) + 2, margin, theme.spacing(2) + 2);
    column->setSpacing(theme.spacing(1));
    return column;
}

TextLabel *titleLabel(const Theme &theme, const QString &text)
{
    auto *title = new TextLabel(theme, TextRole::Body, Token::Text, text);
    title->setWeight(QFont::DemiBold);
    return title;
}

}

HistoryPanel::HistoryPanel(store::Store &store, const Theme &theme, const WellnessWords &words, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_words(words)
    , m_model(store, words.numbers())
    , m_chartArea(new QWidget)
    , m_chartGrid(new QGridLayout(m_chartArea))
    , m_scaleCard(new Card(theme))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.spacing(5), theme.spacing(4), theme.spacing(5), theme.spacing(4));
    column->setSpacing(theme.spacing(3));
    buildSummary();
    m_chartGrid->setContentsMargins({});
    m_chartGrid->setSpacing(theme.spacing(3));
    column->addWidget(m_chartArea);
    columnIn(m_scaleCard, theme)->addWidget(titleLabel(theme, tr("How you felt")));
    column->addWidget(m_scaleCard);
    buildTable();
    column->addStretch(1);
    connect(&theme, &Theme::changed, this, &HistoryPanel::applyTheme);
}

void HistoryPanel::buildSummary()
{
    m_summaryCard = new Card(m_theme);
    auto *column = columnIn(m_summaryCard, m_theme);
    m_summaryTitle = titleLabel(m_theme, {});
    m_summary = new TextLabel(m_theme, TextRole::Body, Token::TextSecond);
    m_summary->setWrapped(true);
    column->addWidget(m_summaryTitle);
    column->addWidget(m_summary);
    layout()->addWidget(m_summaryCard);
}

void HistoryPanel::buildTable()
{
    m_tableCard = new Card(m_theme);
    auto *column = columnIn(m_tableCard, m_theme);
    auto *head = new QHBoxLayout;
    head->addWidget(titleLabel(m_theme, tr("Last days")));
    head->addStretch(1);
    head->addWidget(
        new TextLabel(m_theme, TextRole::Small, Token::TextThird, tr("Enter or a double click opens a day")));
    column->addLayout(head);
    m_table = new QTableView;
    m_table->setObjectName(u"wellness-days"_s);
    m_table->setAccessibleName(tr("Wellness of the last days"));
    m_table->setModel(&m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionsClickable(false);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT dayChosen(index.data(items::WellnessDaysModel::DayRole).toDate());
    });
    column->addWidget(m_table);
    layout()->addWidget(m_tableCard);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, [this] {
        hideEmptyColumns();
        fitTable();
    });
    applyTheme();
}

void HistoryPanel::applyTheme()
{
    m_table->setFont(m_theme.font(TextRole::Body));
    m_table->horizontalHeader()->setFont(m_theme.font(TextRole::Small));
    m_table->verticalHeader()->setDefaultSectionSize(m_theme.rowHeight() - m_theme.spacing(1));
    fitTable();
}

void HistoryPanel::setFields(const QList<const WellnessField *> &fields)
{
    qDeleteAll(m_charts);
    m_charts.clear();
    for (const WellnessField *field : fields) {
        if (field->kind == WellnessKind::Number || field->kind == WellnessKind::Duration)
            m_charts.append(new ChartCard(m_theme, m_words, *field, m_chartArea));
    }
    buildScales(fields);
    m_model.setNumbers(m_words.numbers());
    m_model.setFields(fields);
    QStringList headings {tr("Day")};
    for (const WellnessField *field : m_model.fields())
        headings << m_words.heading(*field);
    m_model.setHeadings(headings);
}

void HistoryPanel::buildScales(const QList<const WellnessField *> &fields)
{
    m_scales.clear();
    delete m_scaleBody;
    m_scaleBody = new QWidget;
    auto *grid = new QGridLayout(m_scaleBody);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(m_theme.spacing(3));
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    for (const WellnessField *field : fields) {
        if (field->kind != WellnessKind::Scale)
            continue;
        ScaleLine line {field,
            new TextLabel(m_theme, TextRole::Small, Token::TextSecond, m_words.label(*field)),
            new SparkChart(m_theme, SparkChart::Look::Squares),
            new TextLabel(m_theme, TextRole::Small, Token::TextSecond)};
        line.squares->setTips([this, field](QDate day, double value) {
            return tr("%1: %2", "day and value")
                .arg(m_words.numbers().locale().toString(day, u"ddd d MMM"_s), m_words.valueWithUnit(*field, value));
        });
        const int row = int(m_scales.size());
        grid->addWidget(line.label, row, 0);
        grid->addWidget(line.squares, row, 1);
        grid->addWidget(line.mean, row, 2, Qt::AlignRight | Qt::AlignVCenter);
        m_scales.append(line);
    }
    m_scaleCard->layout()->addWidget(m_scaleBody);
}

void HistoryPanel::present(const items::WellnessHistory &history)
{
    presentSummary(history);
    for (ChartCard *card : std::as_const(m_charts)) {
        const auto series = history.series(card->field(), chartDays);
        card->setSeries(series);
        card->setVisible(series.hasData());
    }
    m_chartColumns = 0;
    arrangeCharts();
    presentScales(history);
    m_model.setDays(history.last(), tableDays);
    hideEmptyColumns();
    fitTable();
}

void HistoryPanel::presentSummary(const items::WellnessHistory &history)
{
    QStringList sentences;
    int outside = 0;
    for (const QStringView key : {u"hrv", u"restingHR", u"sleepSecs"}) {
        const WellnessField *field = items::wellnessField(key);
        const auto series = history.series(*field, 1);
        const QString sentence = m_words.standing(*field, series);
        if (sentence.isEmpty())
            continue;
        const bool inside = series.normal->contains(series.latestMean());
        outside += inside ? 0 : 1;
        // What is out of the ordinary comes first.
        inside ? sentences.append(sentence) : sentences.prepend(sentence);
    }
    m_summaryTitle->setText(sentences.isEmpty() ? tr("Not enough days yet")
            : outside == 0                      ? tr("Within your normal range")
                                                : tr("Outside your normal range"));
    m_summary->setText(sentences.isEmpty()
            ? tr("Your normal range is known after two weeks of HRV, resting heart rate or sleep.")
            : sentences.mid(0, 2).join(u' '));
}

void HistoryPanel::presentScales(const items::WellnessHistory &history)
{
    bool any = false;
    for (const ScaleLine &line : std::as_const(m_scales)) {
        const auto series = history.series(*line.field, chartDays);
        const bool has = series.hasData();
        any = any || has;
        line.squares->setSeries(daySeries(series));
        line.squares->setAccessibleName(m_words.label(*line.field));
        line.squares->setAccessibleDescription(m_words.describe(*line.field, series));
        line.mean->setText(
            std::isnan(series.latestMean()) ? QString() : m_words.numbers().meanText(*line.field, series.latestMean()));
        line.mean->setToolTip(tr("Mean of the last seven days").toHtmlEscaped());
        for (QWidget *widget : {static_cast<QWidget *>(line.label),
                 static_cast<QWidget *>(line.squares),
                 static_cast<QWidget *>(line.mean)})
            widget->setVisible(has);
    }
    m_scaleCard->setVisible(any);
}

void HistoryPanel::arrangeCharts()
{
    const int columns = width() >= m_theme.spacing(150) ? 2 : 1;
    if (columns == m_chartColumns)
        return;
    m_chartColumns = columns;
    int place = 0;
    for (ChartCard *card : std::as_const(m_charts)) {
        m_chartGrid->removeWidget(card);
        if (card->isHidden())
            continue;
        m_chartGrid->addWidget(card, place / columns, place % columns);
        ++place;
    }
    for (int i = 0; i < 2; ++i)
        m_chartGrid->setColumnStretch(i, i < columns ? 1 : 0);
    m_chartArea->setVisible(place > 0);
}

/// A field that nobody filled in on these days only takes room.
void HistoryPanel::hideEmptyColumns()
{
    bool any = false;
    for (int column = 1; column < m_model.columnCount(); ++column) {
        bool empty = true;
        for (int row = 0; row < m_model.rowCount() && empty; ++row)
            empty = !m_model.index(row, column).data(items::WellnessDaysModel::ValueRole).isValid();
        m_table->setColumnHidden(column, empty);
        any = any || !empty;
    }
    m_tableCard->setVisible(any);
}

/// All rows are shown; the page scrolls, not the table. Columns share the width if there is enough of it.
void HistoryPanel::fitTable()
{
    auto *header = m_table->horizontalHeader();
    const QAbstractItemView &cells = *m_table; // the table's own override is not public
    const int gap = m_theme.spacing(1);
    QList<int> widths;
    for (int i = 0; i < header->count(); ++i)
        widths << (header->isSectionHidden(i) ? 0
                                              : std::max(header->sectionSizeHint(i), cells.sizeHintForColumn(i)) + gap);
    const int wanted = std::accumulate(widths.begin(), widths.end(), 0);
    const int room = m_table->width();
    const bool fits = wanted <= room;
    header->setSectionResizeMode(QHeaderView::Fixed);
    int shown = header->count() - header->hiddenSectionCount();
    for (int i = 0, left = std::max(0, room - wanted); i < widths.size(); ++i) {
        if (header->isSectionHidden(i))
            continue;
        const int share = left / std::max(1, shown--);
        left -= share;
        header->resizeSection(i, widths.at(i) + share);
    }
    m_table->setHorizontalScrollBarPolicy(fits ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAlwaysOn);
    const int bar = fits ? 0 : m_table->style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, m_table);
    m_table->setFixedHeight(
        header->sizeHint().height() + m_model.rowCount() * m_table->verticalHeader()->defaultSectionSize() + bar + 2);
}

void HistoryPanel::setInset(int pixels)
{
    QMargins margins = layout()->contentsMargins();
    margins.setLeft(pixels);
    margins.setRight(pixels);
    layout()->setContentsMargins(margins);
}

QString HistoryPanel::summary() const
{
    return m_summaryTitle->text() + u": "_s + m_summary->text();
}

void HistoryPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeCharts();
    fitTable();
}

}
