// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QFrame>
#include <QPointer>

namespace ui {

/// A panel at the right end of an area, which makes room for it as long as what is in the area has enough; else it lies
/// over it. An area shows one panel at a time. Escape closes it and gives the focus back.
class SidePanel : public QFrame
{
    Q_OBJECT

public:
    explicit SidePanel(const Theme &theme, QWidget *parent = nullptr);

    void placeIn(QWidget *area); ///< whose layout gets a margin while the panel is open
    void open(); ///< shows it and gives it the focus
    void dismiss();

Q_SIGNALS:
    void closed();

protected:
    virtual void takeFocus() = 0; ///< called when it is open
    [[nodiscard]] virtual int wantedWidth() const = 0;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

    const Theme &m_theme;

private:
    void place();
    void leaveRoom(int width);

    QPointer<QWidget> m_area;
    QPointer<QWidget> m_before; ///< had the focus before it was opened
};

}
