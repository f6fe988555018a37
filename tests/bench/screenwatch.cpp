// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/screenwatch.h"

#ifdef MICROCYCLE_WATCHES_X11

#include "tests/bench/measure.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <set>
#include <spawn.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace bench {

namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr int watchedWidth = 800;
constexpr int watchedHeight = 480;
constexpr auto pause = 2ms; // between two looks
constexpr double quietMs = 150;
constexpr double longestMs = 15000;
constexpr size_t colorsOfContent = 8; // bare ground has fewer

double residentMegabytes(pid_t process)
{
    long pages = 0;
    const std::string path = "/proc/" + std::to_string(process) + "/statm";
    if (std::FILE *file = std::fopen(path.c_str(), "r")) {
        if (std::fscanf(file, "%*s %ld", &pages) != 1)
            pages = 0;
        std::fclose(file);
    }
    return double(pages) * double(sysconf(_SC_PAGESIZE)) / 1e6;
}

pid_t spawn(const std::vector<std::string> &command)
{
    std::vector<char *> arguments;
    for (const std::string &word : command)
        arguments.push_back(const_cast<char *>(word.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t process = 0;
    const int failed = posix_spawn(&process, arguments.front(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    return failed ? 0 : process;
}

void end(pid_t process)
{
    kill(process, SIGTERM);
    waitpid(process, nullptr, 0);
}

}

/// The middle of the screen as it is now, in memory shared with the server.
struct ScreenWatch::Screen {
    using Pixels = std::vector<unsigned>;

    Screen()
        : display(XOpenDisplay(nullptr))
    {
        if (!display || !XShmQueryExtension(display))
            return;
        const int screen = DefaultScreen(display);
        left = (DisplayWidth(display, screen) - watchedWidth) / 2;
        top = (DisplayHeight(display, screen) - watchedHeight) / 2;
        image = XShmCreateImage(display,
            DefaultVisual(display, screen),
            unsigned(DefaultDepth(display, screen)),
            ZPixmap,
            nullptr,
            &memory,
            watchedWidth,
            watchedHeight);
        if (left < 0 || top < 0 || !image || image->bits_per_pixel != 32)
            return;
        memory.shmid = shmget(IPC_PRIVATE, size_t(image->bytes_per_line) * watchedHeight, IPC_CREAT | 0600);
        memory.shmaddr = static_cast<char *>(shmat(memory.shmid, nullptr, 0));
        image->data = memory.shmaddr;
        ready = XShmAttach(display, &memory) && XSync(display, False);
        shmctl(memory.shmid, IPC_RMID, nullptr); // goes with the last who uses it
    }

    ~Screen()
    {
        if (image)
            XDestroyImage(image);
        if (display)
            XCloseDisplay(display);
    }

    Screen(const Screen &) = delete;
    Screen &operator=(const Screen &) = delete;

    void look(Pixels &into) const
    {
        XShmGetImage(display, DefaultRootWindow(display), image, left, top, AllPlanes);
        into.resize(size_t(watchedWidth) * watchedHeight);
        std::memcpy(into.data(), image->data, into.size() * sizeof(unsigned));
    }

    [[nodiscard]] static bool showsContent(const Pixels &pixels)
    {
        std::set<unsigned> colors;
        for (const unsigned pixel : pixels) {
            if (colors.insert(pixel).second && colors.size() > colorsOfContent)
                return true;
        }
        return false;
    }

    /// What the last program left is gone.
    void waitUntilQuiet() const
    {
        Pixels before;
        Pixels now;
        look(before);
        const auto begin = Clock::now();
        for (auto since = begin; millisecondsSince(since) < 2 * quietMs && millisecondsSince(begin) < longestMs;) {
            std::this_thread::sleep_for(pause);
            look(now);
            if (now != before) {
                since = Clock::now();
                before.swap(now);
            }
        }
    }

    Display *display;
    XImage *image = nullptr;
    XShmSegmentInfo memory {};
    int left = 0;
    int top = 0;
    bool ready = false;
};

ScreenWatch::ScreenWatch()
    : m_screen(std::make_unique<Screen>())
{
}

ScreenWatch::~ScreenWatch() = default;

bool ScreenWatch::isReady() const
{
    return m_screen->ready;
}

std::optional<Start> ScreenWatch::start(const std::vector<std::string> &command)
{
    m_screen->waitUntilQuiet();
    Screen::Pixels shown;
    Screen::Pixels now;
    m_screen->look(shown);
    Start start;
    double changedMs = 0; // when the newest change was seen
    const auto begin = Clock::now();
    const pid_t process = spawn(command);
    if (process == 0)
        return {};
    for (double at = 0; at < longestMs && start.settledMs == 0; at = millisecondsSince(begin)) {
        m_screen->look(now);
        if (now != shown) {
            changedMs = millisecondsSince(begin);
            shown.swap(now);
            if (start.paintedMs == 0 && Screen::showsContent(shown))
                start.paintedMs = changedMs;
        } else if (start.paintedMs > 0 && at - changedMs > quietMs) {
            start.settledMs = changedMs;
        }
        std::this_thread::sleep_for(pause);
    }
    std::this_thread::sleep_for(1s);
    start.residentMB = residentMegabytes(process);
    end(process);
    return start.settledMs > 0 && start.residentMB > 0 ? std::optional(start) : std::nullopt;
}

}

#else

namespace bench {

struct ScreenWatch::Screen {
};

ScreenWatch::ScreenWatch() = default;
ScreenWatch::~ScreenWatch() = default;

bool ScreenWatch::isReady() const
{
    return false;
}

std::optional<Start> ScreenWatch::start(const std::vector<std::string> &)
{
    return {};
}

}

#endif
