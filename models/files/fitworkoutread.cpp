// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/fitdecode.h"
#include "models/files/fittargets.h"
#include "models/files/fitworkout.h"
#include "models/files/stepnotes.h"
#include "models/workout/parse.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace files {

namespace {

using namespace fit;

constexpr qint64 mostDone = 2'000; ///< steps, with all repeats done
constexpr qint64 mostMessages = 2 * mostDone; ///< of steps and repeats

domain::Error refusal(const QString &detail)
{
    return domain::unreadable(u"FIT file"_s, detail);
}

std::optional<quint32> fieldOf(const Message &message, int number)
{
    const auto value = message.integer(number);
    return value ? std::optional(quint32(*value)) : std::nullopt;
}

RawTarget targetOf(const Message &message, int type, int zone, int low)
{
    RawTarget target;
    target.type = int(message.integer(type).value_or(targetType::open));
    if (target.type == targetType::open)
        return target;
    target.zone = fieldOf(message, zone).value_or(0);
    if (target.zone == 0) {
        target.low = fieldOf(message, low);
        target.high = fieldOf(message, low + 1);
    }
    return target;
}

/// Gathers the messages of a workout as they stand.
class WorkoutReader : public Visitor
{
public:
    bool visit(const Message &message) override
    {
        switch (message.layout.message) {
        case messages::fileId:
            if (const auto value = message.integer(fileId::type))
                type = int(*value);
            return !type || *type == fileType::workout;
        case messages::workout:
            readWorkout(message);
            break;
        case messages::workoutStep:
            readStep(message);
            return qint64(steps.size()) <= mostMessages;
        default:
            break;
        }
        return true;
    }

    std::optional<int> type;
    std::optional<qint64> count; ///< of steps, as the file says
    WorkoutFile file;
    std::vector<RawStep> steps;

private:
    void readWorkout(const Message &message)
    {
        file.name = message.text(workoutMessage::name);
        file.description = message.text(workoutMessage::description);
        count = message.integer(workoutMessage::stepCount);
        if (const auto sport = message.integer(workoutMessage::sport))
            file.sport = sportName(int(*sport), int(message.integer(workoutMessage::subSport).value_or(0)));
        const double centimetres = message.number(workoutMessage::poolLength);
        if (centimetres > 0) {
            const bool yards = message.integer(workoutMessage::poolLengthUnit) == 1;
            const double length = std::round(centimetres / (yards ? metresPerYard : 1)) / 100;
            const double shown = yards ? std::round(length * 10) / 10 : length;
            file.workout.options.insert(u"pool_length"_s, QString::number(shown) + (yards ? u'y' : u'm'));
        }
    }

    void readStep(const Message &message)
    {
        RawStep step;
        step.index = int(message.integer(common::messageIndex).value_or(qint64(steps.size())) & 0x0FFF);
        step.name = message.text(workoutStep::name).simplified();
        step.notes = message.text(workoutStep::notes).trimmed();
        step.durationType = int(message.integer(workoutStep::durationType).value_or(durationType::open));
        step.durationValue
            = step.durationType == durationType::open ? std::nullopt : fieldOf(message, workoutStep::durationValue);
        if (step.isRepeat())
            step.target.zone = fieldOf(message, workoutStep::targetValue);
        else
            step.target = targetOf(message, workoutStep::targetType, workoutStep::targetValue, workoutStep::low);
        step.second = targetOf(message, workoutStep::secondType, workoutStep::secondValue, workoutStep::secondLow);
        step.intensity = int(message.integer(workoutStep::intensity).value_or(intensity::active));
        steps.push_back(step);
    }
};

/// Makes blocks of the steps and their repeats. A text has no repeats within repeats: the inner ones are written out.
class BlockBuilder
{
public:
    BlockBuilder(const QString &sport, std::chrono::seconds openStep)
        : m_sport(sport)
        , m_openStep(openStep)
    {
    }

    /// Why it cannot be done, or nothing.
    std::optional<domain::Error> build(const std::vector<RawStep> &steps)
    {
        for (size_t i = 0; i < steps.size(); ++i) {
            const RawStep &raw = steps[i];
            if (raw.durationType == durationType::repeatCount) {
                if (const auto error = repeat(steps, i))
                    return error;
            } else if (raw.isRepeat()) {
                note(
                    i, u"it repeats until a condition is met, which a workout text cannot say; its steps stand once"_s);
            } else {
                addStep(raw, i);
            }
            if (const QString much = tooMuch(); !much.isEmpty())
                return domain::unreadable(item(i), much);
        }
        return {};
    }

    [[nodiscard]] QList<workout::Block> blocks() const
    {
        QList<workout::Block> list;
        for (const auto &placed : m_placed)
            list << placed.block;
        return list;
    }

    [[nodiscard]] QList<Note> notes() const { return m_notes.list(); }

private:
    struct Placed {
        size_t first = 0; ///< of the file's steps
        size_t last = 0;
        workout::Block block;
    };

    static QString item(size_t step) { return u"step %1"_s.arg(step + 1); }
    void note(size_t step, const QString &detail) { m_notes.add(detail, int(step) + 1); }

    /// Of what a workout and its text can hold; empty if it is not.
    [[nodiscard]] QString tooMuch() const
    {
        qint64 lines = 0;
        qint64 done = 0;
        int reps = 0;
        for (const auto &placed : m_placed) {
            lines += placed.block.steps.size();
            done += qint64(placed.block.reps) * placed.block.steps.size();
            reps = std::max(reps, placed.block.reps);
        }
        if (done > mostDone)
            return u"with all repeats done the workout has more than %1 steps"_s.arg(mostDone);
        if (lines > workout::mostSteps)
            return u"the workout has more than %1 steps"_s.arg(workout::mostSteps);
        return reps > workout::mostReps ? u"it repeats more than %1 times"_s.arg(workout::mostReps) : QString();
    }

    void addStep(const RawStep &raw, size_t at)
    {
        workout::Step step = understood(raw, at);
        if (step.untilLapPress && !step.duration && !step.metres) {
            if (m_openStep.count() <= 0) {
                note(at, u"it goes on until the lap button and was left out"_s);
                return;
            }
            step.duration = m_openStep;
        }
        if (step.duration.value_or(std::chrono::seconds(0)).count() <= 0 && step.metres.value_or(0) <= 0) {
            note(at, u"it has no length and was left out"_s);
            return;
        }
        m_placed.push_back({at, at, {.reps = 1, .text = {}, .repeat = false, .steps = {step}}});
    }

    workout::Step understood(const RawStep &raw, size_t at)
    {
        if (const auto told = stepOfLine(raw.notes, raw))
            return *told;
        if (raw.durationType != durationType::time && raw.durationType != durationType::distance
            && raw.durationType != durationType::open && raw.durationType != durationType::timeOnly)
            note(at, u"what ends it is not time, distance or the lap button; it was read as until the lap button"_s);
        for (const RawTarget &target : {raw.target, raw.second}) {
            if (!isKnownTarget(target.type))
                note(at, u"its target of kind %1 was left out"_s.arg(target.type));
        }
        workout::Step step = decoded(raw, m_sport);
        const QString words = raw.notes.simplified();
        if (!words.isEmpty() && words != step.text)
            step.text = step.text.isEmpty() ? words : step.text + u" \u2013 "_s + words;
        return step;
    }

    std::optional<domain::Error> repeat(const std::vector<RawStep> &steps, size_t at)
    {
        const RawStep &raw = steps[at];
        const auto start = std::find_if(
            steps.begin(), steps.end(), [&](const RawStep &step) { return quint32(step.index) == raw.durationValue; });
        const auto first = size_t(start - steps.begin());
        if (first >= at)
            return domain::unreadable(item(at), u"it repeats from a step that is not before it"_s);
        qsizetype keep = qsizetype(m_placed.size());
        while (keep > 0 && m_placed[size_t(keep - 1)].first >= first)
            --keep;
        if (keep > 0 && m_placed[size_t(keep - 1)].last >= first)
            return domain::unreadable(item(at), u"it repeats from the middle of another repeat"_s);
        const auto reps = std::clamp<qint64>(raw.target.zone.value_or(1), 1, mostDone + 1);
        Placed whole {
            first, at, {.reps = int(reps), .text = headerOf(raw.name, int(reps)), .repeat = true, .steps = {}}};
        for (size_t i = size_t(keep); i < m_placed.size(); ++i) {
            for (int rep = 0; rep < m_placed[i].block.reps; ++rep)
                whole.block.steps += m_placed[i].block.steps;
            if (m_placed[i].block.repeat)
                note(at, u"a repeat within it was written out"_s);
        }
        m_placed.resize(size_t(keep));
        if (!whole.block.steps.isEmpty())
            m_placed.push_back(whole);
        return {};
    }

    /// A name that opens a repeat of this count in a text stays as it is, others get the count.
    static QString headerOf(const QString &name, int reps)
    {
        const QString count = QString::number(reps) + u'x';
        if (name.isEmpty())
            return count;
        const workout::Workout read = workout::parse(name + u"\n- 7s"_s);
        const bool opens = read.blocks.size() == 1 && read.blocks.first().repeat && read.blocks.first().reps == reps;
        return opens ? name : name + u' ' + count;
    }

    QString m_sport;
    std::chrono::seconds m_openStep;
    std::vector<Placed> m_placed;
    StepNotes m_notes;
};

QString otherKind(int type)
{
    if (type == fileType::activity)
        return u"this is a recorded activity, not a planned workout"_s;
    return u"this file holds %1, not a planned workout"_s.arg(fileTypeName(type));
}

}

domain::Result<WorkoutFile> readFitWorkout(const QByteArray &bytes, const Bounds &bounds, std::chrono::seconds openStep)
{
    WorkoutReader reader;
    const Outcome outcome = decode(bytes, bounds, reader);
    if (reader.type && *reader.type != fileType::workout)
        return refusal(otherKind(*reader.type));
    if (qint64(reader.steps.size()) > mostMessages)
        return refusal(u"the workout has more than %1 steps"_s.arg(workout::mostSteps));
    if (outcome.trouble != Trouble::None)
        return refusal(outcome.sentence());
    if (reader.steps.empty())
        return refusal(u"the workout has no steps"_s);

    std::stable_sort(
        reader.steps.begin(), reader.steps.end(), [](const RawStep &a, const RawStep &b) { return a.index < b.index; });
    BlockBuilder builder(reader.file.sport, openStep);
    if (const auto error = builder.build(reader.steps))
        return *error;
    WorkoutFile file = std::move(reader.file);
    file.workout.blocks = builder.blocks();
    if (file.workout.isEmpty())
        return refusal(u"the workout has no steps that have a length"_s);
    file.notes = builder.notes();
    if (reader.count && *reader.count != qint64(reader.steps.size()))
        file.notes.append(
            {u"workout"_s, u"it says that it has %1 steps, and has %2"_s.arg(*reader.count).arg(reader.steps.size())});
    if (outcome.end < bytes.size())
        file.notes.append({u"byte %1"_s.arg(outcome.end), u"what follows the workout was not read"_s});
    return file;
}

}
