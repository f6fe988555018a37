// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/getathlete.h"
#include "app/cli/commands.h"
#include "app/common/keychain.h"

#include <QFile>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

int login(Context &context)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return context.output().fail(domain::storageFailure(u"standard input"_s, input.errorString()));
    const auto credential = http::Credential::make(input.readLine(1024), styleNamed(context.options().authStyle));
    if (!credential)
        return context.output().fail(credential.error());
    const QString server = context.options().server.empty() ? app::serviceOrigin().toString() : QString::fromStdString(context.options().server);
    const auto base = http::BaseUrl::parse(server);
    if (!base)
        return context.output().fail(base.error());
    http::Client client(*base, *credential, {});
    const auto athlete = Context::await(client.send(endpoints::GetAthlete {}));
    if (!athlete)
        return context.output().fail(athlete.error());
    const app::Account account {base->url(), athlete->value.id.value_or(domain::AthleteId {}).value, athlete->value.name};
    app::Keychain keychain;
    if (const auto kept = Context::await(keychain.write(account, *credential)); !kept)
        return context.output().fail(kept.error());
    QSettings settings(app::settingsFile(), QSettings::IniFormat);
    app::Accounts(settings).setLast(account);
    context.output().line(u"Signed in as %1 (%2)."_s.arg(account.name, account.athlete));
    return Done;
}

int logout(Context &context)
{
    QSettings settings(app::settingsFile(), QSettings::IniFormat);
    app::Accounts accounts(settings);
    const auto account = accounts.last();
    if (!account) {
        context.output().line(u"Nobody was signed in."_s);
        return Done;
    }
    app::Keychain keychain;
    const auto removed = Context::await(keychain.remove(*account));
    accounts.forget();
    if (!removed)
        return context.output().fail(removed.error());
    context.output().line(u"Signed out."_s);
    return Done;
}

int whoami(Context &context)
{
    const auto athlete = context.call(endpoints::GetAthlete {});
    if (!athlete)
        return context.output().fail(athlete.error());
    if (context.output().isJson())
        context.output().json(QJsonDocument(athlete->json));
    else
        context.output().line(u"%1 (%2)"_s.arg(athlete->value.name, athlete->value.id.value_or(domain::AthleteId {}).value));
    return Done;
}

}

void addAccountCommands(CLI::App &program, Context &context, Action &action)
{
    program.add_subcommand("login", "keep an API key, read from standard input, in the system's keychain")->callback([&] { action = [&] { return login(context); }; });
    program.add_subcommand("logout", "forget the key")->callback([&] { action = [&] { return logout(context); }; });
    program.add_subcommand("whoami", "the account's athlete")->callback([&] { action = [&] { return whoami(context); }; });
}

}
