// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"

#include <vector>

namespace samples {

/// Something that writes into a store; it says whether it was done.
struct Deed {
    const char *name = "";
    std::function<bool(store::Store &)> before;
    std::function<bool(store::Store &)> done;
};

/// A store that holds two rides, a day that was logged, an activity and a small library.
[[nodiscard]] std::unique_ptr<store::Store> knownStore(const domain::Clock &clock);

/// What a person does.
[[nodiscard]] std::vector<Deed> deedsOfPerson();
/// What comes from the service.
[[nodiscard]] std::vector<Deed> deedsOfService();

// What they are made of
[[nodiscard]] domain::LocalId known(store::Store &store, int id); ///< the event of this key
[[nodiscard]] bool nothing(store::Store &store);
[[nodiscard]] bool rename(store::Store &store, int id, const QString &name);
[[nodiscard]] bool log(store::Store &store, double weightKg, const QString &comments);
[[nodiscard]] bool pull(store::Store &store, const QList<QJsonObject> &events);
[[nodiscard]] bool pullDay(store::Store &store, const QJsonObject &fields);
[[nodiscard]] bool confirm(store::Store &store, const QJsonObject &answer); ///< of what is sent next
[[nodiscard]] store::Operation next(store::Store &store);

}
