// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/fitmessages.h"
#include "models/files/fitsteps.h"
#include "models/files/fitworkout.h"
#include "models/files/stepnotes.h"

#include <QCryptographicHash>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace files {

namespace {

using namespace fit;

constexpr int developmentMaker = 255;

/// The steps of the file: those of each block, then for repeats one that leads back to the first of them.
class StepList
{
public:
    StepList(const QString &sport, const domain::SportSettings &settings)
        : m_sport(sport)
        , m_settings(settings)
    {
    }

    void add(const workout::Block &block)
    {
        const int first = int(steps.size());
        for (const auto &step : block.steps)
            add(step);
        if (!block.repeat || int(steps.size()) == first)
            return;
        RawStep repeat;
        repeat.durationType = durationType::repeatCount;
        repeat.durationValue = quint32(first);
        repeat.target.zone = quint32(std::max(block.reps, 1));
        if (block.text != QString::number(block.reps) + u'x')
            repeat.name = fitting(block.text);
        if (!repeat.name.isEmpty() && repeat.name != block.text)
            notes.add(u"the name of its repeat is too long for the file and was cut"_s, m_number);
        push(repeat);
    }

    std::vector<RawStep> steps;
    StepNotes notes;

private:
    void push(RawStep step)
    {
        step.index = int(steps.size());
        steps.push_back(std::move(step));
    }

    void add(const workout::Step &step)
    {
        const int number = ++m_number;
        if (step.duration.value_or(std::chrono::seconds(0)).count() <= 0 && step.metres.value_or(0) <= 0
            && !step.untilLapPress)
            return notes.add(u"without a duration, left out"_s, number); // as in the text, where such a line is nothing
        const Encoded code = encoded(step, m_settings);
        RawStep raw = code.step;
        workout::Step wanted = step;
        wanted.line = 0;
        if (decoded(raw, m_sport) != wanted) {
            noteWhatOnlyNotesSay(step, number);
            const QString line = lineOf(step);
            if (line == fitting(line))
                raw.notes = line;
            else
                notes.add(u"its text is too long for a step of the file and was cut"_s, number);
            if (stepOfLine(raw.notes, raw) != wanted && line == fitting(line))
                notes.add(u"its words read otherwise in a line of text; a device shows them as they are"_s, number);
        }
        if (!code.whole)
            notes.add(
                u"the sport settings lack the threshold for its target, which stands only in its notes"_s, number);
        push(raw);
    }

    /// A device follows the fields; what they have no place for a person reads in the notes.
    void noteWhatOnlyNotesSay(const workout::Step &step, int number)
    {
        const int targets = int(step.power.has_value()) + int(step.heartRate.has_value()) + int(step.pace.has_value())
            + int(step.cadenceRpm.has_value());
        if (step.ramp)
            notes.add(u"ramp written as a range; its direction stands in the notes"_s, number);
        if (targets > 2)
            notes.add(u"two targets written; the others stand in the notes"_s, number);
        if (step.text.contains(u'^'))
            notes.add(u"timed cues stand in the notes"_s, number);
        if (step.freeride || step.maxEffort || !step.customZone.isEmpty())
            notes.add(u"what to ride stands in the notes"_s, number);
    }

    QString m_sport;
    const domain::SportSettings &m_settings;
    int m_number = 0; ///< of the step as the person wrote it
};

int roomFor(const std::vector<RawStep> &steps, QString RawStep::*text)
{
    qsizetype most = 0;
    for (const auto &step : steps)
        most = std::max(most, (step.*text).toUtf8().size());
    return most == 0 ? 0 : int(most + 1);
}

OutField number(int field, BaseType type, std::optional<quint32> value)
{
    return {.number = field, .type = type, .value = value};
}

OutField text(int field, const QString &value, int size)
{
    return {.number = field, .type = BaseType::String, .text = value.toUtf8(), .size = size};
}

OutField text(int field, const QString &value)
{
    const QString cut = fitting(value);
    return text(field, cut, int(cut.toUtf8().size() + 1));
}

void appendTarget(QList<OutField> &fields, const RawTarget &target, int type, int zone, int low)
{
    fields << number(type, BaseType::Enum, quint32(target.type))
           << number(zone, BaseType::UInt32, target.zone.value_or(0)) << number(low, BaseType::UInt32, target.low)
           << number(low + 1, BaseType::UInt32, target.high);
}

/// One layout for all steps, with room for the longest texts.
void writeSteps(const std::vector<RawStep> &steps, MessageWriter &writer)
{
    const int nameSize = roomFor(steps, &RawStep::name);
    const int notesSize = roomFor(steps, &RawStep::notes);
    const bool seconds = std::any_of(
        steps.begin(), steps.end(), [](const RawStep &step) { return step.second.type != targetType::open; });
    for (const auto &step : steps) {
        QList<OutField> fields {number(common::messageIndex, BaseType::UInt16, quint32(step.index))};
        if (nameSize > 0)
            fields << text(workoutStep::name, step.name, nameSize);
        fields << number(workoutStep::durationType, BaseType::Enum, quint32(step.durationType))
               << number(workoutStep::durationValue, BaseType::UInt32, step.durationValue);
        appendTarget(fields, step.target, workoutStep::targetType, workoutStep::targetValue, workoutStep::low);
        fields << number(workoutStep::intensity, BaseType::Enum, quint32(step.intensity));
        if (notesSize > 0)
            fields << text(workoutStep::notes, step.notes, notesSize);
        if (seconds)
            appendTarget(
                fields, step.second, workoutStep::secondType, workoutStep::secondValue, workoutStep::secondLow);
        writer.add(messages::workoutStep, fields);
    }
}

/// Of "25m" or "33.3y".
void appendPool(QList<OutField> &fields, const QString &length)
{
    const bool yards = length.endsWith(u'y');
    bool ok = false;
    const double number = length.chopped(length.isEmpty() ? 0 : 1).toDouble(&ok);
    if (!ok || !(number > 0 && number < 300))
        return;
    const double metres = yards ? number * metresPerYard : number;
    fields << OutField {.number = workoutMessage::poolLength,
        .type = BaseType::UInt16,
        .value = quint32(std::lround(metres * 100))}
           << OutField {.number = workoutMessage::poolLengthUnit, .type = BaseType::Enum, .value = yards ? 1U : 0U};
}

const QString &proseOf(const WorkoutFile &file)
{
    return file.description.isEmpty() ? file.workout.description : file.description;
}

void writeWorkout(const WorkoutFile &file, size_t stepCount, MessageWriter &writer)
{
    QList<OutField> fields;
    if (const auto sport = sportNumbers(file.sport)) {
        fields << number(workoutMessage::sport, BaseType::Enum, quint32(sport->sport))
               << number(workoutMessage::subSport, BaseType::Enum, quint32(sport->subSport));
    }
    fields << number(workoutMessage::stepCount, BaseType::UInt16, quint32(stepCount));
    if (!file.name.isEmpty())
        fields << text(workoutMessage::name, file.name);
    if (!proseOf(file).isEmpty())
        fields << text(workoutMessage::description, proseOf(file));
    appendPool(fields, file.workout.options.value(u"pool_length"_s));
    writer.add(messages::workout, fields);
}

/// What of the file as a whole has no place, or not all of it.
QList<Note> lossesOf(const WorkoutFile &file)
{
    QList<Note> losses;
    if (fitting(file.name) != file.name)
        losses.append({u"name"_s, u"it is too long for the file and was cut"_s});
    if (fitting(proseOf(file)) != proseOf(file))
        losses.append({u"description"_s, u"it is too long for the file and was cut"_s});
    if (!file.tags.isEmpty())
        losses.append({u"tags"_s, u"the file has no place for them"_s});
    if (!file.sport.isEmpty() && !sportNumbers(file.sport))
        losses.append({u"sport"_s, u"the format does not know %1"_s.arg(file.sport)});
    for (auto option = file.workout.options.begin(); option != file.workout.options.end(); ++option) {
        if (option.key() != "pool_length"_L1)
            losses.append({option.key(), u"the file has no place for it"_s});
    }
    return losses;
}

/// Devices tell workouts apart by this number: it comes from what the workout is.
quint32 serialOf(const QByteArray &data)
{
    const QByteArray hash = QCryptographicHash::hash(data, QCryptographicHash::Sha1);
    return std::max(1U, loadAs<quint32>(reinterpret_cast<const uchar *>(hash.constData()), false));
}

}

Written writtenFitWorkout(const WorkoutFile &file, const domain::SportSettings &settings, const QDateTime &created)
{
    StepList list(file.sport, settings);
    for (const auto &block : file.workout.blocks)
        list.add(block);
    if (list.steps.empty())
        return {};
    const auto writeBody = [&](MessageWriter &writer) {
        writeWorkout(file, list.steps.size(), writer);
        writeSteps(list.steps, writer);
    };
    MessageWriter body;
    writeBody(body);
    MessageWriter writer;
    QList<OutField> id {number(fileId::type, BaseType::Enum, fileType::workout),
        number(fileId::manufacturer, BaseType::UInt16, developmentMaker),
        number(fileId::product, BaseType::UInt16, 0),
        number(fileId::serialNumber, BaseType::UInt32z, serialOf(body.data()))};
    if (const auto seconds = secondsOf(created))
        id << number(fileId::timeCreated, BaseType::UInt32, *seconds);
    id << text(fileId::productName, u"Microcycle"_s);
    writer.add(messages::fileId, id);
    writeBody(writer);
    return {writer.file(), lossesOf(file) + list.notes.list()};
}

QByteArray writeFitWorkout(const WorkoutFile &file, const domain::SportSettings &settings, const QDateTime &created)
{
    return writtenFitWorkout(file, settings, created).bytes;
}

}
