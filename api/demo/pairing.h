// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/state.h"
#include "models/domain/activity.h"
#include "models/domain/event.h"

namespace demo {

/// The tie between an activity and the event it fulfils is written on both. These keep the two sides alike; the
/// activity itself is changed in place and stored by the caller.
void unpair(State &state, QJsonObject &activity, const QString &stamp);
void tie(State &state, QJsonObject &activity, qint64 event, const QString &stamp);

/// The planned session of the activity's day that it most likely fulfils: of its sport, not done yet, and of those the
/// one nearest in length.
[[nodiscard]] std::optional<qint64> plannedFor(State &state, const domain::Activity &activity);

/// Cuts the tie of an event that goes away.
void releaseActivityOf(State &state, const QJsonObject &event, const QString &stamp);

/// What marking the planned session as done makes: an activity by hand that was just as planned.
[[nodiscard]] QJsonObject manualActivityOf(const domain::Event &event, const QString &id, const QString &stamp);

/// How much of what was planned was done, in percent: by load, else by time.
void setCompliance(QJsonObject &activity, State &state);

}
