// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/model/stage.h"

#include "tests/fault/matrix/content.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fault {

namespace {

constexpr auto sitting = 60s; ///< what one person types over within it counts as one version
constexpr auto believed = 11s; ///< so long a client may change what it saw without looking again, and a moment

}

Stage::Stage()
    : m_time(QDateTime(Device::today(), QTime(9, 0), Qt::UTC))
    , m_service(m_time, Device::today())
    , m_web(m_service)
{
    for (auto &device : m_devices)
        device = std::make_unique<Device>(m_time, m_service);
}

void Stage::pass(int pick)
{
    static constexpr std::array<std::chrono::milliseconds, 8> waits {10ms, 50ms, 170ms, 400ms, 3s, 12s, 70s, 8min};
    m_time.pass(waits.at(size_t(pick) % waits.size()));
}

void Stage::perform(const Action &action)
{
    if (action.what == Action::What::Wait) {
        pass(action.pick);
        return;
    }
    const QString word = u"v%1."_s.arg(m_typed.size());
    if (action.who == Action::web)
        performThere(action, word);
    else
        performHere(action, word);
}

void Stage::performThere(const Action &action, const QString &word)
{
    const auto before = typedIn(contentOf(m_service, Device::days()));
    if (!m_web.perform(action, word))
        return;
    const auto after = typedIn(contentOf(m_service, Device::days()));
    if (after.contains(word))
        m_typed.insert(word, {action.who, m_time.elapsed(), m_web.path()});
    for (const auto &gone : before - after)
        m_typed[gone].letGo = true;
}

void Stage::performHere(const Action &action, const QString &word)
{
    Device &device = *m_devices.at(size_t(action.who));
    const auto before = typedIn(device.shown());
    if (action.what == Action::What::Restart) {
        const auto forgotten = device.forgetsNext();
        for (const auto &old : forgotten)
            m_typed[old].letGo = true;
    }
    (void)device.perform(action, word);
    const auto after = typedIn(device.shown());
    if (after.contains(word))
        m_typed.insert(word, {action.who, m_time.elapsed(), {}});
    for (const auto &gone : before - after) {
        Typed &typed = m_typed[gone];
        const bool takenBack = action.what == Action::What::Undo || m_time.elapsed() - typed.at < sitting;
        typed.letGo = typed.letGo || (typed.who == action.who && takenBack);
    }
}

bool Stage::untilQuiet()
{
    constexpr auto pauses = 1100ms; // longer than edits are gathered, and than requests wait for each other
    constexpr int most = 40'000;
    const auto quiet
        = [this] { return std::ranges::all_of(m_devices, [](const auto &device) { return device->isQuiet(); }); };
    for (int steps = 0; steps < most; ++steps) {
        if (!quiet()) {
            if (!m_time.step(m_time.elapsed() + 10min))
                return false;
            continue;
        }
        const int asked = requests();
        m_time.pass(pauses);
        if (quiet() && requests() == asked)
            return true;
    }
    return false;
}

int Stage::requests() const
{
    int sum = 0;
    for (const auto &device : m_devices)
        sum += device->requests();
    return sum;
}

QString Stage::difference()
{
    const QStringList there = contentOf(m_service, Device::days());
    for (size_t i = 0; i < m_devices.size(); ++i) {
        const Device &device = *m_devices.at(i);
        const QChar name = QChar(u'a' + int(i));
        if (device.waiting() > 0)
            return u"%1 edits of %2 still wait"_s.arg(device.waiting()).arg(name);
        if (device.shown() != there)
            return u"%1 shows [%2], on the service stands [%3]"_s.arg(name).arg(
                device.shown().join(u"; "_s), there.join(u"; "_s));
    }
    return {};
}

QString Stage::comeToRest()
{
    constexpr int mostRounds = 8;
    QString wrong;
    for (int round = 0; round < mostRounds; ++round) {
        for (const auto &device : m_devices) {
            device->settle(store::Choice(round % 3));
            m_time.pass(20s);
        }
        m_time.pass(round == 0 ? std::chrono::milliseconds(61min) : 20s);
        if (!untilQuiet())
            return u"it does not come to rest"_s;
        wrong = difference();
        if (wrong.isEmpty())
            break;
    }
    if (!wrong.isEmpty())
        return wrong;
    const auto writes = [this] { return m_devices[0]->writes() + m_devices[1]->writes() + m_devices[2]->writes(); };
    const int before = writes();
    for (const auto &device : m_devices)
        device->settle(store::Choice::Mine);
    return !untilQuiet()     ? u"it does not come to rest"_s
        : writes() != before ? u"%1 writes when all was said"_s.arg(writes() - before)
                             : QString();
}

/// Between looking and writing lies a moment in which somebody on the web may write the same: that is not promised.
bool Stage::wasOverrun(const Typed &typed) const
{
    return typed.who == Action::web && std::ranges::any_of(m_devices, [&](const auto &device) {
        return std::ranges::any_of(device->asked(), [&](const Service::Asked &asked) {
            return asked.method != "GET" && asked.at >= typed.at && asked.at - typed.at < believed
                && asked.path == typed.path;
        });
    });
}

QString Stage::lostWord()
{
    const auto there = typedIn(contentOf(m_service, Device::days()));
    for (const auto &device : m_devices)
        device->collectAsked();
    for (auto it = m_typed.cbegin(); it != m_typed.cend(); ++it) {
        const bool kept = there.contains(it.key()) || it->letGo
            || std::ranges::any_of(m_devices, [&](const auto &device) { return device->keeps(it.key()); });
        if (!kept && !wasOverrun(*it))
            return u"nowhere to be found: %1, typed by %2 after %3 s"_s.arg(it.key()).arg(it->who).arg(
                it->at.count() / 1000.0);
    }
    return {};
}

QString Stage::play(const Script &script)
{
    (void)untilQuiet();
    for (const auto &action : script)
        perform(action);
    const QString wrong = comeToRest();
    return wrong.isEmpty() ? lostWord() : wrong;
}

}
