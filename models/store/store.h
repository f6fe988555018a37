// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/activity.h"
#include "models/domain/athlete.h"
#include "models/domain/clock.h"
#include "models/domain/daterange.h"
#include "models/domain/event.h"
#include "models/domain/folder.h"
#include "models/domain/libraryworkout.h"
#include "models/domain/sportsettings.h"
#include "models/domain/stream.h"
#include "models/domain/wellness.h"
#include "models/store/conflicttable.h"
#include "models/store/gesture.h"
#include "models/store/givenway.h"
#include "models/store/journal.h"
#include "models/store/lately.h"
#include "models/store/libraryrows.h"
#include "models/store/recovery.h"
#include "models/store/summary.h"

#include <QHash>
#include <QObject>
#include <QScopeGuard>
#include <memory>

namespace store {

class Database;
class Transaction;
struct Entity;
struct Operation;

/// The service's fitness figures of one past day.
struct FitnessDay {
    QDate day;
    double ctl = 0;
    double atl = 0;
    std::optional<double> rampRate;
    std::optional<int> ctlLoad;
};

/// What one event or activity means to the fitness model. It is read for years at once, so it holds no more than that.
struct ItemLoad {
    QDate day;
    QString type; ///< sport
    domain::OpenEnum<domain::Category> category; ///< of events
    std::optional<int> load;
    bool paired = false;
    bool onFitnessChart = true;
};

/// What changed: the entities, and all days they touched before and after.
struct Change {
    QList<domain::LocalId> ids;
    QList<QDate> days; ///< sorted, unique; empty with everything set
    bool everything = false; ///< a large pull: read anew
    bool library = false; ///< folders or workouts of the library changed; they stand neither in ids nor in days

    [[nodiscard]] bool hasDays() const { return everything || !ids.isEmpty() || !days.isEmpty(); }
};

/// All data of one account on this machine: what the service said, what the user changed since, and the view of
/// both together. Reading never waits for the network. Edits go through perform(), which is durable when it returns:
/// a journal beside the database has them on the disk.
class Store : public QObject
{
    Q_OBJECT

public:
    /// Opens or makes the database of one origin and athlete, with its journal; ":memory:" has none. Edits of another
    /// owner are refused; without an owner whose they are is not asked.
    static domain::Result<std::unique_ptr<Store>> open(
        const QString &path, const domain::Clock &clock, const QString &owner = {});
    ~Store() override;

    // Reading the view
    [[nodiscard]] QList<Summary> events(const domain::DateRange &days) const; ///< overlapping; by day, time, name
    [[nodiscard]] QList<Summary> activities(const domain::DateRange &days) const; ///< by day, time
    [[nodiscard]] QList<Summary> allActivities() const; ///< newest first
    [[nodiscard]] QList<Summary> milestones(const domain::DateRange &days) const; ///< races, turns of the fitness model
    [[nodiscard]] QList<ItemLoad> loads(Kind kind, const domain::DateRange &days) const; ///< of what begins there
    [[nodiscard]] std::optional<Summary> summary(const domain::LocalId &id) const;
    [[nodiscard]] domain::Result<domain::Event> event(const domain::LocalId &id) const;
    [[nodiscard]] domain::Result<domain::Activity> activity(const domain::LocalId &id) const;
    [[nodiscard]] QList<LibraryFolder> folders() const; ///< by name
    [[nodiscard]] QList<LibraryRow> libraryRows() const; ///< by day of the plan, then by name
    [[nodiscard]] domain::Result<domain::Folder> folder(const domain::LocalId &id) const;
    [[nodiscard]] domain::Result<domain::LibraryWorkout> libraryWorkout(const domain::LocalId &id) const;
    [[nodiscard]] std::optional<domain::LocalId> findRemote(Kind kind, const QString &remoteId) const;
    [[nodiscard]] domain::Wellness wellness(QDate day) const; ///< empty but for its day if nothing is known
    [[nodiscard]] QList<domain::Wellness> wellness(const domain::DateRange &days) const; ///< known days, ascending
    [[nodiscard]] QList<FitnessDay> fitness(const domain::DateRange &days) const; ///< the service's own, ascending
    [[nodiscard]] domain::Athlete athlete() const;
    [[nodiscard]] QList<domain::SportSettings> sports() const;
    [[nodiscard]] std::optional<domain::StreamSet> streams(const domain::LocalId &activity) const;

    // Editing: one gesture, one transaction (view, outbox, undo, what else goes with it), durable on return
    domain::Result<domain::Done> perform(const Gesture &gesture, const std::function<bool()> &also = {});
    domain::Result<domain::Done> undo();
    domain::Result<domain::Done> redo();
    [[nodiscard]] std::optional<GestureInfo> undoable() const;
    [[nodiscard]] std::optional<GestureInfo> redoable() const;

    [[nodiscard]] const Recovery &recovery() const { return m_recovery; }
    // Waits for a person's word
    [[nodiscard]] QList<Conflict> conflicts() const; ///< oldest first
    /// Needs no network. Error::Kind::Conflict if the choice was made already, or if both cannot be kept.
    domain::Result<domain::Done> resolve(const Conflict &conflict, Choice choice)
    {
        return resolve(QList {conflict}, choice);
    }
    /// Several of one item, as one step; undoing takes the other side. A copy made for both has all of the person's.
    domain::Result<domain::Done> resolve(const QList<Conflict> &conflicts, Choice choice);

    [[nodiscard]] int waitingEdits() const; ///< operations in the outbox
    [[nodiscard]] const domain::Clock &clock() const { return m_clock; }
    [[nodiscard]] Lately &lately() { return m_lately; }
    [[nodiscard]] Database &database() { return *m_database; } ///< for outbox and folding, not for ui

    /// Tells the models; also called by the classes that fold the service's answers in.
    void announce(const Change &change);
    void announceOutbox() { Q_EMIT outboxChanged(); }
    void announceGivenWay(const QList<GivenWay> &items) { Q_EMIT gaveWay(items); }
    void announceHistory() { Q_EMIT historyChanged(); }
    void announceStreams(const domain::LocalId &activity) { Q_EMIT streamsChanged(activity); }
    /// The service has confirmed the operation, and the database says so.
    void acknowledge(const Operation &operation);
    void reloadSettings(); ///< after athlete or sport settings were written

Q_SIGNALS:
    void changed(const store::Change &change); ///< of what has days; the library has a signal of its own
    void libraryChanged();
    void historyChanged(); ///< undo or redo became possible or impossible
    void outboxChanged();
    void gaveWay(const QList<store::GivenWay> &items);
    void streamsChanged(const domain::LocalId &activity);
    void settingsChanged(); ///< athlete or sport settings

private:
    Store(std::unique_ptr<Database> database, const domain::Clock &clock);

    /// Which operation of which gesture an edit becomes; what the journal had is taken as it was written there.
    struct Step {
        QString opId;
        QString groupId;
        bool isRestored = false;
        bool isLast = false; ///< of its gesture: the journal can be written
        bool takesBack = false; ///< a creation that nobody has changed since: redoing is the way to have it again
    };

    QString beginGesture(const Gesture &gesture);
    bool applyEdit(const Edit &edit, const Step &part, Change &change);
    bool enqueue(const Edit &edit, const Step &step);
    /// Until it goes: what the journal was given and commit() did not reach is taken back.
    [[nodiscard]] auto unlessKept()
    {
        return qScopeGuard([this] {
            if (m_journal)
                m_journal->takeBack();
        });
    }
    /// For the journal, unless it has been; with the last edit of a gesture the journal is written.
    void record(const Edit &edit, const Step &step);
    void startJournal();
    /// Journal first, then the database: both or neither.
    domain::Result<domain::Done> commit(Transaction &transaction);
    /// What goes to the service as new: with keys that it has not seen.
    [[nodiscard]] QJsonObject asNew(const Edit &edit, Entity &entity);
    /// The common case: fields of a shown entity change. Nothing else of it is read or written.
    bool applyChange(const Edit &edit, const Step &step, Change &change);
    domain::Result<domain::Done> replay(bool redo);
    bool settle(Entity entity, const Conflict &conflict, Choice choice, bool joins);
    bool settleAll(const Entity &entity, const QList<Conflict> &conflicts, Choice choice);
    /// The step that turns a choice round; what was pushed for a copy becomes part of it.
    bool pushChoice(const Entity &before, const QList<Conflict> &conflicts, Choice choice, bool copied);

    /// Brings what only the journal has into the database.
    domain::Result<domain::Done> openJournal(const QString &path, const QString &owner);
    domain::Result<domain::Done> salvage(const JournalContents &journal, QList<JournalEdit> &missing);
    domain::Result<domain::Done> restore(const QList<JournalEdit> &edits);
    domain::Result<domain::Done> restoreGesture(const QList<JournalEdit> &edits);
    bool restoreEdit(const JournalEdit &written, Change &change);

    std::unique_ptr<Database> m_database;
    std::unique_ptr<Journal> m_journal; ///< none for a database in memory
    QList<JournalEdit> m_written; ///< by the gesture under way
    GestureInfo m_gesture; ///< under way
    Recovery m_recovery;
    const domain::Clock &m_clock;
    Lately m_lately;
    domain::Athlete m_athlete;
    QList<domain::SportSettings> m_sports;
    domain::Error m_failure;
    QHash<QString, QString> m_newFolderKeys; ///< of the gesture under way: folders that come back under another key
};

}
