// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/credentialsource.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

QFuture<Result<AccessKey>> CredentialSource::renewed(const AccessKey & /*refused*/)
{
    return readyResult<AccessKey>(
        failure(Error::Kind::Unauthorized, u"there is no other access key"_s));
}

} // namespace modelscribe
