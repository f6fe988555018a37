// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/calendarexchange.h"

#include "models/domain/whendone.h"
#include "models/files/ics.h"
#include "ui/calendar/eventclipboard.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QStandardPaths>
#include <QThreadPool>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int readWhileHeld = 50; ///< more files than that are looked into when they are dropped

QStringList localPaths(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

DragPlan::Item guestOf(const items::Candidate &candidate, QDate day)
{
    DragPlan::Item item;
    item.day = day;
    item.card.name = candidate.name();
    item.card.sport = candidate.sport;
    item.card.category = candidate.event.category.value();
    item.card.load = candidate.load;
    item.card.movingSeconds = candidate.seconds;
    item.card.distanceMetres = candidate.metres;
    item.card.profile = candidate.profile;
    item.card.estimated = true;
    return item;
}

}

CalendarExchange::CalendarExchange(
    store::Store &store, CalendarEditor &editor, const CalendarWords &words, QWidget *window)
    : QObject(window)
    , m_store(store)
    , m_editor(editor)
    , m_words(words)
    , m_window(window)
    , m_dragFormat(Exporter::formats().constFirst())
    , m_stop(std::make_shared<std::atomic<bool>>(false))
{
}

CalendarExchange::~CalendarExchange()
{
    m_stop->store(true);
}

items::ImportSettings CalendarExchange::settings() const
{
    const QTimeZone zone(m_store.athlete().timezone.toUtf8());
    return {
        m_store.sports(), zone.isValid() ? zone : QTimeZone::systemTimeZone(), m_store.clock().today(), m_stop.get()};
}

template<typename F>
void CalendarExchange::readThen(const QStringList &paths, F then)
{
    auto promise = std::make_shared<QPromise<QList<items::Candidate>>>();
    domain::whenDone(promise->future(), this, std::move(then));
    promise->start();
    QThreadPool::globalInstance()->start([promise, paths, settings = settings(), stop = m_stop] {
        promise->addResult(items::readCandidates(paths, settings));
        promise->finish();
    });
}

Guests CalendarExchange::guestsOf(const QMimeData &data)
{
    const QStringList paths = localPaths(data);
    if (paths.isEmpty())
        return {};
    Guests guests;
    items::Candidate unread;
    unread.fileName = QFileInfo(paths.constFirst()).fileName();
    guests.items.append(guestOf(unread, m_store.clock().today()));
    guests.hint = paths.size() == 1 ? tr("Drop to read %1").arg(unread.fileName)
                                    : tr("Drop to read %n files", nullptr, int(paths.size()));
    m_held = paths;
    if (paths.size() <= readWhileHeld) {
        readThen(paths, [this, paths](const QList<items::Candidate> &found) {
            if (m_held == paths && !found.isEmpty())
                Q_EMIT guestsKnown(guestsFor(found));
        });
    }
    return guests;
}

Guests CalendarExchange::guestsFor(const QList<items::Candidate> &candidates) const
{
    Guests guests;
    const QDate today = m_store.clock().today();
    const auto count = [&candidates](items::Candidate::Kind kind) {
        return int(std::ranges::count(candidates, kind, &items::Candidate::kind));
    };
    const bool plans = count(items::Candidate::Kind::Workout) > 0;
    for (const items::Candidate &candidate : candidates) {
        if (!plans || candidate.kind == items::Candidate::Kind::Workout)
            guests.items.append(guestOf(candidate, today));
    }
    if (plans)
        return guests;
    const int activities = count(items::Candidate::Kind::Activity);
    guests.hint = activities > 0 ? tr("Upload %n activities", nullptr, activities) : tr("Drop to see what is in it");
    return guests;
}

void CalendarExchange::drop(const QMimeData &data, QDate day)
{
    if (const QStringList paths = localPaths(data); !paths.isEmpty())
        read(paths, day);
}

void CalendarExchange::read(const QStringList &paths, QDate day)
{
    readThen(paths, [this, day](const QList<items::Candidate> &found) { arrived(found, day); });
}

void CalendarExchange::arrived(const QList<items::Candidate> &candidates, QDate day)
{
    using Kind = items::Candidate::Kind;
    if (candidates.isEmpty()) {
        Q_EMIT sentence(tr("There are no files in it."), false);
        return;
    }
    if (candidates.size() > 1 || candidates.constFirst().kind == Kind::Entry) {
        Q_EMIT listWanted(candidates, day);
        return;
    }
    if (candidates.constFirst().kind == Kind::Refused)
        Q_EMIT failed(candidates.constFirst().error);
    else
        take(candidates, {day});
}

void CalendarExchange::take(const QList<items::Candidate> &candidates, const QList<QDate> &daysOfWorkouts)
{
    using Kind = items::Candidate::Kind;
    QList<domain::Event> events;
    QStringList uploads;
    qsizetype workouts = 0;
    for (const items::Candidate &candidate : candidates) {
        domain::Event event = candidate.event;
        if (candidate.kind == Kind::Activity) {
            if (!uploads.contains(candidate.path))
                uploads.append(candidate.path);
            continue;
        }
        if (candidate.kind == Kind::Refused)
            continue;
        if (candidate.kind == Kind::Workout)
            event.start.day = daysOfWorkouts.at(std::min(workouts++, daysOfWorkouts.size() - 1));
        events.append(event);
    }
    m_editor.createAll(events);
    if (!uploads.isEmpty())
        Q_EMIT uploadWanted(uploads);
}

QList<domain::Event> CalendarExchange::eventsOf(const QList<domain::LocalId> &ids) const
{
    QList<domain::Event> events;
    for (const domain::LocalId &id : ids) {
        if (auto event = m_store.event(id))
            events.append(*std::move(event));
    }
    std::ranges::stable_sort(events, {}, [](const domain::Event &event) { return event.start.day; });
    return events;
}

std::unique_ptr<QMimeData> CalendarExchange::outgoing(const QList<domain::LocalId> &ids)
{
    const QList<domain::Event> events = eventsOf(ids);
    auto data = eventclipboard::write(events);
    const QDateTime now = m_store.clock().now();
    data->setData(u"text/calendar"_s, files::writeIcs(events, now));
    const Exporter::Outcome outcome = m_exporter.writeForDrag(events, m_store.sports(), m_dragFormat, now);
    QList<QUrl> urls;
    for (const QString &path : outcome.paths)
        urls.append(QUrl::fromLocalFile(path));
    if (!urls.isEmpty())
        data->setUrls(urls);
    return data;
}

void CalendarExchange::addExportMenu(QMenu &menu, const QList<domain::LocalId> &ids, const QString &title)
{
    QMenu *formats = menu.addMenu(title);
    for (const QString &format : Exporter::formats())
        formats->addAction(m_words.fileFormat(format), this, [this, ids, format] { askForFolder(ids, format); });
}

void CalendarExchange::setDragFormat(const QString &format)
{
    if (Exporter::formats().contains(format))
        m_dragFormat = format;
}

void CalendarExchange::addDragFormatMenu(QMenu &menu)
{
    QMenu *formats = menu.addMenu(tr("A card dragged out becomes"));
    connect(formats, &QMenu::aboutToShow, this, [this, formats] {
        formats->clear();
        for (const QString &format : Exporter::formats()) {
            QAction *action = formats->addAction(m_words.fileFormat(format), this, [this, format] {
                setDragFormat(format);
                Q_EMIT dragFormatChosen(format);
            });
            action->setCheckable(true);
            action->setChecked(format == m_dragFormat);
        }
    });
}

void CalendarExchange::beginWhereLast(QFileDialog &dialog)
{
    dialog.setDirectory(
        m_lastFolder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) : m_lastFolder);
    connect(&dialog, &QDialog::accepted, this, [this, &dialog] { m_lastFolder = dialog.directory().absolutePath(); });
}

void CalendarExchange::askForFolder(const QList<domain::LocalId> &ids, const QString &format)
{
    auto *dialog = new QFileDialog(m_window, tr("Export to a folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    beginWhereLast(*dialog);
    connect(dialog, &QFileDialog::fileSelected, this, [this, ids, format](const QString &folder) {
        exportTo(folder, ids, format);
    });
    dialog->open();
}

void CalendarExchange::exportTo(const QString &folder, const QList<domain::LocalId> &ids, const QString &format)
{
    const Exporter::Outcome outcome
        = Exporter::write(eventsOf(ids), m_store.sports(), format, folder, m_store.clock().now());
    QStringList said;
    if (outcome.paths.size() == 1)
        said << tr("Written to %1.").arg(outcome.paths.constFirst());
    else if (!outcome.paths.isEmpty())
        said << tr("%n files written to %1.", nullptr, int(outcome.paths.size())).arg(folder);
    if (outcome.withoutSteps.size() == 1)
        said << tr("%1 has no steps to write.").arg(outcome.withoutSteps.constFirst());
    else if (!outcome.withoutSteps.isEmpty())
        said << tr("%n sessions have no steps to write.", nullptr, int(outcome.withoutSteps.size()));
    if (!outcome.lost.isEmpty())
        said << tr("A file of this kind could not hold all: %1.").arg(outcome.lost.constFirst());
    if (!said.isEmpty())
        Q_EMIT sentence(said.join(u' '), false);
    for (const domain::Error &error : outcome.refused)
        Q_EMIT failed(error);
}

}
