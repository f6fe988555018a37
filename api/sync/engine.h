// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/sync/backoff.h"
#include "api/sync/pulljob.h"
#include "models/domain/scheduler.h"
#include "models/store/syncstatus.h"

namespace api::sync {

/// Keeps store and service together in the background: pushes edits as soon as they are made, pulls what the window
/// shows, then the rest and the years before, and tries again with growing waits when there is no network. One request
/// flow at a time.
class Engine : public QObject
{
    Q_OBJECT

public:
    Engine(store::Store &store, http::Client &client, store::SyncStatus &status, QObject *parent = nullptr);
    ~Engine() override;

    void start(); ///< the first pull and the regular ones
    /// Leaves the years before for later, or goes on with them, also after a restart; everything else goes its way.
    void pausePast(bool paused);
    void syncNow();
    /// A hint that the service may be reached again after it could not be: no wait is worth its time any more.
    void tryAgain();
    /// Pulls these days if they were not pulled lately.
    void show(const domain::DateRange &days);
    /// Intervals and streams of one activity, if they are not there.
    void wantDetail(const domain::LocalId &activity);
    /// Pulls everything from the day on again, because something of that day changed what follows.
    void refreshFrom(QDate day);
    /// A person believes that these are gone: each is asked for, and what the service does not know goes here too, as
    /// one step that can be undone.
    void settleAbsence(const QList<domain::LocalId> &ids);

Q_SIGNALS:
    /// A person asked for it, or the service answers again after a failure: what waits elsewhere may be sent too.
    void resumed();
    /// Everything asked for was read and sent; or it stopped with the status' error.
    void idle();
    /// Records of one answer could not be read and are kept apart; each error names its record.
    void recordsSetAside(const QList<domain::Error> &records);
    /// A list lacked so many events that were known that none of them was taken for deleted.
    void missingHeld(const QList<domain::LocalId> &ids);
    /// Of what settleAbsence() was asked about, so many are gone, and so many are there after all.
    void absenceSettled(int gone, int there);

private:
    void enqueue(const Pull &pull, bool first);
    void enqueueWindow(const domain::DateRange &days, bool first);
    void step();
    void push();
    void pull(const Pull &pull);
    void showPast();
    void pushed(const std::optional<domain::Error> &error);
    void pulled(const Pull &pull, const std::optional<domain::Error> &error, const QList<domain::Error> &setAside);
    void recover();
    void pause(const domain::Error &error);
    void settle();
    void beRegular();

    store::Store &m_store;
    http::Client &m_client;
    store::SyncStatus &m_status;
    QList<Pull> m_pulls;
    QList<Pull> m_past; ///< the years before, newest first; read when nothing else is to be done
    qsizetype m_pieces = 0; ///< of the years before, read or not
    bool m_pastPaused = false;
    domain::DateRange m_fresh; ///< days pulled in this session
    std::unique_ptr<domain::Alarm> m_soon; ///< gathers edits of one moment
    std::unique_ptr<domain::Alarm> m_again; ///< after a failure
    std::unique_ptr<domain::Alarm> m_regular;
    Backoff m_backoff;
    std::optional<domain::Error> m_refusal; ///< why the service refused the last edit
    bool m_busy = false;
    bool m_outcomeLost = false; ///< what became of something sent may not be written down
    bool m_hinted = false; ///< while a request was under way that may hang since before
    bool m_stopped = false; ///< the credential was refused
};

}
