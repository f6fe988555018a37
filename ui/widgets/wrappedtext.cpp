// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wrappedtext.h"

#include <QPainter>
#include <QTextLayout>
#include <cmath>

namespace ui {

namespace {

/// The text in as many lines as the width asks for.
void breakLines(QTextLayout &layout, int width, Qt::Alignment side)
{
    QTextOption option(side | Qt::AlignAbsolute);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    double top = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, top});
        top += line.height();
    }
    layout.endLayout();
}

QString broken(const QString &text)
{
    return QString(text).replace(u'\n', QChar::LineSeparator);
}

}

int wrappedHeight(const QString &text, const QFont &font, int width)
{
    QTextLayout layout(broken(text), font);
    breakLines(layout, std::max(1, width), Qt::AlignLeft);
    return int(std::ceil(layout.boundingRect().height()));
}

void drawWrapped(QPainter &painter, const QRect &place, Qt::Alignment side, const QFont &font, const QString &text)
{
    QTextLayout layout(broken(text), font);
    breakLines(layout, std::max(1, place.width()), side);
    layout.draw(&painter, place.topLeft());
}

}
