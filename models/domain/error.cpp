// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/error.h"

#include <QLatin1StringView>

using namespace Qt::StringLiterals;

namespace domain {

QLatin1StringView kindName(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Offline:
        return "offline"_L1;
    case Error::Kind::Timeout:
        return "timeout"_L1;
    case Error::Kind::Unauthorised:
        return "unauthorised"_L1;
    case Error::Kind::Forbidden:
        return "forbidden"_L1;
    case Error::Kind::NotFound:
        return "not-found"_L1;
    case Error::Kind::Conflict:
        return "conflict"_L1;
    case Error::Kind::RateLimited:
        return "rate-limited"_L1;
    case Error::Kind::Rejected:
        return "rejected"_L1;
    case Error::Kind::Server:
        return "server"_L1;
    case Error::Kind::Redirected:
        return "redirected"_L1;
    case Error::Kind::Insecure:
        return "insecure"_L1;
    case Error::Kind::Malformed:
        return "malformed"_L1;
    case Error::Kind::Storage:
        return "storage"_L1;
    case Error::Kind::Parse:
        return "parse"_L1;
    }
    return "server"_L1;
}

}
