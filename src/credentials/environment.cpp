// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/environment.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

AccessKey accessKeyOf(const QProcessEnvironment &environment)
{
    const auto value = [&](QLatin1StringView name) {
        return environment.value("ALIBABA_CLOUD_"_L1 + name).trimmed().toUtf8();
    };
    return {.id = value("ACCESS_KEY_ID"_L1),
            .secret = value("ACCESS_KEY_SECRET"_L1),
            .securityToken = value("SECURITY_TOKEN"_L1)};
}

} // namespace modelscribe
