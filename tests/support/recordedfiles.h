// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

namespace support {

/// A recording that goes evenly, to be written as a file.
struct EvenRecording {
    QDateTime start; ///< UTC
    int seconds = 3600;
    double metresPerSecond = 10;
    int watts = 250; ///< 0: no power
    int heartRate = 150; ///< 0: none
    QByteArray sport = "Biking";
    int laps = 1;
};

/// As a TCX file, one point every ten seconds.
[[nodiscard]] inline QByteArray tcxOf(const EvenRecording &recording)
{
    const auto stamp = [&](int second) { return recording.start.addSecs(second).toString(Qt::ISODate).toUtf8(); };
    QByteArray xml
        = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<TrainingCenterDatabase "
          "xmlns=\"http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2\"><Activities><Activity Sport=\""
        + recording.sport + "\"><Id>" + stamp(0) + "</Id>";
    const int lapSeconds = recording.seconds / recording.laps;
    for (int lap = 0; lap < recording.laps; ++lap) {
        const int first = lap * lapSeconds;
        const int last = lap + 1 == recording.laps ? recording.seconds : first + lapSeconds - 10;
        xml += "<Lap StartTime=\"" + stamp(first) + "\"><TotalTimeSeconds>" + QByteArray::number(lapSeconds)
            + "</TotalTimeSeconds><DistanceMeters>" + QByteArray::number(lapSeconds * recording.metresPerSecond)
            + "</DistanceMeters><Intensity>Active</Intensity><TriggerMethod>Manual</TriggerMethod><Track>";
        for (int second = first; second <= last; second += 10) {
            xml += "<Trackpoint><Time>" + stamp(second) + "</Time><DistanceMeters>"
                + QByteArray::number(second * recording.metresPerSecond) + "</DistanceMeters>";
            if (recording.heartRate > 0)
                xml += "<HeartRateBpm><Value>" + QByteArray::number(recording.heartRate) + "</Value></HeartRateBpm>";
            if (recording.watts > 0)
                xml += "<Extensions><TPX xmlns=\"http://www.garmin.com/xmlschemas/ActivityExtension/v2\"><Watts>"
                    + QByteArray::number(recording.watts) + "</Watts></TPX></Extensions>";
            xml += "</Trackpoint>";
        }
        xml += "</Track></Lap>";
    }
    return xml + "</Activity></Activities></TrainingCenterDatabase>\n";
}

/// As gzip writes it.
[[nodiscard]] inline QByteArray gzipped(const QByteArray &bytes)
{
    quint32 crc = 0xFFFFFFFF;
    for (const char c : bytes) {
        crc ^= quint8(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320 : 0);
    }
    crc = ~crc;
    const auto littleEndian = [](quint32 number) {
        QByteArray four;
        for (int i = 0; i < 4; ++i)
            four += char(number >> (8 * i) & 0xFF);
        return four;
    };
    const QByteArray zlib = qCompress(bytes).mid(4); // two bytes of header, deflated data, four of check sum
    return QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10) + zlib.mid(2).chopped(4) + littleEndian(crc)
        + littleEndian(quint32(bytes.size()));
}

}
