// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jsonmembers.h"
#include "model/modelmetadata.h"

#include <QDateTime>

namespace modelscribe {

//! A model as the registry holds it: what may be edited, and its read-only surroundings.
struct RegisteredModel
{
    QString id;
    ModelMetadata metadata;
    QString workspaceId;
    QString provider; //!< Set for public models of a provider, such as "pai": read-only (contract
                      //!< section 4).
    QString userId;
    QString ownerId;
    QString created; //!< Times as sent; parseServiceTime() reads them.
    QString modified;
    QString latestVersionModified;
    QString latestVersionName; //!< Empty when there is no version.
    JsonText latestVersion;    //!< The whole LatestVersion object.
    QList<RawMember> unknown;  //!< Unknown members, and known ones of an unexpected type.

    bool isReadOnly() const { return !provider.isEmpty(); }

    friend bool operator==(const RegisteredModel &, const RegisteredModel &) = default;
};

//! Reads ISO 8601, with and without milliseconds (contract section 1); invalid if it is not. A time
//! without a zone is UTC, as all of the service's are.
QDateTime parseServiceTime(const QString &text);

struct Workspace
{
    QString id;
    QString name;
    QString displayName; //!< Only GetWorkspace sends it.
    QString description;
    QString status;
    bool isDefault = false;

    QString title() const
    {
        return displayName.isEmpty() ? (name.isEmpty() ? id : name) : displayName;
    }

    friend bool operator==(const Workspace &, const Workspace &) = default;
};

} // namespace modelscribe
