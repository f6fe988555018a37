// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/calendargrid.h"
#include "ui/calendar/calendarpage.h"
#include "ui/calendar/importpanel.h"
#include "ui/calendar/inspector.h"
#include "ui/calendar/weektargets.h"
#include "ui/library/librarydock.h"
#include "ui/shell/actions.h"

#include <QDrag>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace ui {

void CalendarPage::connectExchange()
{
    m_grid->setGuestReader([this](const QMimeData &offered) {
        Guests guests = m_fromLibrary->guestsOf(offered);
        return guests.items.isEmpty() ? m_exchange->guestsOf(offered) : guests;
    });
    connect(m_grid, &CalendarGrid::guestsDropped, this, [this](const QMimeData *dropped, QDate target) {
        // Let go of beside the days, it goes to the marked one.
        const QDate day = target.isValid() ? target : m_grid->focusDay();
        if (!m_fromLibrary->drop(*dropped, day))
            m_exchange->drop(*dropped, day);
    });
    connect(m_fromLibrary, &CalendarLibrary::failed, this, &CalendarPage::failed);
    connect(m_exchange, &CalendarExchange::guestsKnown, m_grid, &CalendarGrid::updateGuests);
    connect(m_grid, &CalendarGrid::dragLeft, this, &CalendarPage::dragOut);
    connect(m_exchange, &CalendarExchange::listWanted, this, &CalendarPage::showImports);
    connect(m_exchange, &CalendarExchange::uploadWanted, this, &CalendarPage::uploadWanted);
    connect(m_exchange, &CalendarExchange::sentence, this, &CalendarPage::sentence);
    connect(m_exchange, &CalendarExchange::failed, this, &CalendarPage::failed);
    connect(m_imports, &ImportPanel::taken, m_exchange, &CalendarExchange::take);
    connect(m_imports, &ImportPanel::closed, m_grid, [this] { m_grid->setFocus(Qt::OtherFocusReason); });
}

void CalendarPage::showBeside(QWidget *panel)
{
    for (QWidget *each :
        {static_cast<QWidget *>(m_inspector), static_cast<QWidget *>(m_targets), static_cast<QWidget *>(m_imports)})
        each->setVisible(each == panel);
}

void CalendarPage::setTargets(QDate inWeek)
{
    showBeside(m_targets);
    m_targets->open(inWeek);
}

void CalendarPage::showImports(const QList<items::Candidate> &candidates, QDate day)
{
    showBeside(nullptr);
    m_imports->show(candidates, day);
}

LibraryDock &CalendarPage::library()
{
    if (m_library)
        return *m_library;
    m_library = new LibraryDock(
        m_store, m_theme, m_words.locale(), [this](const QString &type) { return m_words.sport(type); });
    m_library->setFixedWidth(m_library->sizeHint().width());
    m_library->hide();
    m_columns->insertWidget(0, m_library);
    m_library->setFocusedDay(m_grid->focusDay());
    connect(m_library, &LibraryDock::planRequested, m_fromLibrary, &CalendarLibrary::plan);
    connect(m_library, &LibraryDock::planFolderRequested, m_fromLibrary, &CalendarLibrary::planAll);
    connect(m_library, &LibraryDock::editRequested, this, &CalendarPage::templateRequested);
    connect(m_library, &LibraryDock::sentence, this, &CalendarPage::sentence);
    connect(m_library, &LibraryDock::failed, this, &CalendarPage::failed);
    connect(m_library, &LibraryDock::closeRequested, this, [this] { setLibraryShown(false); });
    return *m_library;
}

bool CalendarPage::isLibraryShown() const
{
    return m_library && m_library->isVisibleTo(this);
}

void CalendarPage::setLibraryShown(bool shown)
{
    if (shown == isLibraryShown())
        return;
    library().setVisible(shown);
    m_actions.action(u"view.library"_s)->setChecked(shown);
    if (shown)
        m_library->focusSearch();
    else
        m_grid->setFocus(Qt::OtherFocusReason);
    Q_EMIT libraryToggled(shown);
}

void CalendarPage::tellLibrary(QDate day)
{
    if (m_library)
        m_library->setFocusedDay(day);
}

void CalendarPage::askForFiles()
{
    auto *dialog = new QFileDialog(this, tr("Import files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {tr("Workouts, activities and calendars (*.zwo *.erg *.mrc *.fit *.gpx *.tcx *.ics *.txt *.gz *.zip)"),
            tr("All files (*)")});
    m_exchange->beginWhereLast(*dialog);
    connect(dialog, &QFileDialog::filesSelected, this, &CalendarPage::importFiles);
    dialog->open();
}

void CalendarPage::importFiles(const QStringList &paths)
{
    m_exchange->read(paths, m_grid->focusDay());
}

/// What was dragged out of the grid goes on as a drag between windows: into another part of this one, where it is an
/// entry of the calendar, or into another program, where it is a file.
void CalendarPage::dragOut(const QList<domain::LocalId> &ids, const QPixmap &picture, const QPoint &grip)
{
    if (!(QGuiApplication::mouseButtons() & Qt::LeftButton))
        return; // let go of meanwhile: it would stick to the pointer
    auto *drag = new QDrag(m_grid);
    drag->setMimeData(m_exchange->outgoing(ids).release());
    drag->setPixmap(picture);
    drag->setHotSpot(grip);
    drag->exec(Qt::CopyAction | Qt::MoveAction, Qt::CopyAction);
    m_grid->forgetDragAway();
}

void CalendarPage::addExportMenus(QMenu &menu, const QList<DragPlan::Item> &items, QDate day)
{
    const auto plannedOn = [this](QDate first, QDate last) {
        QList<domain::LocalId> ids;
        for (QDate each = first; each <= last; each = each.addDays(1)) {
            for (const items::Card &card : m_model.day(each).cards) {
                const domain::LocalId id = card.kind == store::Kind::Event ? card.id : card.planId;
                if (!id.value.isEmpty())
                    ids.append(id);
            }
        }
        return ids;
    };
    QList<domain::LocalId> chosen;
    for (const DragPlan::Item &item : items) {
        const domain::LocalId id = item.card.kind == store::Kind::Event ? item.card.id : item.card.planId;
        if (!id.value.isEmpty())
            chosen.append(id);
    }
    if (!chosen.isEmpty())
        m_exchange->addExportMenu(menu, chosen, tr("Export"));
    const QDate week = m_model.dayAt(m_model.rowOf(day), 0);
    if (const auto ids = plannedOn(day, day); !ids.isEmpty() && chosen.isEmpty())
        m_exchange->addExportMenu(menu, ids, tr("Export this day"));
    if (const auto ids = plannedOn(week, week.addDays(6)); !ids.isEmpty())
        m_exchange->addExportMenu(menu, ids, tr("Export this week"));
}

}
