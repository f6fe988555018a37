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

/// Adds the words of the service, for they often say what to change.
QString reasoned(const domain::Error &error, const QString &sentence)
{
    QString detail = error.detail.simplified();
    while (detail.endsWith(QLatin1Char('.')))
        detail.chop(1);
    return detail.isEmpty() ? sentence : Words::tr("%1 The reason given: %2.", "sentence, then foreign words")
                                             .arg(sentence, detail);
}

QString busy(const domain::Error &error)
{
    if (error.retryAfter && error.retryAfter->count() > 0)
        return Words::tr("Intervals.icu asks to slow down. Sending goes on in %1 s.").arg(error.retryAfter->count());
    return Words::tr("Intervals.icu asks to slow down. Sending goes on by itself in a moment.");
}

}

ErrorText errorText(const domain::Error &error)
{
    using Kind = domain::Error::Kind;
    using Action = ErrorText::Action;
    switch (error.kind) {
    case Kind::Offline:
        return {named(error, Words::tr("No connection for %1. It is kept here and sent later."),
                      Words::tr("No connection to Intervals.icu. What you change is kept here and sent later.")),
                Action::Retry};
    case Kind::Timeout:
        return {named(error, Words::tr("Intervals.icu took too long to answer about %1."),
                      Words::tr("Intervals.icu took too long to answer.")), Action::Retry};
    case Kind::Unauthorised:
        return {Words::tr("Intervals.icu does not accept this key. Copy it again from the settings page."),
                Action::SignIn};
    case Kind::Forbidden:
        return {named(error, Words::tr("This key may not use %1 at Intervals.icu."),
                      Words::tr("This key may not do that at Intervals.icu.")), Action::SignIn};
    case Kind::NotFound:
        return {named(error, Words::tr("Intervals.icu no longer has %1."),
                      Words::tr("Intervals.icu no longer has that.")), Action::None};
    case Kind::Conflict:
        return {named(error, Words::tr("Somebody else changed %1 in the meantime. Their version is shown."),
                      Words::tr("It was changed elsewhere in the meantime. The other version is shown.")),
                Action::None};
    case Kind::RateLimited:
        return {busy(error), Action::None};
    case Kind::Rejected:
        return {reasoned(error, named(error, Words::tr("Intervals.icu did not accept %1."),
                                      Words::tr("Intervals.icu did not accept the change."))), Action::None};
    case Kind::Server:
        return {named(error, Words::tr("Intervals.icu has trouble with %1 at the moment."),
                      Words::tr("Intervals.icu has trouble at the moment.")), Action::Retry};
    case Kind::Redirected:
        return {Words::tr("The answer came from another place than Intervals.icu and was not followed. "
                          "A sign-in page of this network may be in the way."), Action::Retry};
    case Kind::Insecure:
        return {reasoned(error, Words::tr("The connection is not safe, so nothing was sent.")), Action::Retry};
    case Kind::Malformed:
        return {named(error, Words::tr("Intervals.icu answered about %1 in a way that cannot be read."),
                      Words::tr("Intervals.icu answered in a way that cannot be read.")), Action::Retry};
    case Kind::Storage:
        return {reasoned(error, named(error, Words::tr("%1 could not be saved on this computer."),
                                      Words::tr("It could not be saved on this computer."))), Action::Retry};
    case Kind::Parse:
        return {reasoned(error, named(error, Words::tr("%1 could not be read."), Words::tr("It could not be read."))),
                Action::None};
    }
    return {};
}

}
