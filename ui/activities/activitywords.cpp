// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activities/activitywords.h"

#include "ui/calendar/calendarwords.h"

using namespace Qt::StringLiterals;

namespace ui {

QString ActivityWords::sport(const QString &type) const
{
    return CalendarWords(m_figures.locale()).sport(type);
}

QString ActivityWords::name(const domain::Activity &activity) const
{
    if (!activity.name.simplified().isEmpty())
        return activity.name.simplified();
    return activity.isStub() ? tr("From Strava") : tr("Unnamed");
}

QString ActivityWords::facts(const domain::Activity &activity) const
{
    const QLocale &locale = m_figures.locale();
    QString text = locale.toString(activity.start.day, u"ddd d MMMM yyyy"_s);
    if (activity.start.time)
        text = tr("%1, %2", "day, time").arg(text, locale.toString(*activity.start.time, QLocale::ShortFormat));
    if (!activity.type.isEmpty())
        text = tr("%1 · %2", "facts side by side").arg(text, sport(activity.type));
    if (const auto metres = activity.bestDistanceMetres(); metres && *metres > 0)
        text = tr("%1 · %2", "facts side by side")
                   .arg(text, m_figures.distance(metres, domain::familyOf(activity.type)).text());
    return text;
}

QString ActivityWords::count(int shown, int all) const
{
    const QLocale &locale = m_figures.locale();
    const QString number = locale.toString(all);
    const QString whole
        = all == 1 ? tr("1 activity") : tr("%n activities", nullptr, all).replace(QString::number(all), number);
    return shown == all ? whole : tr("%1 of %2", "so many activities shown of all").arg(locale.toString(shown), whole);
}

QString ActivityWords::feel(int feel) const
{
    static const std::array words {
        QT_TR_NOOP("strong"), QT_TR_NOOP("good"), QT_TR_NOOP("normal"), QT_TR_NOOP("poor"), QT_TR_NOOP("weak")};
    if (feel < 1 || feel > int(words.size()))
        return {};
    return tr("Feel %1 · %2", "number and word")
        .arg(m_figures.locale().toString(feel), tr(words.at(std::size_t(feel - 1))));
}

Token ActivityWords::complianceToken(double percent)
{
    if (percent >= 80 && percent <= 120)
        return Token::Good;
    return percent >= 50 && percent <= 150 ? Token::Warning : Token::Bad;
}

}
