// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/plainfile.h"
#include "app/cli/warningwords.h"
#include "app/cli/workoutsettings.h"
#include "app/cli/workouttable.h"
#include "models/files/readfile.h"
#include "models/files/workouttext.h"
#include "models/workout/document.h"
#include "models/workout/parse.h"

#include <QFile>
#include <QStringDecoder>
#include <array>
#include <charconv>
#include <memory>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Arguments {
    std::string file;
    std::string output;
    WorkoutSettings settings;
};

QString nameOf(const std::string &path)
{
    return path == "-" ? u"standard input"_s : QString::fromStdString(path);
}

/// A file's bytes, or those of standard input up to a size that no workout has.
domain::Result<QByteArray> bytesOf(const std::string &path)
{
    if (path != "-")
        return readPlainFile(path);
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return domain::storageFailure(nameOf(path), input.errorString());
    const qint64 most = files::Bounds().bytes;
    QByteArray bytes; // a pipe gives its bytes piece by piece
    for (QByteArray piece = input.read(1 << 16); !piece.isEmpty() && bytes.size() <= most; piece = input.read(1 << 16))
        bytes += piece;
    if (bytes.isEmpty())
        return domain::unreadable(nameOf(path), u"it is empty"_s);
    if (bytes.size() > most)
        return domain::unreadable(nameOf(path), u"it is too large"_s);
    return bytes;
}

domain::Result<QString> textIn(const QByteArray &bytes, const QString &name)
{
    QStringDecoder decode(QStringConverter::Utf8);
    const QString text = decode(bytes);
    if (decode.hasError() || text.contains(QChar(u'\0')))
        return domain::unreadable(name, u"this is no text"_s);
    if (text.size() > workout::longestText)
        return domain::unreadable(name,
            u"a workout text has at most %1 characters, this one has %2"_s.arg(workout::longestText).arg(text.size()));
    return text;
}

domain::Result<QString> workoutTextOf(const std::string &path)
{
    const auto bytes = bytesOf(path);
    return bytes ? textIn(*bytes, nameOf(path)) : bytes.error();
}

void remarkOn(Context &context, const workout::Workout &workout)
{
    for (const auto &warning : workout.warnings)
        context.output().remark(sentence(warning));
}

int parse(Context &context, const Arguments &arguments)
{
    const auto text = workoutTextOf(arguments.file);
    if (!text)
        return context.output().fail(text.error());
    const auto workout = workout::parse(*text);
    if (!context.output().isJson()) {
        context.output().table(rowsOf(workout));
        remarkOn(context, workout);
        return Done;
    }
    const auto settings = arguments.settings.sportSettings();
    const auto figures = workout::resolve(workout, settings, arguments.settings.resolveOptions());
    const QJsonObject whole = workout::toDocument(workout, settings, figures);
    QJsonObject document; // what follows from the text alone
    for (const auto &key : {u"description"_s, u"duration"_s, u"distance"_s, u"options"_s, u"steps"_s, u"target"_s}) {
        if (whole.contains(key))
            document.insert(key, whole.value(key));
    }
    document.insert(u"warnings"_s, jsonOf(workout.warnings));
    context.output().json(QJsonDocument(document));
    return Done;
}

/// A figure as the service writes it: in single precision, no longer than that needs.
double shortest(double value)
{
    std::array<char, 32> text {};
    const auto end = std::to_chars(text.begin(), text.end(), float(value)).ptr;
    return QByteArray(text.data(), end - text.data()).toDouble();
}

QJsonValue orNull(const std::optional<int> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

/// The figures under the names that the service gives them.
QJsonObject figuresOf(const workout::Resolved &figures, const QJsonObject &document)
{
    return {{u"moving_time"_s, qint64(figures.duration.count())},
        {u"distance"_s, shortest(figures.metres)},
        {u"target"_s, document.value("target"_L1)},
        {u"normalized_power"_s, figures.normalizedWatts},
        {u"average_watts"_s, figures.averageWatts},
        {u"icu_training_load"_s, orNull(figures.load)},
        {u"icu_intensity"_s, figures.intensityPercent ? QJsonValue(shortest(*figures.intensityPercent)) : QJsonValue()},
        {u"joules"_s, figures.joules},
        {u"joules_above_ftp"_s, figures.joulesAboveFtp},
        {u"zoneTimes"_s, document.value("zoneTimes"_L1)},
        {u"steps"_s, document.value("steps"_L1)}};
}

QString cell(const QJsonValue &value)
{
    if (!value.isArray())
        return value.isNull() || value.isUndefined() ? u"–"_s : value.toVariant().toString();
    QStringList parts;
    for (const auto &entry : value.toArray())
        parts << entry["id"_L1].toString() + u' ' + QString::number(entry["secs"_L1].toInt());
    return parts.isEmpty() ? u"–"_s : parts.join(u", "_s);
}

int resolve(Context &context, const Arguments &arguments)
{
    const auto text = workoutTextOf(arguments.file);
    if (!text)
        return context.output().fail(text.error());
    const auto workout = workout::parse(*text);
    const auto settings = arguments.settings.sportSettings();
    const auto options = arguments.settings.resolveOptions();
    const auto figures = workout::resolve(workout, settings, options);
    const QJsonObject document = workout::toDocument(
        workout, settings, figures, {.resolved = true, .type = options.type, .indoor = options.indoor});
    QJsonObject answer = figuresOf(figures, document);
    if (context.output().isJson()) {
        answer.insert(u"warnings"_s, jsonOf(workout.warnings));
        context.output().json(QJsonDocument(answer));
        return Done;
    }
    QList<QStringList> rows;
    for (const auto &key : {u"moving_time"_s,
             u"distance"_s,
             u"target"_s,
             u"normalized_power"_s,
             u"average_watts"_s,
             u"icu_training_load"_s,
             u"icu_intensity"_s,
             u"joules"_s,
             u"joules_above_ftp"_s,
             u"zoneTimes"_s})
        rows.append({key, cell(answer.value(key))});
    context.output().table(rows);
    context.output().table(rowsOf(workout));
    remarkOn(context, workout);
    return Done;
}

domain::Result<files::WorkoutFile> workoutOfText(const QByteArray &bytes, const QString &name)
{
    const auto text = textIn(bytes, name);
    if (!text)
        return text.error();
    files::WorkoutFile file = files::workoutFromUtf8(text->toUtf8());
    file.notes.clear(); // the same in our words
    for (const auto &warning : file.workout.warnings)
        file.notes.append({u"line %1"_s.arg(warning.line + 1), wordsOf(warning)});
    return file;
}

domain::Result<files::WorkoutFile> workoutIn(const std::string &path)
{
    const auto bytes = bytesOf(path);
    if (!bytes)
        return bytes.error();
    if (files::formatOfName(fileName(path)) == files::Format::WorkoutText)
        return workoutOfText(*bytes, nameOf(path));
    const auto read = files::readWorkoutFile(*bytes, path == "-" ? QString() : fileName(path));
    if (!read)
        return read.error();
    if (read->size() != 1)
        return domain::unreadable(nameOf(path), u"it holds %1 workouts, one is expected"_s.arg(read->size()));
    return read->constFirst().content;
}

int convert(Context &context, const Arguments &arguments)
{
    const files::Format format = files::formatOfName(fileName(arguments.output));
    if (!files::holdsWorkout(format))
        return context.output().fail(domain::unreadable(
            QString::fromStdString(arguments.output), u"its name should end in txt, zwo, erg, mrc or fit"_s));
    auto file = workoutIn(arguments.file);
    if (!file) {
        domain::Error error = file.error();
        if (!error.item.startsWith(nameOf(arguments.file)))
            error.item = error.item.isEmpty() || error.item == fileName(arguments.file)
                ? nameOf(arguments.file)
                : nameOf(arguments.file) + u": "_s + error.item;
        return context.output().fail(error);
    }
    if (file->workout.isEmpty())
        return context.output().fail(domain::unreadable(nameOf(arguments.file), u"there are no steps in it"_s));
    if (file->sport.isEmpty())
        file->sport = QString::fromStdString(arguments.settings.sport);
    const auto written = files::writeWorkoutFile(*file, format, arguments.settings.sportSettings());
    if (!written)
        return context.output().fail(written.error());
    const auto saved = savePlainFile({arguments.output, fileName(arguments.output)}, written->bytes);
    if (!saved)
        return context.output().fail(saved.error());
    const auto notes = file->notes + written->notes;
    if (!context.output().isJson()) {
        context.output().line(u"Saved %1."_s.arg(*saved));
        for (const auto &note : notes)
            context.output().remark(note.item + u": "_s + note.detail);
        return Done;
    }
    QJsonArray list;
    for (const auto &note : notes)
        list.append(QJsonObject {{u"item"_s, note.item}, {u"detail"_s, note.detail}});
    context.output().json(QJsonDocument(QJsonObject {{u"file"_s, *saved},
        {u"format"_s, files::endingOf(format)},
        {u"bytes"_s, written->bytes.size()},
        {u"notes"_s, list}}));
    return Done;
}

}

void addWorkoutCommands(CLI::App &program, Context &context, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *workout
        = program.add_subcommand("workout", "workout texts and files, without an account")->require_subcommand(1);

    CLI::App *parsing = workout->add_subcommand("parse", "what a workout text is read as, and what is odd about it");
    parsing->add_option("file", arguments->file, "a text; - for standard input")->required();
    parsing->callback([&, arguments] { action = [&, arguments] { return parse(context, *arguments); }; });

    CLI::App *resolving = workout->add_subcommand("resolve", "the figures of a workout text for somebody's thresholds");
    resolving->add_option("file", arguments->file, "a text; - for standard input")->required();
    arguments->settings.add(*resolving);
    resolving->callback([&, arguments] { action = [&, arguments] { return resolve(context, *arguments); }; });

    CLI::App *converting = workout->add_subcommand("convert", "one format to another: txt, zwo, erg, mrc, fit");
    converting->add_option("in", arguments->file, "a file; - for standard input")->required();
    converting->add_option("out", arguments->output, "its ending says the format")->required();
    arguments->settings.add(*converting);
    converting->callback([&, arguments] { action = [&, arguments] { return convert(context, *arguments); }; });
}

}
