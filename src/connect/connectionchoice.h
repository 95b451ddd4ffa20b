// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoint.h"
#include "core/result.h"

#include <QProcessEnvironment>
#include <QString>

#include <optional>
#include <variant>

namespace modelscribe {

//! The connection options both programs share. One that is given empty is not one that is absent:
//! mostly it is a variable that is not set, and another registry would be written to.
struct ConnectionOptions
{
    std::optional<QString> profile;
    std::optional<QString> endpoint;
    std::optional<QString> region;
    std::optional<QString> workspaceId;
    std::optional<QString> local; //!< The file of --local [FILE]; by default the user's own.

    //! Whether one of them says which registry.
    bool chooseRegistry() const { return profile || endpoint || region || local; }
};

struct UseLocalRegistry
{
    QString file;
};

struct UseProfile
{
    QString name;
};

//! Signed with the key of the environment.
struct UseEndpoint
{
    Endpoint endpoint;
};

//! Which registry to use. \p workspaceId overrides the profile's when it is set.
struct ConnectionChoice
{
    std::variant<UseLocalRegistry, UseProfile, UseEndpoint> use;
    QString workspaceId;
    bool isFallback = false; //!< Nobody chose anything: the local registry is what is left.
};

//! The order is: command line, environment, last used profile, local registry. Kind::Unauthorized
//! when an endpoint or region is given and the environment has no usable key for it; Kind::Invalid
//! for a bad or empty option and for options that exclude each other. Fails as \p lastUsedProfile
//! did when that is what counts. A variable that is set empty counts as not set.
Result<ConnectionChoice> chooseConnection(const ConnectionOptions &options,
                                          const QProcessEnvironment &environment,
                                          const Result<QString> &lastUsedProfile);

} // namespace modelscribe
