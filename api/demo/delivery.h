// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/faults.h"

class QTcpSocket;

namespace demo {

/// An answer as it goes over the line, with its length.
[[nodiscard]] QByteArray wireOf(const http::Response &response);

/// Sends an answer, or what a fault makes of it and of the connection.
void deliver(QTcpSocket *socket, const http::Response &answer, const std::optional<Fault> &fault);

}
