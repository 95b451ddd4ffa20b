// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registeredmodel.h"

namespace modelscribe {

//! What of a registry is listed: the models of a workspace, or the public ones of a provider.
struct ListScope
{
    QString workspaceId; //!< Empty: of all. The service asks for none of a provider's models.
    QString provider;    //!< Such as "pai"; empty: one's own models.

    bool holds(const RegisteredModel &model) const
    {
        if (!provider.isEmpty())
            return model.provider == provider;
        return workspaceId.isEmpty() || model.workspaceId.isEmpty()
               || model.workspaceId == workspaceId;
    }

    //! What the copy of its list is known by, in place of a workspace.
    QString copyKey() const
    {
        return provider.isEmpty() ? workspaceId : QStringLiteral("provider ") + provider;
    }

    friend bool operator==(const ListScope &, const ListScope &) = default;
};

} // namespace modelscribe
