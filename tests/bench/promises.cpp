// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/promises.h"

#include <array>
#include <cstdio>

namespace bench {

namespace {

/// At most so many times the floor, or at most so much where there is no floor.
struct Promise {
    const char *what;
    const char *measurement;
    const char *statistic;
    const char *ours;
    const char *floor;
    double most;
    const char *unit;
};

constexpr std::array promises {
    Promise {"start to painted calendar", "start", "median", "ours", "floor", 2.0, "ms"},
    Promise {"memory while idle", "start", "median", "ours MB", "floor MB", 2.5, "MB"},
    Promise {"drag frame / full repaint", "drag", "median", "ours", "floor", 0.125, "ms"},
    Promise {"drag frame, 95 of 100", "drag", "p95", "ours", nullptr, 8, "ms"},
    Promise {"drag frame over another day, 95 of 100", "drag over days", "p95", "ours", nullptr, 8, "ms"},
    Promise {"projection of a year", "projection", "median", "microseconds", nullptr, 10, "µs"},
    Promise {"its change by a move", "projection change", "median", "microseconds", nullptr, 10, "µs"},
    Promise {"durable edit / durable 4 KiB", "edit", "median", "ours", "floor", 2.0, "ms"},
    Promise {"chart frame, 4 × 21,600 points", "chart", "median", "ours", nullptr, 8, "ms"},
    Promise {"chart frame at twice the resolution", "chart at ratio 2", "median", "ours", nullptr, 8, "ms"},
    Promise {"parse, resolve 200 steps, six hours", "workout", "median", "ours", nullptr, 1.5, "ms"},
    Promise {"a key in the builder, 95 of 100", "keystroke", "p95", "ours", nullptr, 8, "ms"},
    Promise {"FIT messages / reading every byte", "fit", "median", "ours", "floor", 4, "ms"},
    Promise {
        "20 MB of activities / the same through QJsonDocument", "activities", "median", "ours", "floor", 0.125, "ms"},
    Promise {"streams of six hours / the same through QJsonDocument", "streams", "median", "ours", "floor", 0.5, "ms"},
    Promise {"10,000 activities taken in / one plain insertion", "intake", "median", "ours", "floor", 1.3, "ms"},
    Promise {"kept streams opened / their JSON taken apart", "known streams", "median", "ours", "floor", 0.1, "ms"},
    Promise {"embedded server, small GET / bare handler", "server get", "median", "ours", "floor", 2, "ms"},
    Promise {"embedded server, 1,400 activities", "server list", "median", "ours", nullptr, 60, "ms"},
    Promise {"demo athlete made", "demo athlete", "median", "ours", nullptr, 1500, "ms"},
    Promise {"serve ready on an existing file", "serve", "median", "ours", nullptr, 150, "ms"},
    Promise {"first sync to painted calendar", "first sync", "median", "ours", nullptr, 1000, "ms"},
    Promise {"longest stop of the window meanwhile", "first sync", "median", "longest stop", nullptr, 16, "ms"},
    Promise {"a FIT activity, 25 ns per byte are 40 MB/s", "fit", "median", "ns/byte", nullptr, 25, "ns"},
    Promise {"held while reading json, in files", "readers", "median", "json", nullptr, 3, "×"},
    Promise {"held while reading workout, in files", "readers", "median", "workout", nullptr, 3, "×"},
    Promise {"held while reading its file, in files", "readers", "median", "text", nullptr, 3, "×"},
    Promise {"held while reading fit, in files", "readers", "median", "fit", nullptr, 3, "×"},
    Promise {"held while reading zwo, in files", "readers", "median", "zwo", nullptr, 3, "×"},
    Promise {"held while reading erg, in files", "readers", "median", "erg", nullptr, 3, "×"},
    Promise {"held while reading gpx, in files", "readers", "median", "gpx", nullptr, 3, "×"},
    Promise {"held while reading tcx, in files", "readers", "median", "tcx", nullptr, 3, "×"},
    Promise {"held while reading ics, in files", "readers", "median", "ics", nullptr, 3, "×"},
    Promise {"held while reading csv, in files", "readers", "median", "csv", nullptr, 3, "×"},
};

/// Fills up to a width in characters, which printf counts in bytes.
std::string padded(std::string text, size_t width)
{
    size_t characters = 0;
    for (const char byte : text)
        characters += (static_cast<unsigned char>(byte) & 0xC0) == 0x80 ? 0 : 1;
    return text.append(width > characters ? width - characters : 0, ' ');
}

std::string number(double value, const char *unit)
{
    std::array<char, 40> text {};
    std::snprintf(text.data(), text.size(), value < 1 ? "%.3f %s" : value < 100 ? "%.2f %s" : "%.0f %s", value, unit);
    return text.data();
}

void printLine(const std::array<std::string, 6> &cells)
{
    constexpr std::array<size_t, 6> widths {45, 12, 12, 9, 12, 0};
    for (size_t i = 0; i < cells.size(); ++i)
        std::printf("%s", padded(cells[i], widths[i]).c_str());
    std::printf("\n");
}

}

bool printPromises(const Aggregates &found)
{
    bool allKept = true;
    std::printf("\n");
    printLine({"", "ours", "floor", "ratio", "target", ""});
    for (const Promise &promise : promises) {
        const auto ours = found.find(promise.measurement, promise.statistic, promise.ours);
        if (!ours)
            continue;
        if (!promise.floor) {
            const bool kept = *ours <= promise.most;
            allKept = allKept && kept;
            printLine({promise.what,
                number(*ours, promise.unit),
                "",
                "",
                "≤ " + number(promise.most, promise.unit),
                kept ? "ok" : "MISSED"});
            continue;
        }
        const double floor = found.find(promise.measurement, promise.statistic, promise.floor).value_or(0);
        const double ratio = floor > 0 ? *ours / floor : 0;
        const bool kept = floor > 0 && ratio <= promise.most;
        allKept = allKept && kept;
        printLine({promise.what,
            number(*ours, promise.unit),
            number(floor, promise.unit),
            number(ratio, ""),
            "≤ " + number(promise.most, "×"),
            kept ? "ok" : "MISSED"});
    }
    return allKept;
}

}
