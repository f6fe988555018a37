// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/matrix/steps.h"
#include "tests/support/tally.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fault {

namespace {

/// What a service may do to an answer without anybody having changed anything.
struct Whim {
    const char *name = "";
    bool turnsKeys = false;
    bool pointsNumbers = false; ///< 5 becomes 5.0
    bool stampsAnew = false; ///< "updated" says something else in each answer
};

class Writer
{
public:
    Writer(const Whim &whim, int turn)
        : m_whim(whim)
        , m_turn(turn)
    {
    }

    [[nodiscard]] QByteArray text(const QJsonValue &value) const
    {
        if (value.isObject())
            return '{' + members(value.toObject()).join(',') + '}';
        if (value.isArray()) {
            QByteArrayList items;
            const QJsonArray array = value.toArray();
            for (const auto &item : array)
                items.append(text(item));
            return '[' + items.join(',') + ']';
        }
        const QByteArray plain = QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact);
        const QByteArray bare = plain.mid(1, plain.size() - 2);
        const bool isWhole = value.isDouble() && !bare.contains('.') && !bare.contains('e');
        return isWhole && m_whim.pointsNumbers ? bare + ".0" : bare;
    }

private:
    [[nodiscard]] QByteArrayList members(const QJsonObject &object) const
    {
        QByteArrayList list;
        for (auto it = object.begin(); it != object.end(); ++it) {
            const bool isStamp = it.key() == "updated"_L1 && it->isString() && m_whim.stampsAnew;
            const QString stamp = u"2026-03-12T10:%1:00.000+00:00"_s.arg(m_turn, 2, 10, QChar(u'0'));
            const QJsonValue value = isStamp ? QJsonValue(stamp) : QJsonValue(*it);
            // Keys stay as they are: numbers among them would not be what is asked for.
            const bool isKey = it.key() == "id"_L1 || it.key().endsWith("_id"_L1);
            const QByteArray written = isKey ? Writer({}, 0).text(value) : text(value);
            list.append(Writer({}, 0).text(it.key()) + ':' + written);
        }
        if (m_whim.turnsKeys)
            std::ranges::reverse(list);
        return list;
    }

    const Whim m_whim;
    int m_turn;
};

FaultKind capricious(const Whim &whim, int turn)
{
    return {whim.name, true, 0s, [whim, turn](const Answers &answers) {
                http::Response response = answers.honest;
                const auto document = QJsonDocument::fromJson(response.body);
                if (document.isArray())
                    response.body = Writer(whim, turn).text(document.array());
                else if (document.isObject())
                    response.body = Writer(whim, turn).text(document.object());
                return soundly(response);
            }};
}

const std::array whims {
    Whim {"other order", true, false, false},
    Whim {"other numbers", false, true, false},
    Whim {"other stamps", false, false, true},
    Whim {"all of it", true, true, true},
};

}

/// A service that says the same in other words has said nothing new.
class SameAgainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsWrittenForAWhim();
    void anEditIsStillOneEdit();

private:
    void fill(World &world);
};

void SameAgainTest::fill(World &world)
{
    threeThere(world);
    QVERIFY(world.sync());
    for (const Step &step :
        {Step(plansAWeek), Step(keepsATemplate), logs(0, 61.5, u"well"_s), logs(-1, 62, u"tired"_s)})
        step(world);
    QVERIFY(world.sync());
    QCOMPARE(world.here(), world.there());
    world.time().pass(2min);
}

void SameAgainTest::nothingIsWrittenForAWhim()
{
    support::Tally tally(11, "the same in another order, with other stamps and numbers is no news");
    for (const Whim &whim : whims) {
        World world;
        fill(world);
        const QStringList before = world.here();
        const int writes = world.wire().writes();
        for (int turn = 1; turn <= 3; ++turn) {
            const FaultKind kind = capricious(whim, turn);
            world.wire().setChance([&kind](const http::Request &) { return &kind; });
            QVERIFY(world.sync());
            world.wire().mend();
        }
        tally.run(world.wire().writes() == writes && world.here() == before && world.store().conflicts().isEmpty(),
            u"%1: %2 writes"_s.arg(QLatin1StringView(whim.name)).arg(world.wire().writes() - writes));
    }
    QVERIFY(tally.close());
}

void SameAgainTest::anEditIsStillOneEdit()
{
    support::Tally tally(11, "an edit among answers that only look new is sent once, and asks nothing");
    for (const Whim &whim : whims) {
        World world;
        fill(world);
        const int writes = world.wire().writes();
        renames(u"Week 3"_s, u"Ours"_s)(world);
        logs(0, 61.2, u"better"_s)(world);
        for (int turn = 1; turn <= 3; ++turn) {
            const FaultKind kind = capricious(whim, turn);
            world.wire().setChance([&kind](const http::Request &) { return &kind; });
            QVERIFY(world.sync());
            world.wire().mend();
        }
        QVERIFY(world.sync());
        const bool arrived
            = !world.there().filter(u"|Ours|"_s).isEmpty() && !world.there().filter(u"better"_s).isEmpty();
        tally.run(world.wire().writes() == writes + 2 && arrived && world.here() == world.there()
                && world.store().conflicts().isEmpty(),
            u"%1: %2 writes"_s.arg(QLatin1StringView(whim.name)).arg(world.wire().writes() - writes));
    }
    QVERIFY(tally.close());
}

}

using fault::SameAgainTest;
MICROCYCLE_CORE_TEST(SameAgainTest)
#include "tst_sameagain.moc"
