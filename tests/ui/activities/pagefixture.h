// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/activities/samplerides.h"
#include "tests/ui/activities/sampleseason.h"
#include "ui/activities/activitiespage.h"
#include "ui/activities/activitylist.h"
#include "ui/activities/activityview.h"
#include "ui/theme/theme.h"

#include <QSignalSpy>
#include <QTest>

namespace samples {

/// A page of activities over a store of its own, with the sample activities in it once they are asked for.
class PageFixture
{
public:
    PageFixture()
        : m_store(std::move(store::Store::open(u":memory:"_s, m_clock)).value())
    {
    }

    void fold(int seasonLength = 40)
    {
        store::RemoteFold fold(*m_store);
        QVERIFY(fold.record(store::Kind::Event, vo2Plan()).ok());
        QList<QJsonObject> all = season(seasonLength);
        all << vo2Ride() << easyRun() << stravaStub();
        QVERIFY(fold.activities({}, all).ok());
        QVERIFY(fold.streams(idOf(u"i900"_s), vo2Streams()).ok());
    }

    void openPage()
    {
        m_page = std::make_unique<ui::ActivitiesPage>(*m_store, m_theme, QLocale(u"en_GB"_s));
        m_page->resize(1384, 868);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->activated();
    }

    void open(const QString &remoteId) { m_page->open(idOf(remoteId)); }

    [[nodiscard]] store::Store &store() { return *m_store; }
    [[nodiscard]] ui::ActivitiesPage &page() { return *m_page; }
    [[nodiscard]] ui::ActivityList &list() { return m_page->list(); }
    [[nodiscard]] ui::ActivityView &view() { return m_page->view(); }
    [[nodiscard]] domain::LocalId idOf(const QString &remoteId) const
    {
        return *m_store->findRemote(store::Kind::Activity, remoteId);
    }

private:
    domain::FixedClock m_clock {QDateTime(QDate(2026, 3, 12), QTime(20, 0), Qt::UTC)};
    std::unique_ptr<store::Store> m_store;
    ui::Theme m_theme;
    std::unique_ptr<ui::ActivitiesPage> m_page;
};

}
