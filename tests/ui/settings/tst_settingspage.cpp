// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/settings/settingspage.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(domain::TrainingPlan)
Q_DECLARE_METATYPE(domain::Weather)

/// Plan and weather: what is shown of them, and what is asked for.
class SettingsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_page.reset(); }
    void nothingIsAskedForBeforeItIsKnown();
    void aPlanIsChosenWithItsFirstDay();
    void noPlanNeedsNoDay();
    void whatIsTypedOutlivesNews();
    void aPlaceIsAddedAndHidden();
    void aPlaceThatCannotBeReadSaysWhy_data();
    void aPlaceThatCannotBeReadSaysWhy();
    void aPlaceIsRemoved();
    void unknownKeysOfAPlaceAreKept();

private:
    template<typename Widget>
    [[nodiscard]] Widget *find(const QString &name, int which = 0) const
    {
        QList<Widget *> shown;
        for (auto *each : m_page->findChildren<Widget *>(name)) {
            if (!each->isHidden() && !each->parentWidget()->isHidden())
                shown.append(each);
        }
        return shown.value(which);
    }
    void press(const QString &name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    static void type(QLineEdit *into, const QString &text)
    {
        into->selectAll();
        QTest::keyClick(into, Qt::Key_Delete);
        QTest::keyClicks(into, text);
    }

    const QDate thursday {2026, 3, 12};
    ui::Theme m_theme;
    domain::TrainingPlan m_plan;
    domain::Weather m_weather;
    std::unique_ptr<ui::SettingsPage> m_page;
};

void SettingsPageTest::init()
{
    m_theme.applyTo(*qApp);
    m_page = std::make_unique<ui::SettingsPage>(m_theme, QLocale::c());
    m_page->plan().setChoices({{{u"11"_s}, u"Base"_s}, {{u"12"_s}, u"Build"_s}});
    m_plan = {};
    m_plan.plan = domain::FolderId {u"11"_s};
    m_plan.start = u"2026-03-02"_s;
    m_plan.alias = u"Winter"_s;
    m_weather.places = {QJsonObject {{u"id"_s, 1},
        {u"label"_s, u"Berlin"_s},
        {u"lat"_s, 52.52},
        {u"lon"_s, 13.4},
        {u"enabled"_s, true},
        {u"colour"_s, u"blue"_s}}};
    m_page->resize(900, 700);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void SettingsPageTest::nothingIsAskedForBeforeItIsKnown()
{
    QVERIFY(!find<QComboBox>(u"plan-choice"_s)->isEnabled());
    QVERIFY(!find<QPushButton>(u"plan-save"_s)->isEnabled());
    QVERIFY(!find<QPushButton>(u"weather-save"_s)->isEnabled());
    m_page->plan().setSentence(u"There is no connection."_s);
    QCOMPARE(find<QLabel>(u"plan-state"_s)->text(), u"There is no connection."_s);
}

void SettingsPageTest::aPlanIsChosenWithItsFirstDay()
{
    QSignalSpy asked(&m_page->plan(), &ui::PlanForm::wanted);
    m_page->plan().present({}, thursday);
    auto *choice = find<QComboBox>(u"plan-choice"_s);
    QCOMPARE(choice->currentText(), u"No plan"_s);
    QVERIFY(!find<QDateEdit>(u"plan-start"_s)->isEnabled());
    choice->setCurrentIndex(choice->findText(u"Build"_s));
    QCOMPARE(find<QDateEdit>(u"plan-start"_s)->date(), QDate(2026, 3, 16)); // the next Monday
    type(find<QLineEdit>(u"plan-alias"_s), u" Spring "_s);
    press(u"plan-save"_s);
    QCOMPARE(asked.count(), 1);
    const auto after = asked.first().at(1).value<domain::TrainingPlan>();
    QCOMPARE(after.plan, domain::FolderId {u"12"_s});
    QCOMPARE(after.start, u"2026-03-16"_s);
    QCOMPARE(after.alias, u"Spring"_s);
}

void SettingsPageTest::noPlanNeedsNoDay()
{
    QSignalSpy asked(&m_page->plan(), &ui::PlanForm::wanted);
    QSignalSpy changes(&m_page->plan(), &ui::PlanForm::changesWanted);
    m_page->plan().present(m_plan, thursday);
    QVERIFY(!find<QPushButton>(u"plan-save"_s)->isEnabled());
    press(u"plan-changes"_s);
    QCOMPARE(changes.count(), 1);
    find<QComboBox>(u"plan-choice"_s)->setCurrentIndex(0);
    QVERIFY(!find<QPushButton>(u"plan-changes"_s)->isEnabled());
    press(u"plan-save"_s);
    QVERIFY(!asked.first().at(1).value<domain::TrainingPlan>().plan);
}

void SettingsPageTest::whatIsTypedOutlivesNews()
{
    m_page->plan().present(m_plan, thursday);
    type(find<QLineEdit>(u"plan-alias"_s), u"Cold"_s);
    m_page->plan().present(m_plan, thursday);
    QCOMPARE(find<QLineEdit>(u"plan-alias"_s)->text(), u"Cold"_s);
    m_plan.alias = u"Cold"_s;
    m_page->plan().present(m_plan, thursday);
    QVERIFY(!find<QPushButton>(u"plan-save"_s)->isEnabled());
    m_page->weather().present(m_weather);
    type(find<QLineEdit>(u"weather-label"_s), u"Potsdam"_s);
    m_page->weather().present(m_weather);
    QCOMPARE(find<QLineEdit>(u"weather-label"_s)->text(), u"Potsdam"_s);
    m_page->weather().saved(m_weather);
    QCOMPARE(find<QLineEdit>(u"weather-label"_s)->text(), u"Berlin"_s);
}

void SettingsPageTest::aPlaceIsAddedAndHidden()
{
    QSignalSpy asked(&m_page->weather(), &ui::WeatherForm::wanted);
    m_page->weather().present(m_weather);
    QTest::mouseClick(find<QCheckBox>(u"weather-shown"_s),
        Qt::LeftButton,
        {},
        {5, find<QCheckBox>(u"weather-shown"_s)->height() / 2});
    press(u"weather-add"_s);
    QVERIFY(find<QLineEdit>(u"weather-label"_s, 1)->hasFocus());
    QTest::keyClicks(find<QLineEdit>(u"weather-label"_s, 1), u"Lyon"_s);
    type(find<QLineEdit>(u"weather-latitude"_s, 1), u"45.76"_s);
    type(find<QLineEdit>(u"weather-longitude"_s, 1), u"4.84"_s);
    QTest::keyClick(find<QLineEdit>(u"weather-longitude"_s, 1), Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
    const auto places = domain::placesOf(asked.first().first().value<domain::Weather>());
    QCOMPARE(places.size(), 2);
    QVERIFY(!places.at(0).enabled);
    QVERIFY(places.at(1).enabled);
    QCOMPARE(places.at(1).location, u"Lyon"_s);
    QCOMPARE(places.at(1).latitude, 45.76);
    QVERIFY(!places.at(1).id);
}

void SettingsPageTest::aPlaceThatCannotBeReadSaysWhy_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no name") << u"weather-label"_s << QString() << u"A place has no name."_s;
    QTest::newRow("beyond the pole") << u"weather-latitude"_s << u"90.1"_s
                                     << u"The latitude of “Berlin” is a number from -90 to 90."_s;
    QTest::newRow("no number") << u"weather-longitude"_s << u"east"_s
                               << u"The longitude of “Berlin” is a number from -180 to 180."_s;
}

void SettingsPageTest::aPlaceThatCannotBeReadSaysWhy()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(QString, reason);
    QSignalSpy asked(&m_page->weather(), &ui::WeatherForm::wanted);
    m_page->weather().present(m_weather);
    type(find<QLineEdit>(field), value);
    press(u"weather-save"_s);
    QCOMPARE(asked.count(), 0);
    QCOMPARE(find<QLabel>(u"weather-error"_s)->text(), reason);
    QCOMPARE(find<QLineEdit>(field)->text(), value);
    QVERIFY(find<QLineEdit>(field)->hasFocus());
}

void SettingsPageTest::aPlaceIsRemoved()
{
    QSignalSpy asked(&m_page->weather(), &ui::WeatherForm::wanted);
    m_page->weather().present(m_weather);
    QTRY_VERIFY(find<QToolButton>(u"weather-remove"_s)->isVisible());
    QTest::mouseClick(find<QToolButton>(u"weather-remove"_s), Qt::LeftButton);
    press(u"weather-save"_s);
    QVERIFY(asked.first().first().value<domain::Weather>().places.isEmpty());
}

void SettingsPageTest::unknownKeysOfAPlaceAreKept()
{
    QSignalSpy asked(&m_page->weather(), &ui::WeatherForm::wanted);
    m_page->weather().present(m_weather);
    press(u"weather-save"_s);
    const auto sent = asked.first().first().value<domain::Weather>().places.first().toObject();
    QCOMPARE(sent.value(u"colour"_s), QJsonValue(u"blue"_s));
    QCOMPARE(sent.value(u"lat"_s), QJsonValue(52.52));
    QCOMPARE(sent.value(u"enabled"_s), QJsonValue(true));
}

MICROCYCLE_WIDGET_TEST(SettingsPageTest)
#include "tst_settingspage.moc"
