// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/getstreams.h"
#include "api/json/bulk.h"
#include "api/json/samples.h"

namespace api::sync {

namespace detail {

template<typename Response>
struct ValueOf;
template<typename T>
struct ValueOf<json::Records<T>> {
    using Type = T;
};

}

/// The same question as a list's, for those who keep the answer instead of looking at it: the objects come as texts
/// with their single values.
template<typename List>
struct InBulk {
    using Value = typename detail::ValueOf<typename List::Response>::Type;
    using Response = json::Rows<Value>;
    List list;

    [[nodiscard]] http::Request request() const { return list.request(); }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return json::rows<Value>(body); }
};

/// The same for the streams of an activity, of which only the numbers are kept.
struct SamplesInBulk {
    using Response = domain::StreamSet;
    endpoints::GetStreams streams;

    [[nodiscard]] http::Request request() const { return streams.request(); }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return json::samples(body); }
};

}
