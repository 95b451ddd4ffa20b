// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoint.h"

#include <QString>

namespace modelscribe {

//! Which registry is meant, and which workspace of it. There is no key in it.
struct RegistryTarget
{
    QString title; //!< The profile's name; empty without one.
    bool isLocal = false;
    bool isSamples = false; //!< A local one, whose models are made up.
    Endpoint endpoint;
    QString workspaceId; //!< Empty: the default workspace, or all.
    //! Of a local one, localRegistryKey(): its endpoint is another one each time, its file is not.
    QString registryKey;
    bool isProtected = false; //!< Nothing is written before somebody unlocks it.
    QString colour;           //!< See profileColours.
};

QString localRegistryKey(const QString &databaseFile);

//! What drafts and the journal know the registry by; never empty but for a target without endpoint.
QString registryKeyOf(const RegistryTarget &target);
//! What the journal calls it, in no language: "Local registry", the profile's name, the endpoint.
QString registryNameOf(const RegistryTarget &target);
//! What the journal calls it today, for an entry that has \p name: the window wrote the name of the
//! local registry in the language of its person, and an endpoint as its host alone.
QString registryNameOf(const QString &name, const QString &registryKey);
//! The same for a person, in the language of now.
QString shownRegistryName(const QString &name, const QString &registryKey);

} // namespace modelscribe
