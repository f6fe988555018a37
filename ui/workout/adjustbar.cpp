// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workout/adjustbar.h"

#include "ui/widgets/textlabel.h"
#include "ui/workout/builderstate.h"

#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using workout::Edited;

namespace ui {

namespace {

constexpr int leastPercent = 20;
constexpr int mostPercent = 300;
constexpr int mostLoad = 999;
constexpr int mostMinutes = 24 * 60;

}

AdjustBar::AdjustBar(const BuilderState &state, const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_state(state)
    , m_theme(theme)
    , m_kind(new QComboBox)
    , m_value(new QSpinBox)
    , m_scope(new TextLabel(theme, TextRole::Small, Token::TextSecond))
    , m_apply(new QPushButton(tr("Apply")))
{
    setObjectName(u"workout-adjust"_s);
    // In the order of Kind.
    m_kind->addItems({tr("Scale durations to"),
        tr("Scale intensities to"),
        tr("Fit load by duration to"),
        tr("Fit load by intensity to"),
        tr("Fit duration to")});
    m_kind->setAccessibleName(tr("Adjust"));
    m_value->setObjectName(u"workout-adjust-value"_s);
    m_value->setAccessibleName(tr("New value"));
    m_apply->setObjectName(u"workout-adjust-apply"_s);
    m_apply->setProperty("primary", true);
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.spacing(4), theme.spacing(2), theme.spacing(4), theme.spacing(2));
    row->setSpacing(theme.spacing(2));
    row->addWidget(m_kind);
    row->addWidget(m_value);
    row->addWidget(m_scope, 1);
    row->addWidget(cancel);
    row->addWidget(m_apply);
    connect(m_kind, &QComboBox::activated, this, [this](int index) { choose(Kind(index)); });
    connect(m_value, &QSpinBox::valueChanged, this, &AdjustBar::show);
    connect(m_apply, &QPushButton::clicked, this, [this] { finish(true); });
    connect(cancel, &QPushButton::clicked, this, [this] { finish(false); });
    connect(&theme, &Theme::changed, this, qOverload<>(&AdjustBar::update));
    hide();
}

AdjustBar::Kind AdjustBar::kind() const
{
    return Kind(m_kind->currentIndex());
}

void AdjustBar::open(Kind kind, const QList<int> &lines)
{
    if (m_open)
        finish(false);
    m_script = m_state.script();
    m_lines = lines;
    m_load = m_state.figures().load.value_or(0);
    m_seconds = int(m_state.figures().duration.count());
    m_open = true;
    QFrame::show();
    m_kind->setCurrentIndex(int(kind));
    choose(kind);
    m_value->setFocus(Qt::OtherFocusReason);
    m_value->selectAll();
}

void AdjustBar::choose(Kind kind)
{
    const bool scales = kind == Kind::ScaleDurations || kind == Kind::ScaleIntensities;
    const bool load = kind == Kind::FitLoadByDuration || kind == Kind::FitLoadByIntensity;
    {
        const QScopedValueRollback setting(m_setting, true);
        m_value->setSuffix(scales ? tr(" %") : load ? QString() : tr(" min"));
        m_value->setRange(scales ? leastPercent : 1, scales ? mostPercent : load ? mostLoad : mostMinutes);
        m_value->setSingleStep(scales || load ? 5 : 5);
        m_value->setValue(scales ? 100 : load ? m_load : (m_seconds + 30) / 60);
    }
    m_scope->setText(!scales ? QString() : m_lines.isEmpty() ? tr("of all steps") : tr("of the chosen steps"));
    Q_EMIT previewed({});
}

Edited AdjustBar::edit(int value) const
{
    const workout::Person &person = m_state.person();
    switch (kind()) {
    case Kind::ScaleDurations:
        return value == 100 ? Edited {} : workout::scaleDurations(m_script, value / 100.0, m_lines);
    case Kind::ScaleIntensities:
        return value == 100 ? Edited {} : workout::scaleIntensities(m_script, value / 100.0, person, m_lines);
    case Kind::FitLoadByDuration:
        return workout::fitLoad(m_script, value, workout::FitBy::Duration, person, m_state.options());
    case Kind::FitLoadByIntensity:
        return workout::fitLoad(m_script, value, workout::FitBy::Intensity, person, m_state.options());
    case Kind::FitDuration:
        break;
    }
    return workout::fitDuration(m_script, std::chrono::minutes(value), person);
}

void AdjustBar::show(int value)
{
    if (!m_setting && m_open)
        Q_EMIT previewed(edit(value));
}

void AdjustBar::finish(bool keep)
{
    if (!m_open)
        return;
    m_open = false;
    const bool focused = isAncestorOf(QApplication::focusWidget());
    hide();
    Q_EMIT previewEnded(keep);
    if (focused)
        Q_EMIT focusGiven();
}

void AdjustBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        finish(false);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        finish(true);
    else
        QFrame::keyPressEvent(event);
}

void AdjustBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::AccentWash));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Token::Line));
}

}
