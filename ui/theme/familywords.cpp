// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/familywords.h"

namespace ui {

QString FamilyWords::family(domain::SportFamily family)
{
    switch (family) {
    case domain::SportFamily::Ride:
        return tr("Ride");
    case domain::SportFamily::Run:
        return tr("Run");
    case domain::SportFamily::Swim:
        return tr("Swim");
    case domain::SportFamily::Strength:
        return tr("Strength");
    case domain::SportFamily::Other:
        break;
    }
    return tr("Other", "sports");
}

}
