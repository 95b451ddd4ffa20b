// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/handlers.h"

#include "localregistry/refusals.h"
#include "localregistry/workspacestore.h"

#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe::handlers {

namespace {

using Form = WorkspaceStore::Form;

constexpr std::array workspaceSortColumns = {
    SortColumn{"GmtCreateTime"_L1, "created"_L1},
    SortColumn{"GmtModifiedTime"_L1, "modified"_L1},
};

Filter workspaceFilter(const QueryParameters &query)
{
    Filter filter;
    if (const QString name = query.text("WorkspaceName"); !name.isEmpty())
        filter.add(u"name LIKE ? ESCAPE '\\'"_s, {containsPattern(name)});
    filter.addEqual(u"status"_s, query.text("Status"));
    const QStringList ids = query.text("WorkspaceIds").split(u',', Qt::SkipEmptyParts);
    if (!ids.isEmpty()) {
        const QString marks = QStringList(ids.size(), u"?"_s).join(u',');
        filter.add(u"id IN (%1)"_s.arg(marks), QVariantList(ids.begin(), ids.end()));
    }
    return filter;
}

Form wholeForm(const QueryParameters &query)
{
    return query.text("Verbose") == "true"_L1 ? Form::WholeVerbose : Form::Whole;
}

Handled oneWorkspace(ServiceCall &call, const QString &id)
{
    const auto found =
        WorkspaceStore(call.database).list(u" WHERE id = ?"_s, {id}, wholeForm(call.query));
    if (!found)
        return failure(found.error());
    if (found->isEmpty())
        return failure(refusals::workspaceNotFound(id));
    return found->first();
}

} // namespace

Handled listWorkspaces(ServiceCall &call)
{
    const QString option = call.query.text("Option");
    JsonObjectWriter answer;
    if (option == "GetResourceLimits"_L1) {
        answer.add(u"ResourceLimits", "{}");
        return answer;
    }
    if (!option.isEmpty() && option != "GetWorkspaces"_L1)
        return failure(refusals::invalidParameter(
            u"Option", u"must be GetWorkspaces or GetResourceLimits."_s));
    const auto page = pageClause(call.query, workspaceSortColumns, u"id"_s, 20);
    if (!page)
        return failure(page.error());
    const Filter filter = workspaceFilter(call.query);
    WorkspaceStore store(call.database);
    const auto total = store.count(filter);
    if (!total)
        return failure(total.error());
    const auto workspaces = store.list(filter.clause() + *page, filter.values(), Form::Item);
    if (!workspaces)
        return failure(workspaces.error());
    answer.add(u"TotalCount", QByteArray::number(*total));
    answer.add(u"Workspaces", jsonArray(*workspaces));
    return answer;
}

Handled getWorkspace(ServiceCall &call) { return oneWorkspace(call, call.ids[0]); }

Handled getDefaultWorkspace(ServiceCall &call)
{
    const auto id = WorkspaceStore(call.database).defaultId();
    if (!id)
        return failure(id.error());
    return oneWorkspace(call, *id);
}

} // namespace modelscribe::handlers
