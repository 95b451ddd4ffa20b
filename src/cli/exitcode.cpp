// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exitcode.h"

namespace modelscribe {

ExitCode exitCodeFor(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Cancelled: return ExitCode::Interrupted;
    case Error::Kind::Network:
    case Error::Kind::Tls:
    case Error::Kind::Timeout:
    case Error::Kind::Decode: return ExitCode::NoAnswer;
    case Error::Kind::Unauthorized: return ExitCode::Credentials;
    case Error::Kind::NotFound: return ExitCode::NotFound;
    case Error::Kind::Conflict: return ExitCode::Conflict;
    case Error::Kind::Forbidden:
    case Error::Kind::Throttled:
    case Error::Kind::Service: return ExitCode::Refused;
    case Error::Kind::Invalid:
    case Error::Kind::Storage: return ExitCode::Usage;
    }
    return ExitCode::Refused;
}

} // namespace modelscribe
