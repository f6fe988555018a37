// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/listevents.h"
#include "models/store/columns.h"
#include "tests/fault/extent.h"
#include "tests/support/tally.h"
#include "tests/support/testmain.h"

#include <QTimeZone>
#include <ctime>

using namespace Qt::StringLiterals;

namespace {

const QDate firstDay(2000, 1, 1);
const QDate lastDay(2035, 12, 31);

/// The clock of this process goes by the zone from here on. False if the machine does not know it.
bool live(const QByteArray &zone)
{
    qputenv("TZ", zone);
    ::tzset();
    const QDateTime moment = QDateTime::fromSecsSinceEpoch(1'700'000'000);
    return moment.offsetFromUtc() == QTimeZone(zone).offsetFromUtc(moment);
}

/// One event for each day, at midnight, in the hour that clocks leave out, or late: as the service writes them.
QByteArray answerWith(int every, QStringList &days)
{
    static const std::array times {"T00:00:00"_L1, "T02:30:00"_L1, "T23:59:00"_L1};
    QByteArray body = "[";
    int number = 0;
    for (QDate day = firstDay; day <= lastDay; day = day.addDays(every)) {
        days.append(domain::dayText(day));
        ++number;
        body += R"({"id":)" + QByteArray::number(number) + R"(,"category":"NOTE","name":"n","start_date_local":")"
            + days.last().toLatin1() + times.at(size_t(number) % times.size()).data() + R"("},)";
    }
    body.back() = ']';
    return body;
}

}

/// The day that is shown is the day that the service wrote, in every zone and on every day.
class ZonesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase() { live("Europe/Berlin"); }
    void theDayShownIsTheDayWritten()
    {
        support::Tally tally(24, "the day shown is the day that the service wrote, in every time zone");
        QList<QByteArray> zones;
        const auto known = QTimeZone::availableTimeZoneIds();
        const int everyZone = fault::stride(int(known.size()), 12);
        for (int i = 0; i < known.size(); i += everyZone)
            zones.append(known.at(i));
        for (const char *strange : {"Pacific/Apia",
                 "America/Sao_Paulo",
                 "Asia/Beirut",
                 "Africa/Cairo",
                 "Australia/Lord_Howe",
                 "Pacific/Kiritimati"})
            zones.append(strange);
        QStringList days;
        const QByteArray answer = answerWith(fault::isFull() ? 1 : 13, days);
        int lived = 0;
        for (const auto &zone : std::as_const(zones)) {
            lived += live(zone) ? 1 : 0;
            const auto events = endpoints::ListEvents::parse(answer);
            QVERIFY(events && events->values.size() == days.size());
            for (qsizetype i = 0; i < days.size(); ++i) {
                const auto &record = events->values.at(i);
                const auto columns = store::columnsOf(store::Kind::Event, record.json, {});
                const bool kept = columns && domain::dayText(columns->summary.day) == days.at(i)
                    && domain::toJson(record.value).value("start_date_local"_L1)
                        == record.json.value("start_date_local"_L1);
                tally.run(kept, QString::fromLatin1(zone) + u' ' + days.at(i));
            }
        }
        std::printf("  in %d zones, of %d asked for the machine's clock followed %d\n",
            int(zones.size()),
            int(zones.size()),
            lived);
        QVERIFY(lived > zones.size() / 2);
        QVERIFY(tally.close());
    }
};

MICROCYCLE_CORE_TEST(ZonesTest)
#include "tst_zones.moc"
