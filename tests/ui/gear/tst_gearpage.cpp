// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/activities/rowtable.h"
#include "ui/gear/gearpage.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;
using ui::GearStep;
using ui::ReminderStep;

namespace {

const QDate thisDay(2026, 3, 12);

domain::Gear madeGear(const QString &id, const QString &name, const QString &type)
{
    domain::Gear made;
    made.id = domain::GearId {id};
    made.name = name;
    made.type = type;
    return made;
}

}

Q_DECLARE_METATYPE(domain::Gear)
Q_DECLARE_METATYPE(domain::GearId)
Q_DECLARE_METATYPE(domain::GearReminder)

/// The page of gear: what it shows and what it asks for, with mouse and keys.
class GearPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theFirstPieceIsOpenAtOnce();
    void aNameIsSavedOnlyOnceItIsAnother();
    void whatIsTypedOutlivesNews();
    void anotherPieceIsAnotherForm();
    void aPieceIsRetiredAndUsedAgain();
    void aNewPartNamesWhatItBelongsTo();
    void escapeEndsANewPiece();
    void aReminderIsAddedWithItsLimit();
    void aReminderThatCannotBeReadSaysWhy_data();
    void aReminderThatCannotBeReadSaysWhy();
    void aReminderHasItsSteps();
    void anEmptyPageSaysWhy();

private:
    void give() { m_table->setGear(m_gear, thisDay); }
    [[nodiscard]] QLineEdit *field(const QString &name) const { return m_page->findChild<QLineEdit *>(name); }
    [[nodiscard]] QPushButton *button(const QString &name) const { return m_page->findChild<QPushButton *>(name); }
    void press(const QString &name) const { QTest::mouseClick(button(name), Qt::LeftButton); }
    void type(const QString &name, const QString &text) const
    {
        field(name)->clear();
        QTest::keyClicks(field(name), text);
    }

    ui::Theme m_theme;
    QList<domain::Gear> m_gear;
    std::unique_ptr<items::GearTable> m_table;
    std::unique_ptr<ui::GearPage> m_page;
};

void GearPageTest::init()
{
    m_theme.applyTo(*qApp);
    domain::Gear bike = madeGear(u"b1"_s, u"Road bike"_s, u"Bike"_s);
    bike.componentIds = {u"c1"_s};
    domain::Gear chain = madeGear(u"c1"_s, u"Chain"_s, u"Chain"_s);
    chain.component = true;
    chain.reminders = {QJsonObject {
        {u"id"_s, 3}, {u"name"_s, u"Wax <b>it</b>"_s}, {u"distance"_s, 312'345.6}, {u"percent_used"_s, 110}}};
    m_gear = {bike, chain, madeGear(u"s1"_s, u"Trail shoes"_s, u"Shoes"_s)};
    m_table = std::make_unique<items::GearTable>(items::GearWords(items::Figures(QLocale::c())));
    m_page = std::make_unique<ui::GearPage>(m_theme, *m_table);
    give();
    m_page->resize(1100, 800);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void GearPageTest::cleanup()
{
    m_page.reset();
    m_table.reset();
}

void GearPageTest::theFirstPieceIsOpenAtOnce()
{
    QCOMPARE(field(u"gear-name"_s)->text(), u"Road bike"_s);
    QVERIFY(!button(u"gear-save"_s)->isEnabled());
    QVERIFY(!button(u"gear-replace"_s)->isVisible());
    m_page->table().setFocus();
    QTest::keyClick(&m_page->table(), Qt::Key_Down);
    QCOMPARE(field(u"gear-name"_s)->text(), u"Chain"_s);
    QVERIFY(button(u"gear-replace"_s)->isVisible());
}

void GearPageTest::aNameIsSavedOnlyOnceItIsAnother()
{
    QSignalSpy asked(&m_page->form(), &ui::GearForm::wanted);
    type(u"gear-name"_s, u"  "_s);
    QTest::keyClick(field(u"gear-name"_s), Qt::Key_Return);
    QCOMPARE(asked.count(), 0);
    type(u"gear-name"_s, u"Race bike "_s);
    QTest::keyClick(field(u"gear-name"_s), Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().at(0).value<GearStep>(), GearStep::Change);
    const auto after = asked.first().at(1).value<domain::Gear>();
    QCOMPARE(after.name, u"Race bike"_s);
    QCOMPARE(after.componentIds, QStringList {u"c1"_s});
    m_gear[0].name = u"Race bike"_s;
    give();
    QVERIFY(!button(u"gear-save"_s)->isEnabled());
    QVERIFY(!button(u"gear-cancel"_s)->isVisible());
}

void GearPageTest::whatIsTypedOutlivesNews()
{
    type(u"gear-name"_s, u"Race"_s);
    m_gear[0].type = u"Trainer"_s;
    give();
    QCOMPARE(field(u"gear-name"_s)->text(), u"Race"_s);
    QCOMPARE(m_page->findChild<QComboBox *>(u"gear-type"_s)->currentData().toString(), u"Trainer"_s);
    press(u"gear-cancel"_s);
    QCOMPARE(field(u"gear-name"_s)->text(), u"Road bike"_s);
}

void GearPageTest::anotherPieceIsAnotherForm()
{
    m_page->table().chooseRow(1);
    QVERIFY(m_page->form().reminders().isVisible());
    m_page->table().chooseRow(2);
    QCOMPARE(field(u"gear-name"_s)->text(), u"Trail shoes"_s);
    m_gear.removeLast();
    give();
    QCOMPARE(field(u"gear-name"_s)->text(), u"Road bike"_s);
}

void GearPageTest::aPieceIsRetiredAndUsedAgain()
{
    QSignalSpy asked(&m_page->form(), &ui::GearForm::wanted);
    press(u"gear-retire"_s);
    QCOMPARE(asked.last().at(1).value<domain::Gear>().retired, u"2026-03-12"_s);
    m_gear[0].retired = u"2026-03-12"_s;
    give();
    QCOMPARE(m_table->rowCount(), 2);
    auto *shown = m_page->findChild<QAbstractButton *>(u"gear-show-retired"_s);
    QTest::mouseClick(shown, Qt::LeftButton);
    m_page->choose({u"b1"_s});
    QCOMPARE(button(u"gear-retire"_s)->text(), u"Use again"_s);
    press(u"gear-retire"_s);
    QCOMPARE(asked.last().at(1).value<domain::Gear>().retired, QString());
}

void GearPageTest::aNewPartNamesWhatItBelongsTo()
{
    QSignalSpy added(&m_page->form(), &ui::GearForm::addWanted);
    press(u"gear-add"_s);
    QVERIFY(field(u"gear-name"_s)->hasFocus());
    QVERIFY(!button(u"gear-save"_s)->isEnabled());
    QVERIFY(!button(u"gear-remove"_s)->isVisible());
    QTest::keyClicks(field(u"gear-name"_s), u"Cassette"_s);
    auto *kinds = m_page->findChild<QComboBox *>(u"gear-type"_s);
    kinds->setCurrentIndex(kinds->findData(u"Cassette"_s));
    auto *whole = m_page->findChild<QComboBox *>(u"gear-whole"_s);
    QCOMPARE(whole->count(), 3); // nothing, and two that are no parts themselves
    whole->setCurrentIndex(whole->findData(u"b1"_s));
    give(); // news must not take the form away
    QTest::keyClick(field(u"gear-name"_s), Qt::Key_Return);
    QCOMPARE(added.count(), 1);
    QCOMPARE(added.first().at(0).value<domain::Gear>().type, u"Cassette"_s);
    QCOMPARE(added.first().at(1).value<domain::GearId>().value, u"b1"_s);
}

void GearPageTest::escapeEndsANewPiece()
{
    press(u"gear-add"_s);
    QTest::keyClicks(field(u"gear-name"_s), u"Cassette"_s);
    QTest::keyClick(field(u"gear-name"_s), Qt::Key_Escape);
    QCOMPARE(field(u"gear-name"_s)->text(), u"Road bike"_s);
}

void GearPageTest::aReminderIsAddedWithItsLimit()
{
    QSignalSpy asked(&m_page->form(), &ui::GearForm::reminderWanted);
    press(u"reminder-add"_s);
    QVERIFY(field(u"reminder-name"_s)->hasFocus());
    QTest::keyClicks(field(u"reminder-name"_s), u"Service"_s);
    type(u"reminder-distance"_s, u"2500.5"_s);
    type(u"reminder-days"_s, u"180"_s);
    QTest::keyClick(field(u"reminder-days"_s), Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().at(1).value<ReminderStep>(), ReminderStep::Add);
    const auto made = asked.first().at(2).value<domain::GearReminder>();
    QCOMPARE(made.name, u"Service"_s);
    QCOMPARE(made.distanceMetres, 2'500'500.0);
    QCOMPARE(made.days, 180);
    QVERIFY(!made.timeSeconds && !made.activities);
}

void GearPageTest::aReminderThatCannotBeReadSaysWhy_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("reason");
    QTest::newRow("it has no name") << QString() << u"reminder-days"_s << u"3"_s << u"Say what is to be done."_s;
    QTest::newRow("it has no limit") << u"Oil"_s << u"reminder-days"_s << QString()
                                     << u"Say after how much it is to be done."_s;
    QTest::newRow("a distance is no number")
        << u"Oil"_s << u"reminder-distance"_s << u"far"_s << u"“far” is no number above 0."_s;
    QTest::newRow("a time is nothing") << u"Oil"_s << u"reminder-hours"_s << u"0"_s << u"“0” is no number above 0."_s;
    QTest::newRow("half a day") << u"Oil"_s << u"reminder-days"_s << u"1.5"_s << u"“1.5” is no whole number above 0."_s;
}

void GearPageTest::aReminderThatCannotBeReadSaysWhy()
{
    QFETCH(QString, name);
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(QString, reason);
    QSignalSpy asked(&m_page->form(), &ui::GearForm::reminderWanted);
    press(u"reminder-add"_s);
    type(u"reminder-name"_s, name);
    type(field, value);
    press(u"reminder-save"_s);
    QCOMPARE(asked.count(), 0);
    QCOMPARE(m_page->findChild<QLabel *>(u"reminder-error"_s)->text(), reason);
    QCOMPARE(this->field(field)->text(), value);
}

void GearPageTest::aReminderHasItsSteps()
{
    QSignalSpy asked(&m_page->form(), &ui::GearForm::reminderWanted);
    m_page->table().chooseRow(1);
    const auto tool = [this](const QString &name) {
        QToolButton *found = nullptr;
        for (auto *each : m_page->findChildren<QToolButton *>(name)) {
            if (each->isVisible())
                found = each;
        }
        return found;
    };
    QTRY_VERIFY(tool(u"reminder-remove"_s));
    QVERIFY2(!tool(u"reminder-remove"_s)->toolTip().contains("<b>"_L1), "a name is no markup");
    QCOMPARE(tool(u"reminder-remove"_s)->accessibleName(), u"Delete: Wax <b>it</b>"_s);
    const QList<std::pair<QString, ReminderStep>> steps {{u"reminder-done"_s, ReminderStep::Done},
        {u"reminder-later"_s, ReminderStep::PutOff},
        {u"reminder-remove"_s, ReminderStep::Remove}};
    for (const auto &[name, step] : steps) {
        QTest::mouseClick(tool(name), Qt::LeftButton);
        QCOMPARE(asked.last().at(1).value<ReminderStep>(), step);
        QCOMPARE(asked.last().at(2).value<domain::GearReminder>().id, 3);
    }
    QTest::mouseClick(tool(u"reminder-edit"_s), Qt::LeftButton);
    QCOMPARE(field(u"reminder-distance"_s)->text(), u"312.3"_s);
    type(u"reminder-name"_s, u"Wax"_s);
    press(u"reminder-save"_s);
    QCOMPARE(asked.last().at(1).value<ReminderStep>(), ReminderStep::Change);
    const auto changed = asked.last().at(2).value<domain::GearReminder>();
    QCOMPARE(changed.name, u"Wax"_s);
    QCOMPARE(changed.distanceMetres, 312'345.6); // what rounding hides is kept
}

void GearPageTest::anEmptyPageSaysWhy()
{
    m_table->setGear({}, thisDay);
    m_page->setSentence(u"There is no connection."_s);
    QVERIFY(!m_page->form().isVisible());
    const auto labels = m_page->findChildren<QLabel *>();
    const bool said = std::ranges::any_of(
        labels, [](const QLabel *each) { return each->isVisible() && each->text() == "There is no connection."_L1; });
    QVERIFY(said);
}

MICROCYCLE_WIDGET_TEST(GearPageTest)
#include "tst_gearpage.moc"
