// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoint.h"
#include "core/result.h"
#include "signing/accesskey.h"

#include <QProcessEnvironment>
#include <QString>

#include <optional>
#include <variant>

namespace modelscribe {

//! The connection options both programs share; empty or absent means "not given".
struct ConnectionOptions
{
    QString profile;
    QString endpoint;
    QString region;
    QString workspaceId;
    std::optional<QString> local; //!< --local [FILE]; an empty text is the user's own file.
};

struct UseLocalRegistry
{
    QString file;
};

struct UseProfile
{
    QString name;
};

struct UseEndpoint
{
    Endpoint endpoint;
    AccessKey key;
};

//! Which registry to use. \p workspaceId overrides the profile's when it is set.
struct ConnectionChoice
{
    std::variant<UseLocalRegistry, UseProfile, UseEndpoint> use;
    QString workspaceId;
};

//! The order is: command line, environment, last used profile, local registry. Kind::Unauthorized
//! when an endpoint or region is given and the environment has no key for it; Kind::Invalid for a
//! bad one or for options that exclude each other.
Result<ConnectionChoice> chooseConnection(const ConnectionOptions &options,
                                          const QProcessEnvironment &environment,
                                          const QString &lastUsedProfile);

} // namespace modelscribe
