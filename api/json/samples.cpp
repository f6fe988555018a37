// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/json/samples.h"

#include "api/json/bulk.h"

namespace json {

namespace {

using domain::Stream;

/// Collects the numbers of each stream; ends the reading at the first one that is not as usual.
class Channels : public RowSink
{
public:
    [[nodiscard]] QList<domain::Samples> take() { return std::move(m_channels); }

    [[nodiscard]] int fieldIndex(std::string_view key) const override { return domain::fieldIndex<Stream>(key); }
    void restart() override { m_channels.clear(); }
    void open() override
    {
        m_stream = {};
        m_samples = {};
    }
    [[nodiscard]] bool set(int field, const domain::Plain &plain) override
    {
        if (plain.samples && field == m_data)
            m_samples.values = *plain.samples;
        else if (plain.samples && field == m_data2)
            m_samples.values2 = *plain.samples;
        return domain::setField(m_stream, field, plain);
    }
    [[nodiscard]] bool close(qsizetype, qsizetype, bool usual) override
    {
        if (usual && !m_stream.valueTypeIsArray) {
            m_samples.type = m_stream.type;
            domain::dropInvalidPositions(m_samples);
            m_channels.append(std::move(m_samples));
        }
        return usual;
    }

private:
    QList<domain::Samples> m_channels;
    Stream m_stream; ///< the one that is being read, without its numbers
    domain::Samples m_samples;
    const int m_data = domain::fieldIndex<Stream>("data");
    const int m_data2 = domain::fieldIndex<Stream>("data2");
};

}

domain::Result<domain::StreamSet> samples(const QByteArray &body)
{
    Channels channels;
    if (takeApart(body, channels))
        return domain::together(channels.take());
    const auto records = json::records<Stream>(body);
    if (!records)
        return records.error();
    QList<Stream> streams;
    for (const auto &record : records->values)
        streams.append(record.value);
    return domain::packed(streams);
}

}
