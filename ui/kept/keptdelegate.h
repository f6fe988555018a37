// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/markedrowdelegate.h"

namespace ui {

/// Paints a row of what is kept: a line, a quieter one below it, and what changed.
class KeptDelegate : public MarkedRowDelegate
{
    Q_OBJECT

public:
    explicit KeptDelegate(const Theme &theme, QObject *parent = nullptr);

protected:
    [[nodiscard]] Row rowOf(const QModelIndex &index) const override;
};

}
