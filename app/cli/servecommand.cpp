// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/demoserver.h"
#include "app/cli/commands.h"
#include "models/domain/clock.h"
#include "models/domain/localdatetime.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Arguments {
    int port = 0;
    quint32 seed = 1;
    std::string date;
    std::string database = ":memory:";
};

int serve(Context &context, const Arguments &arguments)
{
    demo::Options options;
    options.seed = arguments.seed;
    options.databasePath = QString::fromStdString(arguments.database);
    options.today = domain::SystemClock().today();
    if (!arguments.date.empty()) {
        const auto day = domain::parseDay(QString::fromStdString(arguments.date));
        if (!day)
            return context.output().fail(day.error());
        options.today = *day;
    }
    demo::DemoServer server;
    const auto info = server.start(options, quint16(arguments.port));
    if (!info)
        return context.output().fail(info.error());
    const QString url = info->url.toString();
    const QString key = QString::fromLatin1(info->key);
    if (context.output().isJson())
        context.output().json(QJsonDocument(QJsonObject {{u"url"_s, url}, {u"key"_s, key}, {u"athlete"_s, info->athlete}}));
    else
        context.output().table({{u"URL"_s, url}, {u"Key"_s, key}, {u"Athlete"_s, info->athlete}});
    std::signal(SIGINT, [](int) { QCoreApplication::exit(0); });
    std::signal(SIGTERM, [](int) { QCoreApplication::exit(0); });
    return QCoreApplication::exec();
}

}

void addServeCommand(CLI::App &program, Context &context, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *command = program.add_subcommand("serve", "the embedded server alone, with the demo athlete");
    command->add_option("--port", arguments->port, "0 takes a free one")->check(CLI::Range(0, 65535));
    command->add_option("--seed", arguments->seed, "another number is another athlete");
    command->add_option("--date", arguments->date, "the day the demo takes for today, YYYY-MM-DD");
    command->add_option("--database", arguments->database, "keep the server's state in this file");
    command->callback([&, arguments] { action = [&, arguments] { return serve(context, *arguments); }; });
}

}
