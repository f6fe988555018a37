// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/workout.h"
#include "ui/theme/theme.h"

#include <QScrollArea>

class QVBoxLayout;

namespace ui {

class BuilderState;

/// What does not do what it looks like, in sentences, with what can be done about it. Hidden while all is well.
class ProblemList : public QScrollArea
{
    Q_OBJECT

public:
    ProblemList(const BuilderState &state, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] int count() const { return int(m_warnings.size()); }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void lineWanted(int line);
    void remedyWanted(const workout::Warning &warning);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void follow();
    void build();
    void fitHeight();
    void addRow(const workout::Warning &warning);

    const BuilderState &m_state;
    const Theme &m_theme;
    QList<workout::Warning> m_warnings;
    QWidget *m_rows = nullptr;
    QVBoxLayout *m_column = nullptr;
};

}
