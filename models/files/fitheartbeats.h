// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/stream.h"
#include "models/files/fitdecode.h"

namespace files::fit {

/// Heart rates that a strap stored by itself, out of reach of the watch, as under water. Their messages count in 1/1024
/// s from an anchor and come after the records; here they find the records they belong to.
class Heartbeats
{
public:
    void add(const Message &message);
    /// Gives each record the mean of the beats since the one before; records without any keep what they have.
    void fill(domain::StreamSet &streams, quint32 start) const;
    [[nodiscard]] bool isFull() const { return m_full; } ///< later ones were not kept

private:
    struct Beat {
        double second; ///< of the format's epoch
        float bpm;
    };

    void addBeat(quint32 ticks, float bpm);

    std::optional<double> m_anchorSecond;
    quint32 m_anchorTicks = 0;
    quint32 m_lastTicks = 0;
    std::vector<Beat> m_beats;
    bool m_full = false;
};

}
