// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QRect>
#include <functional>

namespace e2e {

class Assistant;

/// One thing a screen reader can speak of. It may be gone by the time it is asked; the answers are then empty.
class Node
{
public:
    enum State { Focused = 12, Selected = 23, Showing = 25 };

    Node() = default;
    Node(const Assistant *assistant, QString bus, QString path);

    [[nodiscard]] bool exists() const { return m_assistant; }
    [[nodiscard]] const QString &bus() const { return m_bus; } ///< who answers for it
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString role() const; ///< "table cell", "push button"
    [[nodiscard]] QString content() const; ///< of a text field
    [[nodiscard]] QRect rect() const; ///< on the screen
    [[nodiscard]] QPoint middle() const { return rect().center(); }
    [[nodiscard]] bool is(State state) const;
    [[nodiscard]] QList<Node> children() const;

private:
    [[nodiscard]] QVariant ask(
        const QString &interface, const QString &method, const QVariantList &arguments = {}) const;
    [[nodiscard]] QVariant property(const QString &interface, const QString &name) const;

    const Assistant *m_assistant = nullptr;
    QString m_bus;
    QString m_path;
};

/// Looks at one program through the accessibility bus, as a screen reader does.
class Assistant
{
public:
    using Test = std::function<bool(const Node &)>;

    explicit Assistant(const QString &sessionBusAddress);
    ~Assistant();
    Assistant(const Assistant &) = delete;
    Assistant &operator=(const Assistant &) = delete;

    [[nodiscard]] bool isConnected() const { return m_bus.isConnected(); }
    /// Whose windows are looked at from now on.
    void watch(qint64 process) { m_process = process; }
    /// The program itself; does not exist until it has said hello.
    [[nodiscard]] Node program() const;
    /// The first that shows and passes, in reading order.
    [[nodiscard]] Node find(const Test &test) const { return find(program(), test); }
    [[nodiscard]] Node find(const Node &below, const Test &test) const;
    [[nodiscard]] Node find(const QString &role, const QString &name) const;
    [[nodiscard]] const QDBusConnection &bus() const { return m_bus; }

private:
    QDBusConnection m_session;
    QDBusConnection m_bus;
    qint64 m_process = 0;
};

}
