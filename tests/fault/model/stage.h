// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fault/model/device.h"
#include "tests/fault/model/webeditor.h"

namespace fault {

/// One service, three clients and an editor on the web, who do what a script says. All live in one time, so that what
/// one does falls between the requests of another.
class Stage
{
public:
    Stage();

    /// What broke of the promise; empty if nothing did.
    QString play(const Script &script);
    [[nodiscard]] int requests() const;

private:
    /// Something that was typed, and what became of it.
    struct Typed {
        int who = 0;
        std::chrono::milliseconds at {0};
        QString path; ///< that the web wrote to
        bool letGo = false; ///< by somebody who saw it
    };

    void perform(const Action &action);
    void performThere(const Action &action, const QString &word);
    void performHere(const Action &action, const QString &word);
    void pass(int pick);
    [[nodiscard]] QString comeToRest();
    [[nodiscard]] bool untilQuiet();
    [[nodiscard]] QString difference();
    [[nodiscard]] QString lostWord();
    [[nodiscard]] bool wasOverrun(const Typed &typed) const;

    VirtualTime m_time;
    Service m_service;
    std::array<std::unique_ptr<Device>, 3> m_devices;
    WebEditor m_web;
    QMap<QString, Typed> m_typed;
};

}
