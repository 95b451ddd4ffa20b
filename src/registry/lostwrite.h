// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

namespace modelscribe {

//! Whether a write that ended with \p error may have been carried out.
inline bool mayHaveHappened(const Error &error)
{
    // An answer that cannot be read, or nobody left to read it, says nothing about the write.
    return error.outcomeUnknown || error.kind == Error::Kind::Decode
           || error.kind == Error::Kind::Cancelled;
}

//! Whether a lost write that is not there yet may still arrive: somebody in between gave up
//! waiting.
inline bool mayStillCome(const Error &lost)
{
    return lost.kind == Error::Kind::Timeout || lost.kind == Error::Kind::Network
           || (lost.httpStatus >= 502 && lost.httpStatus <= 504);
}

} // namespace modelscribe
