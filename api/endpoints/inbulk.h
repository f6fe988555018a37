// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/request.h"
#include "api/json/bulk.h"

namespace endpoints {

namespace detail {

template<typename Response>
struct ValueOf;
template<typename T>
struct ValueOf<json::Records<T>> {
    using Type = T;
};

}

/// The same question as a list's, for those who keep the answer instead of looking at it: the objects come as texts with
/// their single values.
template<typename List>
struct InBulk {
    using Value = typename detail::ValueOf<typename List::Response>::Type;
    using Response = json::Rows<Value>;
    List list;

    [[nodiscard]] http::Request request() const { return list.request(); }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return json::rows<Value>(body); }
};

}
