// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/credentialsource.h"

#include <memory>

namespace modelscribe {

//! One key for good: from the environment, typed for a test, or made up for a local registry's run.
class FixedCredentials : public CredentialSource
{
public:
    explicit FixedCredentials(AccessKey key);

    QFuture<Result<AccessKey>> credentials() override;

private:
    AccessKey m_key;
};

std::shared_ptr<CredentialSource> fixedCredentials(AccessKey key);

} // namespace modelscribe
