// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace modelscribe {

//! What drafts, journal, changes and runs are about: one object of one registry, whatever
//! connection is in use.
struct ObjectRef
{
    enum class Kind { Model, Version };

    QString registryKey; //!< Connection::registryKey().
    QString workspaceId; //!< Where it is, or is to be made.
    Kind kind = Kind::Model;
    QString modelId;     //!< Of a model that is not made yet: its draft's (Draft::newModelId()).
    QString versionName; //!< Of a version.

    //! Objects are told apart by this; the workspace says where one is, and may be unknown.
    bool isSameAs(const ObjectRef &other) const
    {
        return registryKey == other.registryKey && kind == other.kind && modelId == other.modelId
               && versionName == other.versionName;
    }

    friend bool operator==(const ObjectRef &, const ObjectRef &) = default;
};

} // namespace modelscribe
