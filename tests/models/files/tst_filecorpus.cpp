// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/gpx.h"
#include "models/files/readfile.h"
#include "models/files/tcx.h"
#include "tests/models/files/filewording.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QXmlStreamReader>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace files;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The power of each second, in its middle, as our steps have it; not a number where nothing is asked for.
QList<double> secondsOf(const workout::Workout &workout)
{
    QList<double> series;
    for (const auto &block : workout.blocks) {
        for (int rep = 0; rep < block.reps; ++rep) {
            for (const auto &step : block.steps) {
                const auto &target = step.power ? step.power : step.pace;
                const qint64 length = step.duration.value_or(std::chrono::seconds(0)).count();
                for (qint64 second = 0; second < length; ++second) {
                    const double share = step.ramp ? (double(second) + 0.5) / double(length) : 0.5;
                    series << (target ? target->start + (target->end - target->start) * share : std::nan(""));
                }
            }
        }
    }
    return series;
}

/// The same straight from the elements of a ZWO, in percent.
QList<double> secondsOfZwo(const QByteArray &bytes)
{
    QList<double> series;
    QXmlStreamReader xml(bytes);
    const auto add = [&](double seconds, double from, double to) {
        for (int i = 0; i < int(std::round(seconds)); ++i)
            series << (from + (to - from) * (i + 0.5) / seconds) * 100;
    };
    bool inside = false;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QString name = xml.name().toString().toLower();
        const auto number = [&](QLatin1StringView key, double fallback) {
            const auto attributes = xml.attributes();
            return attributes.hasAttribute(key) ? attributes.value(key).trimmed().toDouble() : fallback;
        };
        const double power = number("Power"_L1, std::nan(""));
        const double low = number("PowerLow"_L1, power);
        const double high = number("PowerHigh"_L1, power);
        if (name == "workout"_L1) {
            inside = true;
        } else if (inside && name == "intervalst"_L1) {
            for (int i = 0; i < int(number("Repeat"_L1, 1)); ++i) {
                add(number("OnDuration"_L1, 0), number("OnPower"_L1, 0), number("OnPower"_L1, 0));
                add(number("OffDuration"_L1, 0), number("OffPower"_L1, 0), number("OffPower"_L1, 0));
            }
        } else if (inside && name == "cooldown"_L1) {
            add(number("Duration"_L1, 0), std::max(low, high), std::min(low, high));
        } else if (inside && (name == "warmup"_L1 || name == "ramp"_L1)) {
            add(number("Duration"_L1, 0), low, high);
        } else if (inside && name == "steadystate"_L1) {
            add(number("Duration"_L1, 0), (low + high) / 2, (low + high) / 2);
        }
    }
    return series;
}

QString difference(const QList<double> &ours, const QList<double> &expected)
{
    if (ours.size() != expected.size())
        return u"%1 seconds, not %2"_s.arg(ours.size()).arg(expected.size());
    for (qsizetype i = 0; i < ours.size(); ++i) {
        if (!(std::abs(ours.at(i) - expected.at(i)) < 1e-6) && !(std::isnan(ours.at(i)) && std::isnan(expected.at(i))))
            return u"second %1: %2, not %3"_s.arg(i).arg(ours.at(i)).arg(expected.at(i));
    }
    return {};
}

/// The corners of a course straight from the lines between its marks.
QList<std::pair<double, double>> cornersOf(const QByteArray &bytes)
{
    QList<std::pair<double, double>> corners;
    bool inside = false;
    const auto lines = QByteArray(bytes).replace('\r', '\n').split('\n');
    for (const auto &line : lines) {
        if (line.startsWith('['))
            inside = line.startsWith("[COURSE DATA]");
        const auto fields = line.simplified().split(' ');
        bool reads = false;
        const double value = inside && fields.size() == 2 ? fields.at(1).toDouble(&reads) : 0;
        if (reads)
            corners.append({fields.at(0).toDouble() * 60, value});
    }
    return corners;
}

/// Every second of ours has to lie within what the course has within a second around it: steps begin at whole seconds.
QString difference(const QList<double> &ours, const QList<std::pair<double, double>> &corners)
{
    const double start = std::round(corners.first().first);
    if (double(ours.size()) != std::round(corners.last().first))
        return u"%1 seconds, not %2"_s.arg(ours.size()).arg(corners.last().first);
    for (qsizetype second = qsizetype(start); second < ours.size(); ++second) {
        const double at = double(second) + 0.5;
        double least = 1e9;
        double most = -1e9;
        for (qsizetype i = 0; i + 1 < corners.size(); ++i) {
            const auto [from, before] = corners.at(i);
            const auto [to, after] = corners.at(i + 1);
            const double begin = std::max(from, at - 1);
            const double end = std::min(to, at + 1);
            if (begin > end || to <= from)
                continue;
            for (const double x : {begin, end}) {
                const double value = before + (after - before) * (x - from) / (to - from);
                least = std::min(least, value);
                most = std::max(most, value);
            }
        }
        if (!(ours.at(second) >= least - 0.01 && ours.at(second) <= most + 0.01))
            return u"second %1: %2, not within %3 and %4"_s.arg(second).arg(ours.at(second)).arg(least).arg(most);
    }
    return {};
}

/// What an independent walk through the points of a track comes to.
struct Walk {
    int points = 0;
    int timed = 0;
    double metres = 0;
    double heartRates = 0;
    double watts = 0;
    double lastDistance = 0;
    QString first;
    QString last;
};

Walk walkOf(const QByteArray &bytes, QLatin1StringView pointName, QLatin1StringView segmentName)
{
    Walk walk;
    QXmlStreamReader xml(bytes);
    std::optional<std::array<double, 3>> before;
    QString element;
    bool inPoint = false;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::EndElement && xml.name() == pointName)
            inPoint = false;
        if (token == QXmlStreamReader::StartElement) {
            element = xml.name().toString();
            if (element == segmentName)
                before.reset();
            if (element != pointName)
                continue;
            inPoint = true;
            ++walk.points;
            if (!xml.attributes().hasAttribute("lat"_L1))
                continue;
            // The straight line through the globe, bent to its surface.
            const double latitude = xml.attributes().value("lat"_L1).toDouble() * M_PI / 180;
            const double longitude = xml.attributes().value("lon"_L1).toDouble() * M_PI / 180;
            const std::array<double, 3> here {
                std::cos(latitude) * std::cos(longitude), std::cos(latitude) * std::sin(longitude), std::sin(latitude)};
            if (before)
                walk.metres += 6371000 * 2
                    * std::asin(
                        std::hypot(here[0] - before->at(0), here[1] - before->at(1), here[2] - before->at(2)) / 2);
            before = here;
        }
        const QString text
            = token == QXmlStreamReader::Characters && inPoint ? xml.text().toString().trimmed() : QString();
        if (text.isEmpty())
            continue;
        if (element.compare("time"_L1, Qt::CaseInsensitive) == 0) {
            ++walk.timed;
            walk.last = text;
            if (walk.first.isEmpty())
                walk.first = text;
        } else if (element == "Value"_L1) {
            walk.heartRates += text.toDouble();
        } else if (element == "Watts"_L1) {
            walk.watts += text.toDouble();
        } else if (element == "DistanceMeters"_L1) {
            walk.lastDistance = text.toDouble();
        }
    }
    return walk;
}

double sumOf(const domain::StreamSet &streams, const QString &type)
{
    const auto *samples = streams.find(type);
    double sum = 0;
    if (samples) {
        for (const float value : samples->values)
            sum += std::isnan(value) ? 0 : double(value);
    }
    return sum;
}

double lastOf(const domain::StreamSet &streams, const QString &type)
{
    const auto *samples = streams.find(type);
    double last = 0;
    if (samples) {
        for (const float value : samples->values)
            last = std::isnan(value) ? last : double(value);
    }
    return last;
}

QDateTime instantOf(const QString &text)
{
    QDateTime instant = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (instant.timeSpec() == Qt::LocalTime) // no zone is UTC
        instant.setTimeSpec(Qt::UTC);
    return instant;
}

/// What differs between our reading of a track and the walk.
QString difference(const domain::Result<ActivityFile> &file, const Walk &walk)
{
    if (!file)
        return walk.points == 0 ? QString() : support::wording(file.error());
    const auto &streams = file->streams;
    if (int(streams.timeSeconds.size()) != walk.points)
        return u"%1 points, not %2"_s.arg(streams.timeSeconds.size()).arg(walk.points);
    const double metres = walk.lastDistance > 0 ? walk.lastDistance : walk.metres;
    if (std::abs(lastOf(streams, u"distance"_s) - metres) > std::max(0.5, metres * 0.001))
        return u"%1 m, not %2"_s.arg(lastOf(streams, u"distance"_s)).arg(metres);
    if (std::abs(sumOf(streams, u"heartrate"_s) - walk.heartRates) > 0.5
        || std::abs(sumOf(streams, u"watts"_s) - walk.watts) > 0.5)
        return u"heart rate or power"_s;
    if (walk.timed * 2 > walk.points) {
        const auto first = instantOf(walk.first);
        const auto last = instantOf(walk.last);
        if (file->start != first
            || std::abs(double(first.msecsTo(last)) / 1000 - double(streams.timeSeconds.back())) > 0.01)
            return u"from %1 for %2 s"_s.arg(file->start.toString(Qt::ISODateWithMs)).arg(streams.timeSeconds.back());
    }
    return {};
}

}

/// Compares our readers with another reading of files of other programs, which are outside of the tree.
class FileCorpusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void every_data();
    void every();
};

void FileCorpusTest::every_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"zwo", "erg", "mrc", "gpx", "tcx"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void FileCorpusTest::every()
{
    QFETCH(QString, kind);
    const QString folder = support::corpus();
    if (folder.isEmpty())
        QSKIP("NOT COMPARED: no files of other programs on this machine");
    const QDir dir(folder + u"/files/"_s + kind);
    const auto names = dir.entryList(QDir::Files);
    int equal = 0;
    for (const auto &name : names) {
        const QByteArray bytes = bytesOf(dir.filePath(name));
        QString differs;
        if (kind == "gpx"_L1) {
            const Walk track = walkOf(bytes, "trkpt"_L1, "trkseg"_L1);
            differs = difference(readGpx(bytes), track.points > 0 ? track : walkOf(bytes, "rtept"_L1, "rte"_L1));
        } else if (kind == "tcx"_L1) {
            differs = difference(readTcx(bytes), walkOf(bytes, "Trackpoint"_L1, "Track"_L1));
        } else {
            const auto read = readWorkoutFile(bytes, name);
            if (!read)
                differs = support::wording(read.error());
            else if (kind == "zwo"_L1)
                differs = difference(secondsOf(read->first().content.workout), secondsOfZwo(bytes));
            else
                differs = difference(secondsOf(read->first().content.workout), cornersOf(bytes));
        }
        if (differs.isEmpty())
            ++equal;
        else
            qInfo().noquote() << name << "differs:" << differs;
    }
    qInfo("%s: %d of %d equal", qPrintable(kind), equal, int(names.size()));
    QVERIFY(!names.isEmpty());
    QCOMPARE(equal, int(names.size()));
}

MICROCYCLE_CORE_TEST(FileCorpusTest)
#include "tst_filecorpus.moc"
