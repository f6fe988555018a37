// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/fieldwords.h"

#include "models/store/store.h"
#include "ui/wellness/wellnesswords.h"

namespace app {

QString wellnessName(const QString &key)
{
    const items::WellnessField *field = items::wellnessField(key);
    return field ? ui::WellnessWords(items::WellnessNumbers()).label(*field) : QString();
}

items::FieldWords fieldWords(const store::Store &store, const QLocale &locale)
{
    return {locale, wellnessName, store.athlete().usesMiles()};
}

}
