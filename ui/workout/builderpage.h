// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/commands/planner.h"
#include "models/items/fitnesstimeline.h"
#include "ui/shell/page.h"
#include "ui/workout/draft.h"

#include <QTimer>
#include <memory>

namespace ui {

class MessageBar;
class Theme;
class WorkoutBuilder;

/// The builder over a workout of the calendar, or over a draft of somebody else's. Leaving it saves: a workout of the
/// calendar as one step that can be undone, a draft through saved(). What is typed meanwhile is kept in the store, and is
/// back when the workout is opened again after a sudden end.
class BuilderPage : public Page
{
    Q_OBJECT

public:
    BuilderPage(store::Store &store, Theme &theme, const QLocale &locale, QWidget *parent = nullptr);
    ~BuilderPage() override;

    [[nodiscard]] QString title() const override;
    void activated() override;

    void open(const domain::LocalId &id); ///< a workout of the calendar
    /// A workout of the library, if it has an id; saved() tells what became of it.
    void openDraft(const Draft &draft, const domain::LocalId &id = {});
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] WorkoutBuilder &builder() { return *m_builder; }

    /// Saves what was changed; false if that was refused, with the reason in failed().
    bool commit();
    void done(); ///< saves and closes

Q_SIGNALS:
    void closed();
    void saved(const ui::Draft &draft);
    void sentence(const QString &text, bool undoable);
    void failed(const domain::Error &error);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void present();
    void keepTyped(); ///< what was typed so far
    void dropTyped();
    void takeUpTyped(); ///< what was typed before a sudden end
    void followStore(const store::Change &change);
    void offerTheirs(const domain::Event &theirs);
    void showOutlook();
    [[nodiscard]] static Draft draftOf(const domain::Event &event);
    [[nodiscard]] domain::Event eventWith(domain::Event event, const Draft &draft) const;

    store::Store &m_store;
    commands::Planner m_planner;
    WorkoutBuilder *m_builder;
    MessageBar *m_messages;
    std::unique_ptr<items::FitnessTimeline> m_timeline; ///< made when a day is first looked at
    domain::LocalId m_id; ///< empty for a draft
    domain::LocalId m_typedOf; ///< whose typing is kept; empty for a draft of nothing
    QTimer m_keep;
    domain::Event m_event; ///< as it was opened
    Draft m_given; ///< the draft as it came, for telling what was changed
    bool m_open = false;
    bool m_saving = false;
};

}
