// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/intervals.h"

namespace demo {

/// Puts a part over the others, which give way.
[[nodiscard]] QList<Part> withPart(const QList<Part> &parts, const Part &part);
/// The parts with what lies between them as easy ones, up to the number of samples, alike neighbours joined and every
/// part numbered.
[[nodiscard]] QList<Part> filledUp(QList<Part> parts, int samples, const Effort &effort);

[[nodiscard]] QJsonObject partsToJson(const QList<Part> &parts);
[[nodiscard]] QList<Part> partsFromJson(const QJsonObject &json);

}
