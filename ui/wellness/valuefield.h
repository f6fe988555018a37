// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QLineEdit>

namespace ui {

/// A one-line field for a figure, with its unit inside at the end. While nothing unsaved is typed it leaves undo and
/// redo to the program.
class ValueField : public QLineEdit
{
    Q_OBJECT

public:
    explicit ValueField(const Theme &theme, QWidget *parent = nullptr);

    void setUnit(const QString &unit);
    void setWrong(bool wrong); ///< a line in the colour of errors around it

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void abandoned(); ///< Escape while something is typed

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();

    const Theme &m_theme;
    QString m_unit;
    bool m_wrong = false;
};

}
