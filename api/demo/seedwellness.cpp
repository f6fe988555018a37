// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/seedwellness.h"

#include "api/demo/dice.h"
#include "api/demo/seasons.h"
#include "models/domain/localdatetime.h"
#include "models/domain/wellness.h"

#include <QJsonObject>
#include <cmath>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

int scale(double value)
{
    return std::clamp(int(std::round(value)), 1, 4);
}

}

void putWellness(State &state, quint32 seed, QDate today, int days)
{
    const QDate thisMonday = today.addDays(1 - today.dayOfWeek());
    double drift = 0;
    for (int ago = days; ago >= 0; --ago) {
        const QDate day = today.addDays(-ago);
        const QDate monday = day.addDays(1 - day.dayOfWeek());
        const Phase phase = phaseOf(int(thisMonday.daysTo(monday) / 7), monday);
        Dice dice(seed, quint64(day.toJulianDay()) * 8 + 7);
        const auto noise = [&dice](double width) { return dice.noise(width); };
        const double strain = phase == Phase::Sick ? 2
            : phase == Phase::Build                ? 0.6 + 0.08 * day.dayOfWeek()
            : phase == Phase::Recovery             ? 0
                                                   : 0.4;
        drift = drift * 0.97 + noise(0.25);
        domain::Wellness w;
        w.day = day;
        const bool forgotten = dice.chance(0.09);
        w.restingHrBpm = int(std::round(47 + strain * 2.5 + drift + noise(2)));
        w.hrvMs = std::round(66 - strain * 7 - drift * 2 + noise(9));
        w.sleep = std::chrono::minutes(int(445 + noise(55) - strain * 12 + (day.dayOfWeek() >= 6 ? 25 : 0)));
        w.steps = 6500 + dice.below(7000);
        if (!forgotten && ago > 0) {
            w.weightKg = std::round((62.6 + 0.9 * std::sin(double(day.dayOfYear()) / 58) + noise(0.5)) * 10) / 10;
            w.sleepQuality = scale(1.8 + strain * 0.4 + noise(1.1));
            w.fatigue = scale(1.4 + strain + noise(0.9));
            w.soreness = scale(1.4 + strain * 0.8 + noise(0.9));
            w.stress = scale(1.7 + noise(1.2));
            w.mood = scale(1.6 + strain * 0.4 + noise(0.9));
            w.motivation = scale(1.7 + strain * 0.3 + noise(0.9));
            w.injury = scale(1.1 + noise(0.5));
            w.hydrationLitres = std::round((2.2 + noise(0.7)) * 10) / 10;
            if (phase == Phase::Sick && day.dayOfWeek() == 1)
                w.comments = u"Sore throat, no training."_s;
            else if (dice.chance(0.06))
                w.comments = dice.chance(0.5) ? u"Legs heavy on the stairs, fine once warm."_s
                                              : u"Slept well, keen to ride."_s;
        }
        w.updated = day.toString(Qt::ISODate) + u"T06:30:00.000+00:00"_s;
        state.put(Shelf::Wellness, domain::dayText(day), day, domain::toJson(w));
    }
}

}
