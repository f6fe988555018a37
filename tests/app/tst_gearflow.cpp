// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/gear.h"
#include "models/domain/whendone.h"
#include "tests/app/driver.h"
#include "tests/support/testmain.h"
#include "ui/activities/rowtable.h"
#include "ui/gear/gearpage.h"

#include <QComboBox>
#include <QToolButton>

using namespace Qt::StringLiterals;

/// The page of gear against the embedded server: what is done there is found on the server.
class GearFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus"); }
    void init();
    void cleanup() { m_application.reset(); }
    void gearIsRenamedAndRetired();
    void aPartIsAddedToABike();
    void aReminderLivesAndGoes();
    void gearGoesOnlyAfterAQuestion();
    void aRefusalNamesTheGear();

private:
    [[nodiscard]] app::AccountWindow &account() const { return *m_application->account(); }
    [[nodiscard]] ui::MessageBar &bar() const { return account().shell().messageBar(); }
    [[nodiscard]] QAbstractItemModel &rows() const { return *m_page->table().model(); }
    void choose(const QString &name);
    void press(const QString &button) { QTest::mouseClick(m_page->findChild<QPushButton *>(button), Qt::LeftButton); }
    void type(const QString &field, const QString &text)
    {
        m_page->findChild<QLineEdit *>(field)->clear();
        QTest::keyClicks(m_page->findChild<QLineEdit *>(field), text);
    }
    /// As the server has it; without an id if there is none of that name.
    [[nodiscard]] domain::Gear onServer(const QString &name);

    domain::FixedClock m_clock {QDateTime(QDate(2026, 3, 12), QTime(9, 0), Qt::UTC)};
    std::unique_ptr<support::DataFolder> m_folder;
    std::unique_ptr<app::Application> m_application;
    ui::GearPage *m_page = nullptr;
};

void GearFlowTest::init()
{
    m_folder = std::make_unique<support::DataFolder>();
    m_application = std::make_unique<app::Application>(m_clock);
    QCOMPARE(m_application->start({.demo = true}), QString());
    QTRY_VERIFY(account().session().hasCredential());
    for (QAction *action : account().shell().actions()) {
        if (action->objectName() == "view.gear"_L1)
            action->trigger();
    }
    m_page = account().shell().findChild<ui::GearPage *>();
    QVERIFY(m_page);
    QTRY_COMPARE(rows().rowCount(), 5);
}

void GearFlowTest::choose(const QString &name)
{
    for (int row = 0; row < rows().rowCount(); ++row) {
        if (rows().index(row, 0).data().toString() == name)
            m_page->table().chooseRow(row);
    }
    QCOMPARE(m_page->findChild<QLineEdit *>(u"gear-name"_s)->text(), name);
}

domain::Gear GearFlowTest::onServer(const QString &name)
{
    std::optional<domain::Result<endpoints::ListGear::Response>> answer;
    domain::whenDone(
        account().session().client().send(endpoints::ListGear {}), this, [&](const auto &result) { answer = result; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }) || !*answer)
        return {};
    for (const auto &record : (*answer)->values) {
        if (record.value.name == name)
            return record.value;
    }
    return {};
}

void GearFlowTest::gearIsRenamedAndRetired()
{
    choose(u"Trainer bike"_s);
    type(u"gear-name"_s, u"Turbo"_s);
    press(u"gear-save"_s);
    QTRY_VERIFY(!m_page->form().isChanged());
    QVERIFY(onServer(u"Turbo"_s).id);
    press(u"gear-retire"_s);
    QTRY_COMPARE(rows().rowCount(), 4);
    QCOMPARE(onServer(u"Turbo"_s).retired, u"2026-03-12"_s);
}

void GearFlowTest::aPartIsAddedToABike()
{
    press(u"gear-add"_s);
    type(u"gear-name"_s, u"Cassette"_s);
    auto *kinds = m_page->findChild<QComboBox *>(u"gear-type"_s);
    kinds->setCurrentIndex(kinds->findData(u"Cassette"_s));
    auto *whole = m_page->findChild<QComboBox *>(u"gear-whole"_s);
    whole->setCurrentIndex(whole->findText(u"Road bike"_s));
    press(u"gear-save"_s);
    QTRY_COMPARE(rows().rowCount(), 6);
    const domain::Gear part = onServer(u"Cassette"_s);
    QVERIFY(part.id && part.component);
    QVERIFY(onServer(u"Road bike"_s).componentIds.contains(part.id->value));
    QTRY_COMPARE(m_page->findChild<QLineEdit *>(u"gear-name"_s)->text(), u"Cassette"_s);
    press(u"gear-replace"_s);
    QTRY_VERIFY(onServer(u"Road bike"_s).componentIds.size() == 2
        && !onServer(u"Road bike"_s).componentIds.contains(part.id->value));
}

void GearFlowTest::aReminderLivesAndGoes()
{
    choose(u"Road bike"_s);
    press(u"reminder-add"_s);
    type(u"reminder-name"_s, u"Service"_s);
    type(u"reminder-distance"_s, u"900"_s);
    press(u"reminder-save"_s);
    QTRY_VERIFY(!m_page->findChild<QLineEdit *>(u"reminder-name"_s)->isVisible());
    QTRY_COMPARE(domain::remindersOf(onServer(u"Road bike"_s)).value(0).distanceMetres, 900'000.0);
    const auto tool = [this](const QString &name) {
        for (auto *each : m_page->findChildren<QToolButton *>(name)) {
            if (each->isVisible())
                return each;
        }
        return static_cast<QToolButton *>(nullptr);
    };
    QTRY_VERIFY(tool(u"reminder-edit"_s));
    QTest::mouseClick(tool(u"reminder-edit"_s), Qt::LeftButton);
    type(u"reminder-distance"_s, QString());
    type(u"reminder-days"_s, u"200"_s);
    press(u"reminder-save"_s);
    QTRY_COMPARE(domain::remindersOf(onServer(u"Road bike"_s)).value(0).days, 200);
    QVERIFY(!domain::remindersOf(onServer(u"Road bike"_s)).value(0).distanceMetres);
    QTRY_VERIFY(!m_page->findChild<QLineEdit *>(u"reminder-name"_s)->isVisible());
    QTest::mouseClick(tool(u"reminder-remove"_s), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([this] { return support::press(bar(), u"Delete"_s); }));
    QTRY_COMPARE(domain::remindersOf(onServer(u"Road bike"_s)).size(), 0);
}

void GearFlowTest::gearGoesOnlyAfterAQuestion()
{
    choose(u"Wetsuit"_s);
    press(u"gear-remove"_s);
    QVERIFY(bar().currentText().contains(u"“Wetsuit”"_s));
    QVERIFY(onServer(u"Wetsuit"_s).id);
    QVERIFY(QTest::qWaitFor([this] { return support::press(bar(), u"Delete"_s); }));
    QTRY_COMPARE(rows().rowCount(), 4);
    QVERIFY(!onServer(u"Wetsuit"_s).id);
}

void GearFlowTest::aRefusalNamesTheGear()
{
    choose(u"Road shoes"_s);
    const domain::GearId id = *onServer(u"Road shoes"_s).id;
    bool gone = false;
    domain::whenDone(account().session().client().send(endpoints::DeleteGear {.gear = id}), this, [&](const auto &) {
        gone = true;
    });
    QTRY_VERIFY(gone);
    type(u"gear-name"_s, u"Racing flats"_s);
    press(u"gear-save"_s);
    QTRY_VERIFY2(bar().currentText().contains(u"“Road shoes”"_s), qPrintable(bar().currentText()));
    QCOMPARE(
        m_page->findChild<QLineEdit *>(u"gear-name"_s)->text(), u"Racing flats"_s); // what was typed is still there
}

MICROCYCLE_WIDGET_TEST(GearFlowTest)
#include "tst_gearflow.moc"
