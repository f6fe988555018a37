// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/fitrecords.h"

#include "models/files/fitprofile.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace files::fit {

namespace {

constexpr quint32 noTime = 0xFFFFFFFF;
constexpr double semicirclesPerDegree = 2147483648.0 / 180.0;
constexpr double mostSensible = 1e30; ///< of any value; beyond it a float is damaged
constexpr size_t mostFields = 512;
constexpr qsizetype cellsPerByte = 4; ///< an honest file holds most of its cells in a byte or more
constexpr qsizetype cellsAlways = 4 << 20;
constexpr qsizetype mostExpected = 1 << 20;
constexpr qsizetype rowsAtOnce = 1024;

QLatin1StringView longitudes()
{
    return "longitude"_L1; // becomes the second half of latlng
}

bool hasValue(const std::vector<float> &cells)
{
    return std::any_of(cells.begin(), cells.end(), [](float value) { return !std::isnan(value); });
}

}

Records::Records(qsizetype fileBytes)
    : m_fileBytes(fileBytes)
{
}

quint16 Records::columnFor(const QString &name, int developerField, int nativeField)
{
    for (size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].developerField == developerField && m_columns[i].name == name)
            return quint16(i);
    }
    m_columns.push_back({.name = name, .developerField = developerField, .nativeField = nativeField, .cells = {}});
    return quint16(m_columns.size() - 1);
}

void Records::plan(const Layout &layout)
{
    if (m_expected == 0)
        m_expected = std::clamp<qsizetype>(m_fileBytes / qsizetype(layout.size + 1), 16, mostExpected);
    auto &loads = m_plans[layout.local];
    loads.clear();
    planNative(layout, loads);
    planDevelopers(layout, loads);
    m_room = 0; // until makeRoom() has shown the loads to their cells
}

void Records::planNative(const Layout &layout, std::vector<Load> &loads)
{
    std::vector<std::pair<const RecordField *, const Field *>> wanted;
    for (const Field &field : layout.fields) {
        if (const RecordField *known = recordField(field.number);
            known && field.count() > 0 && field.type != BaseType::String)
            wanted.emplace_back(known, &field);
    }
    // Of two fields for one channel the one stored last stays.
    std::stable_sort(
        wanted.begin(), wanted.end(), [](const auto &a, const auto &b) { return rankOf(a.first) < rankOf(b.first); });
    for (const auto &[known, field] : wanted) {
        Load load {.at = field->offset,
            .type = field->type,
            .kind = Kind::Plain,
            .scale = known->scale,
            .offset = known->offset};
        switch (field->number) {
        case record::latitude:
        case record::longitude:
            load.scale = semicirclesPerDegree;
            break;
        case record::leftRightBalance:
            if (field->type == BaseType::UInt8)
                load.kind = Kind::LeftShare;
            break;
        case record::compressedSpeedDistance:
            if (field->size != 3)
                continue;
            load.kind = Kind::SpeedAndDistance;
            break;
        default:
            break;
        }
        const QString name = field->number == record::longitude ? QString(longitudes()) : QString(known->channel);
        load.column = columnFor(name, -1, field->number);
        if (load.kind == Kind::SpeedAndDistance)
            m_distanceColumn = columnFor(u"distance"_s, -1, -1);
        loads.push_back(load);
    }
}

void Records::planDevelopers(const Layout &layout, std::vector<Load> &loads)
{
    for (const Field &field : layout.developerFields) {
        const Description *description = field.description;
        if (!description || m_columns.size() >= mostFields)
            continue;
        if (field.type == BaseType::String || field.count() != 1) {
            m_textSkipped = true;
            continue;
        }
        const QString name = description->name.trimmed().isEmpty()
            ? u"developer_%1_%2"_s.arg(field.developer).arg(field.number)
            : description->name.trimmed();
        const int native = description->nativeMessage == messages::record ? description->nativeField : -1;
        loads.push_back({.at = field.offset,
            .column = columnFor(name, field.developer << 8 | field.number, native),
            .type = field.type,
            .kind = Kind::Plain,
            .scale = description->scale,
            .offset = description->offset});
    }
}

/// Cells are filled a few at a time, shortly before they are written, so that memory is touched once.
bool Records::makeRoom()
{
    if (m_rows >= m_expected)
        m_expected = m_rows * 3 / 2;
    const qsizetype most = (m_fileBytes * cellsPerByte + cellsAlways) / qsizetype(m_columns.size() + 1);
    if (m_rows >= most)
        return false;
    m_expected = std::min(m_expected, most);
    m_room = std::min(m_rows + rowsAtOnce, m_expected);
    m_times.reserve(size_t(m_expected));
    for (auto &column : m_columns) {
        column.cells.reserve(size_t(m_expected));
        column.cells.resize(size_t(m_room), domain::Samples::gap);
    }
    for (auto &loads : m_plans) {
        for (auto &load : loads)
            load.cells = m_columns[load.column].cells.data();
    }
    return true;
}

bool Records::add(const Message &message)
{
    if (m_rows >= m_room && !makeRoom())
        return false;
    m_times.push_back(message.timestamp.value_or(noTime));
    const bool bigEndian = message.layout.bigEndian;
    for (const Load &load : m_plans[message.layout.local]) {
        const double raw = numberAt(message.data + load.at, load.type, bigEndian);
        if (load.kind != Kind::Plain)
            storeSpecial(load, raw, message.data + load.at);
        else if (std::abs(raw) < mostSensible) // not NaN, the mark for none
            load.cells[m_rows] = float(raw / load.scale - load.offset);
    }
    ++m_rows;
    return true;
}

void Records::storeSpecial(const Load &load, double raw, const uchar *at)
{
    if (load.kind == Kind::SpeedAndDistance) {
        storeSpeedAndDistance(load, at);
    } else if (std::isnan(raw)) {
        return;
    } else if (load.kind == Kind::LeftShare) {
        const int bits = int(raw);
        // The upper bit says that it is the right share.
        load.cells[m_rows] = float(bits & 0x80 ? 100 - (bits & 0x7F) : bits & 0x7F);
    }
}

/// Twelve bits of speed, then twelve bits of a distance that starts anew every 256 metres.
void Records::storeSpeedAndDistance(const Load &load, const uchar *at)
{
    if (at[0] == 0xFF && at[1] == 0xFF && at[2] == 0xFF)
        return;
    const int speed = at[0] | (at[1] & 0x0F) << 8;
    const int distance = at[1] >> 4 | at[2] << 4;
    m_compressedDistance += m_lastCompressed < 0 ? distance : (distance - m_lastCompressed) & 0xFFF;
    m_lastCompressed = distance;
    load.cells[m_rows] = float(speed / 100.0);
    m_columns[m_distanceColumn].cells[size_t(m_rows)] = float(m_compressedDistance / 16.0);
}

std::optional<quint32> Records::earliest() const
{
    const auto first = std::min_element(m_times.begin(), m_times.end());
    if (first == m_times.end() || *first == noTime)
        return {};
    return *first;
}

/// Records without a time get that of the record before; false if no record has one.
bool Records::fillTimes(QList<Note> &notes)
{
    const auto missing = std::count(m_times.begin(), m_times.end(), noTime);
    if (missing == 0)
        return true;
    if (missing == qsizetype(m_times.size())) {
        notes.append({u"records"_s, u"none has a time; they count as one per second"_s});
        return false;
    }
    notes.append({u"records"_s, u"%1 without a time; they got that of the record before"_s.arg(missing)});
    quint32 last = *std::find_if(m_times.begin(), m_times.end(), [](quint32 time) { return time != noTime; });
    for (quint32 &time : m_times)
        last = time = time == noTime ? last : time;
    return true;
}

void Records::sortByTime(QList<Note> &notes)
{
    qsizetype backwards = 0;
    qsizetype repeated = 0;
    for (size_t i = 1; i < m_times.size(); ++i) {
        backwards += m_times[i] < m_times[i - 1];
        repeated += m_times[i] == m_times[i - 1];
    }
    if (repeated > 0)
        notes.append({u"records"_s, u"%1 have the same time as the record before"_s.arg(repeated)});
    if (backwards == 0)
        return;
    notes.append({u"records"_s, u"time goes backwards %1 times; the records were sorted by time"_s.arg(backwards)});
    std::vector<quint32> order(m_times.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [this](quint32 a, quint32 b) { return m_times[a] < m_times[b]; });
    const auto reorder = [&order](auto &values) {
        auto sorted = values;
        for (size_t i = 0; i < order.size(); ++i)
            sorted[i] = values[order[i]];
        values = std::move(sorted);
    };
    reorder(m_times);
    for (auto &column : m_columns)
        reorder(column.cells);
}

/// A developer field that stands for a native one which the file lacks is also that channel.
void Records::addStandIns(QList<Note> &notes)
{
    const size_t count = m_columns.size();
    for (size_t i = 0; i < count; ++i) {
        const RecordField *known = m_columns[i].developerField >= 0 ? recordField(m_columns[i].nativeField) : nullptr;
        if (!known || known->channel == "latlng"_L1)
            continue;
        const bool native = std::any_of(m_columns.begin(), m_columns.end(), [known](const Column &column) {
            return column.developerField < 0 && column.name == known->channel;
        });
        if (!native && m_columns[i].name != known->channel) {
            notes.append({known->channel, u"from the developer field %1"_s.arg(m_columns[i].name)});
            auto cells = m_columns[i].cells;
            m_columns.push_back(
                {.name = known->channel, .developerField = -1, .nativeField = -1, .cells = std::move(cells)});
        }
    }
}

QString Records::channelName(const Column &column, const domain::StreamSet &taken) const
{
    QString name = column.name;
    const auto native = [this](const QString &wanted) {
        return std::any_of(m_columns.begin(), m_columns.end(), [&](const Column &other) {
            return other.developerField < 0 && other.name == wanted;
        });
    };
    for (int i = 2; column.developerField >= 0 && (taken.find(name) || native(name)); ++i)
        name = column.name + u'_' + QString::number(i);
    return name;
}

domain::StreamSet Records::take(std::optional<quint32> start, QList<Note> &notes)
{
    for (auto &column : m_columns) {
        column.cells.resize(size_t(m_rows), domain::Samples::gap);
        if (column.cells.capacity() > column.cells.size() * 5 / 4)
            column.cells.shrink_to_fit();
    }
    std::erase_if(m_columns, [](const Column &column) { return !hasValue(column.cells); });
    domain::StreamSet streams;
    streams.timeSeconds.resize(size_t(m_rows));
    if (fillTimes(notes)) {
        sortByTime(notes);
        const quint32 first = start.value_or(m_times.empty() ? 0 : m_times.front());
        std::transform(m_times.begin(), m_times.end(), streams.timeSeconds.begin(), [first](quint32 time) {
            return float(qint64(time) - qint64(first));
        });
    } else {
        std::iota(streams.timeSeconds.begin(), streams.timeSeconds.end(), 0.0F);
    }
    if (m_textSkipped)
        notes.append({u"developer fields"_s, u"those of text or of several values per record were left out"_s});
    addStandIns(notes);
    std::vector<float> second;
    for (auto &column : m_columns) {
        if (column.developerField < 0 && column.name == longitudes()) {
            second = std::move(column.cells);
            continue;
        }
        const QString name = channelName(column, streams);
        streams.channels.append({.type = name, .values = std::move(column.cells), .values2 = {}});
    }
    for (auto &channel : streams.channels) {
        if (channel.type != "latlng"_L1)
            continue;
        second.resize(size_t(m_rows), domain::Samples::gap);
        for (size_t i = 0; i < second.size(); ++i) {
            if (std::isnan(channel.values[i]) || std::isnan(second[i]))
                channel.values[i] = second[i] = domain::Samples::gap;
        }
        channel.values2 = std::move(second);
        break;
    }
    return streams;
}

}
