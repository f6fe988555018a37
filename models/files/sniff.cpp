// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/sniff.h"

#include "models/domain/activity.h"
#include "models/domain/wellness.h"
#include "models/files/archive.h"
#include "models/files/fitactivity.h"
#include "models/files/plaintext.h"
#include "models/files/workouttext.h"

#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace files {

namespace {

constexpr qsizetype head = 65'536;
constexpr qsizetype tableHead = 16'384; ///< longer than the first two rows of any table

Format sniffFit(const QByteArray &bytes)
{
    switch (fitFileType(bytes).value_or(0)) {
    case 4:
        return Format::FitActivity;
    case 5:
        return Format::FitWorkout;
    default:
        return Format::FitOther;
    }
}

/// The name of the outermost element without its prefix, in lower case.
QString rootOf(QStringView text)
{
    for (qsizetype at = text.indexOf(u'<'); at >= 0; at = text.indexOf(u'<', at + 1)) {
        if (text.mid(at).startsWith("<!--"_L1)) {
            at = text.indexOf(QStringView(u"-->"), at);
            if (at < 0)
                return {};
            continue;
        }
        if (at + 1 >= text.size() || text.at(at + 1) == u'?' || text.at(at + 1) == u'!')
            continue;
        qsizetype end = at + 1;
        while (end < text.size() && !text.at(end).isSpace() && text.at(end) != u'>' && text.at(end) != u'/')
            ++end;
        const QString name = text.mid(at + 1, end - at - 1).toString().toLower();
        return name.mid(name.indexOf(u':') + 1);
    }
    return {};
}

Format sniffXml(QStringView text)
{
    static const QHash<QString, Format> roots {
        {u"workout_file"_s, Format::Zwo}, {u"gpx"_s, Format::Gpx}, {u"trainingcenterdatabase"_s, Format::Tcx}};
    return roots.value(rootOf(text), Format::Unknown);
}

qsizetype placeOf(QLatin1String word, QLatin1String in)
{
    return in.indexOf(word, 0, Qt::CaseInsensitive);
}

Format sniffCourse(QLatin1String text)
{
    const qsizetype data = placeOf("[COURSE DATA]"_L1, text);
    return placeOf("PERCENT"_L1, data < 0 ? text : text.left(data)) >= 0 ? Format::Mrc : Format::Erg;
}

QChar separatorOf(QStringView line)
{
    for (const QChar c : {u'\t', u';', u','}) {
        if (line.contains(c))
            return c;
    }
    return {};
}

/// Columns of which at least one is a field, or rows that all have as many.
Format sniffTable(QStringView text)
{
    const auto lines = text.split(u'\n', Qt::SkipEmptyParts);
    if (lines.isEmpty() || separatorOf(lines.first()).isNull())
        return Format::Unknown;
    static const QSet<QString> known = [] {
        const QStringList keys = domain::fieldKeys<domain::Wellness>() + domain::fieldKeys<domain::Activity>();
        return QSet<QString>(keys.begin(), keys.end());
    }();
    const QChar separator = separatorOf(lines.first());
    const auto names = lines.first().trimmed().split(separator);
    for (const auto &name : names) {
        if (known.contains(name.trimmed().toString().remove(u'"')))
            return Format::Csv;
    }
    const bool even = lines.size() > 1 && lines.at(1).count(separator) == lines.first().count(separator);
    return even && !lines.first().trimmed().startsWith(u'-') ? Format::Csv : Format::Unknown;
}

}

Format sniff(const QByteArray &bytes)
{
    if (isGzip(bytes))
        return Format::Gzip;
    if (isZip(bytes))
        return Format::Zip;
    if (bytes.size() >= 12 && bytes.mid(8, 4) == ".FIT")
        return sniffFit(bytes);
    const QByteArray utf8 = decoded(bytes.left(head)).utf8;
    const QString start = QString::fromUtf8(utf8.left(4000)).trimmed().left(2000);
    if (start.isEmpty() || utf8.contains('\0'))
        return Format::Unknown;
    if (start.startsWith(u'<'))
        return sniffXml(QString::fromUtf8(utf8));
    // What is looked for is ASCII, which is the same in UTF-8.
    const QLatin1String latin(utf8);
    if (placeOf("[COURSE HEADER]"_L1, latin) >= 0 || placeOf("[COURSE DATA]"_L1, latin) >= 0)
        return sniffCourse(latin);
    if (start.startsWith("BEGIN:VCALENDAR"_L1, Qt::CaseInsensitive))
        return Format::Ics;
    if (start.startsWith(u'{') || start.startsWith(u'['))
        return Format::Json;
    const Format table = sniffTable(QString::fromUtf8(utf8.left(tableHead)));
    if (table == Format::Csv && !start.contains("\n-"_L1) && !start.startsWith(u'-'))
        return table;
    return workoutFromUtf8(utf8).workout.isEmpty() ? table : Format::WorkoutText;
}

QString endingOf(Format format)
{
    switch (format) {
    case Format::Zwo:
        return u"zwo"_s;
    case Format::Erg:
        return u"erg"_s;
    case Format::Mrc:
        return u"mrc"_s;
    case Format::FitWorkout:
    case Format::FitActivity:
    case Format::FitOther:
        return u"fit"_s;
    case Format::Gpx:
        return u"gpx"_s;
    case Format::Tcx:
        return u"tcx"_s;
    case Format::Ics:
        return u"ics"_s;
    case Format::Csv:
        return u"csv"_s;
    case Format::Json:
        return u"json"_s;
    case Format::WorkoutText:
        return u"txt"_s;
    case Format::Gzip:
        return u"gz"_s;
    case Format::Zip:
        return u"zip"_s;
    case Format::Unknown:
        break;
    }
    return {};
}

Format formatOfName(const QString &fileName)
{
    const QString ending = fileName.mid(fileName.lastIndexOf(u'.') + 1).toLower();
    for (const Format format : {Format::Zwo,
             Format::Erg,
             Format::Mrc,
             Format::FitWorkout,
             Format::Gpx,
             Format::Tcx,
             Format::Ics,
             Format::Csv,
             Format::Json,
             Format::WorkoutText,
             Format::Gzip,
             Format::Zip}) {
        if (fileName.contains(u'.') && endingOf(format) == ending)
            return format;
    }
    return Format::Unknown;
}

bool holdsWorkout(Format format)
{
    return format == Format::Zwo || format == Format::Erg || format == Format::Mrc || format == Format::FitWorkout
        || format == Format::WorkoutText;
}

bool holdsActivity(Format format)
{
    return format == Format::FitActivity || format == Format::Gpx || format == Format::Tcx;
}

}
