// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QAbstractButton;

namespace ui {

/// One choice out of a few words side by side. One stop for Tab; digits and arrows choose.
class SegmentedControl : public QWidget
{
    Q_OBJECT

public:
    /// Switch: the chosen word on a raised plate. Answer: the chosen word filled with its colour.
    enum class Look { Switch, Answer };

    SegmentedControl(const Theme &theme, Look look, QWidget *parent = nullptr);

    void setSegments(const QStringList &words);
    [[nodiscard]] int count() const { return static_cast<int>(m_segments.size()); }
    [[nodiscard]] QString text(int index) const;
    void setToken(int index, Token token); ///< the colour of this segment when chosen; accent unless told

    [[nodiscard]] int currentIndex() const { return m_current; } ///< -1: none
    void setCurrentIndex(int index); ///< without activated()
    void setClearable(bool clearable); ///< Delete, or a second press, takes the choice back

Q_SIGNALS:
    void activated(int index); ///< by a person; -1 when cleared

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Segment;

    void choose(int index);
    void refresh();

    const Theme &m_theme;
    Look m_look;
    std::vector<Segment *> m_segments;
    int m_current = -1;
    bool m_clearable = false;
};

}
