// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/getathlete.h"
#include "app/cli/commands.h"
#include "app/common/keychain.h"

#include <QFile>
#include <QJsonObject>
#ifdef Q_OS_UNIX
#include <termios.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// Keeps a typed key off the screen while it lives.
class Silence
{
public:
#ifdef Q_OS_UNIX
    Silence()
    {
        m_changed = ::isatty(STDIN_FILENO) && ::tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_changed)
            return;
        std::fputs("API key: ", stderr);
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~Silence()
    {
        if (!m_changed)
            return;
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        std::fputs("\n", stderr);
    }
    Silence(const Silence &) = delete;
    Silence &operator=(const Silence &) = delete;

private:
    termios m_before {};
    bool m_changed = false;
#endif
};

domain::Result<http::Credential> typedCredential(const Options &options)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return domain::storageFailure(u"standard input"_s, input.errorString());
    const Silence silence;
    return http::Credential::make(input.readLine(1024), styleNamed(options.authStyle));
}

int login(Context &context)
{
    const Options &options = context.options();
    const auto base = http::BaseUrl::parse(
        options.server.empty() ? app::serviceOrigin().toString() : QString::fromStdString(options.server));
    if (!base)
        return context.output().fail(base.error());
    const auto credential = typedCredential(options);
    if (!credential)
        return context.output().fail(credential.error());
    http::Client client(*base, *credential, {});
    const auto athlete = Context::await(client.send(endpoints::GetAthlete {}));
    if (!athlete)
        return context.output().fail(athlete.error());
    const auto account = app::accountOf(base->url(), athlete->value);
    if (!account)
        return context.output().fail(account.error());
    app::Keychain keychain;
    if (const auto kept = Context::await(keychain.write(*account, *credential)); !kept)
        return context.output().fail(kept.error());
    QSettings settings(app::settingsFile(), QSettings::IniFormat);
    app::Accounts(settings).setLast(*account);
    if (context.output().isJson())
        context.output().json(
            QJsonDocument(QJsonObject {{u"athlete"_s, account->athlete}, {u"name"_s, account->name}}));
    else
        context.output().line(u"Signed in as %1 (%2)."_s.arg(account->name, account->athlete));
    return Done;
}

int logout(Context &context)
{
    QSettings settings(app::settingsFile(), QSettings::IniFormat);
    app::Accounts accounts(settings);
    const auto account = accounts.last();
    if (account) {
        app::Keychain keychain;
        const auto removed = Context::await(keychain.remove(*account));
        accounts.forget();
        if (!removed)
            return context.output().fail(removed.error());
    }
    if (context.output().isJson())
        context.output().json(QJsonDocument(QJsonObject {{u"signedOut"_s, account.has_value()}}));
    else
        context.output().line(account ? u"Signed out."_s : u"Nobody was signed in."_s);
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
        context.output().line(
            u"%1 (%2)"_s.arg(athlete->value.name, athlete->value.id.value_or(domain::AthleteId {}).value));
    return Done;
}

}

void addAccountCommands(CLI::App &program, Context &context, Action &action)
{
    program.add_subcommand("login", "keep an API key, read from standard input, in the system's keychain")
        ->callback([&] { action = [&] { return login(context); }; });
    program.add_subcommand("logout", "forget the key")->callback([&] { action = [&] { return logout(context); }; });
    program.add_subcommand("whoami", "the account's athlete")->callback([&] {
        action = [&] { return whoami(context); };
    });
}

}
