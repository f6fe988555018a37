// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activities/activityheader.h"

#include "ui/activities/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/toolbutton.h"

#include <QHBoxLayout>
#include <QPainter>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int mostChips = 3;

}

/// A square in the colour of the sport, whose name stands beside the date.
class ActivityHeader::Mark : public QWidget
{
public:
    explicit Mark(const Theme &theme)
        : m_theme(theme)
    {
        setFixedSize(theme.spacing(3), theme.spacing(3));
    }

    void setFamily(domain::SportFamily family)
    {
        m_family = family;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.sport(m_family));
        painter.drawRoundedRect(rect(), 3, 3);
    }

private:
    const Theme &m_theme;
    domain::SportFamily m_family = domain::SportFamily::Other;
};

ActivityHeader::ActivityHeader(const Theme &theme, const ActivityWords &words, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_words(words)
    , m_back(new ToolButton(theme, u"chevron-left"_s, tr("Back to the list (Esc)")))
    , m_previous(new ToolButton(theme, u"chevron-up"_s, tr("Activity above in the list (Alt+Up)")))
    , m_next(new ToolButton(theme, u"chevron-down"_s, tr("Activity below in the list (Alt+Down)")))
    , m_mark(new Mark(theme))
    , m_name(new ElidedLabel(theme, TextRole::Title, Token::Text))
    , m_facts(new ElidedLabel(theme, TextRole::Body, Token::TextSecond))
    , m_tags(new QHBoxLayout)
    , m_plan(new ElidedLabel(theme, TextRole::Body, Token::TextSecond))
    , m_compliance(new ElidedLabel(theme, TextRole::Body, Token::Good))
    , m_effort(new Chip(theme))
    , m_feel(new Chip(theme))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.spacing(2), 0, theme.spacing(4), 1);
    row->setSpacing(theme.spacing(3));
    auto *walk = new QHBoxLayout;
    walk->setSpacing(0);
    for (ToolButton *button : {m_back, m_previous, m_next})
        walk->addWidget(button);
    row->addLayout(walk);
    row->addWidget(m_mark);
    m_name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_facts->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_plan->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_compliance->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_compliance->setWeight(QFont::DemiBold);
    m_tags->setSpacing(theme.spacing(2));
    row->addWidget(m_name);
    row->addWidget(m_facts);
    row->addLayout(m_tags);
    row->addStretch(1);
    row->addWidget(m_plan);
    row->addWidget(m_compliance);
    row->addWidget(m_effort);
    row->addWidget(m_feel);
    connect(m_back, &ToolButton::clicked, this, &ActivityHeader::backWanted);
    connect(m_previous, &ToolButton::clicked, this, [this] { Q_EMIT stepWanted(-1); });
    connect(m_next, &ToolButton::clicked, this, [this] { Q_EMIT stepWanted(1); });
    connect(&theme, &Theme::changed, this, &ActivityHeader::refresh);
    refresh();
}

void ActivityHeader::present(const domain::Activity &activity, const std::optional<domain::Event> &plan)
{
    m_mark->setFamily(domain::familyOf(activity.type));
    m_name->setText(m_words.name(activity));
    m_facts->setText(m_words.facts(activity));
    presentChips(activity);
    m_plan->setText(
        plan ? tr("Planned: %1").arg(plan->name.isEmpty() ? m_words.sport(plan->type) : plan->name) : QString());
    const auto percent = activity.compliancePercent;
    m_compliance->setText(plan && percent ? m_words.figures().percent(percent).text() : QString());
    m_compliance->setToken(ActivityWords::complianceToken(percent.value_or(0)));
    m_effort->setText(activity.rpe ? tr("RPE %1").arg(m_words.figures().number(*activity.rpe)) : QString());
    m_feel->setText(activity.feel ? m_words.feel(*activity.feel) : QString());
    m_plan->setVisible(!m_plan->text().isEmpty());
    m_compliance->setVisible(!m_compliance->text().isEmpty());
    m_effort->setVisible(!m_effort->text().isEmpty());
    m_feel->setVisible(!m_feel->text().isEmpty());
}

void ActivityHeader::presentChips(const domain::Activity &activity)
{
    QStringList texts;
    if (activity.race)
        texts << tr("race");
    if (activity.trainer.value_or(false) || domain::isVirtual(activity.type))
        texts << tr("indoor");
    for (const QString &tag : activity.tags)
        texts << u'#' + tag;
    if (texts.size() > mostChips) {
        const int more = int(texts.size()) - mostChips + 1;
        texts = texts.first(mostChips - 1) << tr("+%n more", "tags", more);
    }
    while (m_chips.size() < texts.size()) {
        m_chips.append(new Chip(m_theme));
        m_tags->addWidget(m_chips.constLast());
    }
    for (qsizetype i = 0; i < m_chips.size(); ++i)
        m_chips.at(i)->setText(texts.value(i));
    arrange();
}

void ActivityHeader::setNeighbours(bool previous, bool next)
{
    m_previous->setEnabled(previous);
    m_next->setEnabled(next);
}

QString ActivityHeader::title() const
{
    return m_name->text();
}

QString ActivityHeader::planText() const
{
    return (m_plan->text() + u' ' + m_compliance->text()).simplified();
}

void ActivityHeader::refresh()
{
    setFixedHeight(std::max(48, m_theme.rowHeight() + m_theme.spacing(5)));
    update();
}

void ActivityHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ActivityHeader::arrange()
{
    const bool roomy = width() > m_theme.spacing(220);
    // A long name gives way before the date does, and leaves the plan's enough to be known by.
    m_facts->setMinimumWidth(roomy ? m_facts->sizeHint().width() : 0);
    m_plan->setMinimumWidth(roomy ? std::min(m_plan->sizeHint().width(), m_theme.spacing(32)) : 0);
    for (Chip *chip : std::as_const(m_chips))
        chip->setVisible(roomy && !chip->text().isEmpty());
}

void ActivityHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Surface));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Token::Line));
}

}
