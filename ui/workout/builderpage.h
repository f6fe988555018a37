// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/fitnesstimeline.h"
#include "ui/shell/page.h"
#include "ui/workout/builtworkout.h"

#include <QTimer>
#include <memory>

namespace ui {

class MessageBar;
class Theme;
class WorkoutBuilder;

/// The builder over a workout of the calendar or of the library. Leaving it saves, as one step that can be undone. What
/// is typed meanwhile is kept in the store, and is back when the workout is opened again after a sudden end.
class BuilderPage : public Page
{
    Q_OBJECT

public:
    BuilderPage(store::Store &store, Theme &theme, const QLocale &locale, QWidget *parent = nullptr);
    ~BuilderPage() override;

    [[nodiscard]] QString title() const override;
    void activated() override;

    void open(const domain::LocalId &id); ///< a workout of the calendar
    void openTemplate(const domain::LocalId &id); ///< one of the library
    [[nodiscard]] bool isOpen() const { return m_work != nullptr; }
    [[nodiscard]] WorkoutBuilder &builder() { return *m_builder; }

    /// Saves what was changed; false if that was refused, with the reason in failed().
    bool commit();
    void done(); ///< saves and closes

Q_SIGNALS:
    void closed();
    void sentence(const QString &text, bool undoable);
    void failed(const domain::Error &error);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void take(store::Kind kind, const domain::LocalId &id);
    void present(const QString &readOnly);
    void keepTyped(); ///< what was typed so far
    void dropTyped();
    void takeUpTyped(); ///< what was typed before a sudden end
    void followStore();
    void offerTheirs(const Draft &theirs);
    void showOutlook();
    [[nodiscard]] std::optional<store::Summary> plannedSummary() const;

    store::Store &m_store;
    WorkoutBuilder *m_builder;
    MessageBar *m_messages;
    std::unique_ptr<items::FitnessTimeline> m_timeline; ///< made when a day is first looked at
    std::unique_ptr<BuiltWorkout> m_work; ///< while one is open
    bool m_readOnly = false;
    QTimer m_keep;
    Draft m_given; ///< as it was opened, for telling what was changed
    bool m_saving = false;
};

}
