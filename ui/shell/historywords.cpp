// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/historywords.h"

#include "models/domain/localdatetime.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qsizetype longestSubject = 40;

}

QString HistoryWords::undo(const std::optional<store::GestureInfo> &gesture, const QLocale &locale)
{
    return gesture ? tr("Undo: %1", "what was done").arg(what(*gesture, locale)) : tr("Undo");
}

QString HistoryWords::redo(const std::optional<store::GestureInfo> &gesture, const QLocale &locale)
{
    return gesture ? tr("Redo: %1", "what was done").arg(what(*gesture, locale)) : tr("Redo");
}

QString HistoryWords::what(const store::GestureInfo &gesture, const QLocale &locale)
{
    using store::Verb;
    QString subject = gesture.subject.size() > longestSubject
        ? gesture.subject.left(longestSubject - 1).trimmed() + u'\u2026'
        : gesture.subject;
    if (gesture.verb == Verb::Wellness)
        return tr("Wellness of %1", "a day").arg(locale.toString(gesture.target, QLocale::ShortFormat));
    if (gesture.verb == Verb::Discard && gesture.subject == domain::dayText(gesture.target))
        subject = locale.toString(gesture.target, QLocale::ShortFormat);
    // A plan of the library has one name for all that is laid out.
    const QString more = gesture.count > 1 && gesture.verb != Verb::Plan
        ? u' ' + tr("and %1 more", "items").arg(locale.toString(gesture.count - 1))
        : QString();
    subject = tr("“%1”", "the name of an item").arg(subject.replace(u'&', u"&&"_s)) + more;
    switch (gesture.verb) {
    case Verb::Create:
        return tr("Add %1").arg(subject);
    case Verb::Move:
        return tr("Move %1").arg(subject);
    case Verb::Delete:
        return tr("Delete %1").arg(subject);
    case Verb::Copy:
        return tr("Copy %1").arg(subject);
    case Verb::Paste:
        return tr("Paste %1").arg(subject);
    case Verb::Keep:
        return tr("Keep %1 in the library").arg(subject);
    case Verb::Plan:
        return tr("Plan %1 from the library").arg(subject);
    case Verb::Discard:
        return tr("Discard the change of %1").arg(subject);
    case Verb::Choose:
        return tr("Choose a version of %1").arg(subject);
    case Verb::Restore:
        return tr("Restore %1").arg(subject);
    case Verb::Edit:
    case Verb::Wellness:
    case Verb::Activity:
        break;
    }
    return tr("Change %1").arg(subject);
}

}
