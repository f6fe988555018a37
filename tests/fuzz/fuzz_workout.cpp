// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/absolute.h"
#include "models/workout/cues.h"
#include "models/workout/document.h"
#include "models/workout/highlight.h"
#include "models/workout/parse.h"
#include "models/workout/print.h"
#include "models/workout/profile.h"

namespace {

void require(bool holds)
{
    if (!holds)
        __builtin_trap();
}

/// Printing takes as long as all the rest; a few lines show whether it stands still.
constexpr qsizetype shortText = 150;

bool isTooLong(const workout::Workout &workout)
{
    return std::any_of(workout.warnings.begin(), workout.warnings.end(), [](const workout::Warning &warning) {
        return warning.kind == workout::Warning::Kind::TooLong;
    });
}

void checkSteps(const workout::Workout &workout, qsizetype lines)
{
    for (const auto &block : workout.blocks) {
        require(block.reps >= 1 && block.reps <= workout::mostReps && !block.steps.isEmpty());
        for (const auto &step : block.steps) {
            require(step.line >= 0 && step.line < lines);
            require(!step.duration || step.duration->count() > 0);
            require(!step.metres || *step.metres > 0);
            require(step.duration || step.metres);
            const auto cued = workout::cuedLabelOf(step.text);
            require(workout::cuedLabelOf(workout::textOf(cued)).cues.size() <= cued.cues.size());
        }
    }
    for (const auto &warning : workout.warnings)
        require(warning.line >= 0 && warning.line <= lines && warning.column >= 0 && warning.length >= 0);
}

/// Pieces lie within the text, line by line and left to right, and no two of them over each other but problems.
void checkPieces(const QString &text, qsizetype lines)
{
    workout::Place before;
    const auto pieces = workout::highlights(text);
    for (const auto &piece : pieces) {
        const auto &place = piece.place;
        require(place.line >= 0 && place.line < lines && place.column >= 0 && place.length > 0
            && place.column + place.length <= text.size());
        if (piece.kind == workout::Highlight::Kind::Problem)
            continue;
        require(place.line > before.line || place.column >= before.column + before.length);
        before = place;
    }
}

domain::SportSettings athlete()
{
    domain::SportSettings settings;
    settings.types = {QStringLiteral("Ride")};
    settings.ftpWatts = 250;
    settings.lthrBpm = 165;
    settings.maxHrBpm = 190;
    settings.heartrateZonesBpm = {130, 150, 165, 190};
    settings.thresholdPaceMps = 4;
    return settings;
}

/// Figures are summed second by second, and an hour of them goes through the same code as a day. What is longer than
/// four days has none.
bool isQuick(const workout::Workout &workout, const domain::SportSettings &settings)
{
    qint64 seconds = 0;
    for (const auto &block : workout.blocks) {
        for (const auto &step : block.steps)
            seconds += workout::durationOf(step, settings).count() * block.reps;
    }
    return seconds <= 3600 || seconds > 4 * 86'400;
}

void checkFigures(const workout::Workout &workout, const domain::SportSettings &settings, const QString &target)
{
    const auto figures = workout::resolve(workout, settings, {.type = QStringLiteral("Ride"), .target = target});
    require(figures.duration.count() >= 0 && figures.metres >= 0 && figures.normalizedWatts >= 0
        && figures.load.value_or(0) >= 0);
    qint64 seconds = 0;
    for (const auto &[zone, inZone] : figures.zoneSeconds)
        seconds += zone == QLatin1String("SS") ? 0 : inZone;
    require(figures.zoneSeconds.isEmpty() || seconds == figures.duration.count());
    (void)workout::toDocument(workout, settings, figures, {.resolved = true});
}

}

/// Any text is a workout or prose: it reads the same when it is written again, every piece of it has one
/// place, and its figures stay within what a day can hold.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const workout::Workout workout = workout::parse(text);

    const auto lines = text.count(u'\n') + text.count(u'\r') + text.count(u'\u2029') + 1;
    checkSteps(workout, lines);
    checkPieces(text, lines);

    const QString printed = workout::print(workout);
    const workout::Workout again = workout::parse(printed);
    if (!isTooLong(workout) && !isTooLong(again)) {
        require(workout::equalInMeaning(again, workout));
        if (text.size() <= shortText)
            require(workout::print(again) == printed);
    }

    const domain::SportSettings settings = athlete();
    static const QStringList targets {QString(), QStringLiteral("POWER"), QStringLiteral("HR"), QStringLiteral("PACE")};
    if (isQuick(workout, settings))
        checkFigures(workout, settings, targets.at(text.size() % targets.size()));
    const auto profile = workout::profile(workout, settings);
    require(workout::decode(workout::encode(profile)) == profile);
    return 0;
}
