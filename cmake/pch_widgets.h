// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Only what nearly every source of ui/ includes: the compiler reads all of it for each of them.
#include <QPainter>
#include <QWidget>

#include "cmake/pch_core.h"
