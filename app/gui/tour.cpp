// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/tour.h"

#include "ui/activities/activitylist.h"
#include "ui/activities/activityview.h"
#include "ui/calendar/calendargrid.h"
#include "ui/charts/streamchart.h"

#include <QApplication>
#include <QDir>
#include <QMouseEvent>
#include <QPushButton>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace app {

namespace {

constexpr auto glance = 40ms; ///< between two looks
constexpr auto patienceWithSteps = 60s; ///< for one thing to appear
constexpr int daysToChooseFrom = 14;

}

Tour::Tour(Window &window, Session &session, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_session(session)
    , m_folder(folder)
{
    m_watch.setInterval(glance);
    connect(&m_watch, &QTimer::timeout, this, &Tour::look);
    planCalendar();
    planPages();
}

void Tour::begin(AccountWindow &account, const QString &folder)
{
    auto *tour = new Tour(account.window(), account.session(), folder, &account);
    connect(
        tour,
        &Tour::ended,
        qApp,
        [](const QString &failure) {
            if (!failure.isEmpty())
                QTextStream(stderr) << failure << '\n';
            QCoreApplication::exit(failure.isEmpty() ? 0 : 1);
        },
        Qt::QueuedConnection);
    QMetaObject::invokeMethod(tour, &Tour::start, Qt::QueuedConnection);
}

void Tour::start()
{
    if (!QDir().mkpath(m_folder)) {
        end(tr("The folder %1 cannot be made.").arg(m_folder));
        return;
    }
    m_waiting.start();
    m_watch.start();
}

void Tour::planCalendar()
{
    const auto always = [] { return true; };
    m_steps.push_back({tr("the demo athlete to be synced"), [this] { return isSettled(); }, [] {}});
    m_steps.push_back({tr("a planned workout in the calendar"),
        [this] { return chooseWorkout(); },
        [this] { press(); },
        u"calendar"_s});
    m_steps.push_back({{}, always, [this] { carry(); }});
    m_steps.push_back({tr("the workout to follow the mouse"),
        [this] { return m_window.calendar().grid().isDragging(); },
        [this] { drop(); },
        u"calendar-dragging"_s});
    m_steps.push_back({tr("the moved workout to reach the server"),
        [this] { return isOn(m_day.addDays(1)) && isSettled(); },
        [this] { undo(); },
        u"calendar-moved"_s});
    m_steps.push_back({tr("the workout to be back on its day"),
        [this] { return isOn(m_day) && isSettled(); },
        [this] { m_window.shell().showPage(Window::Activities); }});
}

void Tour::planPages()
{
    m_steps.push_back({tr("the table of activities, with a ride in it"),
        [this] { return m_window.activities().list().rows().rowCount() > 0 && chooseRide(); },
        [this] { m_window.activities().open(m_ride); },
        u"activities"_s});
    m_steps.push_back({tr("the recording of the ride"),
        [this] { return !m_window.activities().view().chart().streams().isEmpty() && isSettled(); },
        [this] { m_window.shell().showPage(Window::Wellness); },
        u"activity"_s});
    m_steps.push_back({tr("the wellness page"),
        [this] { return m_window.wellness().isVisible() && isSettled(); },
        [] {},
        u"wellness"_s});
}

void Tour::look()
{
    const Step &step = m_steps.at(m_next);
    if (step.isThere() && (step.picture.isEmpty() || photograph(step.picture))) {
        step.act();
        m_seen = {};
        m_waiting.start();
        if (++m_next == m_steps.size())
            end({});
    } else if (std::chrono::milliseconds(m_waiting.elapsed()) > patienceWithSteps) {
        end(tr("The tour waited in vain for %1.").arg(step.awaited));
    }
}

void Tour::end(const QString &failure)
{
    if (!m_watch.isActive() && m_waiting.isValid())
        return; // it ended inside this step
    m_watch.stop();
    Q_EMIT ended(failure);
}

bool Tour::isSettled()
{
    const store::SyncStatus &status = m_session.status();
    return status.state() == store::SyncStatus::State::Idle && status.lastSync().isValid()
        && m_session.store().waitingEdits() == 0;
}

bool Tour::isOn(QDate day)
{
    const auto workout = m_session.store().summary(m_workout);
    return workout && workout->day == day;
}

bool Tour::chooseWorkout()
{
    const ui::CalendarGrid &grid = m_window.calendar().grid();
    const QDate today = m_session.store().clock().today();
    for (const store::Summary &event : m_session.store().events({today, today.addDays(daysToChooseFrom)})) {
        const bool open = event.category == domain::Category::Workout && event.pairedWith.isEmpty() && !event.readOnly;
        if (!open || grid.cardRect(event.day, event.id).isEmpty() || grid.dayRect(event.day.addDays(1)).isEmpty())
            continue;
        m_workout = event.id;
        m_day = event.day;
        return true;
    }
    return false;
}

bool Tour::chooseRide()
{
    for (const store::Summary &activity : m_session.store().allActivities()) {
        if (activity.stub || domain::familyOf(activity.type) != domain::SportFamily::Ride)
            continue;
        m_ride = activity.id;
        return true;
    }
    return false;
}

void Tour::press()
{
    const QPoint card = m_window.calendar().grid().cardRect(m_day, m_workout).center();
    mouse(QEvent::MouseButtonPress, card);
    mouse(QEvent::MouseMove, card + QPoint(2 * QApplication::startDragDistance(), 0));
}

void Tour::carry()
{
    mouse(QEvent::MouseMove, m_window.calendar().grid().dayRect(m_day.addDays(1)).center());
}

void Tour::drop()
{
    mouse(QEvent::MouseButtonRelease, m_window.calendar().grid().dayRect(m_day.addDays(1)).center());
}

void Tour::undo()
{
    if (auto *button = m_window.shell().findChild<QPushButton *>(u"status-undo"_s); button && button->isVisible())
        button->click();
    else
        end(tr("The status line does not offer to undo the move."));
}

void Tour::mouse(QEvent::Type type, QPoint at)
{
    QWidget &onto = *m_window.calendar().grid().viewport();
    const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    const Qt::MouseButtons held = type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, at, onto.mapToGlobal(at), button, held, {});
    QApplication::sendEvent(&onto, &event);
}

bool Tour::photograph(const QString &name)
{
    const QImage image = m_window.shell().grab().toImage();
    if (image != std::exchange(m_seen, image))
        return false;
    const QString path = u"%1/%2.png"_s.arg(m_folder, name);
    if (!image.save(path))
        end(tr("%1 cannot be written.").arg(path));
    return true;
}

}
