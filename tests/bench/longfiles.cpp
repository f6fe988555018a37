// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/longfiles.h"

#include "models/files/fitcrc.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>
#include <span>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

template<typename T>
void put(QByteArray &bytes, T value)
{
    const T little = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof(T));
}

QByteArray number(double value, int decimals)
{
    return QByteArray::number(value, 'f', decimals);
}

QByteArray instant(int second)
{
    return QDateTime::fromSecsSinceEpoch(1'700'000'000 + second, Qt::UTC).toString(Qt::ISODate).toLatin1();
}

}

QByteArray fitRide(int records)
{
    struct Part {
        quint8 number, size, type;
    };
    constexpr Part parts[] {{253, 4, 0x86},
        {0, 4, 0x85},
        {1, 4, 0x85},
        {2, 2, 0x84},
        {3, 1, 0x02},
        {4, 1, 0x02},
        {5, 4, 0x86},
        {6, 2, 0x84},
        {7, 2, 0x84}};
    QByteArray data;
    const auto define = [&data](quint8 local, quint16 message, std::span<const Part> fields) {
        put<quint8>(data, 0x40 | local);
        put<quint8>(data, 0);
        put<quint8>(data, 0);
        put<quint16>(data, message);
        put<quint8>(data, quint8(fields.size()));
        for (const Part &field : fields) {
            for (const quint8 byte : {field.number, field.size, field.type})
                put<quint8>(data, byte);
        }
    };
    constexpr Part identity[] {{0, 1, 0x00}, {4, 4, 0x86}};
    define(1, 0, identity);
    put<quint8>(data, 1);
    put<quint8>(data, 4); // an activity
    put<quint32>(data, 1'000'000'000);
    define(0, 20, parts);
    for (quint32 second = 0; second < quint32(records); ++second) {
        put<quint8>(data, 0);
        put<quint32>(data, 1'000'000'000 + second);
        put<qint32>(data, qint32(560'000'000 + second));
        put<qint32>(data, qint32(96'000'000 + second));
        put<quint16>(data, quint16(5 * (500 + 400 + second % 300)));
        put<quint8>(data, quint8(130 + second % 30));
        put<quint8>(data, quint8(85 + second % 9));
        put<quint32>(data, 800 * second);
        put<quint16>(data, quint16(8000 + second % 500));
        put<quint16>(data, quint16(180 + second % 90));
    }
    QByteArray file;
    put<quint8>(file, 14);
    put<quint8>(file, 0x20);
    put<quint16>(file, 2189);
    put<quint32>(file, quint32(data.size()));
    file.append(".FIT");
    put<quint16>(file, 0); // a header may go without its checksum
    file.append(data);
    put<quint16>(file, files::fit::checksum(file));
    return file;
}

QByteArray gpxRide(int points)
{
    QByteArray file
        = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx version=\"1.1\" creator=\"Unit\"><trk><name>Long "
          "way</name><trkseg>\n";
    for (int i = 0; i < points; ++i)
        file += "<trkpt lat=\"" + number(46.9 + i * 1e-5, 6) + "\" lon=\"" + number(8.1 + i * 1e-5, 6) + "\"><ele>"
            + number(400 + i % 300, 1) + "</ele><time>" + instant(i) + "</time><extensions><power>"
            + QByteArray::number(180 + i % 90) + "</power><hr>" + QByteArray::number(130 + i % 30) + "</hr><cad>"
            + QByteArray::number(85 + i % 9) + "</cad></extensions></trkpt>\n";
    return file + "</trkseg></trk></gpx>\n";
}

QByteArray tcxRide(int points)
{
    QByteArray file = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TrainingCenterDatabase><Activities><Activity "
                      "Sport=\"Biking\"><Id>"
        + instant(0) + "</Id><Lap StartTime=\"" + instant(0) + "\"><Track>\n";
    for (int i = 0; i < points; ++i)
        file += "<Trackpoint><Time>" + instant(i) + "</Time><Position><LatitudeDegrees>" + number(46.9 + i * 1e-5, 6)
            + "</LatitudeDegrees><LongitudeDegrees>" + number(8.1 + i * 1e-5, 6)
            + "</LongitudeDegrees></Position><AltitudeMeters>" + number(400 + i % 300, 1)
            + "</AltitudeMeters><HeartRateBpm><Value>" + QByteArray::number(130 + i % 30)
            + "</Value></HeartRateBpm></Trackpoint>\n";
    return file + "</Track></Lap></Activity></Activities></TrainingCenterDatabase>\n";
}

QByteArray ergCourse(int points)
{
    constexpr int pointsOfARamp = 100;
    QByteArray file = "[COURSE HEADER]\nMINUTES WATTS\n[END COURSE HEADER]\n[COURSE DATA]\n";
    for (int i = 0; i < points; ++i) {
        const int within = i % (2 * pointsOfARamp);
        const int height = within < pointsOfARamp ? within : 2 * pointsOfARamp - within;
        file += number(i / 60.0, 4) + '\t' + QByteArray::number(120 + height) + '\n';
    }
    return file + "[END COURSE DATA]\n";
}

QByteArray zwoWorkout(int steps)
{
    QByteArray file = "<workout_file><name>Long</name><sportType>bike</sportType><workout>\n";
    for (int i = 0; i < steps; ++i) {
        file += "<SteadyState Duration=\"60\" Power=\"" + number(0.5 + i % 50 / 100.0, 2) + "\">";
        for (int second = 0; second < 60; second += 5)
            file += "<textevent timeoffset=\"" + QByteArray::number(second)
                + "\" message=\"Stay on top of the gear and look up the road, " + QByteArray::number(60 - second)
                + " seconds to go\"/>";
        file += "</SteadyState>\n";
    }
    return file + "</workout></workout_file>\n";
}

QByteArray icsCalendar(int events)
{
    QByteArray file = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//EN\r\n";
    for (int i = 0; i < events; ++i) {
        const QByteArray day = QDate(2026, 1, 1).addDays(i).toString(u"yyyyMMdd"_s).toLatin1();
        file += "BEGIN:VEVENT\r\nUID:session-" + QByteArray::number(i)
            + "@example.org\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:" + day + "T180000Z\r\nDTEND:" + day
            + "T193000Z\r\nSUMMARY:Session " + QByteArray::number(i)
            + "\r\nCATEGORIES:Ride\r\nDESCRIPTION:- 10m 50-75%\\n\\n4x\\n- 4m 105%\\n- 3m 55%\\n\\n- 10m 50%\\nSpin "
              "easily between "
              "the hard\r\n  ones and stop if the power falls.\r\nEND:VEVENT\r\n";
    }
    return file + "END:VCALENDAR\r\n";
}

QByteArray wellnessCsv(int days)
{
    QByteArray file = "date,weight,restingHR,hrv,sleepSecs,soreness,comments\n";
    for (int i = 0; i < days; ++i)
        file += QDate(1990, 1, 1).addDays(i).toString(Qt::ISODate).toLatin1() + ',' + number(70 + i % 20 / 10.0, 1)
            + ',' + QByteArray::number(44 + i % 6) + ',' + QByteArray::number(70 + i % 25) + ','
            + QByteArray::number(25'000 + i % 4000) + ',' + QByteArray::number(1 + i % 4)
            + ",\"Slept well, legs a little heavy from the day before\"\n";
    return file;
}

QByteArray activitiesJson(int activities)
{
    QJsonArray list;
    for (int i = 0; i < activities; ++i)
        list.append(QJsonObject {{u"id"_s, u"i%1"_s.arg(1'000'000 + i)},
            {u"type"_s, u"Ride"_s},
            {u"name"_s, u"Sweet spot 3×12"_s},
            {u"start_date_local"_s, QDate(1990, 1, 1).addDays(i).toString(Qt::ISODate) + u"T17:40:00"_s},
            {u"moving_time"_s, 3600 + i},
            {u"distance"_s, 38'000.5 + i},
            {u"icu_training_load"_s, 84},
            {u"icu_intensity"_s, 78.25},
            {u"average_heartrate"_s, 141},
            {u"icu_zone_times"_s, QJsonArray {100, 200, 300, 400, 500}},
            {u"device_name"_s, u"Unit 840"_s},
            {u"source"_s, u"UPLOAD"_s},
            {u"a_field_not_known"_s, QJsonObject {{u"of"_s, 3}, {u"name"_s, u"kept as it came"_s}}}});
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

QByteArray workoutText(int steps)
{
    QByteArray text;
    for (int i = 0; i < steps; ++i)
        text += "- Hold the gear over the top 1m48s " + QByteArray::number(55 + i % 50) + "% 90rpm\n";
    return text;
}

}
