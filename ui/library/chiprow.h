// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

/// Small things side by side, in as many lines as the width asks for.
class ChipRow : public QWidget
{
    Q_OBJECT

public:
    explicit ChipRow(const Theme &theme, QWidget *parent = nullptr);

    void add(QWidget *widget);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return place(width, false); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int place(int width, bool apply) const;
    void placeAnew();

    const Theme &m_theme;
    QList<QWidget *> m_widgets;
};

}
