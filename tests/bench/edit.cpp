// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/fields.h"
#include "tests/bench/largestore.h"
#include "tests/bench/measure.h"

#include <array>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr int turns = 150;

/// A file that grows by a page at a time, each on the disk before the next.
class DurableFile
{
public:
    explicit DurableFile(const QString &path)
        : m_file(open(path.toLocal8Bit().constData(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0600))
    {
        m_page.fill('x');
    }
    ~DurableFile()
    {
        if (m_file >= 0)
            close(m_file);
    }
    DurableFile(const DurableFile &) = delete;
    DurableFile &operator=(const DurableFile &) = delete;

    [[nodiscard]] bool append()
    {
#ifdef __APPLE__
        return write(m_file, m_page.data(), m_page.size()) == ssize_t(m_page.size()) && fsync(m_file) == 0;
#else
        return write(m_file, m_page.data(), m_page.size()) == ssize_t(m_page.size()) && fdatasync(m_file) == 0;
#endif
    }

private:
    std::array<char, 4096> m_page {};
    int m_file;
};

/// Moves one planned session after the other by a day, as a drop does.
class Edits
{
public:
    [[nodiscard]] bool begin()
    {
        auto opened = store::Store::open(LargeStore::copy(u"edit.db"_s), m_clock);
        if (!opened)
            return false;
        m_store = std::move(opened).value();
        const QDate today = m_clock.today();
        m_planned = m_store->events({today.addDays(1), today.addDays(300)});
        m_file = std::make_unique<DurableFile>(benchFolder() + u"/durable"_s);
        return m_planned.size() > turns;
    }

    [[nodiscard]] std::optional<Turn> turn()
    {
        const store::Summary &session = m_planned.at(m_next++ % m_planned.size());
        const auto event = m_store->event(session.id);
        if (!event)
            return {};
        domain::Event moved = *event;
        moved.start.day = moved.start.day.addDays(1);
        if (moved.end)
            moved.end->day = moved.end->day.addDays(1);
        const store::Gesture gesture {store::Verb::Move,
            session.name,
            moved.start.day,
            {{session.id, store::Kind::Event, domain::toJson(*event), domain::toJson(moved), {}}}};
        bool done = false;
        const double floor = timed([&] { done = m_file->append(); });
        const double ours = timed([&] { done = done && m_store->perform(gesture); });
        return done ? std::optional(Turn {{"ours", ours}, {"floor", floor}}) : std::nullopt;
    }

private:
    domain::SystemClock m_clock;
    std::unique_ptr<store::Store> m_store;
    QList<store::Summary> m_planned;
    std::unique_ptr<DurableFile> m_file;
    qsizetype m_next = 0;
};

}

void addEdit()
{
    const auto edits = std::make_shared<std::unique_ptr<Edits>>();
    measure("edit", turns, [edits]() -> std::optional<Turn> {
        if (!*edits) {
            auto begun = std::make_unique<Edits>();
            if (!begun->begin())
                return {};
            *edits = std::move(begun);
        }
        return (*edits)->turn();
    });
}

}
