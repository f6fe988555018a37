// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/scene.h"

#include "models/store/database.h"
#include "tests/support/look.h"
#include "ui/activities/activitiespage.h"
#include "ui/calendar/calendargrid.h"
#include "ui/calendar/calendarpage.h"
#include "ui/calendar/weektargets.h"
#include "ui/library/librarydock.h"
#include "ui/library/librarytree.h"
#include "ui/shell/shell.h"
#include "ui/shell/statusarea.h"
#include "ui/start/startpage.h"
#include "ui/wellness/wellnesspage.h"
#include "ui/workout/builderpage.h"

#include <QApplication>
#include <QFontInfo>
#include <QLineEdit>
#include <QMouseEvent>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace render {

namespace {

enum PageIndex { CalendarIndex, ActivitiesIndex, WellnessIndex, BuilderIndex };

const QLocale locale(QLocale::English, QLocale::UnitedKingdom);

void mouse(QWidget &onto, QEvent::Type type, QPoint at)
{
    const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, at, onto.mapToGlobal(at), button, Qt::LeftButton, {});
    QApplication::sendEvent(&onto, &event);
}

}

QList<Subject> subjects()
{
    return {Subject::Calendar,
        Subject::Dragging,
        Subject::Targets,
        Subject::Library,
        Subject::Builder,
        Subject::Activities,
        Subject::Activity,
        Subject::Wellness,
        Subject::Outbox,
        Subject::Conflict,
        Subject::History,
        Subject::Trash,
        Subject::Accounts,
        Subject::Gear,
        Subject::Choices,
        Subject::Start};
}

QString nameOf(Subject subject)
{
    switch (subject) {
    case Subject::Calendar:
        return u"calendar"_s;
    case Subject::Dragging:
        return u"calendar-dragging"_s;
    case Subject::Targets:
        return u"targets"_s;
    case Subject::Library:
        return u"library"_s;
    case Subject::Builder:
        return u"builder"_s;
    case Subject::Activities:
        return u"activities"_s;
    case Subject::Activity:
        return u"activity"_s;
    case Subject::Wellness:
        return u"wellness"_s;
    case Subject::Outbox:
        return u"outbox"_s;
    case Subject::Conflict:
        return u"conflict"_s;
    case Subject::History:
        return u"history"_s;
    case Subject::Trash:
        return u"trash"_s;
    case Subject::Accounts:
        return u"accounts"_s;
    case Subject::Gear:
        return u"gear"_s;
    case Subject::Choices:
        return u"plan-and-weather"_s;
    case Subject::Start:
        break;
    }
    return u"start"_s;
}

QString nameOf(ui::Theme::Choice choice)
{
    return choice == ui::Theme::Choice::Dark ? u"dark"_s : u"light"_s;
}

const domain::Clock &clock()
{
    static const domain::FixedClock fixed(QDateTime(QDate(2026, 3, 11), QTime(8, 0), Qt::UTC));
    return fixed;
}

QString prepare()
{
    support::setLook();
    QLocale::setDefault(locale);
    QApplication::setCursorFlashTime(0);
    const QFontInfo font(QApplication::font());
    return font.family() == "Inter"_L1 ? QString()
                                       : u"The font Inter is not installed; %1 came instead."_s.arg(font.family());
}

Scene::Scene(DemoStore &demo, Subject subject, ui::Theme::Choice choice, QSize size)
    : m_demo(demo)
    , m_actions(m_theme)
{
    // What a scene does to the store goes with it.
    if (!m_demo.store().database().begin())
        m_failure = m_demo.store().database().lastError();
    m_theme.setChoice(choice);
    m_theme.applyTo(*qApp);
    m_window = subject == Subject::Start ? start() : shell();
    if (m_shell)
        m_shell->setThemeChoice(choice);
    m_window->resize(size);
    m_window->show();
    m_window->activateWindow();
    if (!QTest::qWaitForWindowActive(m_window.get()))
        m_failure = u"The window did not come to the front."_s;
    compose(subject);
    settle();
}

Scene::~Scene()
{
    m_window.reset();
    m_demo.store().database().rollback();
}

std::unique_ptr<QWidget> Scene::start()
{
    auto page = std::make_unique<ui::StartPage>(m_theme);
    page->setService(u"Intervals.icu"_s);
    return page;
}

std::unique_ptr<QWidget> Scene::shell()
{
    store::Store &store = m_demo.store();
    auto shell = std::make_unique<ui::Shell>(m_theme, m_actions, m_status);
    m_shell = shell.get();
    m_calendar = new ui::CalendarPage(store, m_theme, locale, m_actions, m_shell);
    m_activities = new ui::ActivitiesPage(store, m_theme, locale);
    m_shell->addPage(m_calendar, u"calendar"_s, u"page.calendar"_s);
    m_shell->addPage(m_activities, u"activity"_s, u"page.activities"_s);
    m_shell->addPage(new ui::WellnessPage(store, m_theme, locale), u"wellness"_s, u"page.wellness"_s);
    m_builder = new ui::BuilderPage(store, m_theme, locale);
    m_shell->addLayer(m_builder, CalendarIndex);
    m_shell->setAccountName(store.athlete().name);
    m_shell->statusArea().setService(u"the demo server"_s);
    m_status.setLastSync(clock().now());
    return shell;
}

void Scene::settle()
{
    // Deferred deletions and queued layouts first, so that nothing half made is drawn.
    for (int round = 0; round < 3; ++round) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
    }
}

void Scene::compose(Subject subject)
{
    if (!m_shell)
        return;
    settle();
    switch (subject) {
    case Subject::Start:
    case Subject::Calendar:
        m_shell->showPage(CalendarIndex);
        m_calendar->setForecast(items::forecastFrom(m_demo.forecast(), locale, false));
        break;
    case Subject::Dragging:
        m_shell->showPage(CalendarIndex);
        settle();
        drag();
        break;
    case Subject::Targets:
        m_shell->showPage(CalendarIndex);
        m_calendar->setTargets(clock().today());
        if (m_calendar->targets().rows().isEmpty())
            m_failure = u"There are no targets this week."_s;
        for (QLineEdit *figure : m_calendar->targets().findChildren<QLineEdit *>())
            figure->deselect(); // what is chosen is drawn twice, once over the other
        break;
    case Subject::Library:
        m_shell->showPage(CalendarIndex);
        openLibrary();
        break;
    case Subject::Builder:
        build();
        m_shell->showPage(BuilderIndex);
        break;
    case Subject::Activities:
        m_shell->showPage(ActivitiesIndex);
        break;
    case Subject::Activity:
        m_shell->showPage(ActivitiesIndex);
        openRide();
        break;
    case Subject::Wellness:
        m_shell->showPage(WellnessIndex);
        break;
    case Subject::Outbox:
        m_shell->showPage(CalendarIndex);
        openOutbox();
        break;
    case Subject::Conflict:
        m_shell->showPage(CalendarIndex);
        openConflict();
        break;
    case Subject::History:
        m_shell->showPage(CalendarIndex);
        openHistory();
        break;
    case Subject::Trash:
        m_shell->showPage(CalendarIndex);
        openTrash();
        break;
    case Subject::Accounts:
        openAccounts();
        break;
    case Subject::Gear:
        openGear();
        break;
    case Subject::Choices:
        openChoices();
        break;
    }
}

void Scene::drag()
{
    ui::CalendarGrid &grid = m_calendar->grid();
    const QDate day = clock().today().addDays(2);
    const QList<store::Summary> events = m_demo.store().events({day, day});
    const auto hardest = std::max_element(events.begin(), events.end(), [](const auto &a, const auto &b) {
        return a.load.value_or(0) < b.load.value_or(0);
    });
    const QRect card = hardest == events.end() ? QRect() : grid.cardRect(day, hardest->id);
    const QRect target = grid.dayRect(day.addDays(1));
    mouse(*grid.viewport(), QEvent::MouseButtonPress, card.center());
    mouse(*grid.viewport(), QEvent::MouseMove, card.center() + QPoint(30, 0));
    mouse(*grid.viewport(), QEvent::MouseMove, {target.center().x() + 8, target.bottom() - card.height() * 4 / 5});
    if (!grid.isDragging())
        m_failure = u"There is no workout to drag in two days."_s;
}

void Scene::openLibrary()
{
    const QList<store::LibraryRow> rows = m_demo.store().libraryRows();
    const auto workout
        = std::ranges::find_if(rows, [](const store::LibraryRow &row) { return !row.profile.isEmpty(); });
    if (workout == rows.end()) {
        m_failure = u"There is no workout in the library."_s;
        return;
    }
    m_calendar->setLibraryShown(true);
    m_calendar->library().reveal(workout->id);
}

/// The planned ride with the most steps: it has repeats, a ramp and several zones.
void Scene::build()
{
    const QDate today = clock().today();
    store::Summary chosen;
    for (const store::Summary &event : m_demo.store().events({today, today.addDays(40)})) {
        if (event.type == "Ride"_L1 && event.profile.size() > chosen.profile.size())
            chosen = event;
    }
    if (chosen.id.value.isEmpty())
        m_failure = u"There is no ride with steps planned."_s;
    else
        m_builder->open(chosen.id);
}

void Scene::openRide()
{
    const auto ride = m_demo.store().findRemote(store::Kind::Activity, m_demo.ride());
    if (!ride || (!m_demo.store().streams(*ride) && !m_demo.fetch(*ride)))
        m_failure = u"There is no VO2 session to open. "_s + m_demo.failure();
    else
        m_activities->open(*ride);
}

QImage Scene::picture()
{
    settle();
    const qreal ratio = m_window->devicePixelRatioF();
    QImage image((QSizeF(m_window->size()) * ratio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(m_theme.color(ui::Token::Window));
    m_window->render(&image);
    return image;
}

}
