// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/longstreams.h"

namespace bench {

QByteArray longStreams()
{
    QByteArray all = "[";
    for (const char *type : {"time",
             "watts",
             "heartrate",
             "cadence",
             "distance",
             "altitude",
             "velocity_smooth",
             "temp",
             "torque",
             "w_bal"}) {
        all += all.size() > 1 ? "," : "";
        all += QByteArray(R"({"type":")") + type + R"(","name":null,"data":[0)";
        for (int tick = 1; tick < ticksOfLongStreams; ++tick)
            all += ','
                + (type[0] == 't'            ? QByteArray::number(tick)
                        : all.endsWith("99") ? QByteArray("null")
                                             : QByteArray::number(tick % 977 + 0.1 * (tick % 7)));
        all += R"(],"data2":null,"valueTypeIsArray":false,"anomalies":null,"custom":false,"allNull":false})";
    }
    return all + ']';
}

}
