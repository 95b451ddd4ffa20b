// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/router.h"

#include "localregistry/refusals.h"

#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr std::array routes = {
    Route{"GET", "ListModels", "models", handlers::listModels},
    Route{"POST", "CreateModel", "models", handlers::createModel},
    Route{"GET", "GetModel", "models/*", handlers::getModel},
    Route{"PUT", "UpdateModel", "models/*", handlers::updateModel},
    Route{"DELETE", "DeleteModel", "models/*", handlers::deleteModel},
    Route{"POST", "CreateModelLabels", "models/*/labels", handlers::createModelLabels},
    Route{"DELETE", "DeleteModelLabels", "models/*/labels", handlers::deleteModelLabels},
    Route{"GET", "ListModelVersions", "models/*/versions", handlers::listModelVersions},
    Route{"POST", "CreateModelVersion", "models/*/versions", handlers::createModelVersion},
    Route{"GET", "GetModelVersion", "models/*/versions/*", handlers::getModelVersion},
    Route{"PUT", "UpdateModelVersion", "models/*/versions/*", handlers::updateModelVersion},
    Route{"DELETE", "DeleteModelVersion", "models/*/versions/*", handlers::deleteModelVersion},
    Route{"POST", "CreateModelVersionLabels", "models/*/versions/*/labels",
          handlers::createModelVersionLabels},
    Route{"DELETE", "DeleteModelVersionLabels", "models/*/versions/*/labels",
          handlers::deleteModelVersionLabels},
    Route{"GET", "ListWorkspaces", "workspaces", handlers::listWorkspaces},
    Route{"GET", "GetWorkspace", "workspaces/*", handlers::getWorkspace},
    Route{"GET", "ListPermissions", "workspaces/*/permissions", handlers::listPermissions},
    Route{"GET", "GetPermission", "workspaces/*/permissions/*", handlers::getPermission},
    Route{"GET", "ListMembers", "workspaces/*/members", handlers::listMembers},
    Route{"GET", "GetDefaultWorkspace", "defaultWorkspaces", handlers::getDefaultWorkspace},
};

//! The ids in \p segments when they fit \p pattern.
std::optional<QStringList> match(QByteArrayView pattern, const QStringList &segments)
{
    const QStringList expected = (u"api/v1/"_s + QLatin1StringView(pattern)).split(u'/');
    if (expected.size() != segments.size())
        return std::nullopt;
    QStringList ids;
    for (qsizetype i = 0; i < segments.size(); ++i) {
        if (expected[i] == "*"_L1 && !segments[i].isEmpty())
            ids.append(segments[i]);
        else if (expected[i] != segments[i])
            return std::nullopt;
    }
    return ids;
}

} // namespace

Result<RouteMatch> findRoute(const QByteArray &method, const QStringList &segments)
{
    bool pathIsKnown = false;
    for (const Route &route : routes) {
        const auto ids = match(route.pattern, segments);
        if (!ids)
            continue;
        if (route.method == method)
            return RouteMatch{&route, *ids};
        pathIsKnown = true;
    }
    if (pathIsKnown)
        return failure(refusals::refusal(
            400, u"UnsupportedHTTPMethod"_s,
            u"This address does not take the method %1."_s.arg(QString::fromLatin1(method))));
    return failure(refusals::refusal(404, u"InvalidAction.NotFound"_s,
                                     u"There is nothing at this address."_s));
}

} // namespace modelscribe
