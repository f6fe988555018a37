// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/tcx.h"

#include "models/files/limits.h"
#include "models/files/plaintext.h"
#include "models/files/sportnames.h"
#include "models/files/track.h"
#include "models/files/xmltext.h"

#include <QBuffer>
#include <QXmlStreamReader>
#include <cmath>

using namespace Qt::StringLiterals;

namespace files {

namespace {

/// Walks through the file. Names count without their prefix, in any case.
class TcxReader
{
public:
    TcxReader(const QByteArray &text, const Bounds &bounds)
        : m_bounds(bounds)
    {
        m_text.setData(text);
        m_text.open(QIODevice::ReadOnly);
        m_xml.setDevice(&m_text);
    }

    domain::Result<ActivityFile> read()
    {
        if (!m_xml.readNextStartElement())
            return xmlError(m_xml);
        if (!is("TrainingCenterDatabase"_L1))
            return domain::unreadable(plainLine(m_xml.name(), 40), u"not a Training Center file"_s);
        readChildren([this] {
            if (is("Activities"_L1) || is("MultiSportSession"_L1) || is("FirstSport"_L1) || is("NextSport"_L1)
                || is("Courses"_L1))
                return readGroup();
            m_xml.skipCurrentElement();
        });
        while (!m_xml.atEnd())
            m_xml.readNext();
        if (m_xml.hasError())
            return m_bounds.isCancelled() ? cancelledError() : xmlError(m_xml);
        return made();
    }

private:
    template<typename Read>
    void readChildren(Read read)
    {
        while (m_xml.readNextStartElement())
            read();
    }

    bool is(QLatin1StringView name) const { return m_xml.name().compare(name, Qt::CaseInsensitive) == 0; }
    QString words() { return m_xml.readElementText(QXmlStreamReader::SkipChildElements); }
    double number() { return numberIn(words()).value_or(TrackPoint::absent); }

    std::optional<double> amount()
    {
        const auto value = numberIn(words());
        return value && *value >= 0 && *value < 1e9 ? value : std::nullopt;
    }
    std::optional<int> whole()
    {
        const auto value = amount();
        return value ? std::optional(int(std::round(*value))) : std::nullopt;
    }
    /// <HeartRateBpm><Value>123</Value></HeartRateBpm>
    double innerValue()
    {
        double value = TrackPoint::absent;
        readChildren([&] {
            if (is("Value"_L1))
                value = number();
            else
                m_xml.skipCurrentElement();
        });
        return value;
    }
    std::optional<int> innerWhole()
    {
        const double value = innerValue();
        return value >= 0 && value < 1000 ? std::optional(int(std::round(value))) : std::nullopt;
    }
    QDateTime instant(QStringView text)
    {
        const auto read = instantIn(text);
        if (read && read->offset && !m_file.utcOffset)
            m_file.utcOffset = read->offset;
        return read ? QDateTime::fromMSecsSinceEpoch(read->milliseconds, Qt::UTC) : QDateTime();
    }

    void readGroup()
    {
        readChildren([this] {
            if (is("Activity"_L1))
                readActivity();
            else if (is("Course"_L1))
                readCourse();
            else if (is("MultiSportSession"_L1) || is("FirstSport"_L1) || is("NextSport"_L1))
                readGroup();
            else
                m_xml.skipCurrentElement();
        });
    }

    void readActivity()
    {
        Stretch session;
        session.sport = sportOf(m_xml.attributes().value("Sport"_L1));
        const qsizetype firstLap = m_file.laps.size();
        readChildren([&] {
            if (is("Lap"_L1)) {
                readLap();
            } else if (is("Id"_L1)) {
                session.start = instant(words());
            } else if (is("Notes"_L1)) {
                const QString prose = plain(words()).trimmed().left(longestProse);
                if (m_file.description.isEmpty())
                    m_file.description = prose;
            } else if (is("Creator"_L1)) {
                readCreator();
            } else {
                m_xml.skipCurrentElement();
            }
        });
        addUp(session, firstLap);
        m_file.sessions.append(session);
        if (m_file.sport.isEmpty())
            m_file.sport = session.sport;
    }

    void readCreator()
    {
        readChildren([this] {
            if (is("Name"_L1))
                m_file.device = plainLine(words(), 100);
            else
                m_xml.skipCurrentElement();
        });
    }

    /// The session's figures are the sums of its laps.
    void addUp(Stretch &session, qsizetype firstLap) const
    {
        for (qsizetype i = firstLap; i < m_file.laps.size(); ++i) {
            const Stretch &lap = m_file.laps.at(i);
            const auto add = [](auto &sum, const auto &part) {
                if (part)
                    sum = sum.value_or(0) + *part;
            };
            add(session.timerSeconds, lap.timerSeconds);
            add(session.metres, lap.metres);
            add(session.kilocalories, lap.kilocalories);
            if (lap.maxHeartRateBpm)
                session.maxHeartRateBpm = std::max(session.maxHeartRateBpm.value_or(0), *lap.maxHeartRateBpm);
        }
        if (!session.start.isValid() && firstLap < m_file.laps.size())
            session.start = m_file.laps.at(firstLap).start;
    }

    void readLap()
    {
        Stretch lap;
        lap.start = instant(m_xml.attributes().value("StartTime"_L1));
        readChildren([&] {
            if (is("Track"_L1))
                readTrack(m_points);
            else if (is("TotalTimeSeconds"_L1))
                lap.timerSeconds = amount();
            else if (is("DistanceMeters"_L1))
                lap.metres = amount();
            else if (is("Calories"_L1))
                lap.kilocalories = whole();
            else if (is("AverageHeartRateBpm"_L1))
                lap.averageHeartRateBpm = innerWhole();
            else if (is("MaximumHeartRateBpm"_L1))
                lap.maxHeartRateBpm = innerWhole();
            else if (is("TriggerMethod"_L1))
                lap.trigger = plainLine(words(), 40).toLower();
            else if (is("Extensions"_L1))
                readLapExtensions(lap);
            else
                m_xml.skipCurrentElement();
        });
        m_file.laps.append(lap);
    }

    void readLapExtensions(Stretch &lap)
    {
        readChildren([&] {
            if (is("AvgWatts"_L1))
                lap.averageWatts = whole();
            else
                readLapExtensions(lap);
        });
    }

    void readCourse()
    {
        readChildren([this] {
            if (is("Name"_L1))
                m_file.name = plainLine(words());
            else if (is("Track"_L1))
                readTrack(m_route);
            else
                m_xml.skipCurrentElement();
        });
    }

    void readTrack(std::vector<TrackPoint> &points)
    {
        bool opens = true;
        readChildren([&] {
            if (!is("Trackpoint"_L1))
                return m_xml.skipCurrentElement();
            if (++m_count % 1024 == 0 && m_bounds.isCancelled())
                m_xml.raiseError(u"cancelled"_s);
            if (m_count > m_bounds.records)
                m_xml.raiseError(u"more than %1 points"_s.arg(m_bounds.records));
            TrackPoint point;
            point.opens = std::exchange(opens, false);
            readChildren([&] { readValue(point); });
            points.push_back(point);
        });
    }

    void readValue(TrackPoint &point)
    {
        if (is("Time"_L1)) {
            const QDateTime at = instant(words());
            point.milliseconds = at.isValid() ? at.toMSecsSinceEpoch() : TrackPoint::timeless;
        } else if (is("Position"_L1)) {
            readPosition(point);
        } else if (is("AltitudeMeters"_L1)) {
            point.altitudeMetres = number();
        } else if (is("DistanceMeters"_L1)) {
            point.metres = number();
        } else if (is("HeartRateBpm"_L1)) {
            point.heartRateBpm = float(innerValue());
        } else if (is("Cadence"_L1) || is("RunCadence"_L1)) {
            point.cadenceRpm = float(number());
        } else if (is("Speed"_L1)) {
            point.speedMps = float(number());
        } else if (is("Watts"_L1)) {
            point.watts = float(number());
        } else if (is("Extensions"_L1) || is("TPX"_L1)) {
            readChildren([&] { readValue(point); });
        } else {
            m_xml.skipCurrentElement();
        }
    }

    /// A position off the globe is a dropout; the sensors of the point still count.
    void readPosition(TrackPoint &point)
    {
        readChildren([&] {
            if (is("LatitudeDegrees"_L1))
                point.latitude = number();
            else if (is("LongitudeDegrees"_L1))
                point.longitude = number();
            else
                m_xml.skipCurrentElement();
        });
        if (!(std::abs(point.latitude) <= 90) || !(std::abs(point.longitude) <= 180)) {
            point.latitude = point.longitude = TrackPoint::absent;
            ++m_offGlobe;
        }
    }

    domain::Result<ActivityFile> made()
    {
        if (m_points.empty() && m_route.empty() && m_file.laps.isEmpty())
            return domain::unreadable(u"activity"_s, u"the file has no activity and no course"_s);
        if (m_offGlobe > 0)
            m_file.notes.append(
                {u"points"_s, u"%1 nowhere on the globe, kept without their position"_s.arg(m_offGlobe)});
        if (m_points.empty() && m_file.sessions.isEmpty()) {
            for (TrackPoint &point : m_route)
                point.milliseconds = TrackPoint::timeless;
            setPoints(m_file, std::move(m_route));
            return m_file;
        }
        if (!m_route.empty())
            m_file.notes.append({u"course"_s, u"left out, since there is an activity"_s});
        if (m_file.sessions.size() > 1)
            m_file.notes.append({u"activities"_s, u"%1 read as one"_s.arg(m_file.sessions.size())});
        setPoints(m_file, std::move(m_points));
        if (!m_file.start.isValid() && !m_file.sessions.isEmpty())
            m_file.start = m_file.sessions.first().start;
        return m_file;
    }

    QBuffer m_text;
    QXmlStreamReader m_xml;
    const Bounds &m_bounds;
    ActivityFile m_file;
    std::vector<TrackPoint> m_points;
    std::vector<TrackPoint> m_route;
    qint64 m_count = 0;
    int m_offGlobe = 0;
};

}

domain::Result<ActivityFile> readTcx(const QByteArray &bytes, const Bounds &bounds)
{
    const auto text = xmlText(bytes, bounds);
    return text ? TcxReader(*text, bounds).read() : domain::Result<ActivityFile>(text.error());
}

}
