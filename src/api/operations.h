// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/request.h"
#include "model/permissions.h"
#include "model/registeredmodel.h"
#include "model/servicerules.h"

//! The service's calls as values (contract sections 2 and 4).
namespace modelscribe::operations {

inline constexpr int pageSize =
    50; //!< In daily use by an official SDK; the maximum is undocumented.

struct ModelPage
{
    QList<RegisteredModel> models;
    std::optional<qint64> totalCount; //!< As the service says; it may lie.
};

struct WorkspacePage
{
    QList<Workspace> workspaces;
    std::optional<qint64> totalCount;
};

struct MemberPage
{
    QList<Member> members;
    std::optional<qint64> totalCount;
};

struct ListModelsQuery
{
    QString workspaceId;
    QString provider;  //!< Only its public models; empty: only one's own.
    QString exactName; //!< Sent in quotation marks, which the service takes as "exactly this name".
    bool isQuoted = true;                             //!< Else exactName is a part of names.
    QString sortBy = QStringLiteral("GmtCreateTime"); //!< The only documented one.
    bool descending = false;
    int pageNumber = 1;
    int pageSize = operations::pageSize;
};

Operation<ModelPage> listModels(const ListModelsQuery &query);
Operation<RegisteredModel> getModel(const QString &modelId);
//! Sends what is set; labels go as Tag, never as the deprecated Labels. Decodes to the new ModelId.
//! Fails (Invalid) when a value has no wire form; run checkModel() first.
Result<Operation<QString>> createModel(const ModelMetadata &metadata, const QString &workspaceId);
//! Sends the fields that differ, ExtraInfo whole, in the way \p rules say that works. Labels have
//! calls of their own.
Result<Operation<std::monostate>> updateModel(const QString &modelId, const ModelMetadata &base,
                                              const ModelMetadata &edited,
                                              const ServiceRules &rules = {});
Operation<std::monostate> deleteModel(const QString &modelId);
Operation<std::monostate> createModelLabels(const QString &modelId, const QList<Label> &labels);
Operation<std::monostate> deleteModelLabels(const QString &modelId, const QStringList &keys);
Operation<WorkspacePage> listWorkspaces(int pageNumber = 1);
Operation<Workspace> getWorkspace(const QString &workspaceId);
//! Of the caller.
Operation<Permissions> listPermissions(const QString &workspaceId);
//! Refused when the caller may not do it with a model of \p accessibility that \p creator made.
Operation<std::monostate> getPermission(const QString &workspaceId, const QString &code,
                                        const QString &accessibility, const QString &creator);
Operation<MemberPage> listMembers(const QString &workspaceId, int pageNumber = 1);

} // namespace modelscribe::operations
