// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/targetwords.h"

using namespace Qt::StringLiterals;

namespace ui {

QString TargetWords::name(const QString &sport) const
{
    return sport.isEmpty() ? tr("Target") : tr("%1 target", "sport").arg(m_words.sport(sport));
}

QList<TargetWords::Figure> TargetWords::figures(const items::WeekTarget &target) const
{
    QList<Figure> all;
    const auto add = [&](const QString &done, const QString &wanted, double doneValue, double wantedValue) {
        all.append({doneValue > 0 ? done : m_words.none(),
            wanted,
            wantedValue > 0 ? doneValue / wantedValue : 1,
            doneValue >= wantedValue});
    };
    if (target.load)
        add(m_words.number(target.doneLoad), m_words.number(*target.load), target.doneLoad, *target.load);
    if (target.seconds)
        add(m_words.duration(target.doneSeconds),
            m_words.duration(target.seconds),
            target.doneSeconds,
            *target.seconds);
    if (target.metres) {
        add(m_words.number(target.doneMetres / m_words.metresPerUnit(), 1),
            m_words.distance(target.metres),
            target.doneMetres,
            *target.metres);
    }
    return all;
}

std::optional<TargetWords::Figure> TargetWords::main(const items::WeekTarget &target) const
{
    const QList<Figure> all = figures(target);
    return all.isEmpty() ? std::nullopt : std::optional(all.first());
}

QString TargetWords::sentence(const items::WeekTarget &target) const
{
    QStringList parts;
    const QList<Figure> all = figures(target);
    for (const Figure &figure : all)
        parts.append(tr("%1 of %2", "done, wanted").arg(figure.done, figure.wanted));
    const QString named = target.name.isEmpty() ? name(target.sport) : target.name;
    return parts.isEmpty() ? named : named + u": "_s + parts.join(u", "_s);
}

}
