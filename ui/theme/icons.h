// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/sport.h"

#include <QCache>
#include <QColor>
#include <QHash>
#include <QIcon>
#include <QPixmap>
#include <QPointer>

namespace ui {

class Theme;

/// The icon that stands for a family of sports.
[[nodiscard]] QString sportIcon(domain::SportFamily family);

/// Draws the icons of resources/icons in any colour and keeps what it drew.
class Icons
{
public:
    /// Empty if there is no icon of that name.
    [[nodiscard]] QPixmap pixmap(const QString &name, const QColor &color, int size, qreal devicePixelRatio);

private:
    [[nodiscard]] QByteArray source(const QString &name);

    QHash<QString, QByteArray> m_sources;
    QCache<QString, QPixmap> m_drawn {600};
};

/// An icon that takes its colours from the theme whenever it is painted, so that no icon is replaced on a switch.
[[nodiscard]] QIcon themedIcon(const Theme *theme, const QString &name);

}
