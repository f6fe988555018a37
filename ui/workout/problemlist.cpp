// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workout/problemlist.h"

#include "models/workout/editremedy.h"
#include "ui/widgets/textlabel.h"
#include "ui/workout/builderstate.h"
#include "ui/workout/workoutwords.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QResizeEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int mostRows = 20;
constexpr int mostHeight = 40; ///< in steps of spacing

}

ProblemList::ProblemList(const BuilderState &state, const Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_state(state)
    , m_theme(theme)
{
    setObjectName(u"workout-problems"_s);
    setAccessibleName(tr("Problems in the text"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFocusPolicy(Qt::NoFocus);
    build();
    hide();
    connect(&state, &BuilderState::changed, this, &ProblemList::follow);
    connect(&theme, &Theme::changed, this, &ProblemList::build);
}

void ProblemList::follow()
{
    const auto &warnings = m_state.script().workout().warnings;
    if (warnings == m_warnings)
        return;
    m_warnings = warnings;
    build();
    setVisible(!warnings.isEmpty());
}

void ProblemList::build()
{
    if (QWidget *old = takeWidget()) {
        old->hide();
        old->deleteLater(); // one of its buttons may be the one being pressed
    }
    m_rows = new QWidget;
    m_rows->setAutoFillBackground(true);
    QPalette colors = m_rows->palette();
    colors.setColor(QPalette::Window, m_theme.wash(m_theme.color(Token::Warning), 0.08));
    m_rows->setPalette(colors);
    m_column = new QVBoxLayout(m_rows);
    m_column->setContentsMargins(m_theme.spacing(3), m_theme.spacing(2), m_theme.spacing(3), m_theme.spacing(2));
    m_column->setSpacing(m_theme.spacing(1));
    for (const auto &warning : m_warnings.first(std::min<qsizetype>(m_warnings.size(), mostRows)))
        addRow(warning);
    if (m_warnings.size() > mostRows)
        m_column->addWidget(
            new TextLabel(m_theme, TextRole::Small, Token::TextSecond, tr("There are more further down.")));
    setWidget(m_rows);
    fitHeight();
}

void ProblemList::addRow(const workout::Warning &warning)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(m_theme.spacing(2));
    auto *line = new QPushButton(tr("Line %1").arg(warning.line + 1));
    line->setFlat(true);
    line->setFont(m_theme.font(TextRole::Small, QFont::DemiBold));
    connect(line, &QPushButton::clicked, this, [this, at = warning.line] { Q_EMIT lineWanted(at); });
    row->addWidget(line, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(m_theme.spacing(1));
    auto *text = new TextLabel(m_theme, TextRole::Small, Token::Text, WorkoutWords::problem(warning));
    text->setWrapped(true);
    column->addSpacing(line->sizeHint().height() / 2 - text->fontMetrics().height() / 2);
    column->addWidget(text);
    if (!workout::remedy(m_state.script(), warning).isEmpty()) {
        auto *remedy = new QPushButton(WorkoutWords::remedy(warning));
        remedy->setFont(m_theme.font(TextRole::Small));
        connect(remedy, &QPushButton::clicked, this, [this, warning] { Q_EMIT remedyWanted(warning); });
        column->addWidget(remedy, 0, Qt::AlignLeft);
    }
    column->addStretch(1);
    row->addLayout(column, 1);
    m_column->addLayout(row);
}

QSize ProblemList::sizeHint() const
{
    const int width = std::max(1, viewport()->width());
    const int wanted
        = m_column->hasHeightForWidth() ? m_column->totalHeightForWidth(width) : m_column->sizeHint().height();
    return {m_theme.spacing(60), std::min(wanted, m_theme.spacing(mostHeight))};
}

void ProblemList::fitHeight()
{
    setFixedHeight(std::max(1, sizeHint().height()));
}

void ProblemList::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fitHeight();
}

}
