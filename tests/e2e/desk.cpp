// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/desk.h"

#include "tests/support/testmain.h"

#include <QLocale>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace e2e {

namespace {

constexpr int mostTabs = 60;
constexpr int skipped = 77;

}

QString Desk::startProgram(const QString &sessionFile)
{
    if (!m_assistant) {
        m_hands = std::make_unique<Hands>(m_stage.environment());
        m_assistant = std::make_unique<Assistant>(m_stage.busAddress());
        if (!m_assistant->isConnected())
            return u"there is no accessibility bus"_s;
    }
    m_program.setProcessEnvironment(m_stage.environment());
    m_program.setProcessChannelMode(QProcess::ForwardedChannels);
    m_program.start(QStringLiteral(MICROCYCLE_PROGRAM), {u"--session"_s, sessionFile});
    if (!m_program.waitForStarted(patience))
        return m_program.errorString();
    m_assistant->watch(m_program.processId());
    if (!eventually([this] { return table().exists(); }))
        return u"no calendar is to be seen"_s;
    if (!eventually([this] { return m_hands->activeProcess() == m_program.processId(); }))
        return u"the window does not get the keyboard"_s;
    return {};
}

void Desk::stopProgram()
{
    if (m_program.state() != QProcess::NotRunning)
        m_program.terminate();
    end();
}

void Desk::killProgram()
{
    m_program.kill();
    end();
}

void Desk::end()
{
    if (m_program.state() != QProcess::NotRunning && !m_program.waitForFinished(10'000))
        m_program.kill();
    m_program.waitForFinished(10'000);
}

QString Desk::outline(const Node &node, int depth) const
{
    QString lines;
    for (const Node &child : node.children()) {
        if (child.is(Node::Showing))
            lines += u'\n' + QString(2 * depth, u' ') + child.role() + u" “"_s + child.name() + u'”'
                + outline(child, depth + 1);
    }
    return lines;
}

void Desk::photograph(const char *name) const
{
    if (m_assistant)
        qWarning("What a screen reader finds at that moment:%s", qPrintable(outline(m_assistant->program(), 0)));
    if (m_program.state() == QProcess::NotRunning)
        qWarning("The program has ended, %s %d",
            m_program.exitStatus() == QProcess::CrashExit ? "by signal" : "with code",
            m_program.exitCode());
    qWarning("The screen at that moment: %s", qPrintable(m_stage.photograph(QString::fromLatin1(name))));
}

Node Desk::table() const
{
    return m_assistant->find(u"table"_s, u"Calendar"_s);
}

Node Desk::dayCell(QDate day) const
{
    const QString name = QLocale::c().toString(day, u"dddd d MMMM"_s) + u',';
    for (const Node &cell : table().children()) {
        if ((cell.name() + u',').startsWith(name))
            return cell;
    }
    return {};
}

Node Desk::card(QDate day, const QString &name) const
{
    for (const Node &item : dayCell(day).children()) {
        if (item.name().contains(name))
            return item;
    }
    return {};
}

Node Desk::field(const QString &name) const
{
    return m_assistant->find([&name](const Node &node) { return node.name() == name && node.role() != "label"_L1; });
}

bool Desk::isFocused(const QString &name) const
{
    const Node node = field(name);
    return node.exists() && node.is(Node::Focused);
}

bool Desk::tabTo(const QString &name) const
{
    for (int i = 0; i < mostTabs; ++i) {
        if (isFocused(name))
            return true;
        m_hands->keys({u"Tab"_s});
    }
    return false;
}

QString Desk::syncWords() const
{
    static const QStringList beginnings {u"Saved"_s,
        u"Sync"_s,
        u"Sending"_s,
        u"Offline"_s,
        u"Sign in"_s,
        u"Intervals.icu refused"_s,
        u"1 change waits"_s};
    const Node words = m_assistant->find([](const Node &node) {
        const QString name = node.name();
        const auto begins = [&name](const QString &beginning) { return name.startsWith(beginning); };
        return std::ranges::any_of(beginnings, begins) && node.role() == "push button"_L1;
    });
    return words.exists() ? words.name() : QString();
}

QString Desk::sentence(const QString &beginning) const
{
    const Node node = m_assistant->find([&](const Node &each) { return each.name().startsWith(beginning); });
    return node.exists() ? node.name() : QString();
}

Node Desk::thing(const QString &role, const QString &words) const
{
    return m_assistant->find(
        [&](const Node &each) { return each.name().contains(words) && (role.isEmpty() || each.role() == role); });
}

void Desk::enter(const Node &field, const QString &text) const
{
    m_hands->click(field.middle());
    m_hands->keys({u"ctrl+a"_s});
    m_hands->type(text);
    m_hands->keys({u"Return"_s});
}

int runOnStage(int argc, char **argv, QObject *(*make)())
{
    const QStringList missing = Stage::missingPrograms();
    if (!missing.isEmpty()) {
        qWarning("SKIPPED, this machine has no %s (packaging/install-deps test)", qPrintable(missing.join(u", "_s)));
        return skipped;
    }
    return support::runCore(argc, argv, make);
}

}
