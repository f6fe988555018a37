// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/errortext.h"

#include <QCoreApplication>

namespace ui {

namespace {

/// Keeps the translations of this file in one context.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

/// The sentence with the item's name, or the one that needs none.
QString named(const domain::Error &error, const QString &withItem, const QString &without)
{
    return error.item.isEmpty() ? without : withItem.arg(error.item);
}

/// The words of the service or of a reader as they stand in a sentence; empty if there are none.
QString reasonOf(const domain::Error &error)
{
    QString detail = error.detail.simplified();
    while (detail.endsWith(QLatin1Char('.')))
        detail.chop(1);
    // A foreign sentence would look like one of ours.
    return detail.replace(QStringLiteral(". "), QStringLiteral("; "));
}

/// Takes the reason into the sentence, for it often says what to change.
QString reasoned(const domain::Error &error, const QString &sentence)
{
    const QString reason = reasonOf(error);
    return reason.isEmpty() ? Words::tr("%1.", "a sentence without its full stop").arg(sentence)
                            : Words::tr("%1: %2.", "a sentence, then foreign words").arg(sentence, reason);
}

QString followed(const QString &sentence, const QString &next)
{
    return Words::tr("%1 %2", "what happened, what happens next").arg(sentence, next);
}

QString busy(const domain::Error &error)
{
    const QString what = named(
        error, Words::tr("Intervals.icu asks to slow down with %1."), Words::tr("Intervals.icu asks to slow down."));
    if (error.retryAfter && error.retryAfter->count() > 0)
        return followed(what, Words::tr("Sending goes on in %1 s.").arg(error.retryAfter->count()));
    return followed(what, Words::tr("Sending goes on by itself in a moment."));
}

/// Errors of the same kind that no service had a part in.
QString local(const domain::Error &error)
{
    using Kind = domain::Error::Kind;
    const QString unchanged = Words::tr("Nothing was changed.");
    switch (error.kind) {
    case Kind::Forbidden:
        return followed(named(error, Words::tr("%1 is locked."), Words::tr("It is locked.")), unchanged);
    case Kind::NotFound:
        return followed(
            named(error, Words::tr("There is no %1 any more."), Words::tr("It is not there any more.")), unchanged);
    case Kind::Rejected:
        return followed(
            reasoned(error, named(error, Words::tr("That cannot be done with %1"), Words::tr("That cannot be done"))),
            unchanged);
    default:
        return {};
    }
}

QString refusedByService(const domain::Error &error)
{
    using Kind = domain::Error::Kind;
    const QString kept = Words::tr("It is kept here until you change or discard it.");
    if (error.kind == Kind::Forbidden)
        return followed(named(error,
                            Words::tr("This key may not use %1 at Intervals.icu."),
                            Words::tr("This key may not do that at Intervals.icu.")),
            kept);
    if (error.kind == Kind::NotFound)
        return followed(
            named(error, Words::tr("Intervals.icu no longer has %1."), Words::tr("Intervals.icu no longer has that.")),
            Words::tr("What you changed in it is kept here until you discard it."));
    return followed(reasoned(error,
                        named(error,
                            Words::tr("Intervals.icu did not accept %1"),
                            Words::tr("Intervals.icu did not accept the change"))),
        kept);
}

QString refused(const domain::Error &error)
{
    return error.httpStatus == 0 ? local(error) : refusedByService(error);
}

QString unsafe(const domain::Error &error)
{
    const QString what = named(error,
        Words::tr("The connection is not safe, so nothing of %1 was sent"),
        Words::tr("The connection is not safe, so nothing was sent"));
    return followed(reasoned(error, what), Words::tr("It is kept here until the connection is safe."));
}

/// Passing trouble of the service or of the way to it.
QString passing(const domain::Error &error)
{
    using Kind = domain::Error::Kind;
    const QString again = Words::tr("It is tried again by itself.");
    switch (error.kind) {
    case Kind::Offline:
        return named(error,
            Words::tr("No connection for %1. It is kept here and sent later."),
            Words::tr("No connection to Intervals.icu. What you change is kept here and sent later."));
    case Kind::Timeout:
        return followed(named(error,
                            Words::tr("Intervals.icu took too long to answer about %1."),
                            Words::tr("Intervals.icu took too long to answer.")),
            again);
    case Kind::Redirected:
        return followed(
            named(error,
                Words::tr("The answer about %1 came from another place than Intervals.icu and was not followed."),
                Words::tr("The answer came from another place than Intervals.icu and was not followed.")),
            Words::tr("A sign-in page of this network may be in the way; it is tried again by itself."));
    case Kind::Malformed:
        return followed(named(error,
                            Words::tr("Intervals.icu answered about %1 in a way that cannot be read."),
                            Words::tr("Intervals.icu answered in a way that cannot be read.")),
            again);
    default:
        return followed(named(error,
                            Words::tr("Intervals.icu has trouble with %1 at the moment."),
                            Words::tr("Intervals.icu has trouble at the moment.")),
            again);
    }
}

}

ErrorText errorText(const domain::Error &error)
{
    using Kind = domain::Error::Kind;
    using Action = ErrorText::Action;
    switch (error.kind) {
    case Kind::Offline:
    case Kind::Timeout:
    case Kind::Server:
    case Kind::Redirected:
    case Kind::Malformed:
        return {passing(error), Action::Retry};
    case Kind::Unauthorised:
        return {followed(named(error,
                             Words::tr("Intervals.icu does not accept this key for %1."),
                             Words::tr("Intervals.icu does not accept this key.")),
                    Words::tr("Copy it again from the settings page.")),
            Action::SignIn};
    case Kind::Forbidden:
        return {refused(error), error.httpStatus == 0 ? Action::None : Action::SignIn};
    case Kind::NotFound:
    case Kind::Rejected:
        return {refused(error), Action::None};
    case Kind::Conflict:
        return {named(error,
                    Words::tr("Somebody else changed %1 in the meantime. Their version is shown."),
                    Words::tr("It was changed elsewhere in the meantime. The other version is shown.")),
            Action::None};
    case Kind::RateLimited:
        return {busy(error), Action::None};
    case Kind::Insecure:
        return {unsafe(error), Action::Retry};
    case Kind::Storage:
        return {followed(reasoned(error,
                             named(error,
                                 Words::tr("%1 could not be saved on this computer"),
                                 Words::tr("It could not be saved on this computer"))),
                    Words::tr("Nothing was changed, so it can be tried again.")),
            Action::Retry};
    case Kind::Parse:
        return {followed(
                    reasoned(error, named(error, Words::tr("%1 could not be read"), Words::tr("It could not be read"))),
                    Words::tr("Nothing was taken from it.")),
            Action::None};
    }
    return {};
}

}
