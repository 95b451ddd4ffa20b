// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/connectionchoice.h"

#include "core/paths.h"
#include "credentials/environment.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

Result<ConnectionChoice> atEndpoint(const Result<Endpoint> &endpoint,
                                    const QProcessEnvironment &environment,
                                    const QString &workspaceId)
{
    if (!endpoint)
        return failure(endpoint.error());
    const AccessKey key = accessKeyOf(environment);
    if (key.isEmpty()) {
        return failure(
            Error::Kind::Unauthorized,
            u"ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET are not set"_s);
    }
    if (const auto strange = key.strangeCharacters())
        return failure(Error::Kind::Unauthorized, strange->text() + u" (from the environment)"_s);
    return ConnectionChoice{UseEndpoint{*endpoint}, workspaceId};
}

//! Says which option is given empty, or that two exclude each other.
Result<void> checkedOptions(const ConnectionOptions &options)
{
    for (const auto &[name, value] :
         {std::pair("--profile"_L1, &options.profile),
          std::pair("--endpoint"_L1, &options.endpoint), std::pair("--region"_L1, &options.region),
          std::pair("--workspace"_L1, &options.workspaceId),
          std::pair("--local"_L1, &options.local)}) {
        if (*value && (*value)->trimmed().isEmpty())
            return failure(Error::Kind::Invalid, name + u" is given empty"_s);
    }
    const int given = int(options.profile.has_value()) + int(options.endpoint.has_value())
                      + int(options.region.has_value()) + int(options.local.has_value());
    if (given > 1)
        return failure(Error::Kind::Invalid,
                       u"--profile, --endpoint, --region and --local exclude each other"_s);
    return {};
}

} // namespace

Result<ConnectionChoice> chooseConnection(const ConnectionOptions &options,
                                          const QProcessEnvironment &environment,
                                          const Result<QString> &lastUsedProfile)
{
    if (const auto checked = checkedOptions(options); !checked)
        return failure(checked.error());

    const QString workspaceId = options.workspaceId.value_or(
        environment.value(u"PAI_WORKSPACE_ID"_s));
    if (options.local)
        return ConnectionChoice{UseLocalRegistry{*options.local}, workspaceId};
    if (options.profile)
        return ConnectionChoice{UseProfile{*options.profile}, workspaceId};
    if (options.endpoint)
        return atEndpoint(Endpoint::fromText(*options.endpoint), environment, workspaceId);
    if (options.region)
        return atEndpoint(Endpoint::fromRegion(*options.region), environment, workspaceId);

    if (const QString profile = environment.value(u"MODELSCRIBE_PROFILE"_s); !profile.isEmpty())
        return ConnectionChoice{UseProfile{profile}, workspaceId};
    if (const QString endpoint = environment.value(u"MODELSCRIBE_ENDPOINT"_s); !endpoint.isEmpty())
        return atEndpoint(Endpoint::fromText(endpoint), environment, workspaceId);
    // Other tools set the region for themselves: without a key beside it, it is no wish to connect.
    const QString region = environment.value(u"ALIBABA_CLOUD_REGION_ID"_s);
    if (!region.isEmpty() && !accessKeyOf(environment).isEmpty())
        return atEndpoint(Endpoint::fromRegion(region), environment, workspaceId);
    if (!lastUsedProfile)
        return failure(lastUsedProfile.error());
    if (!lastUsedProfile->isEmpty())
        return ConnectionChoice{UseProfile{*lastUsedProfile}, workspaceId};
    return ConnectionChoice{UseLocalRegistry{paths::localRegistryFile()}, workspaceId, true};
}

} // namespace modelscribe
