// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace modelscribe {

//! How another tool comes by keys, by the names of `aliyun configure`.
enum class KeyMode {
    AK,
    StsToken,
    RamRoleArn,
    ChainableRamRoleArn,
    OIDC,
    External,       //!< A program prints them.
    CredentialsURI, //!< An address hands them out.
    CloudSSO,       //!< Signed in with a browser; the tool keeps what it got, for a while.
    OAuth,          //!< The same.
    EcsRamRole,
    RamRoleArnWithRoleName,
    RsaKeyPair,
    BearerToken,
    Anonymous,
    Unknown
};

//! In any case, as the tool itself reads it.
KeyMode keyModeOf(const QString &name);
//! As the tool writes it; empty for Unknown.
QString keyModeName(KeyMode mode);

} // namespace modelscribe
