// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workout/completion.h"

#include "models/workout/absolute.h"
#include "models/workout/scale.h"
#include "models/workout/units.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using workout::Family;

namespace ui {

namespace {

constexpr qsizetype leastTyped = 2; ///< letters before a word is offered by itself

bool isStep(QStringView line)
{
    return line.trimmed().startsWith(u'-');
}

/// The letters or the number that the cursor stands behind.
QString wordBefore(const QString &line)
{
    qsizetype start = line.size();
    while (start > 0
        && (line.at(start - 1).isLetterOrNumber() || line.at(start - 1) == u'.' || line.at(start - 1) == u'='))
        --start;
    return line.mid(start);
}

QString suffix(Family family)
{
    return family == Family::Power ? QString() : family == Family::HeartRate ? u" HR"_s : u" Pace"_s;
}

/// "56–75 %" or, for hearts, in beats.
QString reachOf(const workout::Scale &scale, qsizetype zone, Family family)
{
    if (zone >= scale.bounds.size())
        return {};
    const double one = family == Family::HeartRate ? scale.threshold / 100 : 1;
    const QString unit = family == Family::HeartRate ? Completion::tr("bpm") : u"%"_s;
    const auto bound = [&](qsizetype i) { return QString::number(std::lround(scale.bounds.at(i) * one)); };
    const QString text = zone == 0        ? u"\u2264 "_s + bound(0)
        : zone == scale.bounds.size() - 1 ? u"> "_s + bound(zone - 1)
                                          : bound(zone - 1) + u'\u2013' + bound(zone);
    return text + QChar(0x00a0) + unit;
}

void keepMatching(QList<Completion::Word> &words, const QString &start)
{
    words.removeIf([&](const Completion::Word &word) {
        return !word.text.startsWith(start, Qt::CaseInsensitive) || word.text.compare(start, Qt::CaseInsensitive) == 0;
    });
}

}

QList<Completion::Word> Completion::zones() const
{
    QList<Word> words;
    const auto scale = workout::scaleOf(m_family, m_person.settings, m_person.ftpWatts);
    const qsizetype count = scale && !scale->bounds.isEmpty() ? std::min<qsizetype>(7, scale->bounds.size()) : 5;
    const QStringList names = m_family == Family::Power ? m_person.settings.powerZoneNames
        : m_family == Family::HeartRate                 ? m_person.settings.heartrateZoneNames
                                                        : m_person.settings.paceZoneNames;
    for (qsizetype i = 0; i < count; ++i) {
        const QString reach = scale ? reachOf(*scale, i, m_family) : QString();
        const QString name = names.value(i);
        words.append({u"Z%1"_s.arg(i + 1) + suffix(m_family),
            name.isEmpty() || reach.isEmpty() ? name + reach
                                              : tr("%1, %2", "name of a zone, its bounds").arg(name, reach)});
    }
    return words;
}

QList<Completion::Word> Completion::keywords() const
{
    return {{u"ramp"_s, tr("from one level to another")},
        {u"freeride"_s, tr("no target on the trainer")},
        {u"maxeffort"_s, tr("all out")},
        {u"press lap"_s, tr("until the lap button")},
        {u"hidepower"_s, tr("hide power on the device")},
        {u"intensity=recovery"_s, tr("for the device")},
        {u"intensity=rest"_s, tr("for the device")},
        {u"intensity=active"_s, tr("for the device")},
        {u"intensity=warmup"_s, tr("for the device")},
        {u"intensity=cooldown"_s, tr("for the device")},
        {u"power=3s"_s, tr("average shown")},
        {u"power=lap"_s, tr("average shown")}};
}

QList<Completion::Word> Completion::units(const QString &number) const
{
    const QList<std::pair<QString, QString>> lengths {{u"m"_s, tr("minutes")},
        {u"s"_s, tr("seconds")},
        {u"h"_s, tr("hours")},
        {u"km"_s, tr("kilometres")},
        {u"mtr"_s, tr("metres")},
        {u"mi"_s, tr("miles")}};
    QList<std::pair<QString, QString>> targets {{u"%"_s, tr("of FTP")}, {u"w"_s, tr("watts")}};
    if (m_family == Family::HeartRate)
        targets = {{u"% LTHR"_s, tr("of threshold heart rate")},
            {u"% HR"_s, tr("of highest heart rate")},
            {u"bpm"_s, tr("beats per minute")}};
    else if (m_family == Family::Pace)
        targets = {{u"% Pace"_s, tr("of threshold speed")}};
    targets.append({u"rpm"_s, tr("cadence")});
    QList<Word> words;
    for (const auto &[unit, meaning] : lengths + targets)
        words.append({number + unit, meaning});
    return words;
}

QList<Completion::Word> Completion::lineStarts()
{
    return {{u"- "_s, tr("a step")},
        {u"3x"_s, tr("repeats the steps below")},
        {u"Warmup"_s, tr("section")},
        {u"Cooldown"_s, tr("section")}};
}

Completion::Offer Completion::all(const QString &before) const
{
    const QString word = wordBefore(before);
    Offer offer {int(word.size()), {}};
    if (!isStep(before)) {
        offer.words = lineStarts();
        offer.taken = int(before.size());
        keepMatching(offer.words, before.trimmed());
        return offer;
    }
    const bool number = !word.isEmpty() && std::ranges::all_of(word, [](QChar c) { return c.isDigit() || c == u'.'; });
    offer.words = number ? units(word) : zones() + keywords();
    keepMatching(offer.words, word);
    return offer;
}

Completion::Offer Completion::whileTyping(const QString &before) const
{
    const QString word = wordBefore(before);
    const bool zone = word.startsWith(u'z', Qt::CaseInsensitive) && word.size() == 1;
    if ((word.size() < leastTyped && !zone) || !word.at(0).isLetter())
        return {};
    if (!isStep(before) && before.trimmed() != word)
        return {};
    return all(before);
}

}
