// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/whendone.h"
#include "signing/accesskey.h"

namespace modelscribe {

//! Where a client gets the key that it signs with.
//!
//! Asked right before each signature, also when a read is repeated, so that the next attempt uses a
//! key that was renewed meanwhile. Never waits: the answer is there at once or comes later. Who
//! asks must not cancel the future, because others may wait for the same one. Where there is no
//! key, the Error says why (ended, none, keychain locked…) and never holds any of it.
class CredentialSource
{
public:
    virtual ~CredentialSource() = default;

    //! The key to sign with now.
    virtual QFuture<Result<AccessKey>> credentials() = 0;
    //! The key that took the place of \p refused, which has ended by what the registry says. Looks
    //! once where keys come from; fails when there is no other. Here: there is none.
    virtual QFuture<Result<AccessKey>> renewed(const AccessKey &refused);
};

} // namespace modelscribe
