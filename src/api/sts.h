// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/request.h"
#include "credentials/keyrecipe.h"

#include <QDateTime>

//! The calls of STS that give temporary keys (contract section 8.5). What they take goes in the
//! body: a token or a policy in an address would end in logs.
namespace modelscribe::sts {

//! AssumeRole, signed with the key of whoever takes \p role.
Operation<AccessKey> assumeRole(const RamRole &role);
//! AssumeRoleWithOIDC, which is not signed: \p token proves who asks.
Operation<AccessKey> assumeRoleWithOidc(const OidcLogin &login, const QByteArray &token,
                                        const QDateTime &now);

} // namespace modelscribe::sts
