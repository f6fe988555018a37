// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activities/zonepanel.h"

#include "ui/widgets/textlabel.h"

#include <QJsonObject>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int mostZones = 7;

/// Seconds by zone; what is not a zone ("SS" overlaps two of them) is left out.
QList<int> powerZones(const domain::Activity &activity)
{
    QList<int> seconds;
    for (const auto &entry : activity.zoneTimes) {
        const QString id = entry.toObject().value("id"_L1).toString();
        bool isNumber = false;
        const int zone = id.mid(1).toInt(&isNumber);
        if (!id.startsWith(u'Z') || !isNumber || zone < 1 || zone > mostZones)
            continue;
        if (seconds.size() < zone)
            seconds.resize(zone);
        seconds[zone - 1] = entry.toObject().value("secs"_L1).toInt();
    }
    return seconds;
}

/// Zones above the last one that was reached say nothing.
QList<int> reached(QList<int> seconds)
{
    while (!seconds.isEmpty() && seconds.constLast() <= 0)
        seconds.removeLast();
    return seconds.first(std::min<qsizetype>(seconds.size(), mostZones));
}

QVBoxLayout *columnIn(Card *card, const Theme &theme)
{
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(theme.spacing(3), theme.spacing(3), theme.spacing(3), theme.spacing(3));
    column->setSpacing(theme.spacing(2));
    return column;
}

TextLabel *heading(const Theme &theme, const QString &text)
{
    auto *label = new TextLabel(theme, TextRole::Body, Token::Text, text);
    label->setWeight(QFont::DemiBold);
    return label;
}

}

ZoneBars::ZoneBars(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ZoneBars::setSeconds(const QList<int> &seconds)
{
    if (seconds == m_seconds)
        return;
    m_seconds = seconds;
    QStringList words;
    for (qsizetype i = 0; i < seconds.size(); ++i)
        words << u"Z%1 %2"_s.arg(i + 1).arg(items::Figures::clock(seconds.at(i)));
    setAccessibleDescription(words.join(u", "_s));
    updateGeometry();
    update();
}

QSize ZoneBars::sizeHint() const
{
    const int row = QFontMetrics(m_theme.font(TextRole::Small)).height() + m_theme.spacing(1);
    return {m_theme.spacing(50), row * int(m_seconds.size())};
}

void ZoneBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(TextRole::Small));
    const QFontMetricsF metrics(painter.font());
    const double row = metrics.height() + m_theme.spacing(1);
    const double names = metrics.horizontalAdvance(u"Z8"_s) + m_theme.spacing(3);
    const double times = metrics.horizontalAdvance(u"0:00:00"_s) + m_theme.spacing(2);
    const double room = width() - names - times;
    const double thick = m_theme.spacing(2);
    const int most = m_seconds.isEmpty() ? 1 : std::max(1, *std::max_element(m_seconds.begin(), m_seconds.end()));
    const bool mirrored = isRightToLeft();
    for (qsizetype i = 0; i < m_seconds.size(); ++i) {
        const QRectF line(0, row * double(i), width(), row);
        const int seconds = m_seconds.at(i);
        painter.setPen(m_theme.color(Token::TextSecond));
        painter.drawText(line, int(mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, u"Z%1"_s.arg(i + 1));
        painter.setPen(m_theme.color(seconds > 0 ? Token::Text : Token::TextThird));
        const QString time = seconds > 0 ? items::Figures::clock(seconds) : items::Figures::none();
        painter.drawText(line, int(mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter, time);
        if (seconds <= 0)
            continue;
        const double length = std::max(3.0, room * seconds / most);
        const double left = mirrored ? times + room - length : names;
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.zone(int(i) + 1));
        painter.drawRoundedRect(QRectF(left, line.center().y() - thick / 2, length, thick), 2, 2);
    }
}

ZoneCard::ZoneCard(const Theme &theme, const QString &of, QWidget *parent)
    : Card(theme, parent)
    , m_bars(new ZoneBars(theme))
{
    auto *column = columnIn(this, theme);
    auto *head = new QHBoxLayout;
    head->addWidget(heading(theme, tr("Time in zones")));
    head->addStretch(1);
    head->addWidget(new TextLabel(theme, TextRole::Small, Token::TextThird, of));
    column->addLayout(head);
    column->addWidget(m_bars);
    m_bars->setAccessibleName(tr("Time in zones, %1", "power or heart rate").arg(of));
}

void ZoneCard::setSeconds(const QList<int> &seconds)
{
    m_bars->setSeconds(seconds);
    setVisible(!seconds.isEmpty());
}

ZonePanel::ZonePanel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_power(new ZoneCard(theme, tr("power")))
    , m_heartrate(new ZoneCard(theme, tr("heart rate")))
    , m_notes(new Card(theme))
    , m_description(new TextLabel(theme, TextRole::Body, Token::TextSecond))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.spacing(3) + 1, theme.spacing(3), theme.spacing(3), theme.spacing(3));
    column->setSpacing(theme.spacing(3));
    auto *notes = columnIn(m_notes, theme);
    notes->addWidget(heading(theme, tr("Notes")));
    m_description->setWrapped(true);
    m_description->setTextInteractionFlags(Qt::TextSelectableByMouse);
    notes->addWidget(m_description);
    column->addWidget(m_power);
    column->addWidget(m_heartrate);
    column->addWidget(m_notes);
    column->addStretch(1);
    connect(&theme, &Theme::changed, this, qOverload<>(&ZonePanel::update));
}

void ZonePanel::present(const domain::Activity &activity)
{
    const QList<int> power = reached(powerZones(activity));
    const QList<int> heartrate = reached(activity.heartrateZoneSeconds);
    m_power->setSeconds(power);
    m_heartrate->setSeconds(heartrate);
    const QString description = activity.description.trimmed();
    m_description->setText(description);
    m_notes->setVisible(!description.isEmpty());
    m_empty = power.isEmpty() && heartrate.isEmpty() && description.isEmpty();
}

void ZonePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Window));
    painter.fillRect(QRect(isRightToLeft() ? width() - 1 : 0, 0, 1, height()), m_theme.color(Token::Line));
}

}
