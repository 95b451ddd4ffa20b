// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <tl/expected.hpp>

#include <utility>

namespace modelscribe {

//! Either a value or the reason there is none. Every function that can fail returns one.
template<typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

inline tl::unexpected<Error> failure(Error::Kind kind, QString detail = {})
{
    return failure(Error{.kind = kind, .detail = std::move(detail)});
}

} // namespace modelscribe
