// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/demoserver.h"
#include "app/cli/commands.h"
#include "app/cli/quitsignals.h"
#include "app/cli/sessionline.h"
#include "models/domain/clock.h"
#include "models/domain/localdatetime.h"

#include <QCoreApplication>
#include <memory>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Arguments {
    std::optional<int> port;
    quint32 seed = 1;
    std::string date;
    std::string database = ":memory:";
};

/// The key of an earlier run, so that those who know it may come back; empty means a new one.
domain::Result<SessionLine> earlierRun(const Options &options)
{
    if (!options.session.empty())
        return SessionLine::read(QString::fromStdString(options.session));
    return SessionLine {{}, qgetenv(apiKeyVariable), {}};
}

domain::Result<demo::Options> demoOptions(const Arguments &arguments, const SessionLine &earlier)
{
    demo::Options options;
    options.seed = arguments.seed;
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
        options.key = credential->secret().bytes();
    }
    return options;
}

int serve(Context &context, const Arguments &arguments)
{
    const auto earlier = earlierRun(context.options());
    if (!earlier)
        return context.output().fail(earlier.error());
    const auto options = demoOptions(arguments, *earlier);
    if (!options)
        return context.output().fail(options.error());
    demo::DemoServer server;
    const int port = arguments.port.value_or(std::max(0, QUrl(earlier->url).port()));
    const auto info = server.start(*options, quint16(port));
    if (!info)
        return context.output().fail(info.error());
    quitOnSignals();
    const SessionLine line {info->url.toString(), info->key, info->athlete};
    if (context.output().isJson())
        context.output().json(QJsonDocument::fromJson(line.json()));
    else
        context.output().table(
            {{u"URL"_s, line.url}, {u"Key"_s, QString::fromLatin1(line.key)}, {u"Athlete"_s, line.athlete}});
    return QCoreApplication::exec();
}

}

void addServeCommand(CLI::App &program, Context &context, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *command = program.add_subcommand("serve",
        "the embedded server alone, with the demo athlete; with --session it comes back at the address and with the "
        "key "
        "of that line");
    command->add_option("--port", arguments->port, "0 takes a free one")->check(CLI::Range(0, 65535));
    command->add_option("--seed", arguments->seed, "another number is another athlete");
    command->add_option("--date", arguments->date, "the day the demo takes for today, YYYY-MM-DD");
    command->add_option("--database", arguments->database, "keep the server's state in this file");
    command->callback([&, arguments] { action = [&, arguments] { return serve(context, *arguments); }; });
}

}
