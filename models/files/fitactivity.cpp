// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/fitactivity.h"

#include "models/files/fitheartbeats.h"
#include "models/files/fitprofile.h"
#include "models/files/fitrecords.h"

using namespace Qt::StringLiterals;

namespace files {

namespace {

using namespace fit;

template<typename T>
std::optional<T> scaled(double raw, double scale = 1)
{
    if (!(std::abs(raw) < 1e9 * scale))
        return {};
    if constexpr (std::is_integral_v<T>)
        return T(std::lround(raw / scale));
    else
        return T(raw / scale);
}

/// Gathers an activity from the messages of its file, in one pass.
class ActivityReader : public Visitor
{
public:
    explicit ActivityReader(qsizetype fileBytes)
        : m_records(fileBytes)
    {
    }

    void defined(const Layout &layout) override
    {
        if (layout.message == messages::record)
            m_records.plan(layout);
    }

    bool visit(const Message &message) override
    {
        switch (message.layout.message) {
        case messages::record:
            m_tooManyChannels = !m_records.add(message);
            return !m_tooManyChannels;
        case messages::fileId:
            return readFileId(message);
        case messages::sport:
            m_file.sport = sportOf(message, sportMessage::sport, sportMessage::subSport);
            break;
        case messages::session:
            readSession(message);
            break;
        case messages::lap:
            readLap(message);
            break;
        case messages::event:
            readEvent(message);
            break;
        case messages::deviceInfo:
            readDevice(message);
            break;
        case messages::workout:
            m_file.name = message.text(workoutMessage::name);
            break;
        case messages::activity:
            readActivity(message);
            break;
        case messages::hr:
            m_heartbeats.add(message);
            break;
        default:
            break;
        }
        return true;
    }

    [[nodiscard]] std::optional<int> fileType() const { return m_fileType; }
    [[nodiscard]] bool isOtherKind() const { return m_fileType && *m_fileType != fit::fileType::activity; }
    [[nodiscard]] bool hasTooManyChannels() const { return m_tooManyChannels; }
    [[nodiscard]] bool isEmpty() const
    {
        return m_records.isEmpty() && m_file.sessions.isEmpty() && m_file.laps.isEmpty();
    }

    ActivityFile take()
    {
        const auto first = m_records.earliest();
        const auto sessionStart = m_file.sessions.isEmpty() ? std::nullopt : secondsOf(m_file.sessions.first().start);
        // Seconds count from the session's start, unless the records say that this cannot be.
        const bool trusted
            = sessionStart && (!first || (*sessionStart <= *first && *first - *sessionStart < secondsPerDay));
        const auto start = trusted ? sessionStart : first;
        m_file.start = start ? utc(*start) : QDateTime();
        m_file.streams = m_records.take(start, m_file.notes);
        if (start)
            m_heartbeats.fill(m_file.streams, *start);
        if (m_skippedParts > 0 || m_heartbeats.isFull())
            m_file.notes.append(
                {u"laps, events and heartbeats"_s, u"there are too many; the later ones were left out"_s});
        if (!m_file.sessions.isEmpty() && !m_file.sessions.first().sport.isEmpty())
            m_file.sport = m_file.sessions.first().sport;
        if (m_file.sessions.size() > 1)
            m_file.notes.append({u"sessions"_s,
                u"the file holds %1; the streams run through all of them"_s.arg(m_file.sessions.size())});
        if (first && !m_file.start.isValid())
            m_file.notes.append({u"time"_s, u"the clock of the device was not set"_s});
        m_file.device = deviceName(m_manufacturer, m_product, m_productName);
        return std::move(m_file);
    }

private:
    static constexpr quint32 secondsPerDay = 86'400;
    static constexpr qsizetype mostParts = 100'000; ///< of a kind; more than a lap in each second of a day

    template<typename T>
    void append(QList<T> &list, const T &part)
    {
        if (list.size() < mostParts)
            list.append(part);
        else
            ++m_skippedParts;
    }

    bool readFileId(const Message &message)
    {
        if (const auto type = message.integer(fileId::type))
            m_fileType = int(*type);
        m_manufacturer = message.integer(fileId::manufacturer);
        m_product = message.integer(fileId::product);
        m_productName = message.text(fileId::productName);
        return !isOtherKind();
    }

    static QString sportOf(const Message &message, int sport, int subSport)
    {
        const auto number = message.integer(sport);
        return number ? sportName(int(*number), int(message.integer(subSport).value_or(0))) : QString();
    }

    static Stretch commonOf(const Message &message)
    {
        Stretch stretch;
        if (const auto start = message.integer(stretch::startTime))
            stretch.start = utc(quint32(*start));
        stretch.elapsedSeconds = scaled<double>(message.number(stretch::elapsed), 1000);
        stretch.timerSeconds = scaled<double>(message.number(stretch::timer), 1000);
        stretch.metres = scaled<double>(message.number(stretch::distance), 100);
        stretch.kilocalories = scaled<int>(message.number(stretch::calories));
        return stretch;
    }

    void readSession(const Message &message)
    {
        Stretch stretch = commonOf(message);
        stretch.sport = sportOf(message, session::sport, session::subSport);
        stretch.averageHeartRateBpm = scaled<int>(message.number(session::averageHr));
        stretch.maxHeartRateBpm = scaled<int>(message.number(session::maxHr));
        stretch.averageWatts = scaled<int>(message.number(session::averagePower));
        stretch.ascentMetres = scaled<double>(message.number(session::ascent));
        append(m_file.sessions, stretch);
    }

    void readLap(const Message &message)
    {
        Stretch stretch = commonOf(message);
        stretch.averageHeartRateBpm = scaled<int>(message.number(lap::averageHr));
        stretch.maxHeartRateBpm = scaled<int>(message.number(lap::maxHr));
        stretch.averageWatts = scaled<int>(message.number(lap::averagePower));
        stretch.ascentMetres = scaled<double>(message.number(lap::ascent));
        if (const auto trigger = message.integer(lap::trigger))
            stretch.trigger = lapTriggerName(int(*trigger));
        append(m_file.laps, stretch);
    }

    void readEvent(const Message &message)
    {
        const auto what = message.integer(event::event);
        const QString name = what ? eventName(int(*what), int(message.integer(event::type).value_or(-1))) : QString();
        if (!name.isEmpty() && message.timestamp)
            append(m_file.moments, Moment {utc(*message.timestamp), name});
    }

    /// Index 0 is the device that made the file; the others are its sensors.
    void readDevice(const Message &message)
    {
        if (message.integer(deviceInfo::index) != 0)
            return;
        if (const auto manufacturer = message.integer(deviceInfo::manufacturer); manufacturer && !m_manufacturer)
            m_manufacturer = manufacturer;
        if (const auto product = message.integer(deviceInfo::product); product && !m_product)
            m_product = product;
        if (const QString name = message.text(deviceInfo::productName); !name.isEmpty())
            m_productName = name;
    }

    /// The wall clock is a whole number of quarters of an hour away from UTC.
    void readActivity(const Message &message)
    {
        constexpr qint64 quarter = 900, most = 15 * 3600, tolerance = 120;
        const auto local = message.integer(activityMessage::localTimestamp);
        if (!local || !message.timestamp)
            return;
        const qint64 offset = *local - qint64(*message.timestamp);
        const qint64 rounded = qint64(std::llround(double(offset) / quarter)) * quarter;
        if (std::abs(rounded) <= most && std::abs(rounded - offset) <= tolerance)
            m_file.utcOffset = std::chrono::seconds(rounded);
    }

    ActivityFile m_file;
    Records m_records;
    Heartbeats m_heartbeats;
    std::optional<int> m_fileType;
    std::optional<qint64> m_manufacturer;
    std::optional<qint64> m_product;
    QString m_productName;
    qint64 m_skippedParts = 0;
    bool m_tooManyChannels = false;
};

/// Only looks for the message that says what the file is.
class TypeReader : public Visitor
{
public:
    bool visit(const Message &message) override
    {
        if (message.layout.message != messages::fileId)
            return true;
        if (const auto value = message.integer(fileId::type))
            type = int(*value);
        return false;
    }

    std::optional<int> type;
};

domain::Error refusal(const QString &detail)
{
    return domain::unreadable(u"FIT file"_s, detail);
}

QString otherKind(int type)
{
    if (type == fit::fileType::workout)
        return u"this is a planned workout, not a recorded activity"_s;
    return u"this file holds %1, not a recorded activity"_s.arg(fileTypeName(type));
}

bool isFatal(Trouble trouble)
{
    switch (trouble) {
    case Trouble::Empty:
    case Trouble::NotFit:
    case Trouble::HeaderSize:
    case Trouble::TooLarge:
    case Trouble::TooManyRecords:
    case Trouble::Cancelled:
    case Trouble::Stopped:
        return true;
    default:
        return false;
    }
}

void noteRest(ActivityFile &file, const Outcome &outcome, const QByteArray &bytes)
{
    if (outcome.withoutReference > 0)
        file.notes.append({u"records"_s,
            u"%1 with a compressed time before any full one were skipped"_s.arg(outcome.withoutReference)});
    if (outcome.unknownFields > 0)
        file.notes.append({u"fields"_s, u"%1 of unknown types were skipped"_s.arg(outcome.unknownFields)});
    const qint64 rest = bytes.size() - outcome.end;
    if (rest <= 0)
        return;
    const bool chained = rest >= 12 && QByteArrayView(bytes).sliced(outcome.end + 8, 4) == ".FIT";
    file.notes.append(chained ? Note {u"second file"_s, u"several files follow one another; only the first was read"_s}
                              : Note {u"byte %1"_s.arg(outcome.end),
                                  u"the %1 bytes after the end of the file are not a FIT file"_s.arg(rest)});
}

}

domain::Result<ActivityFile> readFitActivity(const QByteArray &bytes, const Bounds &bounds, Damaged damaged)
{
    ActivityReader reader(bytes.size());
    const Outcome outcome = decode(bytes, bounds, reader);
    if (reader.isOtherKind())
        return refusal(otherKind(*reader.fileType()));
    if (reader.hasTooManyChannels())
        return refusal(u"the file describes more channels than it has data for"_s);
    if (isFatal(outcome.trouble) || (outcome.trouble != Trouble::None && damaged == Damaged::Refuse))
        return refusal(outcome.sentence());
    if (reader.isEmpty())
        return refusal(
            outcome.trouble == Trouble::None ? u"the file holds no records, laps or sessions"_s : outcome.sentence());
    ActivityFile file = reader.take();
    file.complete = outcome.trouble == Trouble::None;
    if (!file.complete)
        file.notes.append({u"FIT file"_s, outcome.sentence()});
    if (!reader.fileType())
        file.notes.append({u"FIT file"_s, u"it does not say what it is; it was read as an activity"_s});
    noteRest(file, outcome, bytes);
    return file;
}

std::optional<int> fitFileType(const QByteArray &bytes)
{
    TypeReader reader;
    (void)decode(bytes, {}, reader);
    return reader.type;
}

}
