// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/sport.h"
#include "models/domain/stream.h"
#include "models/items/figures.h"
#include "ui/charts/streamtrack.h"

#include <QCoreApplication>

namespace ui {

/// Which channels of a recording are shown for a sport, in which order, colour and range.
class ActivityTracks
{
    Q_DECLARE_TR_FUNCTIONS(ui::ActivityTracks)

public:
    /// Channels without a value, or that never leave zero, are left out.
    [[nodiscard]] static QList<StreamTrack> of(
        const domain::StreamSet &streams, domain::SportFamily family, const items::Figures &figures);
};

}
