// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/fixedcredentials.h"

namespace modelscribe {

FixedCredentials::FixedCredentials(AccessKey key)
    : m_key(std::move(key))
{
}

QFuture<Result<AccessKey>> FixedCredentials::credentials() { return readyResult<AccessKey>(m_key); }

std::shared_ptr<CredentialSource> fixedCredentials(AccessKey key)
{
    return std::make_shared<FixedCredentials>(std::move(key));
}

} // namespace modelscribe
