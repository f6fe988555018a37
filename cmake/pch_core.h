// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Only what nearly every source includes: the compiler reads all of it for each of them.
#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QString>
#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <variant>
#include <vector>
