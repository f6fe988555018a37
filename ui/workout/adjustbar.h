// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/editscale.h"
#include "ui/theme/theme.h"

#include <QFrame>

class QComboBox;
class QPushButton;
class QSpinBox;

namespace ui {

class BuilderState;
class TextLabel;

/// A line in which the whole workout, or the chosen steps, are made longer, harder or fitted to a figure. The workout
/// follows while the number is typed; Apply keeps it, Esc takes it back.
class AdjustBar : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { ScaleDurations, ScaleIntensities, FitLoadByDuration, FitLoadByIntensity, FitDuration };

    AdjustBar(const BuilderState &state, const Theme &theme, QWidget *parent = nullptr);

    void open(Kind kind, const QList<int> &lines); ///< lines: only these are scaled; all if empty
    void finish(bool keep);
    [[nodiscard]] bool isOpen() const { return m_open; }

Q_SIGNALS:
    void previewed(const workout::Edited &edited);
    void previewEnded(bool kept);
    void focusGiven(); ///< it was closed while it had the focus

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void choose(Kind kind);
    void show(int value);
    [[nodiscard]] Kind kind() const;
    [[nodiscard]] workout::Edited edit(int value) const;

    const BuilderState &m_state;
    const Theme &m_theme;
    QComboBox *m_kind;
    QSpinBox *m_value;
    TextLabel *m_scope;
    QPushButton *m_apply;
    workout::Script m_script; ///< as it was when the bar was opened
    QList<int> m_lines;
    int m_load = 0;
    int m_seconds = 0;
    bool m_open = false;
    bool m_setting = false;
};

}
