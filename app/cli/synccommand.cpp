// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/downloadactivity.h"
#include "api/endpoints/getathlete.h"
#include "api/endpoints/listactivities.h"
#include "api/endpoints/uploadactivity.h"
#include "app/cli/commands.h"
#include "app/cli/eventplan.h"
#include "app/cli/syncfolder.h"
#include "app/cli/workoutimport.h"
#include "models/domain/localdatetime.h"
#include "models/files/openregular.h"
#include "models/files/safename.h"
#include "models/files/sniff.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Arguments {
    std::string folder;
    DayOptions days;
    bool dryRun = false;
};

/// One run over a folder: what was done goes into the lists, what failed is told at once and does not stop the rest.
class SyncRun
{
public:
    SyncRun(Context &context, SyncFolder &folder, bool dryRun)
        : m_context(context)
        , m_folder(folder)
        , m_dryRun(dryRun)
    {
    }

    void plan()
    {
        for (const auto &name : m_folder.planFiles()) {
            if (const auto done = planOne(name); !done)
                fail(name, done.error());
        }
    }

    void upload()
    {
        for (const auto &name : m_folder.uploadFiles()) {
            if (const auto done = uploadOne(name); !done)
                fail(name, done.error());
        }
    }

    void pull(const domain::DateRange &days)
    {
        const auto activities = m_context.call(endpoints::ListActivities {.days = days});
        if (!activities)
            return fail(u"activities"_s, activities.error());
        for (const auto &record : activities->values) {
            const domain::Activity &activity = record.value;
            const bool typed = activity.source == "MANUAL"_L1 || activity.isStub();
            if (typed || m_folder.isSettled(activity.id->value))
                continue;
            if (const auto done = pullOne(activity); !done)
                fail(activity.id->value, done.error());
        }
    }

    int report() const
    {
        const Output output = m_context.output();
        if (output.isJson()) {
            QJsonObject json {{u"dryRun"_s, m_dryRun}};
            for (const auto &what : {u"created"_s, u"changed"_s, u"kept"_s, u"uploaded"_s, u"saved"_s})
                json.insert(what, QJsonArray::fromStringList(m_done.value(what)));
            output.json(QJsonDocument(json));
            return m_outcome;
        }
        for (auto it = m_done.begin(); it != m_done.end(); ++it) {
            for (const auto &name : it.value()) {
                if (it.key() != "kept"_L1)
                    output.line(it.key() + u' ' + name);
            }
        }
        const auto count = [&](const QString &what) { return m_done.value(what).size(); };
        output.line((m_dryRun ? u"Nothing was sent or saved; it would be: "_s : QString())
            + u"%1 created, %2 changed, %3 kept, %4 uploaded, %5 saved."_s.arg(count(u"created"_s))
                  .arg(count(u"changed"_s))
                  .arg(count(u"kept"_s))
                  .arg(count(u"uploaded"_s))
                  .arg(count(u"saved"_s)));
        return m_outcome;
    }

private:
    void fail(const QString &name, domain::Error error)
    {
        if (!error.item.contains(name))
            error.item = error.item.isEmpty() ? name : name + u": "_s + error.item;
        m_outcome = m_context.output().fail(error);
    }

    void note(const QString &what, const QString &name) { m_done[what].append(name); }

    /// The events of a file are known by its name, so that a file that changes changes its event.
    domain::Result<domain::Done> planOne(const QString &name)
    {
        if (!domain::parseDay(name.left(10)))
            return domain::unreadable(name, u"its name does not begin with a day, YYYY-MM-DD"_s);
        auto file = eventsInFile(m_folder.planPath(name).toStdString(), {.date = name.left(10).toStdString()});
        if (!file)
            return file.error();
        for (qsizetype i = 0; i < file->events.size(); ++i)
            file->events[i].insert(u"external_id"_s, u"microcycle-sync:%1:%2"_s.arg(name).arg(i + 1));
        auto changes = planFor(m_context, file->events);
        if (!changes)
            return changes.error();
        if (!m_dryRun) {
            if (const auto done = carryOut(m_context, *changes); !done)
                return done;
        }
        for (const auto &change : std::as_const(*changes))
            note(fateName(change.fate), name);
        return domain::Done {};
    }

    domain::Result<domain::Done> uploadOne(const QString &name)
    {
        const auto bytes = files::readRegularFile(m_folder.uploadPath(name));
        if (!bytes)
            return bytes.error();
        if (m_folder.wasUploaded(*bytes)) {
            note(u"kept"_s, name);
            return domain::Done {};
        }
        note(u"uploaded"_s, name);
        if (m_dryRun)
            return domain::Done {};
        const auto uploaded = m_context.call(endpoints::UploadActivity {.file = *bytes, .fileName = name});
        if (!uploaded) {
            m_done[u"uploaded"_s].removeLast();
            return uploaded.error();
        }
        QStringList ids;
        for (const auto &id : uploaded->activities)
            ids.append(id.value);
        return m_folder.setUploaded(*bytes, ids);
    }

    domain::Result<domain::Done> pullOne(const domain::Activity &activity)
    {
        const QString title = domain::dayText(activity.start.day) + u' ' + activity.name;
        if (m_dryRun) { // whether there is a file is only known by taking it
            note(u"saved"_s, title);
            return domain::Done {};
        }
        const auto bytes = m_context.call(endpoints::DownloadActivity {.activity = *activity.id});
        if (!bytes && bytes.error().kind == domain::Error::Kind::NotFound)
            return m_folder.setWithoutFile(activity.id->value);
        if (!bytes)
            return bytes.error();
        const files::Format format = files::sniff(*bytes);
        const bool packed = format == files::Format::Gzip || format == files::Format::Zip;
        if (!packed && !files::holdsActivity(format))
            return domain::malformed(activity.id->value, u"the answer is no activity file"_s);
        const QString ending = format == files::Format::Gzip ? u"fit.gz"_s : files::endingOf(format);
        const auto saved
            = m_folder.saveActivity(activity.id->value, files::safeFileName(title, ending, activity.id->value), *bytes);
        if (!saved)
            return saved.error();
        note(u"saved"_s, *saved);
        return domain::Done {};
    }

    Context &m_context;
    SyncFolder &m_folder;
    bool m_dryRun;
    QMap<QString, QStringList> m_done;
    int m_outcome = Done;
};

int sync(Context &context, const Arguments &arguments)
{
    const auto days = arguments.days.range(28, 1);
    if (!days)
        return context.output().fail(days.error());
    const auto athlete = context.call(endpoints::GetAthlete {});
    if (!athlete)
        return context.output().fail(athlete.error());
    auto folder = SyncFolder::open(
        QString::fromStdString(arguments.folder), athlete->value.id.value_or(domain::AthleteId {}).value);
    if (!folder)
        return context.output().fail(folder.error());
    SyncRun run(context, *folder, arguments.dryRun);
    run.plan();
    run.upload();
    run.pull(*days);
    return run.report();
}

}

void addSyncCommand(CLI::App &program, Context &context, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *syncing
        = program.add_subcommand("sync", "send a folder's plans and recordings, fetch new activities' files");
    syncing->add_option("folder", arguments->folder, "with plan/ and upload/ in it; activities/ is filled")->required();
    arguments->days.add(*syncing);
    syncing->add_flag("--dry-run", arguments->dryRun, "only say what would be sent and saved");
    syncing->callback([&, arguments] { action = [&, arguments] { return sync(context, *arguments); }; });
}

}
