// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plaintip.h"

#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace ui {

QString plainTip(const QString &text)
{
    return Qt::mightBeRichText(text) ? "<qt>"_L1 + text.toHtmlEscaped() + "</qt>"_L1 : text;
}

}
