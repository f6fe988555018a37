// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/fitdecode.h"

#include <memory>

namespace files::fit {

/// The developer fields that a file has described so far. A description counts once its developer was named, and only
/// the first one of a field; a developer named again starts anew.
class Developers
{
public:
    /// Takes note of a developer or a description; other messages say nothing to it.
    void note(const Message &message);
    /// Gives the layout's developer fields their descriptions, which live until the state changes.
    void resolve(Layout &layout) const;
    [[nodiscard]] quint32 state() const { return m_state; } ///< grows with every change

private:
    using Fields = std::array<std::unique_ptr<Description>, 256>;

    void describe(const Message &message);

    std::array<std::unique_ptr<Fields>, 256> m_developers;
    quint32 m_state = 1;
};

}
