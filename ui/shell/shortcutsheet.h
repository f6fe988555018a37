// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/actions.h"
#include "ui/theme/theme.h"

#include <QFrame>
#include <QPointer>

class QGridLayout;

namespace ui {

/// The sheet of shortcuts: a panel over the page that lists what the actions answer to. Escape closes it.
class ShortcutSheet : public QFrame
{
    Q_OBJECT

public:
    ShortcutSheet(const Theme &theme, const Actions &actions, QWidget *parent);

    /// Further lines for keys that are no actions, such as the arrows in the calendar.
    void addLine(const QString &text, const QString &keys);

    void toggle();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Line {
        QString text;
        QString keys;
    };

    void build();
    void place();
    void close();
    [[nodiscard]] QGridLayout *addColumn();
    void addGroup(QGridLayout *grid, Actions::Group group);
    void addHeading(QGridLayout *grid, const QString &text);
    void addRow(QGridLayout *grid, const Line &line);

    const Theme &m_theme;
    const Actions &m_actions;
    QList<Line> m_lines;
    QWidget *m_body = nullptr;
    QPointer<QWidget> m_before; ///< had the focus before the sheet opened
};

}
