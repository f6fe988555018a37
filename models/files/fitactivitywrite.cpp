// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/activitywrite.h"
#include "models/files/fitmessages.h"
#include "models/files/fitprofile.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace files {

namespace {

using namespace fit;

constexpr quint32 developer = 255; // the maker that every program without a number of its own uses
constexpr double semicircles = 2147483648.0 / 180;
constexpr double pauseSeconds = 30;

/// A channel of the service as a field of a record.
struct RecordedField {
    QString channel;
    int number;
    BaseType type;
    double scale = 1;
    double offset = 0;
    double most = 0; ///< of the raw number
};

const QList<RecordedField> &recordedFields()
{
    static const QList<RecordedField> fields {{u"altitude"_s, 2, BaseType::UInt16, 5, 500, 65'534},
        {u"heartrate"_s, 3, BaseType::UInt8, 1, 0, 254},
        {u"cadence"_s, 4, BaseType::UInt8, 1, 0, 254},
        {u"distance"_s, 5, BaseType::UInt32, 100, 0, 4e9},
        {u"velocity_smooth"_s, 6, BaseType::UInt16, 1000, 0, 65'534},
        {u"watts"_s, 7, BaseType::UInt16, 1, 0, 65'534},
        {u"temp"_s, 13, BaseType::SInt8, 1, 0, 126}};
    return fields;
}

OutField whole(int field, BaseType type, quint32 value)
{
    return {.number = field, .type = type, .value = value};
}

std::optional<quint32> rawOf(float value, const RecordedField &field)
{
    if (std::isnan(value))
        return {};
    const double raw = std::round((double(value) + field.offset) * field.scale);
    const double least = field.type == BaseType::SInt8 ? -127 : 0;
    if (raw < least || raw > field.most)
        return {};
    return quint32(qint32(qint64(raw)));
}

/// Writes record after record, all of one layout.
class RecordWriter
{
public:
    RecordWriter(const domain::StreamSet &streams, const Shared &shared, quint32 start)
        : m_streams(streams)
        , m_start(start)
    {
        for (const auto &field : recordedFields()) {
            const bool hidden = (field.channel == "watts"_L1 && !shared.power)
                || (field.channel == "heartrate"_L1 && !shared.heartRate);
            const auto *samples = streams.find(field.channel);
            if (samples && !hidden)
                m_channels.append({&field, samples});
        }
        m_track = streams.find(u"latlng"_s);
        if (m_track && m_track->values2.size() != m_track->values.size())
            m_track = nullptr;
    }

    void write(MessageWriter &writer) const
    {
        timer(writer, at(0), 0);
        for (size_t i = 0; i < m_streams.timeSeconds.size(); ++i) {
            if (i > 0 && m_streams.timeSeconds[i] - m_streams.timeSeconds[i - 1] > float(pauseSeconds)) {
                timer(writer, at(i - 1), 4);
                timer(writer, at(i), 0);
            }
            record(writer, i);
        }
        timer(writer, at(m_streams.timeSeconds.size() - 1), 4);
    }

    [[nodiscard]] quint32 at(size_t i) const { return m_start + quint32(std::lround(m_streams.timeSeconds[i])); }

private:
    /// The clock of the device starts (0) or stops (4).
    static void timer(MessageWriter &writer, quint32 moment, quint32 type)
    {
        writer.add(messages::event,
            {whole(common::timestamp, BaseType::UInt32, moment),
                whole(event::event, BaseType::Enum, 0),
                whole(event::type, BaseType::Enum, type)});
    }

    void record(MessageWriter &writer, size_t i) const
    {
        QList<OutField> fields {whole(common::timestamp, BaseType::UInt32, at(i))};
        if (m_track) {
            const bool known = !std::isnan(m_track->values[i]) && !std::isnan(m_track->values2[i]);
            const auto place = [known](float degrees) {
                return known ? std::optional(quint32(qint32(std::llround(double(degrees) * semicircles))))
                             : std::nullopt;
            };
            fields << OutField {.number = record::latitude,
                .type = BaseType::SInt32,
                .value = place(m_track->values[i])}
                   << OutField {
                          .number = record::longitude, .type = BaseType::SInt32, .value = place(m_track->values2[i])};
        }
        for (const auto &[field, samples] : m_channels)
            fields << OutField {
                .number = field->number, .type = field->type, .value = rawOf(samples->values[i], *field)};
        writer.add(messages::record, fields);
    }

    const domain::StreamSet &m_streams;
    QList<std::pair<const RecordedField *, const domain::Samples *>> m_channels;
    const domain::Samples *m_track = nullptr;
    quint32 m_start;
};

/// What a session and a lap say of their whole length.
QList<OutField> stretchFields(const ActivityFile &activity, quint32 start, quint32 end, quint32 what)
{
    const auto &time = activity.streams.timeSeconds;
    double timed = 1;
    for (size_t i = 1; i < time.size(); ++i) {
        const double step = double(time[i]) - double(time[i - 1]);
        timed += step > pauseSeconds ? 1 : step;
    }
    QList<OutField> fields {whole(common::timestamp, BaseType::UInt32, end),
        whole(event::event, BaseType::Enum, what),
        whole(event::type, BaseType::Enum, 1),
        whole(stretch::startTime, BaseType::UInt32, start),
        whole(
            stretch::elapsed, BaseType::UInt32, quint32(std::lround((double(time.back() - time.front()) + 1) * 1000))),
        whole(stretch::timer, BaseType::UInt32, quint32(std::lround(timed * 1000)))};
    if (const auto *distance = activity.streams.find(u"distance"_s)) {
        float most = 0;
        for (const float metres : distance->values)
            most = metres > most ? metres : most;
        fields << whole(stretch::distance, BaseType::UInt32, quint32(std::lround(double(most) * 100)));
    }
    return fields;
}

}

domain::Result<QByteArray> writeFitActivity(const ActivityFile &activity, const Shared &shared)
{
    const auto start = secondsOf(activity.start);
    if (!start)
        return domain::unreadable(u"start"_s, u"an activity without a start cannot be written"_s);
    if (activity.streams.isEmpty())
        return domain::unreadable(u"streams"_s, u"nothing was recorded"_s);
    const RecordWriter records(activity.streams, shared, *start);
    const quint32 end = records.at(activity.streams.timeSeconds.size() - 1);
    MessageWriter writer;
    writer.add(messages::fileId,
        {whole(fileId::type, BaseType::Enum, fileType::activity),
            whole(fileId::manufacturer, BaseType::UInt16, developer),
            whole(fileId::product, BaseType::UInt16, 0),
            whole(fileId::timeCreated, BaseType::UInt32, *start)});
    records.write(writer);
    writer.add(messages::lap, stretchFields(activity, *start, end, 9));
    QList<OutField> together = stretchFields(activity, *start, end, 8);
    if (const auto sport = sportNumbers(activity.sport))
        together << whole(session::sport, BaseType::Enum, quint32(sport->sport))
                 << whole(session::subSport, BaseType::Enum, quint32(sport->subSport));
    writer.add(messages::session, together);
    QList<OutField> all {whole(common::timestamp, BaseType::UInt32, end),
        whole(1, BaseType::UInt16, 1),
        whole(2, BaseType::Enum, 0),
        whole(3, BaseType::Enum, 26),
        whole(4, BaseType::Enum, 1)};
    if (activity.utcOffset)
        all << whole(activityMessage::localTimestamp, BaseType::UInt32, end + quint32(activity.utcOffset->count()));
    writer.add(messages::activity, all);
    return writer.file();
}

}
