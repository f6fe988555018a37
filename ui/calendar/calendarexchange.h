// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/importcandidates.h"
#include "ui/calendar/calendareditor.h"
#include "ui/calendar/exporter.h"
#include "ui/calendar/guests.h"

#include <atomic>
#include <memory>

class QFileDialog;
class QMenu;

namespace ui {

/// What comes onto the calendar from files and goes from it to files: reads what is dropped, away from the window's
/// thread, plans or uploads it, writes what is exported and what is dragged to another program.
class CalendarExchange : public QObject
{
    Q_OBJECT

public:
    CalendarExchange(store::Store &store, CalendarEditor &editor, const CalendarWords &words, QWidget *window);
    ~CalendarExchange() override;

    /// Takes a drag of files, not yet knowing what is in them; guestsKnown() says it a moment later. Nothing for other
    /// drags.
    [[nodiscard]] Guests guestsOf(const QMimeData &data);
    void drop(const QMimeData &data, QDate day);
    void read(const QStringList &paths, QDate day);
    /// Plans workouts and entries as one step, and hands activities on to be uploaded.
    void take(const QList<items::Candidate> &candidates, const QList<QDate> &daysOfWorkouts);

    [[nodiscard]] std::unique_ptr<QMimeData> outgoing(const QList<domain::LocalId> &ids);
    void addExportMenu(QMenu &menu, const QList<domain::LocalId> &ids, const QString &title);
    /// A dialog opens where the last one was left, first in the person's documents.
    void beginWhereLast(QFileDialog &dialog);
    void exportTo(const QString &folder, const QList<domain::LocalId> &ids, const QString &format);

    /// What a card becomes when it is dragged to another program; what is not known here changes nothing.
    void setDragFormat(const QString &format);
    void addDragFormatMenu(QMenu &menu);

Q_SIGNALS:
    void guestsKnown(const ui::Guests &guests);
    void listWanted(const QList<items::Candidate> &candidates, QDate day); ///< a person should choose
    void dragFormatChosen(const QString &format);
    void uploadWanted(const QStringList &paths);
    void sentence(const QString &text, bool undoable);
    void failed(const domain::Error &error);

private:
    template<typename F>
    void readThen(const QStringList &paths, F then);
    [[nodiscard]] Guests guestsFor(const QList<items::Candidate> &candidates) const;
    void arrived(const QList<items::Candidate> &candidates, QDate day);
    [[nodiscard]] QList<domain::Event> eventsOf(const QList<domain::LocalId> &ids) const;
    [[nodiscard]] items::ImportSettings settings() const;
    void askForFolder(const QList<domain::LocalId> &ids, const QString &format);

    store::Store &m_store;
    CalendarEditor &m_editor;
    const CalendarWords &m_words;
    QWidget *m_window;
    Exporter m_exporter;
    QString m_dragFormat;
    QString m_lastFolder;
    QStringList m_held; ///< the files over the grid that were looked into last
    std::shared_ptr<std::atomic<bool>> m_stop; ///< outlives this in the thread that reads
};

}
