// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/commands/planner.h"
#include "ui/calendar/calendargrid.h"
#include "ui/calendar/calendarpage.h"
#include "ui/shell/actions.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>

/// A calendar page over an empty store on a fixed Wednesday, for tests that work it by mouse or by keyboard.
class CalendarStage
{
protected:
    const QDate today {2026, 3, 11};

    domain::LocalId plan(const QString &name, QDate day, int load = 60)
    {
        domain::Event event;
        event.category = domain::Category::Workout;
        event.type = QStringLiteral("Ride");
        event.name = name;
        event.start.day = day;
        event.load = load;
        event.movingTime = std::chrono::hours(1);
        const auto id = commands::Planner(*m_store).create(event);
        return id.ok() ? *id : domain::LocalId {};
    }

    void show(QSize size = {1178, 860})
    {
        m_page.reset();
        m_actions = std::make_unique<ui::Actions>(*m_theme);
        m_page = std::make_unique<ui::CalendarPage>(*m_store, *m_theme, m_locale, *m_actions);
        m_page->resize(size);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        grid().setFocus();
    }

    [[nodiscard]] QPoint middleOf(const domain::LocalId &id) { return grid().cardRect(dayOf(id), id).center(); }
    [[nodiscard]] QDate dayOf(const domain::LocalId &id) const { return m_store->summary(id)->day; }
    [[nodiscard]] ui::CalendarGrid &grid() { return m_page->grid(); }
    void key(Qt::Key which, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&grid(), which, modifiers); }
    [[nodiscard]] QLineEdit *field(const char *name) { return m_page->findChild<QLineEdit *>(QLatin1StringView(name)); }

    void setUp()
    {
        auto opened = store::Store::open(QStringLiteral(":memory:"), m_clock);
        QVERIFY(opened.ok());
        m_store = std::move(opened).value();
        m_theme = std::make_unique<ui::Theme>();
        m_theme->setChoice(ui::Theme::Choice::Light);
        m_theme->applyTo(*qApp);
    }

    void tearDown()
    {
        m_page.reset();
        m_actions.reset();
        m_theme.reset();
        m_store.reset();
    }

    domain::FixedClock m_clock {QDateTime(today, QTime(9, 0), Qt::UTC)};
    QLocale m_locale {QLocale::English, QLocale::UnitedKingdom};
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::Actions> m_actions;
    std::unique_ptr<ui::CalendarPage> m_page;
};
