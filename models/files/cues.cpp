// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/cues.h"

#include "models/files/plaintext.h"
#include "models/workout/parse.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace files {

namespace {

constexpr QStringView separator = u"<!>";
constexpr std::chrono::seconds usualStay(10);
constexpr qsizetype longestCue = 300;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Where "33^" begins in a piece, and its length; -1 without one.
std::pair<qsizetype, qsizetype> offsetIn(QStringView piece)
{
    for (qsizetype caret = piece.indexOf(u'^'); caret >= 0; caret = piece.indexOf(u'^', caret + 1)) {
        qsizetype start = caret;
        while (start > 0 && isDigit(piece.at(start - 1)))
            --start;
        if (start < caret && caret - start <= 6)
            return {start, caret - start};
    }
    return {-1, 0};
}

/// "30 text" stays for 30 s.
Cue cueOf(std::chrono::seconds at, QStringView words)
{
    qsizetype digits = 0;
    while (digits < words.size() && digits < 6 && isDigit(words.at(digits)))
        ++digits;
    Cue cue {at, {}, words.trimmed().toString()};
    if (digits > 0 && digits < words.size() && words.at(digits).isSpace()) {
        cue.lasts = std::chrono::seconds(words.left(digits).toInt());
        cue.text = words.mid(digits).trimmed().toString();
    }
    return cue;
}

bool readsAsLabel(const QString &label)
{
    const auto read = workout::parse("- "_L1 + label + " 7s 61%"_L1);
    if (read.blocks.size() != 1 || read.blocks.first().steps.size() != 1)
        return false;
    workout::Step expected;
    expected.text = label;
    expected.duration = std::chrono::seconds(7);
    expected.power = workout::Target {workout::Unit::PercentFtp, 61, 61, {}};
    return read.blocks.first().steps.first() == expected;
}

QString timed(const Cue &cue)
{
    const bool startsWithNumber = isDigit(cue.text.front());
    const auto stay = cue.lasts ? cue.lasts : startsWithNumber ? std::optional(usualStay) : std::nullopt;
    return QString::number(cue.at.count()) + u'^' + (stay ? QString::number(stay->count()) + u' ' : QString())
        + cue.text + separator.toString();
}

}

QList<Cue> cuesOf(const QString &stepText)
{
    QList<Cue> cues;
    QString label;
    const bool hasCues = stepText.contains(separator) && stepText.contains(u'^');
    const auto pieces = hasCues ? QStringView(stepText).split(separator) : QList<QStringView> {stepText};
    for (const auto &piece : pieces) {
        const auto [start, digits] = hasCues ? offsetIn(piece) : std::pair<qsizetype, qsizetype>(-1, 0);
        const QStringView before = (start < 0 ? piece : piece.left(start)).trimmed();
        if (!before.isEmpty())
            label += (label.isEmpty() ? ""_L1 : " "_L1) + before.toString();
        if (start >= 0)
            cues.append(cueOf(std::chrono::seconds(piece.mid(start, digits).toInt()), piece.mid(start + digits + 1)));
    }
    if (!label.isEmpty())
        cues.prepend({std::chrono::seconds(0), {}, label});
    cues.removeIf([](const Cue &cue) { return cue.text.isEmpty(); });
    return cues;
}

QString stepText(QList<Cue> cues)
{
    for (Cue &cue : cues)
        cue.text = plainLine(QString(cue.text).remove(u'^').replace(separator.toString(), u" "_s), longestCue);
    cues.removeIf([](const Cue &cue) { return cue.text.isEmpty(); });
    std::stable_sort(cues.begin(), cues.end(), [](const Cue &a, const Cue &b) { return a.at < b.at; });
    QString label;
    if (!cues.isEmpty() && cues.first().at.count() == 0 && !cues.first().lasts && readsAsLabel(cues.first().text))
        label = cues.takeFirst().text;
    QString text;
    for (const Cue &cue : cues)
        text += timed(cue);
    return label.isEmpty() || text.isEmpty() ? label + text : label + u' ' + text;
}

}
