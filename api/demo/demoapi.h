// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/options.h"
#include "api/http/request.h"

#include <memory>

namespace demo {

/// The service's API over a state of its own, without any transport: a request in, a response out. The HTTP shell and
/// the tests use the same object.
class DemoApi
{
public:
    explicit DemoApi(Options options);
    ~DemoApi();

    [[nodiscard]] http::Response handle(const http::Request &request);
    [[nodiscard]] QString failure() const; ///< why the database cannot be used; empty if it can
    [[nodiscard]] static QString athleteId();

private:
    struct Areas;

    std::unique_ptr<Areas> m_areas;
};

}
