// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/gesture.h"

#include <QCoreApplication>
#include <QLocale>

namespace ui {

/// What a gesture did, for the menu and for assistants.
class HistoryWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::HistoryWords)

public:
    /// "Undo: Move “Tempo”"; without a gesture only the first word.
    [[nodiscard]] static QString undo(const std::optional<store::GestureInfo> &gesture, const QLocale &locale);
    [[nodiscard]] static QString redo(const std::optional<store::GestureInfo> &gesture, const QLocale &locale);

private:
    [[nodiscard]] static QString what(const store::GestureInfo &gesture, const QLocale &locale);
};

}
