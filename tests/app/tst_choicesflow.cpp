// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/athlete.h"
#include "api/endpoints/plans.h"
#include "models/domain/whendone.h"
#include "tests/app/driver.h"
#include "tests/support/testmain.h"
#include "ui/calendar/calendargrid.h"
#include "ui/settings/settingspage.h"

#include <QAccessible>
#include <QComboBox>
#include <QToolButton>

using namespace Qt::StringLiterals;

/// Plan and weather against the embedded server: what is chosen is found there, and the calendar shows the forecast.
class ChoicesFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus"); }
    void init();
    void cleanup() { m_application.reset(); }
    void thePlanIsLeftAndTakenUpAgain();
    void theForecastFollowsItsPlaces();

private:
    [[nodiscard]] app::AccountWindow &account() const { return *m_application->account(); }
    void press(const QString &button) { QTest::mouseClick(m_page->findChild<QPushButton *>(button), Qt::LeftButton); }
    template<typename Endpoint>
    [[nodiscard]] typename Endpoint::Response onServer(const Endpoint &endpoint);

    domain::FixedClock m_clock {QDateTime(QDate(2026, 3, 12), QTime(9, 0), Qt::UTC)};
    std::unique_ptr<support::DataFolder> m_folder;
    std::unique_ptr<app::Application> m_application;
    ui::SettingsPage *m_page = nullptr;
};

void ChoicesFlowTest::init()
{
    m_folder = std::make_unique<support::DataFolder>();
    m_application = std::make_unique<app::Application>(m_clock);
    QCOMPARE(m_application->start({.demo = true}), QString());
    QTRY_VERIFY_WITH_TIMEOUT(account().session().status().state() == store::SyncStatus::State::Idle, 60'000);
    for (QAction *action : account().shell().actions()) {
        if (action->objectName() == "view.choices"_L1)
            action->trigger();
    }
    m_page = account().shell().findChild<ui::SettingsPage *>();
    QVERIFY(m_page);
    QTRY_VERIFY(m_page->findChild<QComboBox *>(u"plan-choice"_s)->isEnabled());
    QTRY_VERIFY(m_page->findChild<QPushButton *>(u"weather-save"_s)->isEnabled());
}

template<typename Endpoint>
typename Endpoint::Response ChoicesFlowTest::onServer(const Endpoint &endpoint)
{
    std::optional<domain::Result<typename Endpoint::Response>> answer;
    domain::whenDone(account().session().client().send(endpoint), this, [&](const auto &result) { answer = result; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }) || !*answer)
        return {};
    return **answer;
}

void ChoicesFlowTest::thePlanIsLeftAndTakenUpAgain()
{
    auto *choice = m_page->findChild<QComboBox *>(u"plan-choice"_s);
    const QString plan = choice->currentData().toString();
    QVERIFY(!plan.isEmpty());
    choice->setCurrentIndex(choice->findText(u"No plan"_s));
    press(u"plan-save"_s);
    QTRY_VERIFY(!m_page->findChild<QPushButton *>(u"plan-save"_s)->isEnabled());
    QVERIFY(!onServer(endpoints::GetTrainingPlan {}).value.plan);
    choice->setCurrentIndex(choice->findData(plan));
    auto *alias = m_page->findChild<QLineEdit *>(u"plan-alias"_s);
    alias->setText(u"Spring"_s);
    press(u"plan-save"_s);
    QTRY_VERIFY(!m_page->findChild<QPushButton *>(u"plan-save"_s)->isEnabled());
    const domain::TrainingPlan there = onServer(endpoints::GetTrainingPlan {}).value;
    QCOMPARE(there.plan, domain::FolderId {plan});
    QCOMPARE(there.alias, u"Spring"_s);
    QVERIFY(there.lastApplied.isEmpty());
    press(u"plan-changes"_s);
    QTRY_VERIFY(!onServer(endpoints::GetTrainingPlan {}).value.lastApplied.isEmpty());
}

void ChoicesFlowTest::theForecastFollowsItsPlaces()
{
    const auto said = [this] {
        QAccessibleInterface *grid = QAccessible::queryAccessibleInterface(&account().window().calendar().grid());
        QStringList cells;
        for (int i = 0; i < grid->childCount(); ++i)
            cells.append(grid->child(i)->text(QAccessible::Name));
        return cells.filter(u"Berlin: "_s).size();
    };
    account().shell().showPage(app::Window::Calendar);
    QTRY_VERIFY(said() >= 4); // this week and the next are in view
    account().shell().showPage(app::Window::Choices);
    QTRY_VERIFY(m_page->findChild<QToolButton *>(u"weather-remove"_s)->isVisible());
    QTest::mouseClick(m_page->findChild<QToolButton *>(u"weather-remove"_s), Qt::LeftButton);
    press(u"weather-save"_s);
    QTRY_COMPARE(domain::placesOf(onServer(endpoints::GetWeatherConfig {}).value).size(), 1);
    QTRY_COMPARE(said(), 0);
}

MICROCYCLE_WIDGET_TEST(ChoicesFlowTest)
#include "tst_choicesflow.moc"
