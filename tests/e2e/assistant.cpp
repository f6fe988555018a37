// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/assistant.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <utility>

using namespace Qt::StringLiterals;

namespace e2e {

namespace {

constexpr int patience = 3000;

const QString accessible = u"org.a11y.atspi.Accessible"_s;

QVariant answer(const QDBusConnection &bus, const QDBusMessage &message)
{
    const QDBusMessage reply = bus.call(message, QDBus::Block, patience);
    return reply.type() == QDBusMessage::ReplyMessage ? reply.arguments().value(0) : QVariant();
}

QString addressOfAccessibility(const QDBusConnection &session)
{
    return answer(session,
        QDBusMessage::createMethodCall(u"org.a11y.Bus"_s, u"/org/a11y/bus"_s, u"org.a11y.Bus"_s, u"GetAddress"_s))
        .toString();
}

}

Node::Node(const Assistant *assistant, QString bus, QString path)
    : m_assistant(assistant)
    , m_bus(std::move(bus))
    , m_path(std::move(path))
{
}

QVariant Node::ask(const QString &interface, const QString &method, const QVariantList &arguments) const
{
    if (!m_assistant)
        return {};
    auto message = QDBusMessage::createMethodCall(m_bus, m_path, interface, method);
    message.setArguments(arguments);
    return answer(m_assistant->bus(), message);
}

QVariant Node::property(const QString &interface, const QString &name) const
{
    return ask(u"org.freedesktop.DBus.Properties"_s, u"Get"_s, {interface, name}).value<QDBusVariant>().variant();
}

QString Node::name() const
{
    return property(accessible, u"Name"_s).toString();
}

QString Node::role() const
{
    return ask(accessible, u"GetRoleName"_s).toString();
}

QString Node::content() const
{
    return ask(u"org.a11y.atspi.Text"_s, u"GetText"_s, {0, -1}).toString();
}

QRect Node::rect() const
{
    const QVariant extents = ask(u"org.a11y.atspi.Component"_s, u"GetExtents"_s, {0U}); // 0: of the screen
    if (!extents.canConvert<QDBusArgument>())
        return {};
    const auto argument = extents.value<QDBusArgument>();
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    argument.beginStructure();
    argument >> x >> y >> width >> height;
    argument.endStructure();
    return {x, y, width, height};
}

bool Node::is(State state) const
{
    const QVariant states = ask(accessible, u"GetState"_s);
    if (!states.canConvert<QDBusArgument>())
        return false;
    QList<uint> words;
    states.value<QDBusArgument>() >> words;
    return (words.value(state / 32) >> (state % 32)) & 1U;
}

QList<Node> Node::children() const
{
    QList<Node> nodes;
    const QVariant list = ask(accessible, u"GetChildren"_s);
    if (!list.canConvert<QDBusArgument>())
        return nodes;
    const auto argument = list.value<QDBusArgument>();
    argument.beginArray();
    while (!argument.atEnd()) {
        QString bus;
        QDBusObjectPath path;
        argument.beginStructure();
        argument >> bus >> path;
        argument.endStructure();
        if (path.path() != "/org/a11y/atspi/null"_L1)
            nodes.append(Node(m_assistant, bus, path.path()));
    }
    argument.endArray();
    return nodes;
}

Assistant::Assistant(const QString &sessionBusAddress)
    : m_session(QDBusConnection::connectToBus(sessionBusAddress, u"e2e-session"_s))
    , m_bus(QDBusConnection::connectToBus(addressOfAccessibility(m_session), u"e2e-accessibility"_s))
{
}

Assistant::~Assistant()
{
    QDBusConnection::disconnectFromBus(u"e2e-accessibility"_s);
    QDBusConnection::disconnectFromBus(u"e2e-session"_s);
}

Node Assistant::program() const
{
    const Node desktop(this, u"org.a11y.atspi.Registry"_s, u"/org/a11y/atspi/accessible/root"_s);
    for (const Node &program : desktop.children()) {
        auto message = QDBusMessage::createMethodCall(
            u"org.freedesktop.DBus"_s, u"/"_s, u"org.freedesktop.DBus"_s, u"GetConnectionUnixProcessID"_s);
        message.setArguments({program.bus()});
        if (answer(m_bus, message).toLongLong() == m_process)
            return program;
    }
    return {};
}

Node Assistant::find(const Node &below, const Test &test) const
{
    for (const Node &child : below.children()) {
        if (!child.is(Node::Showing))
            continue;
        if (test(child))
            return child;
        if (const Node deeper = find(child, test); deeper.exists())
            return deeper;
    }
    return {};
}

Node Assistant::find(const QString &role, const QString &name) const
{
    return find([&](const Node &node) { return node.name() == name && node.role() == role; });
}

}
