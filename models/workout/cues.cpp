// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/cues.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workout {

namespace {

constexpr QLatin1StringView separator = "<!>"_L1;
constexpr qint64 latest = 7 * 86400;

/// The number at the start of the text, which is cut off; nothing if there is none.
std::optional<std::chrono::seconds> takeNumber(QStringView &text)
{
    qsizetype end = 0;
    while (end < text.size() && text.at(end) >= u'0' && text.at(end) <= u'9')
        ++end;
    if (end == 0)
        return {};
    const qint64 value = text.left(std::min<qsizetype>(end, 9)).toLongLong();
    text = text.mid(end);
    return std::chrono::seconds(std::min(value, latest));
}

/// "33^Find your rhythm", "60^30 Go".
std::optional<Cue> cueOf(QStringView piece)
{
    const auto at = takeNumber(piece);
    if (!at || !piece.startsWith(u'^'))
        return {};
    Cue cue {*at, {}, {}};
    QStringView rest = piece.mid(1);
    // The number needs a word behind it: "60^30" says "30".
    QStringView afterNumber = rest;
    const auto seconds = takeNumber(afterNumber);
    if (seconds && afterNumber.startsWith(u' ') && !afterNumber.trimmed().isEmpty()) {
        cue.shownFor = seconds;
        rest = afterNumber;
    }
    cue.text = rest.trimmed().toString();
    return cue;
}

/// A text that neither ends its cue nor begins another.
QString harmless(QString text)
{
    while (text.contains(separator)) // taking one out may join another
        text.remove(separator);
    return text.remove(u'^').simplified();
}

}

qsizetype cuesEnd(QStringView text)
{
    if (!text.contains(u'^'))
        return 0;
    const qsizetype last = text.lastIndexOf(separator);
    return last > 0 && text.left(last).contains(u'^') ? last + separator.size() : 0;
}

qsizetype cuesStart(QStringView text)
{
    qsizetype start = std::max<qsizetype>(text.indexOf(u'^'), 0);
    while (start > 0 && text.at(start - 1) >= u'0' && text.at(start - 1) <= u'9')
        --start;
    return start;
}

CuedLabel cuedLabelOf(const QString &text)
{
    const QStringView whole(text);
    const qsizetype end = cuesEnd(whole);
    if (end == 0)
        return {text, {}};
    const qsizetype start = cuesStart(whole.left(end));
    const QString behind = whole.mid(end).trimmed().toString();
    CuedLabel parts {whole.left(start).trimmed().toString(), {}};
    if (!behind.isEmpty())
        parts.label += (parts.label.isEmpty() ? QString() : u" "_s) + behind;
    const auto pieces = whole.mid(start, end - start - separator.size()).split(u"<!>");
    for (const QStringView piece : pieces) {
        if (auto cue = cueOf(piece.trimmed()))
            parts.cues.append(*std::move(cue));
        else if (!parts.cues.isEmpty())
            parts.cues.last().text += u' ' + piece.trimmed().toString();
    }
    return parts;
}

QString textOf(const CuedLabel &parts)
{
    if (parts.cues.isEmpty())
        return parts.label;
    QString text = harmless(parts.label);
    for (const auto &cue : parts.cues) {
        const QString words = harmless(cue.text);
        if (words.isEmpty())
            continue;
        if (!text.isEmpty() && !text.endsWith(separator))
            text += u' ';
        text += QString::number(std::clamp<qint64>(cue.at.count(), 0, latest)) + u'^';
        if (cue.shownFor)
            text += QString::number(std::clamp<qint64>(cue.shownFor->count(), 0, latest)) + u' ';
        text += words + separator;
    }
    return text;
}

}
