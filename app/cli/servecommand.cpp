// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/demoserver.h"
#include "app/cli/commands.h"
#include "app/cli/quitsignals.h"
#include "app/cli/sessionline.h"
#include "app/common/accounts.h"
#include "app/common/keychain.h"
#include "models/domain/clock.h"
#include "models/domain/localdatetime.h"

#include <QCoreApplication>
#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Arguments {
    std::optional<int> port;
    quint32 seed = 1;
    int days = 3 * 365;
    int latency = 0;
    bool log = false;
    std::string date;
    std::string database = ":memory:";
    std::vector<std::string> faults;
};

/// The key of an earlier run, so that those who know it may come back; empty means a new one.
domain::Result<SessionLine> earlierRun(const Options &options)
{
    if (!options.session.empty())
        return SessionLine::read(QString::fromStdString(options.session));
    return SessionLine {{}, qgetenv(apiKeyVariable), {}, {}, {}};
}

/// A key that opens somebody's real data has no business in a server for playing.
domain::Result<domain::Done> notARealKey(const http::Credential &credential)
{
    QSettings settings(app::settingsFile(), QSettings::IniFormat);
    const auto account = app::Accounts(settings).last();
    if (!account)
        return domain::Done {};
    app::Keychain keychain;
    const auto kept = Context::await(keychain.read(*account));
    if (!kept || kept->secret().bytes() != credential.secret().bytes())
        return domain::Done {};
    return domain::Error {.kind = domain::Error::Kind::Insecure,
        .httpStatus = 0,
        .item = u"key"_s,
        .detail = u"this is the key of a real account; the server makes one of its own"_s,
        .retryAfter = {}};
}

domain::Result<demo::Options> demoOptions(const Arguments &arguments, const SessionLine &earlier)
{
    demo::Options options;
    options.seed = arguments.seed;
    options.days = arguments.days;
    options.databasePath = QString::fromStdString(arguments.database);
    options.today = domain::SystemClock().today();
    if (!arguments.date.empty()) {
        const auto day = domain::parseDay(QString::fromStdString(arguments.date));
        if (!day)
            return day.error();
        options.today = *day;
    }
    if (!earlier.key.isEmpty()) {
        const auto credential = http::Credential::make(earlier.key);
        if (!credential)
            return credential.error();
        if (const auto allowed = notARealKey(*credential); !allowed)
            return allowed.error();
        options.key = credential->secret().bytes();
    }
    return options;
}

domain::Result<demo::Manners> manners(const Arguments &arguments)
{
    demo::Manners manners;
    manners.latency = std::chrono::milliseconds(arguments.latency);
    for (const auto &text : arguments.faults) {
        const auto fault = demo::Fault::parse(QString::fromStdString(text));
        if (!fault)
            return fault.error();
        manners.faults.push_back(*fault);
    }
    if (arguments.log)
        manners.served = [](const demo::Served &served) {
            std::fprintf(stderr, "%s %s %d\n", served.method.constData(), qPrintable(served.path), served.status);
        };
    return manners;
}

int serve(Context &context, const Arguments &arguments)
{
    const auto behaviour = manners(arguments);
    if (!behaviour)
        return context.output().fail(behaviour.error());
    const auto earlier = earlierRun(context.options());
    if (!earlier)
        return context.output().fail(earlier.error());
    const auto options = demoOptions(arguments, *earlier);
    if (!options)
        return context.output().fail(options.error());
    demo::DemoServer server;
    const int port = arguments.port.value_or(std::max(0, QUrl(earlier->url).port()));
    const auto info = server.start(*options, quint16(port), *behaviour);
    if (!info)
        return context.output().fail(info.error());
    quitOnSignals();
    const SessionLine line {info->url.toString(), info->key, info->athlete, info->clientId, info->clientSecret};
    if (context.output().isJson())
        context.output().json(QJsonDocument::fromJson(line.json()));
    else
        context.output().table({{u"URL"_s, line.url},
            {u"Key"_s, QString::fromLatin1(line.key)},
            {u"Athlete"_s, line.athlete},
            {u"Client id"_s, QString::fromLatin1(line.clientId)},
            {u"Client secret"_s, QString::fromLatin1(line.clientSecret)}});
    return QCoreApplication::exec();
}

}

void addServeCommand(CLI::App &program, Context &context, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *command = program.add_subcommand("serve",
        "the embedded server alone, with the demo athlete; with --session it comes back at the address and with the "
        "key of that line");
    command->add_option("--port", arguments->port, "0 takes a free one")->check(CLI::Range(0, 65535));
    command->add_option("--seed", arguments->seed, "another number is another athlete");
    command->add_option("--date", arguments->date, "the day the demo takes for today, YYYY-MM-DD");
    command->add_option("--days", arguments->days, "how many days the athlete has trained and logged")
        ->check(CLI::Range(7, 3 * 365));
    command->add_option("--data,--database", arguments->database, "keep the server's state in this file");
    command->add_option("--latency", arguments->latency, "milliseconds before every answer")
        ->check(CLI::Range(0, 60'000));
    command
        ->add_option("--fault",
            arguments->faults,
            "what goes wrong and when, for example '429 every 7 retry-after 2'; may be given again")
        ->allow_extra_args(false);
    command->add_flag("--log", arguments->log, "one line for each request on standard error");
    command->callback([&, arguments] { action = [&, arguments] { return serve(context, *arguments); }; });
}

}
