// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/durationtext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int longest = 7 * 24 * 3600;

std::optional<int> within(double seconds)
{
    if (seconds < 0 || seconds > longest)
        return {};
    return qRound(seconds);
}

}

std::optional<int> parseDuration(const QString &text)
{
    static const QRegularExpression clock(u"^(\\d{1,3}):([0-5]?\\d)(?::([0-5]?\\d))?$"_s);
    static const QRegularExpression units(
        u"^(?:(\\d{1,3}(?:[.,]\\d+)?)\\s*h(?:ours?|rs?)?)?\\s*(?:(\\d{1,5})\\s*(?:m(?:in(?:utes?)?)?|')?)?\\s*(?:(\\d{1,5})\\s*(?:s(?:ec(?:onds?)?)?|\"))?$"_s);
    const QString clean = text.trimmed().toLower();
    if (clean.isEmpty())
        return {};
    const auto number = [](const QString &digits) { return QString(digits).replace(u',', u'.').toDouble(); };
    if (const auto match = clock.match(clean); match.hasMatch())
        return within(number(match.captured(1)) * 3600 + number(match.captured(2)) * 60 + number(match.captured(3)));
    if (const auto match = units.match(clean); match.hasMatch())
        return within(number(match.captured(1)) * 3600 + number(match.captured(2)) * 60 + number(match.captured(3)));
    return {};
}

QString durationText(int seconds)
{
    const QChar zero(u'0');
    const QString text = u"%1:%2"_s.arg(seconds / 3600).arg(seconds / 60 % 60, 2, 10, zero);
    return seconds % 60 == 0 ? text : text + u":%1"_s.arg(seconds % 60, 2, 10, zero);
}

}
