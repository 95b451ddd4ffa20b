// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/objectref.h"
#include "model/registeredmodel.h"
#include "registry/saveplan.h"

#include <QList>
#include <QUuid>

#include <optional>

namespace modelscribe {

//! What is to become of one object, and what it was when that was decided.
struct Change
{
    ObjectRef ref;
    RegisteredModel base;                //!< As it was looked at; its id is empty: to be made.
    std::optional<ModelMetadata> edited; //!< nullopt: to be deleted.

    bool isDeletion() const { return !edited; }
    //! Fails as SavePlan::make() does, and for a deletion, which has none.
    Result<SavePlan> plan(const ServiceRules &rules = {}) const
    {
        if (!edited)
            return failure(Error::Kind::Invalid, QStringLiteral("a deletion has no save plan"));
        return SavePlan::make(base, *edited, ref.workspaceId, rules);
    }
};

//! What a person agrees to at once. Objects may stand in it more than once: then their changes are
//! made one after the other.
struct ChangeSet
{
    QUuid id = QUuid::createUuid(); //!< The journal's group.
    QString title;
    QList<Change> changes;
};

} // namespace modelscribe
