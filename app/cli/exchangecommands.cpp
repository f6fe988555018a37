// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/exchange.h"
#include "app/cli/plainfile.h"
#include "models/domain/clock.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

// Everything: as far back as anybody has recorded, and as far ahead as anybody plans.
constexpr int daysBack = 366 * 20;
constexpr int daysAhead = 366 * 2;

struct Arguments {
    std::string path;
    DayOptions days;
    std::vector<std::string> only;
    bool ics = false;
    bool dryRun = false;
};

QStringList kindsOf(const Arguments &arguments)
{
    QStringList kinds;
    for (const auto &kind : arguments.only)
        kinds.append(QString::fromStdString(kind));
    return kinds.isEmpty() ? exchangeKinds() : kinds;
}

QJsonObject documentOf(const Exchange &exchange)
{
    QJsonObject document;
    for (auto it = exchange.begin(); it != exchange.end(); ++it)
        document.insert(it.key(), it.value());
    return document;
}

domain::Result<domain::Done> saveAs(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return domain::storageFailure(path, file.errorString());
    return domain::Done {};
}

/// The files of a folder and what each holds.
QMap<QString, QByteArray> filesOf(const Exchange &exchange, bool ics)
{
    QMap<QString, QByteArray> files;
    for (auto it = exchange.begin(); it != exchange.end(); ++it) {
        files.insert(it.key() + u".json"_s, QJsonDocument(it.value()).toJson());
        files.insert(it.key() + u".csv"_s, exchangeCsv(it.key(), it.value()));
    }
    if (ics)
        files.insert(u"calendar.ics"_s, exchangeIcs(exchange.value(eventsKind)));
    return files;
}

domain::Result<domain::Done> saveFolder(const QString &path, const QMap<QString, QByteArray> &files)
{
    if (!QDir().mkpath(path))
        return domain::storageFailure(path, u"the folder cannot be made"_s);
    for (auto it = files.begin(); it != files.end(); ++it) {
        if (const auto saved = saveAs(path + u'/' + it.key(), it.value()); !saved)
            return saved;
    }
    return domain::Done {};
}

/// One file: JSON of everything, CSV of one kind, or a calendar.
domain::Result<QByteArray> oneFile(const QString &path, const Exchange &exchange)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (path == "-"_L1 || ending == "json"_L1)
        return QJsonDocument(documentOf(exchange)).toJson(QJsonDocument::Compact) + '\n';
    if (ending == "ics"_L1)
        return exchangeIcs(exchange.value(eventsKind));
    if (ending == "csv"_L1 && exchange.size() == 1)
        return exchangeCsv(exchange.firstKey(), exchange.first());
    return domain::unreadable(path,
        ending == "csv"_L1 ? u"CSV holds one kind: say which with --only"_s
                           : u"a folder, or a name that ends in json, csv or ics, is expected"_s);
}

int told(Context &context, const QString &path, const Exchange &exchange)
{
    if (context.output().isJson()) {
        QJsonObject counts;
        for (auto it = exchange.begin(); it != exchange.end(); ++it)
            counts.insert(it.key(), it.value().size());
        context.output().json(QJsonDocument(QJsonObject {{u"path"_s, path}, {u"records"_s, counts}}));
        return Done;
    }
    QStringList words;
    for (auto it = exchange.begin(); it != exchange.end(); ++it)
        words.append(u"%1 %2"_s.arg(it.value().size()).arg(it.key()));
    context.output().line(u"Saved %1: %2."_s.arg(path, words.join(", "_L1)));
    return Done;
}

int exportAll(Context &context, const Arguments &arguments)
{
    const QString path = QString::fromStdString(arguments.path);
    const bool folder = path != "-"_L1 && (QFileInfo(path).isDir() || QFileInfo(path).suffix().isEmpty());
    const auto days = arguments.days.range(daysBack, daysAhead);
    if (!days)
        return context.output().fail(days.error());
    QStringList kinds = kindsOf(arguments);
    if (path.endsWith(".ics"_L1, Qt::CaseInsensitive))
        kinds = {eventsKind};
    if (!folder) { // what cannot be written is said before anything is asked for
        Exchange empty;
        for (const auto &kind : std::as_const(kinds))
            empty.insert(kind, {});
        if (const auto possible = oneFile(path, empty); !possible)
            return context.output().fail(possible.error());
    }
    const auto exchange = fetchExchange(context, kinds, *days);
    if (!exchange)
        return context.output().fail(exchange.error());
    if (folder) {
        const auto saved = saveFolder(path, filesOf(*exchange, arguments.ics));
        return saved ? told(context, path, *exchange) : context.output().fail(saved.error());
    }
    const auto bytes = oneFile(path, *exchange);
    if (!bytes)
        return context.output().fail(bytes.error());
    const auto saved = path == "-"_L1 ? writeToStandardOutput(*bytes) : saveAs(path, *bytes);
    if (!saved)
        return context.output().fail(saved.error());
    return path == "-"_L1 ? int(Done) : told(context, path, *exchange);
}

int importAll(Context &context, const Arguments &arguments)
{
    auto exchange = readExchange(QString::fromStdString(arguments.path));
    if (!exchange)
        return context.output().fail(exchange.error());
    if (!arguments.only.empty())
        exchange->removeIf([kinds = kindsOf(arguments)](const auto &kind) { return !kinds.contains(kind.key()); });
    const bool sports = std::find(arguments.only.begin(), arguments.only.end(), "sports") != arguments.only.end();
    const auto outcome = importExchange(context, *exchange, {.sports = sports, .dryRun = arguments.dryRun});
    if (!outcome)
        return context.output().fail(outcome.error());
    if (context.output().isJson()) {
        QJsonObject json {
            {u"dryRun"_s, arguments.dryRun}, {u"leftOut"_s, QJsonArray::fromStringList(outcome->leftOut)}};
        for (auto it = outcome->tallies.begin(); it != outcome->tallies.end(); ++it)
            json.insert(it.key(), it.value().json());
        context.output().json(QJsonDocument(json));
        return Done;
    }
    for (auto it = outcome->tallies.begin(); it != outcome->tallies.end(); ++it)
        context.output().line(it.key() + u": "_s + it.value().text());
    if (arguments.dryRun)
        context.output().line(u"Nothing was sent."_s);
    for (const auto &words : outcome->leftOut)
        context.output().remark(u"Left out: "_s + words);
    return Done;
}

void addOnly(CLI::App &command, const std::shared_ptr<Arguments> &arguments)
{
    command.add_option("--only", arguments->only, "one kind, or several separated by commas")
        ->delimiter(',')
        ->check(CLI::IsMember({"events", "activities", "wellness", "library", "sports"}));
}

}

domain::Result<ImportOutcome> importExchange(Context &context, const Exchange &exchange, const ImportWish &wish)
{
    ImportOutcome outcome;
    const auto importKind = [&](QLatin1StringView kind, const QJsonArray &records) {
        if (kind == libraryKind)
            return importLibrary(context, records, wish.dryRun);
        if (kind == eventsKind)
            return importEvents(context, records, wish.dryRun);
        if (kind == wellnessKind)
            return importWellness(context, records, wish.dryRun, outcome.leftOut);
        return kind == sportsKind ? importSports(context, records, wish.dryRun)
                                  : importActivities(context, records, wish.dryRun, outcome.leftOut);
    };
    // Thresholds first and events before activities: what is planned then comes to the same, and is found by what was
    // done.
    for (const auto &kind : {sportsKind, libraryKind, eventsKind, wellnessKind, activitiesKind}) {
        if (!exchange.contains(kind))
            continue;
        if (kind == sportsKind && !wish.sports) {
            outcome.leftOut.append(u"%1 settings of sports: thresholds change only with \"--only sports\""_s.arg(
                exchange.value(kind).size()));
            continue;
        }
        const auto tally = importKind(kind, exchange.value(kind));
        if (!tally)
            return tally.error();
        outcome.tallies.insert(kind, *tally);
    }
    return outcome;
}

void addExchangeCommands(CLI::App &program, Context &context, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *exporting = program.add_subcommand("export", "save everything, or some days and kinds, in files");
    exporting
        ->add_option("path", arguments->path, "a folder, or a file ending in json, csv or ics; - for standard output")
        ->required();
    arguments->days.add(*exporting);
    addOnly(*exporting, arguments);
    exporting->add_flag("--ics", arguments->ics, "also a calendar for other programs, in a folder");
    exporting->callback([&, arguments] { action = [&, arguments] { return exportAll(context, *arguments); }; });

    CLI::App *importing
        = program.add_subcommand("import", "bring back what was exported; twice the same changes nothing");
    importing->add_option("path", arguments->path, "a folder or file of export, CSV, or a calendar")->required();
    addOnly(*importing, arguments);
    importing->add_flag("--dry-run", arguments->dryRun, "only say what would be created, changed and kept");
    importing->callback([&, arguments] { action = [&, arguments] { return importAll(context, *arguments); }; });
}

}
