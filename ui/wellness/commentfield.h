// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QPlainTextEdit>

namespace ui {

/// A few lines of plain text in a frame like that of the one-line fields. Tab leaves it.
class CommentField : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit CommentField(const Theme &theme, QWidget *parent = nullptr);

protected:
    bool event(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void refresh();
    void paintFrame();

    const Theme &m_theme;
};

}
