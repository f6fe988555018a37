// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/assistant.h"
#include "tests/e2e/hands.h"
#include "tests/e2e/stage.h"
#include "tests/support/testmain.h"

#include <QDate>

namespace e2e {

constexpr int patience = 20'000; ///< for one thing to happen on a busy machine

/// Looks again and again until it is so, or for as long as the patience lasts.
template<typename Condition>
bool eventually(Condition condition)
{
    return QTest::qWaitFor(condition, patience);
}

/// What is read last: the expected, or what was there when patience ended.
template<typename Read, typename Value>
Value settled(Read read, const Value &expected)
{
    Value last = read();
    static_cast<void>(eventually([&] {
        last = read();
        return last == expected;
    }));
    return last;
}

/// The program on its stage with somebody sitting before it: finds things on the screen by what they are called, and
/// never by where they were last time.
class Desk
{
public:
    /// Empty, or what did not start.
    [[nodiscard]] QString open() { return m_stage.start(); }
    [[nodiscard]] const Stage &stage() const { return m_stage; }
    [[nodiscard]] const Hands &hands() const { return *m_hands; }

    /// Empty once the calendar is to be seen and has the keyboard, or what went wrong.
    [[nodiscard]] QString startProgram(const QString &sessionFile);
    void stopProgram();
    void killProgram(); ///< as a crash or the end of all power would
    void photograph(const char *name) const; ///< says what shows and where the picture of it is

    [[nodiscard]] Node table() const;
    [[nodiscard]] Node dayCell(QDate day) const;
    [[nodiscard]] Node card(QDate day, const QString &name) const;
    [[nodiscard]] Node field(const QString &name) const;
    [[nodiscard]] bool isFocused(const QString &field) const;
    [[nodiscard]] bool tabTo(const QString &field) const;
    [[nodiscard]] QString syncWords() const; ///< what the window says about synchronisation
    /// The first text that shows and begins so; empty if there is none.
    [[nodiscard]] QString sentence(const QString &beginning) const;
    void enter(const Node &field, const QString &text) const;
    /// The first that shows with this role and a name that contains the words.
    [[nodiscard]] Node thing(const QString &role, const QString &words) const;

private:
    void end();
    [[nodiscard]] QString outline(const Node &node, int depth) const; ///< all that shows below it

    Stage m_stage;
    std::unique_ptr<Hands> m_hands;
    std::unique_ptr<Assistant> m_assistant;
    QProcess m_program;
};

/// Runs a test, or says what this machine lacks for it and returns the code that means skipped.
int runOnStage(int argc, char **argv, QObject *(*make)());

}

#define MICROCYCLE_STAGE_TEST(Class) MICROCYCLE_ENLIST(Class, e2e::runOnStage)
