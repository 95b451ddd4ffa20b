// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/connector.h"
#include "core/paths.h"
#include "credentials/keychainstore.h"

namespace modelscribe {

//! The stored profiles of whoever runs the command, their keychain, and the way from them to a
//! connection.
struct OwnProfiles
{
    explicit OwnProfiles(const QProcessEnvironment &environment)
        : profiles(paths::profilesFile(), keychain)
        , connector(profiles, environment)
    {
    }

    KeychainStore keychain;
    Profiles profiles;
    Connector connector;
};

} // namespace modelscribe
