// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/plainfile.h"
#include "app/common/accounts.h"
#include "models/domain/clock.h"
#include "models/store/privatefile.h"
#include "models/store/wholedata.h"

#include <QFileInfo>
#include <QJsonObject>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct DataArguments {
    std::string database;
    std::string file;
    bool sure = false;
};

/// The named database, else that of the account.
domain::Result<QString> databaseOf(const DataArguments &arguments)
{
    if (!arguments.database.empty())
        return QString::fromStdString(arguments.database);
    QSettings settings(app::settingsFile(), QSettings::IniFormat);
    if (const auto account = app::Accounts(settings).last())
        return app::databasePath(*account);
    return domain::Error {.kind = domain::Error::Kind::NotFound,
        .httpStatus = 0,
        .item = u"account"_s,
        .detail = u"nobody is signed in: name a database with --database"_s,
        .retryAfter = {}};
}

int tell(const Output &output, const QJsonObject &json, const QString &sentence)
{
    if (output.isJson())
        output.json(QJsonDocument(json));
    else
        output.line(sentence);
    return Done;
}

int backUp(const Output &output, const DataArguments &arguments)
{
    const auto database = databaseOf(arguments);
    if (!database)
        return output.fail(database.error());
    const QString to = QString::fromStdString(arguments.file);
    if (const auto done = store::backUpDatabase(*database, to); !done)
        return output.fail(done.error());
    return tell(output, {{u"backup"_s, to}}, u"A checked copy is in %1."_s.arg(to));
}

int restore(const Output &output, const DataArguments &arguments)
{
    const auto database = databaseOf(arguments);
    if (!database)
        return output.fail(database.error());
    const auto lock = store::lockForWriting(*database);
    if (!lock)
        return output.fail(lock.error());
    const auto former
        = store::restoreDatabase(*database, QString::fromStdString(arguments.file), domain::SystemClock().now());
    if (!former)
        return output.fail(former.error());
    return tell(output,
        {{u"database"_s, *database}, {u"former"_s, *former}},
        former->isEmpty() ? u"Restored."_s : u"Restored. What was there before is in %1."_s.arg(*former));
}

int exportUnsynced(const Output &output, const DataArguments &arguments)
{
    const auto database = databaseOf(arguments);
    if (!database)
        return output.fail(database.error());
    const auto unsynced = store::exportUnsynced(*database);
    if (!unsynced)
        return output.fail(unsynced.error());
    const QByteArray text = QJsonDocument(*unsynced).toJson();
    if (arguments.file == "-") {
        const auto written = writeToStandardOutput(text);
        return written ? Done : output.fail(written.error());
    }
    const QString to = QString::fromStdString(arguments.file);
    if (const auto written = store::replaceFile(to, text); !written)
        return output.fail(written.error());
    const auto count = unsynced->value("unsynced"_L1).toArray().size();
    return tell(
        output, {{u"exported"_s, count}, {u"file"_s, to}}, u"%1 edits are in %2."_s.arg(QString::number(count), to));
}

int removeAll(const Output &output, const DataArguments &arguments)
{
    const auto database = databaseOf(arguments);
    if (!database)
        return output.fail(database.error());
    const auto lock = store::lockForWriting(*database);
    if (!lock)
        return output.fail(lock.error());
    const auto files = store::localFiles(*database);
    if (!arguments.sure) {
        const auto unsynced = store::exportUnsynced(*database);
        const auto count = unsynced ? unsynced->value("unsynced"_L1).toArray().size() : 0;
        return output.fail(domain::Error {.kind = domain::Error::Kind::Rejected,
            .httpStatus = 0,
            .item = *database,
            .detail = u"%1 files and %2 unsynced edits would be lost; say --yes if that is meant"_s.arg(
                QString::number(files.size()), QString::number(count)),
            .retryAfter = {}});
    }
    if (const auto done = store::deleteLocalData(*database); !done)
        return output.fail(done.error());
    return tell(output, {{u"removed"_s, QJsonArray::fromStringList(files)}}, u"%1 files are gone."_s.arg(files.size()));
}

CLI::App *addOne(CLI::App &data,
    const char *name,
    const char *what,
    const std::shared_ptr<DataArguments> &arguments,
    Context &context,
    Action &action,
    int (*run)(const Output &, const DataArguments &))
{
    CLI::App *command = data.add_subcommand(name, what);
    command->add_option("--database", arguments->database, "another database than the account's");
    command->callback([&context, &action, arguments, run] {
        action = [&context, arguments, run] { return run(context.output(), *arguments); };
    });
    return command;
}

}

void addDataCommands(CLI::App &program, Context &context, Action &action)
{
    CLI::App &data = *program.add_subcommand("data", "what is kept on this machine: back up, restore, rescue, delete");
    data.require_subcommand(1);
    const auto arguments = std::make_shared<DataArguments>();
    addOne(data,
        "backup",
        "a checked copy of the database, also while the window is open",
        arguments,
        context,
        action,
        backUp)
        ->add_option("file", arguments->file, "file that is not there yet")
        ->required();
    addOne(data,
        "restore",
        "put a backup in place of the database, which is kept beside it",
        arguments,
        context,
        action,
        restore)
        ->add_option("file", arguments->file, "the backup")
        ->required();
    addOne(data,
        "export-unsynced",
        "every edit that the service has not confirmed, as JSON; also from a database that cannot be opened",
        arguments,
        context,
        action,
        exportUnsynced)
        ->add_option("file", arguments->file, "file, or - for standard output")
        ->default_val("-");
    addOne(data, "delete", "remove everything that is kept of the account", arguments, context, action, removeAll)
        ->add_flag("--yes", arguments->sure, "without this it is only said what would go");
}

}
