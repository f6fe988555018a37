// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/demoserver.h"
#include "api/endpoints/getathlete.h"
#include "app/common/session.h"
#include "models/domain/whendone.h"
#include "tests/bench/largestore.h"
#include "tests/bench/measure.h"
#include "tests/bench/watchdog.h"
#include "ui/calendar/calendargrid.h"
#include "ui/calendar/calendarpage.h"
#include "ui/shell/actions.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr int turns = 3;
constexpr std::chrono::milliseconds latency(100);
constexpr int longest = 120'000; ///< milliseconds that all of it may take
const QByteArray key = "firstsynckey1";

/// Notices the first painting after something happened.
class PaintAfter : public QObject
{
public:
    explicit PaintAfter(std::chrono::steady_clock::time_point begin)
        : m_begin(begin)
    {
    }
    void arm() { m_armed = true; }
    [[nodiscard]] std::optional<double> milliseconds() const { return m_found; }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (m_armed && !m_found && event->type() == QEvent::Paint)
            QMetaObject::invokeMethod(
                this, [this] { m_found = millisecondsSince(m_begin); }, Qt::QueuedConnection);
        return QObject::eventFilter(watched, event);
    }

private:
    std::chrono::steady_clock::time_point m_begin;
    bool m_armed = false;
    std::optional<double> m_found;
};

/// An account that has just been added: an empty database, a calendar that shows it, and a service that is not near.
class FirstSync
{
public:
    [[nodiscard]] bool begin()
    {
        const auto info = m_server.start({.today = m_clock.today(), .key = key}, 0, {.latency = latency});
        if (!info)
            return false;
        m_account = {info->url, info->athlete, u"Ann First"_s};
        m_theme.applyTo(*qApp);
        m_actions = std::make_unique<ui::Actions>(m_theme);
        return true;
    }

    [[nodiscard]] std::optional<Turn> turn()
    {
        const QString folder = benchFolder() + u"/first"_s;
        QDir(folder).removeRecursively();
        QDir().mkpath(folder);
        const auto opened
            = app::Session::open(m_account, *http::Credential::make(key), folder + u"/first.db"_s, m_clock);
        if (!opened)
            return {};
        app::Session &session = **opened;
        ui::CalendarPage calendar(session.store(), m_theme, QLocale(), *m_actions);
        QObject::connect(&calendar, &ui::CalendarPage::rangeShown, &session.engine(), &api::sync::Engine::show);
        calendar.resize(1440, 900);
        calendar.show();
        if (!QTest::qWaitForWindowExposed(&calendar))
            return {};
        bool keyIsGood = false;
        domain::whenDone(session.client().send(endpoints::GetAthlete {}), &calendar, [&](const auto &athlete) {
            keyIsGood = athlete.ok();
        });
        if (!QTest::qWaitFor([&] { return keyIsGood; }))
            return {};
        return sync(session, calendar);
    }

private:
    [[nodiscard]] std::optional<Turn> sync(app::Session &session, ui::CalendarPage &calendar)
    {
        const auto begin = std::chrono::steady_clock::now();
        const Watchdog watchdog;
        PaintAfter paint(begin);
        calendar.findChild<ui::CalendarGrid *>()->viewport()->installEventFilter(&paint);
        const QDate today = m_clock.today();
        QObject::connect(&session.store(), &store::Store::changed, &paint, [&] {
            if (session.store().events({today.addDays(-7), today.addDays(7)}).size() > 3)
                paint.arm();
        });
        // An event loop as the program has one; a loop that sleeps between its looks would count its own sleep.
        QEventLoop loop;
        QObject::connect(&session.engine(), &api::sync::Engine::idle, &loop, [&] {
            if (!session.status().past())
                loop.quit();
        });
        QTimer::singleShot(longest, &loop, [&loop] { loop.exit(1); });
        session.engine().start();
        if (loop.exec() != 0 || !paint.milliseconds())
            return {};
        if (session.store().allActivities().size() < 1000)
            return {};
        return Turn {{"ours", *paint.milliseconds()},
            {"longest stop", watchdog.longestMilliseconds()},
            {"all of it", millisecondsSince(begin)}};
    }

    domain::SystemClock m_clock;
    demo::DemoServer m_server;
    app::Account m_account;
    ui::Theme m_theme;
    std::unique_ptr<ui::Actions> m_actions;
};

}

void addFirstSync()
{
    const auto first = std::make_shared<std::unique_ptr<FirstSync>>();
    measure("first sync", turns, [first]() -> std::optional<Turn> {
        if (!*first) {
            auto begun = std::make_unique<FirstSync>();
            if (!begun->begin())
                return {};
            *first = std::move(begun);
        }
        return (*first)->turn();
    });
}

}
