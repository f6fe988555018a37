// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QMetaType>
#include <QString>
#include <compare>

namespace domain {

/// An identifier that cannot be mistaken for one of another kind.
template<typename Tag, typename Rep>
struct Id {
    Rep value {};

    friend bool operator==(const Id &, const Id &) = default;
    friend bool operator<(const Id &a, const Id &b) { return a.value < b.value; }
    friend size_t qHash(const Id &id, size_t seed = 0)
    {
        using ::qHash;
        return qHash(id.value, seed);
    }
};

/// Server key of a calendar event.
using EventId = Id<struct EventTag, qint64>;
/// Server key of a completed activity; text such as "i123" or bare digits.
using ActivityId = Id<struct ActivityTag, QString>;
/// "i123", bare digits, or "0" for the owner of the credential.
using AthleteId = Id<struct AthleteTag, QString>;
/// Server key of a folder or plan of the library: digits. A folder that the service has not seen yet has a text made
/// here.
using FolderId = Id<struct FolderTag, QString>;
/// Server key of a workout of the library: digits.
using WorkoutId = Id<struct WorkoutTag, QString>;
/// A key made on this machine (UUID text); never changes, whatever the server does.
using LocalId = Id<struct LocalTag, QString>;

}

Q_DECLARE_METATYPE(domain::LocalId)
