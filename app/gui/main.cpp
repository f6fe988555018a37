// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/application.h"
#include "app/gui/tour.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTextStream>
#include <algorithm>
#include <cstring>
#include <string>
#include <vector>
#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif
#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace Qt::StringLiterals;

namespace {

QString words(const char *text)
{
    return QApplication::translate("main", text);
}

/// The arguments with "--session FILE" written as "--session=FILE": the former Qt would take for itself, as the mark of
/// a session of X11, and never show us.
class Arguments
{
public:
    Arguments(int count, char **values)
    {
        for (int i = 0; i < count; ++i) {
            const bool ours = std::strcmp(values[i], "--session") == 0 && i + 1 < count;
            m_texts.push_back(ours ? std::string("--session=") + values[++i] : std::string(values[i]));
        }
        for (std::string &text : m_texts)
            m_values.push_back(text.data());
        m_count = int(m_values.size());
        m_values.push_back(nullptr);
    }
    /// Asked only for words, which no screen is needed for.
    [[nodiscard]] bool askForWords() const
    {
        return std::any_of(m_texts.begin() + 1, m_texts.end(), [](const std::string &text) {
            return text == "-h" || text == "--help" || text == "-v" || text == "--version";
        });
    }
    [[nodiscard]] int &count() { return m_count; }
    [[nodiscard]] char **values() { return m_values.data(); }

private:
    std::vector<std::string> m_texts;
    std::vector<char *> m_values;
    int m_count = 0;
};

app::Application::Start startFrom(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({u"demo"_s, words("Look around with the demo athlete; nothing leaves this machine.")});
    parser.addOption(
        {u"session"_s, words("Connect to the server whose line from serve --json this file holds."), u"file"_s});
    parser.addOption(
        {u"server"_s, words("Connect to another server than the service itself; https only."), u"address"_s});
    parser.addOption({u"tour"_s,
        words("Show the demo to itself, write a picture of each page into this folder and quit."),
        u"folder"_s});
    parser.process(application);
    const QString server
        = parser.isSet(u"server"_s) ? parser.value(u"server"_s) : qEnvironmentVariable("MICROCYCLE_SERVER");
    // The tour moves a workout, so it only ever meets the demo.
    const bool demo = parser.isSet(u"demo"_s) || parser.isSet(u"tour"_s);
    return {demo, parser.value(u"session"_s), server, parser.value(u"tour"_s)};
}

}

int main(int argc, char **argv)
{
#ifdef Q_OS_UNIX
    ::umask(077);
#endif
#ifdef __GLIBC__
    mallopt(M_TRIM_THRESHOLD, 8 << 20); // else an edit hands memory back and asks for it again, every time
#endif
    Arguments arguments(argc, argv);
    QCoreApplication::setApplicationName(u"microcycle"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(MICROCYCLE_VERSION));
    if (arguments.askForWords()) {
        const QCoreApplication words(arguments.count(), arguments.values());
        startFrom(words);
    }
    QApplication application(arguments.count(), arguments.values());
    QApplication::setApplicationDisplayName(u"Microcycle"_s);

    const app::Application::Start how = startFrom(application);
    const domain::SystemClock clock;
    app::Application microcycle(clock);
    if (const QString refusal = microcycle.start(how); !refusal.isEmpty()) {
        QTextStream(stderr) << refusal << '\n';
        return 1;
    }
    if (!how.tourFolder.isEmpty())
        app::Tour::begin(*microcycle.account(), how.tourFolder);
    return QApplication::exec();
}
