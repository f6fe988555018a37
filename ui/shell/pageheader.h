// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QHBoxLayout;

namespace ui {

class ElidedLabel;

/// The line at the top of a page: title, quiet note beside it, widgets in the middle and at the right.
class PageHeader : public QWidget
{
    Q_OBJECT

public:
    PageHeader(const Theme &theme, const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setNote(const QString &note);
    void addCentre(QWidget *widget);
    void addRight(QWidget *widget);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    const Theme &m_theme;
    ElidedLabel *m_title;
    ElidedLabel *m_note;
    QHBoxLayout *m_centre;
    QHBoxLayout *m_right;
};

}
