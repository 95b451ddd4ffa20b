// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jsonwriter.h"
#include "localregistry/bodyfields.h"
#include "localregistry/database.h"
#include "localregistry/modelstore.h"
#include "localregistry/queryparameters.h"
#include "localregistry/versionstore.h"

#include <QStringList>

namespace modelscribe {

//! One call with everything a handler needs, inside one transaction.
struct Call
{
    Database &database;
    QString action;  //!< "UpdateModel"
    QStringList ids; //!< What the path names: model, version or workspace.
    QueryParameters query;
    QByteArray body;
    qint64 now; //!< Milliseconds since 1970.
};

//! The answer without its RequestId.
using Handled = Result<JsonObjectWriter>;
using Handler = Handled (*)(Call &call);

//! The operations of the service, by the service's names (contract sections 2 to 4).
namespace handlers {

Handled listModels(Call &call);
Handled getModel(Call &call);
Handled createModel(Call &call);
Handled updateModel(Call &call);
Handled deleteModel(Call &call);

Handled createModelLabels(Call &call);
Handled deleteModelLabels(Call &call);
Handled createModelVersionLabels(Call &call);
Handled deleteModelVersionLabels(Call &call);

Handled listModelVersions(Call &call);
Handled getModelVersion(Call &call);
Handled createModelVersion(Call &call);
Handled updateModelVersion(Call &call);
Handled deleteModelVersion(Call &call);

Handled listWorkspaces(Call &call);
Handled getWorkspace(Call &call);
Handled getDefaultWorkspace(Call &call);

//! The model of the path; refused when it belongs to a provider and the call would change it.
Result<ModelHandle> writableModel(Call &call);

//! "[a,b]"
QByteArray jsonArray(const QList<JsonObjectWriter> &elements);

} // namespace handlers

} // namespace modelscribe
