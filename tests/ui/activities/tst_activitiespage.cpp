// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/activities/pagefixture.h"
#include "ui/activities/activityheader.h"
#include "ui/activities/rowtable.h"
#include "ui/charts/streamchart.h"
#include "ui/widgets/pillbutton.h"
#include "ui/widgets/searchfield.h"

#include <QApplication>
#include <QPushButton>

using namespace Qt::StringLiterals;
using items::ActivityColumn;

/// The page of activities as a person uses it: finding, opening, walking on, by mouse and by keys.
class ActivitiesPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<samples::PageFixture>(); }
    void cleanup() { m_fixture.reset(); }
    void thePageOfAnEmptyAccountSaysWhatBelongsThere();
    void searchingNarrowsAndIsTakenBack();
    void onlySportsThatOccurCanBeChosen();
    void aClickOnTheHeadSorts();
    void aDoubleClickOpensAndEscapeKeepsTheRow();
    void theRowStaysChosenWhenThePageIsReadAnew();
    void walkingFollowsTheOrderOfTheTable();
    void openingFromElsewhereShowsTheRow();
    void anUnknownActivityFails();
    void anActivityThatIsGoneLeadsBack();
    void allOfItWorksByKeys();

private:
    [[nodiscard]] QString nameAt(int row) const;

    std::unique_ptr<samples::PageFixture> m_fixture;
};

QString ActivitiesPageTest::nameAt(int row) const
{
    return m_fixture->list().rows().index(row, int(ActivityColumn::Name)).data().toString();
}

void ActivitiesPageTest::thePageOfAnEmptyAccountSaysWhatBelongsThere()
{
    m_fixture->openPage();
    QVERIFY(!m_fixture->list().table().isVisible());
    QVERIFY(m_fixture->list().pills().isEmpty());
    m_fixture->fold();
    QTRY_VERIFY(m_fixture->list().table().isVisible());
    QTRY_COMPARE(m_fixture->list().countText(), u"43 activities"_s);
}

void ActivitiesPageTest::searchingNarrowsAndIsTakenBack()
{
    m_fixture->fold();
    m_fixture->openPage();
    QTest::keyClick(&m_fixture->page(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(m_fixture->list().search().hasFocus());
    QTest::keyClicks(&m_fixture->list().search(), u"swim"_s);
    QCOMPARE(m_fixture->list().rows().rowCount(), 5);
    QCOMPARE(m_fixture->list().countText(), u"5 of 43 activities"_s);
    QTest::keyClicks(&m_fixture->list().search(), u" nowhere"_s);
    QVERIFY(!m_fixture->list().table().isVisible());
    const auto buttons = m_fixture->list().findChildren<QPushButton *>();
    const auto clear
        = std::find_if(buttons.begin(), buttons.end(), [](QPushButton *button) { return button->isVisible(); });
    QVERIFY(clear != buttons.end());
    QTest::mouseClick(*clear, Qt::LeftButton);
    QCOMPARE(m_fixture->list().search().text(), QString());
    QCOMPARE(m_fixture->list().countText(), u"43 activities"_s);
    QVERIFY(m_fixture->list().table().hasFocus());
}

void ActivitiesPageTest::onlySportsThatOccurCanBeChosen()
{
    store::RemoteFold fold(m_fixture->store());
    QVERIFY(fold.activities({}, {samples::vo2Ride(), samples::easyRun()}).ok());
    m_fixture->openPage();
    QStringList words;
    for (const ui::PillButton *pill : m_fixture->list().pills())
        words << pill->text();
    QCOMPARE(words.join(u' '), u"Ride Run"_s);
    m_fixture->list().pills().at(1)->click();
    QCOMPARE(m_fixture->list().countText(), u"1 of 2 activities"_s);
    QCOMPARE(nameAt(0), u"Easy run by the river"_s);
    m_fixture->list().pills().at(1)->click();
    QCOMPARE(m_fixture->list().countText(), u"2 activities"_s);
}

void ActivitiesPageTest::aClickOnTheHeadSorts()
{
    m_fixture->fold();
    m_fixture->openPage();
    QCOMPARE(nameAt(0), u"VO2 5×4"_s);
    QHeaderView *head = m_fixture->list().table().horizontalHeader();
    const auto click = [head](ActivityColumn column) {
        const QPoint at(
            head->sectionViewportPosition(int(column)) + head->sectionSize(int(column)) / 2, head->height() / 2);
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, at);
    };
    const auto load
        = [this](int row) { return m_fixture->list().rows().index(row, int(ActivityColumn::Load)).data().toString(); };
    click(ActivityColumn::Load);
    click(ActivityColumn::Load);
    QVERIFY(load(0).toInt() >= load(1).toInt());
    QVERIFY(load(0).toInt() > 150);
    QCOMPARE(load(m_fixture->list().rows().rowCount() - 1), u"–"_s);
}

void ActivitiesPageTest::aDoubleClickOpensAndEscapeKeepsTheRow()
{
    m_fixture->fold();
    m_fixture->openPage();
    ui::RowTable &table = m_fixture->list().table();
    const QModelIndex third = m_fixture->list().rows().index(3, int(ActivityColumn::Name));
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(third).center());
    QTest::mouseDClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(third).center());
    QVERIFY(m_fixture->page().isShowingActivity());
    QCOMPARE(m_fixture->view().header().title(), nameAt(3));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!m_fixture->page().isShowingActivity());
    QVERIFY(table.hasFocus());
    QCOMPARE(table.currentIndex().row(), 3);
    QVERIFY(table.selectionModel()->isRowSelected(3, {}));
}

void ActivitiesPageTest::theRowStaysChosenWhenThePageIsReadAnew()
{
    m_fixture->fold();
    m_fixture->openPage();
    m_fixture->list().table().chooseRow(5);
    const QString name = nameAt(5);
    QList<QJsonObject> more;
    for (int i = 0; i < 300; ++i)
        more.append({{u"id"_s, u"i%1"_s.arg(5000 + i)},
            {u"type"_s, u"Ride"_s},
            {u"name"_s, u"New"_s},
            {u"start_date_local"_s, u"2026-03-12T19:00:00"_s}});
    QVERIFY(store::RemoteFold(m_fixture->store()).activities({}, more).ok());
    QTRY_COMPARE(m_fixture->list().countText(), u"343 activities"_s);
    QVERIFY(m_fixture->list().table().currentIndex().row() > 100);
    QCOMPARE(nameAt(m_fixture->list().table().currentIndex().row()), name);
}

void ActivitiesPageTest::walkingFollowsTheOrderOfTheTable()
{
    m_fixture->fold();
    m_fixture->openPage();
    QSignalSpy said(&m_fixture->page(), &ui::ActivitiesPage::sentence);
    m_fixture->open(u"i900"_s);
    m_fixture->page().step(1);
    QCOMPARE(m_fixture->view().id(), m_fixture->idOf(u"i901"_s));
    m_fixture->page().step(-1);
    QCOMPARE(m_fixture->view().id(), m_fixture->idOf(u"i900"_s));
    QCOMPARE(said.size(), 0);
    m_fixture->page().step(-1);
    QCOMPARE(m_fixture->view().id(), m_fixture->idOf(u"i900"_s));
    QCOMPARE(said.size(), 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(m_fixture->view().id(), m_fixture->idOf(u"i901"_s));
    m_fixture->page().showList();
    QCOMPARE(m_fixture->list().table().currentIndex().row(), 1);
}

void ActivitiesPageTest::openingFromElsewhereShowsTheRow()
{
    m_fixture->fold();
    m_fixture->openPage();
    m_fixture->list().search().setText(u"swim"_s);
    m_fixture->open(u"i900"_s);
    QVERIFY(m_fixture->page().isShowingActivity());
    m_fixture->page().showList();
    QCOMPARE(m_fixture->list().search().text(), QString());
    QCOMPARE(nameAt(m_fixture->list().table().currentIndex().row()), u"VO2 5×4"_s);
}

void ActivitiesPageTest::anUnknownActivityFails()
{
    m_fixture->fold();
    m_fixture->openPage();
    QSignalSpy failed(&m_fixture->page(), &ui::ActivitiesPage::failed);
    m_fixture->page().open({u"nobody"_s});
    QCOMPARE(failed.size(), 1);
    QVERIFY(!m_fixture->page().isShowingActivity());
}

void ActivitiesPageTest::anActivityThatIsGoneLeadsBack()
{
    m_fixture->fold();
    m_fixture->openPage();
    const domain::LocalId id = m_fixture->idOf(u"i900"_s);
    m_fixture->page().open(id);
    store::Operation operation;
    operation.opId = u"o1"_s;
    operation.kind = store::Kind::Activity;
    operation.id = id;
    QVERIFY(store::RemoteFold(m_fixture->store()).gone(operation).ok());
    QVERIFY(!m_fixture->page().isShowingActivity());
}

void ActivitiesPageTest::allOfItWorksByKeys()
{
    m_fixture->fold();
    m_fixture->openPage();
    QVERIFY(m_fixture->list().table().hasFocus());
    QTest::keyClick(&m_fixture->page(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(&m_fixture->list().search(), u"vo2"_s);
    QTest::keyClick(&m_fixture->list().search(), Qt::Key_Down);
    QVERIFY(m_fixture->list().table().hasFocus());
    QTest::keyClick(&m_fixture->list().table(), Qt::Key_Return);
    QVERIFY(m_fixture->page().isShowingActivity());
    QVERIFY(m_fixture->view().chart().hasFocus());
    QTest::keyClick(&m_fixture->view().chart(), Qt::Key_Right);
    QVERIFY(m_fixture->view().chart().moment().has_value());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY2(m_fixture->view().intervals().hasFocus(), "from the chart Tab leads to the intervals");
    QTest::keyClick(&m_fixture->view().intervals(), Qt::Key_Down);
    QVERIFY(m_fixture->view().chart().highlight().has_value());
    QTest::keyClick(&m_fixture->view().intervals(), Qt::Key_Escape);
    QVERIFY(!m_fixture->page().isShowingActivity());
    QVERIFY(m_fixture->list().table().hasFocus());
    QCOMPARE(m_fixture->list().search().text(), u"vo2"_s);
}

MICROCYCLE_WIDGET_TEST(ActivitiesPageTest)
#include "tst_activitiespage.moc"
