// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace bench {

/// What was seen of a program that was started.
struct Start {
    double paintedMs = 0; ///< until content stood there
    double settledMs = 0; ///< until nothing changed any more for a while
    double residentMB = 0; ///< a second later
};

/// Starts programs and watches the middle of the screen from outside until their content stands there. It knows nothing
/// of the programs, so all are measured alike.
class ScreenWatch
{
public:
    ScreenWatch();
    ~ScreenWatch();
    ScreenWatch(const ScreenWatch &) = delete;
    ScreenWatch &operator=(const ScreenWatch &) = delete;

    [[nodiscard]] bool isReady() const; ///< there is an X server that lets itself be watched
    /// Starts the program, measures and ends it; nothing if no content came.
    [[nodiscard]] std::optional<Start> start(const std::vector<std::string> &command);

private:
    struct Screen;
    std::unique_ptr<Screen> m_screen;
};

}
