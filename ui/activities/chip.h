// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

/// A quiet round word that says a fact: a tag, "indoor", "RPE 7". It cannot be pressed.
class Chip : public QWidget
{
    Q_OBJECT

public:
    explicit Chip(const Theme &theme, const QString &text = {}, QWidget *parent = nullptr);

    void setText(const QString &text); ///< one line of plain text, shortened if it is long
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_text;
};

}
