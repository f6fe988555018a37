// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/look.h"

#include <QApplication>
#include <QFont>

using namespace Qt::StringLiterals;

namespace support {

void setLook()
{
    QApplication::setStyle(u"Fusion"_s);
    QFont font(u"Inter"_s);
    font.setPointSizeF(10);
    QApplication::setFont(font);
}

}
