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
struct ServiceCall
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
using Handler = Handled (*)(ServiceCall &call);

//! The operations of the service, by the service's names (contract sections 2 to 4).
namespace handlers {

Handled listModels(ServiceCall &call);
Handled getModel(ServiceCall &call);
Handled createModel(ServiceCall &call);
Handled updateModel(ServiceCall &call);
Handled deleteModel(ServiceCall &call);

Handled createModelLabels(ServiceCall &call);
Handled deleteModelLabels(ServiceCall &call);
Handled createModelVersionLabels(ServiceCall &call);
Handled deleteModelVersionLabels(ServiceCall &call);

Handled listModelVersions(ServiceCall &call);
Handled getModelVersion(ServiceCall &call);
Handled createModelVersion(ServiceCall &call);
Handled updateModelVersion(ServiceCall &call);
Handled deleteModelVersion(ServiceCall &call);

Handled listWorkspaces(ServiceCall &call);
Handled getWorkspace(ServiceCall &call);
Handled getDefaultWorkspace(ServiceCall &call);

Handled listPermissions(ServiceCall &call);
Handled getPermission(ServiceCall &call);
Handled listMembers(ServiceCall &call);

//! The model of the path; refused when the caller may not change it, as what a provider has.
Result<ModelHandle> writableModel(ServiceCall &call);

//! "[a,b]"
QByteArray jsonArray(const QList<JsonObjectWriter> &elements);

} // namespace handlers

} // namespace modelscribe
