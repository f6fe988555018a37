// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtCore>
#include <QtWidgets>
#include <chrono>
#include <functional>
#include <optional>
#include <vector>
