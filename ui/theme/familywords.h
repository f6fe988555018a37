// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/sport.h"

#include <QCoreApplication>

namespace ui {

/// What families of sports are called, wherever one chooses among them.
class FamilyWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::FamilyWords)

public:
    [[nodiscard]] static QString family(domain::SportFamily family);
};

}
