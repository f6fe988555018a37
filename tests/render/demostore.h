// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/demoapi.h"
#include "api/json/records.h"
#include "models/domain/trainingplan.h"
#include "models/domain/weather.h"
#include "models/store/remotefold.h"

#include <QSet>
#include <functional>

namespace render {

/// The demo athlete in a store in memory: what the embedded server would answer, folded in without a socket, so that
/// the same clock always gives the same data.
class DemoStore
{
public:
    /// What people have typed (names, comments) in other words.
    using Wording = std::function<QString(const QString &)>;

    explicit DemoStore(const domain::Clock &clock, Wording wording = {});
    ~DemoStore();

    [[nodiscard]] QString failure() const { return m_failure; } ///< why it is not filled; empty if it is
    [[nodiscard]] store::Store &store() { return *m_store; }
    /// Brings the intervals and the recording of an activity too; false if that failed.
    bool fetch(const domain::LocalId &activity);
    [[nodiscard]] domain::Weather forecast(); ///< empty if the server has none
    [[nodiscard]] domain::Weather places(); ///< that were chosen for it
    [[nodiscard]] domain::TrainingPlan plan();
    [[nodiscard]] const QString &ride() const { return m_ride; } ///< the service's key of the newest VO2 session
    [[nodiscard]] const QSet<QString> &words() const { return m_words; } ///< all that people have typed

private:
    void fill();
    void noteRide(const json::Records<domain::Activity> &newestFirst);
    [[nodiscard]] QJsonObject reworded(QJsonObject record);
    template<typename List>
    [[nodiscard]] QList<QJsonObject> rawOf(const List &list);
    template<typename Endpoint>
    [[nodiscard]] domain::Result<typename Endpoint::Response> answer(const Endpoint &endpoint);
    template<typename Endpoint, typename Fold>
    bool read(const Endpoint &endpoint, Fold fold);

    const domain::Clock &m_clock;
    Wording m_wording;
    demo::DemoApi m_api;
    std::unique_ptr<store::Store> m_store;
    QString m_failure;
    QString m_ride;
    QSet<QString> m_words;
};

}
