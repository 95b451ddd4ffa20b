// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/keymode.h"

#include <array>

namespace modelscribe {

namespace {

//! In the order of KeyMode.
constexpr std::array keyModeNames{"AK",
                                  "StsToken",
                                  "RamRoleArn",
                                  "ChainableRamRoleArn",
                                  "OIDC",
                                  "External",
                                  "CredentialsURI",
                                  "CloudSSO",
                                  "OAuth",
                                  "EcsRamRole",
                                  "RamRoleArnWithRoleName",
                                  "RsaKeyPair",
                                  "BearerToken",
                                  "Anonymous"};
static_assert(keyModeNames.size() == size_t(KeyMode::Unknown));

} // namespace

KeyMode keyModeOf(const QString &name)
{
    for (size_t i = 0; i < keyModeNames.size(); ++i) {
        if (name.compare(QLatin1StringView(keyModeNames[i]), Qt::CaseInsensitive) == 0)
            return KeyMode(i);
    }
    return KeyMode::Unknown;
}

QString keyModeName(KeyMode mode)
{
    return mode == KeyMode::Unknown ? QString() : QString::fromLatin1(keyModeNames[size_t(mode)]);
}

} // namespace modelscribe
