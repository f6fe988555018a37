// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/disconnectapp.h"
#include "api/endpoints/getathlete.h"
#include "app/cli/commands.h"
#include "app/cli/login.h"
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

/// Keeps a typed secret off the screen while it lives.
class Silence
{
public:
#ifdef Q_OS_UNIX
    explicit Silence(const char *prompt)
    {
        m_changed = ::isatty(STDIN_FILENO) && ::tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_changed)
            return;
        std::fputs(prompt, stderr);
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
#else
    explicit Silence(const char *) { }
#endif
};

/// Who signs in, and with what.
struct SignedIn {
    domain::Athlete athlete;
    http::Credential credential;
};

domain::Result<SignedIn> signInWithKey(const Options &options, const http::BaseUrl &base)
{
    auto line = typedLine("API key: ");
    if (!line)
        return line.error();
    const auto credential = http::Credential::make(*line, styleNamed(options.authStyle));
    http::Secret::wipe(*line);
    if (!credential)
        return credential.error();
    http::Client client(base, *credential, {});
    const auto athlete = Context::await(client.send(endpoints::GetAthlete {}));
    if (!athlete)
        return athlete.error();
    return SignedIn {athlete->value, *credential};
}

domain::Result<SignedIn> signInByBrowser(const Output &output, const http::BaseUrl &base, const BrowserLogin &browser)
{
    const auto grant = grantByBrowser(output, base, browser);
    if (!grant)
        return grant.error();
    return SignedIn {grant->athlete, grant->credential};
}

/// Gives a token back, so that it opens nothing any more; a key is nobody's to give back.
domain::Result<domain::Done> giveBack(const http::BaseUrl &base, const http::Credential &credential)
{
    if (credential.style() != http::Credential::Style::Bearer)
        return domain::Done {};
    http::Client client(base, credential, {});
    return Context::await(client.send(endpoints::DisconnectApp {}));
}

int login(Context &context, const BrowserLogin &browser)
{
    const Options &options = context.options();
    const auto base = http::BaseUrl::parse(
        options.server.empty() ? app::serviceOrigin().toString() : QString::fromStdString(options.server));
    if (!base)
        return context.output().fail(base.error());
    const auto person
        = browser.wanted ? signInByBrowser(context.output(), *base, browser) : signInWithKey(options, *base);
    if (!person)
        return context.output().fail(person.error());
    const auto account = app::accountOf(base->url(), person->athlete);
    if (!account)
        return context.output().fail(account.error());
    app::Keychain keychain;
    if (const auto kept = Context::await(keychain.write(*account, person->credential)); !kept) {
        // A token that is kept nowhere would stay good for ever without anybody who could give it back.
        if (browser.wanted) [[maybe_unused]]
            const auto given = giveBack(*base, person->credential);
        return context.output().fail(kept.error());
    }
    QSettings settings(app::settingsFile(), QSettings::IniFormat);
    app::Accounts(settings).setLast(*account);
    if (context.output().isJson())
        context.output().json(
            QJsonDocument(QJsonObject {{u"athlete"_s, account->athlete}, {u"name"_s, account->name}}));
    else
        context.output().line(u"Signed in as %1 (%2)."_s.arg(account->name, account->athlete));
    return Done;
}

/// Tells the service that a token is done with; the key or token is forgotten here whatever it says.
void disconnect(const Output &output, const app::Account &account, app::Keychain &keychain)
{
    const auto credential = Context::await(keychain.read(account));
    const auto base = http::BaseUrl::parse(account.origin.toString());
    if (!credential || !base)
        return;
    const auto given = giveBack(*base, *credential);
    if (!given && given.error().kind != domain::Error::Kind::Unauthorised)
        output.remark(u"The service was not told (%1). Take Microcycle's access away in your settings there."_s.arg(
            sentence(given.error())));
}

int logout(Context &context)
{
    QSettings settings(app::settingsFile(), QSettings::IniFormat);
    app::Accounts accounts(settings);
    const auto account = accounts.last();
    if (account) {
        app::Keychain keychain;
        disconnect(context.output(), *account, keychain);
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

domain::Result<QByteArray> typedLine(const char *prompt)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return domain::storageFailure(u"standard input"_s, input.errorString());
    const Silence silence(prompt);
    return input.readLine(1024);
}

void addAccountCommands(CLI::App &program, Context &context, Action &action)
{
    auto browser = std::make_shared<BrowserLogin>();
    CLI::App *command
        = program.add_subcommand("login", "keep an API key, read from standard input, in the system's keychain");
    CLI::Option *id = command->add_option("--client-id", browser->clientId, "of your OAuth application");
    command
        ->add_flag(
            "--oauth", browser->wanted, "sign in with the browser; the client secret is read from standard input")
        ->needs(id);
    command->add_flag("--no-browser", browser->noBrowser, "with --oauth: only print the address");
    command->callback([&, browser] { action = [&, browser] { return login(context, *browser); }; });
    program.add_subcommand("logout", "forget the key, or give the token back")->callback([&] {
        action = [&] { return logout(context); };
    });
    program.add_subcommand("whoami", "the account's athlete")->callback([&] {
        action = [&] { return whoami(context); };
    });
}

}
