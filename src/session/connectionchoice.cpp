// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/connectionchoice.h"

#include "core/paths.h"
#include "credentials/environment.h"

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
    return ConnectionChoice{UseEndpoint{*endpoint, key}, workspaceId};
}

} // namespace

Result<ConnectionChoice> chooseConnection(const ConnectionOptions &options,
                                          const QProcessEnvironment &environment,
                                          const QString &lastUsedProfile)
{
    const int given = int(!options.profile.isEmpty()) + int(!options.endpoint.isEmpty())
                      + int(!options.region.isEmpty()) + int(options.local.has_value());
    if (given > 1)
        return failure(Error::Kind::Invalid,
                       u"--profile, --endpoint, --region and --local exclude each other"_s);

    const QString workspaceId = options.workspaceId.isEmpty()
                                    ? environment.value(u"PAI_WORKSPACE_ID"_s)
                                    : options.workspaceId;
    const auto local = [&](const QString &file) {
        return ConnectionChoice{
            UseLocalRegistry{file.isEmpty() ? paths::localRegistryFile() : file}, workspaceId};
    };
    if (options.local)
        return local(*options.local);
    if (!options.profile.isEmpty())
        return ConnectionChoice{UseProfile{options.profile}, workspaceId};
    if (!options.endpoint.isEmpty())
        return atEndpoint(Endpoint::fromText(options.endpoint), environment, workspaceId);
    if (!options.region.isEmpty())
        return atEndpoint(Endpoint::fromRegion(options.region), environment, workspaceId);

    if (const QString profile = environment.value(u"MODELSCRIBE_PROFILE"_s); !profile.isEmpty())
        return ConnectionChoice{UseProfile{profile}, workspaceId};
    if (const QString endpoint = environment.value(u"MODELSCRIBE_ENDPOINT"_s); !endpoint.isEmpty())
        return atEndpoint(Endpoint::fromText(endpoint), environment, workspaceId);
    // Other tools set the region for themselves: without a key beside it, it is no wish to connect.
    const QString region = environment.value(u"ALIBABA_CLOUD_REGION_ID"_s);
    if (!region.isEmpty() && !accessKeyOf(environment).isEmpty())
        return atEndpoint(Endpoint::fromRegion(region), environment, workspaceId);
    if (!lastUsedProfile.isEmpty())
        return ConnectionChoice{UseProfile{lastUsedProfile}, workspaceId};
    return local({});
}

} // namespace modelscribe
