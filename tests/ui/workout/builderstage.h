// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/fitness.h"
#include "models/commands/librarian.h"
#include "models/commands/planner.h"
#include "models/store/remotefold.h"
#include "ui/theme/theme.h"
#include "ui/workout/builderpage.h"
#include "ui/workout/workoutbuilder.h"
#include "ui/workout/workoutchart.h"
#include "ui/workout/workoutedit.h"

#include <QApplication>
#include <QLineEdit>
#include <QMouseEvent>
#include <QtTest>

/// The builder over an athlete with thresholds and two months behind, on a fixed Wednesday.
class BuilderStage
{
protected:
    const QDate today {2026, 3, 11};
    // Lines:                          0                    2   3                4             6          7
    const QString session = QStringLiteral("- 10m ramp 50-75%\n\n4x\n- Hard 4m 105%\n- 3m 55%\n\n- 10m 60%\n- 5m 50%");

    void setUp(ui::Theme::Choice choice = ui::Theme::Choice::Light,
        const QLocale &locale = {QLocale::English, QLocale::UnitedKingdom},
        const QString &database = QStringLiteral(":memory:"))
    {
        auto opened = store::Store::open(database, m_clock);
        QVERIFY(opened.ok());
        m_store = std::move(opened).value();
        athlete();
        m_theme = std::make_unique<ui::Theme>();
        m_theme->setChoice(choice);
        m_theme->applyTo(*qApp);
        m_page = std::make_unique<ui::BuilderPage>(*m_store, *m_theme, locale);
    }

    void tearDown()
    {
        m_page.reset();
        m_theme.reset();
        m_store.reset();
    }

    void show(QSize size = {1220, 760})
    {
        m_page->resize(size);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_page->activateWindow();
    }

    /// A planned workout that the service knows.
    domain::LocalId plan(const QString &name, const QString &text, const QString &type = QStringLiteral("Ride"))
    {
        store::RemoteFold fold(*m_store);
        const QJsonObject event {{QStringLiteral("id"), ++m_number},
            {QStringLiteral("category"), QStringLiteral("WORKOUT")},
            {QStringLiteral("type"), type},
            {QStringLiteral("name"), name},
            {QStringLiteral("description"), text},
            {QStringLiteral("icu_training_load"), 70},
            {QStringLiteral("moving_time"), 3600},
            {QStringLiteral("start_date_local"), today.addDays(1).toString(Qt::ISODate) + QStringLiteral("T00:00:00")}};
        if (!fold.record(store::Kind::Event, event).ok())
            return {};
        return m_store->findRemote(store::Kind::Event, QString::number(m_number)).value_or(domain::LocalId {});
    }

    /// A workout of the library, in a folder called Shelf.
    domain::LocalId shelve(const QString &name, const QString &text, const QString &type = QStringLiteral("Ride"))
    {
        commands::Librarian librarian(*m_store);
        const auto folders = m_store->folders();
        const auto folder = folders.isEmpty() ? librarian.createFolder(QStringLiteral("Shelf"))
                                              : domain::Result<domain::LocalId>(folders.first().id);
        domain::LibraryWorkout workout;
        workout.name = name;
        workout.description = text;
        workout.type = type;
        const auto added = folder ? librarian.add(workout, *folder) : folder;
        return added ? *added : domain::LocalId {};
    }

    [[nodiscard]] ui::WorkoutBuilder &builder() { return m_page->builder(); }
    [[nodiscard]] ui::WorkoutChart &chart() { return builder().chart(); }
    [[nodiscard]] ui::WorkoutEdit &text() { return builder().text(); }
    [[nodiscard]] QString lineOf(int line) { return text().workout().split(QLatin1Char('\n')).value(line); }
    template<typename Widget>
    [[nodiscard]] Widget *part(const char *name)
    {
        return m_page->findChild<Widget *>(QLatin1StringView(name));
    }

    void moveTo(QPointF at, Qt::KeyboardModifiers modifiers = {})
    {
        QMouseEvent event(QEvent::MouseMove, at, chart().mapToGlobal(at), Qt::NoButton, Qt::LeftButton, modifiers);
        QApplication::sendEvent(&chart(), &event);
    }
    void drag(QPointF from, QPointF to, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(&chart(), Qt::LeftButton, {}, from.toPoint());
        moveTo((from + to) / 2, modifiers);
        moveTo(to, modifiers);
        QTest::mouseRelease(&chart(), Qt::LeftButton, {}, to.toPoint());
    }
    [[nodiscard]] ui::ChartPiece piece(int line, int rep = 0)
    {
        for (const ui::ChartPiece &each : chart().chart().pieces()) {
            if (each.line == line && each.rep == rep)
                return each;
        }
        return {};
    }
    [[nodiscard]] double pixels(double seconds) { return seconds / chart().chart().units().secondsPerPixel; }
    void key(int which, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&chart(), Qt::Key(which), modifiers); }
    /// Into the text, letter by letter.
    void type(const QString &words)
    {
        for (const QChar letter : words) {
            if (letter == QLatin1Char('\n'))
                QTest::keyClick(&text(), Qt::Key_Return);
            else
                QTest::keyClick(&text(), letter.toLatin1());
        }
    }
    [[nodiscard]] QString storedText() const { return m_store->event(m_id)->description; }

    domain::FixedClock m_clock {QDateTime(today, QTime(9, 0), Qt::UTC)};
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::BuilderPage> m_page;
    domain::LocalId m_id; ///< of the workout that is open, if the test opened one
    int m_number = 1000;

private:
    void athlete()
    {
        const auto list = [](std::initializer_list<double> numbers) {
            QJsonArray array;
            for (const double number : numbers)
                array.append(number);
            return array;
        };
        store::RemoteFold fold(*m_store);
        QVERIFY(fold.athlete({{QStringLiteral("id"), QStringLiteral("i1")},
                                 {QStringLiteral("name"), QStringLiteral("Sample")}})
                    .ok());
        QVERIFY(
            fold.sports(
                    {QJsonObject {{QStringLiteral("id"), 1},
                         {QStringLiteral("types"), QJsonArray {QStringLiteral("Ride"), QStringLiteral("VirtualRide")}},
                         {QStringLiteral("ftp"), 280},
                         {QStringLiteral("lthr"), 168},
                         {QStringLiteral("max_hr"), 188},
                         {QStringLiteral("hr_zones"), list({136, 149, 158, 167, 172, 177, 188})}},
                        QJsonObject {{QStringLiteral("id"), 2},
                            {QStringLiteral("types"), QJsonArray {QStringLiteral("Run")}},
                            {QStringLiteral("threshold_pace"), 4.2},
                            {QStringLiteral("lthr"), 172},
                            {QStringLiteral("max_hr"), 192},
                            {QStringLiteral("hr_zones"), list({140, 153, 162, 171, 176, 181, 192})},
                            {QStringLiteral("pace_units"), QStringLiteral("MINS_KM")}}})
                .ok());
        double ctl = 55;
        double atl = 60;
        for (QDate day = today.addDays(-60); day < today; day = day.addDays(1)) {
            const int load = day.dayOfWeek() == 1 ? 0 : 45 + 35 * int(day.toJulianDay() * 7 % 4);
            ctl += (load - ctl) * analysis::fitnessGain;
            atl += (load - atl) * analysis::fatigueGain;
            QVERIFY(fold.record(store::Kind::Wellness,
                            {{QStringLiteral("id"), day.toString(Qt::ISODate)},
                                {QStringLiteral("ctl"), ctl},
                                {QStringLiteral("atl"), atl}})
                        .ok());
        }
    }
};
