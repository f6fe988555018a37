// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wellness/wellnessform.h"

namespace ui {

/// One line of the form: a field and the widgets it is shown with. One of the editors is set.
struct WellnessForm::Row {
    explicit Row(const items::WellnessField &shown)
        : field(shown)
    {
    }

    [[nodiscard]] QWidget *editor() const;

    const items::WellnessField &field;
    ValueField *value = nullptr;
    SegmentedControl *scale = nullptr;
    QComboBox *choice = nullptr;
    QPlainTextEdit *text = nullptr;
    TextLabel *comparisonWord = nullptr;
    TextLabel *comparison = nullptr;
    TextLabel *note = nullptr;
    bool dirty = false; ///< typed and not saved
};

}
