// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fields.h"

#include <QJsonArray>
#include <limits>
#include <vector>

namespace domain {

/// One recorded channel of an activity, as the service sends it: type, name and samples by tick.
struct Stream {
    QString type; ///< "watts", "heartrate", "latlng" …
    QString name; ///< of custom streams
    QJsonArray data; ///< numbers or null, one per tick; latitudes for latlng
    QJsonArray data2; ///< longitudes for latlng
    bool valueTypeIsArray = false;
    bool custom = false;
    bool allNull = false;
    QJsonObject extra;

    friend bool operator==(const Stream &, const Stream &) = default;
};

/// The same channel packed for charts and the cache. A gap (null, pause) is NaN.
struct Samples {
    QString type;
    std::vector<float> values;
    std::vector<float> values2; ///< longitudes for latlng, else empty

    static constexpr float gap = std::numeric_limits<float>::quiet_NaN();

    friend bool operator==(const Samples &, const Samples &) = default;
};

/// All channels of one activity. Every channel has as many values as time; time is in seconds from the start.
struct StreamSet {
    std::vector<float> timeSeconds;
    QList<Samples> channels;

    [[nodiscard]] const Samples *find(const QString &type) const;
    [[nodiscard]] bool isEmpty() const { return timeSeconds.empty(); }
};

[[nodiscard]] Samples packed(const Stream &stream);
/// Coordinates outside the globe become gaps.
void dropInvalidPositions(Samples &samples);
/// Packs streams of one activity; channels of other lengths than time are cut or filled with gaps, and without
/// a time stream the ticks count as seconds. Streams of arrays (hrv) are left out.
[[nodiscard]] StreamSet packed(const QList<Stream> &streams);
[[nodiscard]] StreamSet together(QList<Samples> channels);

}
